/** What must hold inside one record once each of its fields is good. */
import {
  MEASURES,
  NODE_TYPES,
  nodeTypeOfId,
  type Evidence,
  type MeasureDefinition,
  type NodeType,
  type NodeTypeDefinition,
  type RelationType,
} from '#vocabulary';
import type { WrittenFigure, WrittenNode, WrittenRelation } from './record-schemas.ts';
import type { FieldPath } from './yaml-file.ts';

/** One thing wrong, at a part of the record. */
export interface Problem {
  readonly path: FieldPath;
  readonly message: string;
}

/** Types whose nodes must say which kind they are. */
const KIND_REQUIRED: readonly NodeType[] = ['SmiCluster', 'Regency'];
const CODE_REQUIRED: readonly NodeType[] = ['Country', 'Province', 'Regency'];
const CODE_FORMS: Partial<Record<NodeType, { readonly form: RegExp; readonly right: string }>> = {
  Country: { form: /^[A-Z]{2}$/, right: 'two capital letters of ISO 3166, as in ID' },
  Province: { form: /^\d{2}$/, right: 'two digits, as in 35' },
  Regency: { form: /^\d{2}\.\d{2}$/, right: 'two digits, a dot and two digits, as in 35.75' },
};
const SHARE_TYPES: readonly RelationType[] = ['SUPPLIES', 'OWNS'];

/** Order of the list of evidence would be undecided if a source stood twice with one kind. */
function* evidenceProblems(evidence: readonly Evidence[], required: boolean): Generator<Problem> {
  if (required && evidence.length === 0) {
    yield { path: ['evidence'], message: 'has no evidence; name at least one source' };
  }
  const seen = new Set<string>();
  for (const [index, { source, kind }] of evidence.entries()) {
    if (seen.has(`${source} ${kind}`)) {
      yield {
        path: ['evidence', index, 'source'],
        message: `${source} stands twice as ${kind}; put its facts and notes into one piece`,
      };
    }
    seen.add(`${source} ${kind}`);
  }
}

function* kindProblems(node: WrittenNode, type: NodeType): Generator<Problem> {
  const { kinds }: NodeTypeDefinition = NODE_TYPES[type];
  if (node.kind === null) {
    if (KIND_REQUIRED.includes(type)) {
      yield { path: ['kind'], message: `a ${type} needs a kind: ${kinds.join(' or ')}` };
    }
  } else if (kinds.length === 0) {
    yield { path: ['kind'], message: `a ${type} has no kinds; leave '${node.kind}' out` };
  } else if (!kinds.includes(node.kind)) {
    yield { path: ['kind'], message: `'${node.kind}' is no kind of ${type}; right are ${kinds.join(', ')}` };
  }
}

function* codeProblems(node: WrittenNode, type: NodeType): Generator<Problem> {
  if (type === 'Sector' && node.scheme === null) {
    yield { path: ['scheme'], message: 'a Sector needs a scheme: KBLI_2020, BPS_IO_17 or NAMED' };
  }
  if (type !== 'Sector' && node.scheme !== null) {
    yield { path: ['scheme'], message: `a ${type} has no scheme; only a Sector has one` };
  }
  const official = node.scheme !== null && node.scheme !== 'NAMED';
  if (node.code === null) {
    if (CODE_REQUIRED.includes(type) || official)
      yield { path: ['code'], message: `a ${type} of this kind needs a code` };
    return;
  }
  if (type === 'Sector' && node.scheme === 'NAMED') {
    yield { path: ['code'], message: 'a NAMED sector has no code; relate it to a classified one instead' };
  }
  const { form, right } = CODE_FORMS[type] ?? {};
  if (form === undefined) return;
  if (!form.test(node.code)) {
    yield { path: ['code'], message: `'${node.code}' is no code of a ${type}; write ${right}` };
  } else if (node.id.slice(node.id.indexOf(':') + 1) !== node.code.toLowerCase()) {
    yield { path: ['code'], message: `code ${node.code} and id ${node.id} differ; they must be the same` };
  }
}

function* aliasProblems(node: WrittenNode): Generator<Problem> {
  const names = new Set([node.name, ...node.names.map(({ text }) => text)]);
  const seen = new Set<string>();
  for (const [index, { text }] of node.aliases.entries()) {
    const path = ['aliases', index, 'text'];
    if (names.has(text)) yield { path, message: `the alias '${text}' is already a name; leave it out` };
    else if (seen.has(text)) yield { path, message: `the alias '${text}' stands twice; keep one` };
    seen.add(text);
  }
}

export function* nodeProblems(node: WrittenNode): Generator<Problem> {
  const type = nodeTypeOfId(node.id);
  yield* kindProblems(node, type);
  yield* codeProblems(node, type);
  yield* aliasProblems(node);
  if ((node.latitude === null) !== (node.longitude === null)) {
    const path = [node.latitude === null ? 'longitude' : 'latitude'];
    yield { path, message: 'latitude and longitude go together; give both or neither' };
  }
  yield* evidenceProblems(node.evidence, false);
}

function* only(condition: boolean, field: keyof WrittenRelation, value: unknown, message: string): Generator<Problem> {
  if (!condition && value !== null) yield { path: [field], message };
}

export function* relationProblems(relation: WrittenRelation): Generator<Problem> {
  const { type, valueMillionRp: value, coefficient } = relation;
  yield* only(
    SHARE_TYPES.includes(type),
    'share',
    relation.share,
    `share belongs to ${SHARE_TYPES.join(' and ')} only; elsewhere write a figure`,
  );
  yield* only(type === 'SUPPLIES', 'carries', relation.carries, 'carries belongs to SUPPLIES only');
  yield* only(type === 'TARGETS', 'status', relation.status, 'status belongs to TARGETS only');
  yield* only(type === 'SECTOR_INPUT', 'valueMillionRp', value, 'valueMillionRp belongs to SECTOR_INPUT only');
  yield* only(type === 'SECTOR_INPUT', 'coefficient', coefficient, 'coefficient belongs to SECTOR_INPUT only');
  if (type === 'SECTOR_INPUT' && value === null) {
    yield { path: ['valueMillionRp'], message: 'SECTOR_INPUT needs valueMillionRp' };
  }
  if (type === 'SECTOR_INPUT' && coefficient === null) {
    yield { path: ['coefficient'], message: 'SECTOR_INPUT needs a coefficient' };
  }
  if (type === 'TARGETS' && relation.status === null) {
    yield { path: ['status'], message: 'TARGETS needs a status: COMMITTED, INITIAL_TARGET or TARGETED' };
  }
  if (type !== 'SECTOR_INPUT' && relation.from === relation.to) {
    yield { path: ['to'], message: `${type} joins ${relation.to} with itself; only SECTOR_INPUT may` };
  }
  if (type === 'SAME_AS_PROBABLY' && relation.evidence.some(({ kind }) => kind !== 'INFERRED')) {
    yield { path: ['evidence'], message: 'SAME_AS_PROBABLY is our conclusion; its evidence must be INFERRED' };
  }
  yield* evidenceProblems(relation.evidence, true);
}

function* numberProblems(figure: WrittenFigure): Generator<Problem> {
  const { measure, value, unit } = figure;
  if (value === null) yield { path: ['value'], message: `${measure} is counted; it needs a value` };
  if (unit === null) yield { path: ['unit'], message: `${measure} is counted; it needs a unit` };
  if (figure.text !== null) {
    yield { path: ['text'], message: `${measure} is counted; say the text in definition or a note instead` };
  }
  if (value === null) return;
  if (unit === 'COUNT' && (value < 0 || !Number.isInteger(value))) {
    yield { path: ['value'], message: `a COUNT is a whole number from 0; ${value} is not` };
  }
  if (unit === 'PERCENT' && (value < 0 || value > 100)) {
    yield { path: ['value'], message: `a PERCENT lies from 0 to 100; ${value} does not` };
  }
}

export function* figureProblems(figure: WrittenFigure): Generator<Problem> {
  const definition: MeasureDefinition = MEASURES[figure.measure];
  if (definition.form === 'NUMBER') yield* numberProblems(figure);
  else {
    const { measure } = figure;
    if (figure.text === null) yield { path: ['text'], message: `${measure} is told in words; it needs a text` };
    if (figure.value !== null) yield { path: ['value'], message: `${measure} is told in words; it has no value` };
    if (figure.unit !== null) yield { path: ['unit'], message: `${measure} is told in words; it has no unit` };
    if (figure.approximate)
      yield { path: ['approximate'], message: `${measure} is told in words; only values are about` };
  }
  yield* evidenceProblems(figure.evidence, true);
}
