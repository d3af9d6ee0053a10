/**
 * What must hold between records. These rules look at what is written, not at what could be parsed, so that a record
 * with a misspelt field is still checked for its ends, and its id is still known to those that refer to it.
 */
import {
  endsAllowed,
  isNodeId,
  isRelationType,
  nodeTypeOfId,
  RELATION_TYPES,
  type RelationTypeDefinition,
} from '#vocabulary';
import type { Problem } from './record-rules.ts';
import type { FieldPath, WrittenRecord } from './yaml-file.ts';

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (new Map<string, unknown>(Object.entries(value)).get(name) ?? null)
    : null;
}

function textField(value: unknown, name: string): string | null {
  const text = field(value, name);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** The id that a written record has or gets, or null when too little is written for one. */
export function idOf(record: WrittenRecord): string | null {
  const { section, value } = record;
  const key = textField(value, 'key');
  const suffix = key === null ? '' : `#${key}`;
  if (section === 'relations') {
    const [from, type, to] = ['from', 'type', 'to'].map((name) => textField(value, name));
    return from && type && to ? `${from}--${type}--${to}${suffix}` : null;
  }
  if (section === 'figures') {
    const [about, measure] = ['about', 'measure'].map((name) => textField(value, name));
    return about && measure ? `${about}~${measure}${suffix}` : null;
  }
  return textField(value, 'id');
}

interface Reference {
  readonly path: FieldPath;
  readonly id: string;
  readonly to: 'node' | 'source' | 'disagreement';
}

function* referencesOf({ value }: WrittenRecord): Generator<Reference> {
  for (const name of ['from', 'to', 'about', 'within']) {
    const id = textField(value, name);
    if (id !== null && isNodeId(id)) yield { path: [name], id, to: 'node' };
  }
  const disagreement = textField(value, 'disagreement');
  if (disagreement !== null) yield { path: ['disagreement'], id: disagreement, to: 'disagreement' };
  const evidence = field(value, 'evidence');
  if (!Array.isArray(evidence)) return;
  for (const [index, piece] of evidence.entries()) {
    const id = textField(piece, 'source');
    if (id !== null) yield { path: ['evidence', index, 'source'], id, to: 'source' };
  }
}

function ends(allowed: RelationTypeDefinition['from']): string {
  return allowed === 'ANY' ? 'any type' : allowed.join(', ');
}

function* endProblems({ section, value }: WrittenRecord): Generator<Problem> {
  if (section !== 'relations') return;
  const [from, type, to] = ['from', 'type', 'to'].map((name) => textField(value, name) ?? '');
  if (from === undefined || type === undefined || to === undefined) return;
  if (!isNodeId(from) || !isNodeId(to) || !isRelationType(type)) return;
  const [fromType, toType] = [nodeTypeOfId(from), nodeTypeOfId(to)];
  const definition: RelationTypeDefinition = RELATION_TYPES[type];
  if (!endsAllowed(type, fromType, toType)) {
    yield {
      path: ['type'],
      message: `${type} cannot lead from ${fromType} to ${toType}; it leads from ${ends(definition.from)} to ${ends(definition.to)}`,
    };
  } else if (type === 'PART_OF' && fromType !== toType) {
    yield { path: ['type'], message: `PART_OF joins two of one type; ${fromType} and ${toType} differ` };
  }
}

export interface PlacedProblem extends Problem {
  readonly record: WrittenRecord;
}

function* duplicateProblems(records: readonly WrittenRecord[]): Generator<PlacedProblem> {
  const first = new Map<string, WrittenRecord>();
  for (const record of records) {
    const id = idOf(record);
    if (id === null) continue;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, record);
    else {
      const where = `${earlier.file}:${earlier.line}`;
      const keyed = record.section === 'relations' || record.section === 'figures';
      const right = keyed ? 'put their evidence into one, or give one a key' : 'keep one';
      yield { record, path: [], message: `is already in ${where}; ${right}` };
    }
  }
}

/** Two nodes of a type and scheme under one code could not be told apart by `province(code:)`. */
function* codeProblems(records: readonly WrittenRecord[]): Generator<PlacedProblem> {
  const first = new Map<string, string>();
  for (const record of records) {
    if (record.section !== 'nodes') continue;
    const [id, code, scheme] = ['id', 'code', 'scheme'].map((name) => textField(record.value, name));
    if (!id || !code || !isNodeId(id)) continue;
    const key = `${nodeTypeOfId(id)} ${scheme ?? ''} ${code}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, id);
    else if (earlier !== id) yield { record, path: ['code'], message: `code ${code} is already that of ${earlier}` };
  }
}

function* disagreementProblems(records: readonly WrittenRecord[]): Generator<PlacedProblem> {
  const sides = new Map<string, number>();
  for (const record of records) {
    const id = textField(record.value, 'disagreement');
    if (id !== null) sides.set(id, (sides.get(id) ?? 0) + 1);
  }
  for (const record of records) {
    if (record.section !== 'disagreements') continue;
    const count = sides.get(idOf(record) ?? '') ?? 0;
    if (count < 2) {
      const message = `has ${count === 0 ? 'no side' : 'one side'}; at least two relations or figures must name it`;
      yield { record, path: ['id'], message };
    }
  }
}

/** Every problem between the records of all files; `elsewhere` are ids that are known to be written but not read. */
export function* graphProblems(
  records: readonly WrittenRecord[],
  elsewhere: ReadonlySet<string>,
): Generator<PlacedProblem> {
  yield* duplicateProblems(records);
  yield* codeProblems(records);
  yield* disagreementProblems(records);
  const known = { node: new Set<string>(), source: new Set<string>(), disagreement: new Set<string>() };
  for (const record of records) {
    const id = idOf(record);
    if (id === null) continue;
    if (record.section === 'nodes') known.node.add(id);
    if (record.section === 'sources') known.source.add(id);
    if (record.section === 'disagreements') known.disagreement.add(id);
  }
  for (const record of records) {
    for (const { path, id, to } of referencesOf(record)) {
      if (!known[to].has(id) && !elsewhere.has(id))
        yield { record, path, message: `there is no ${to} ${id} in any file` };
    }
    for (const problem of endProblems(record)) yield { record, ...problem };
  }
}
