/** What a change must be for the graph to stay whole. Engines look up what {@link neededFacts} names; the rules are here. */
import {
  OPEN,
  PartialDateError,
  PeriodError,
  isNodeId,
  nodeTypeOfId,
  parseDisagreementId,
  parsePartialDate,
  parseSourceId,
  periodBounds,
  relationId,
} from '#vocabulary';
import type { Evidence, FigureRecord, NodeRecord, Period, RelationRecord } from '#vocabulary';
import { StoreError, type ChangeSet, type RecordKey, type RecordKind, type RecordUse } from './graph-store.ts';

/** Ids of different kinds of record differ in form, so an id alone names a record. */
export type RecordId = RecordKey['id'];

/** What the engine knows before the write. */
export interface StoredFacts {
  /** Of the ids that {@link neededFacts} names, those that are stored. */
  readonly existing: ReadonlySet<string>;
  /** Every use of a record that the change removes. */
  readonly uses: readonly RecordUse[];
}

/** How many faults a message spells out; their number is always given. */
const FAULTS_SPELT_OUT = 100;

function evidenceSources(evidence: readonly Evidence[]): string[] {
  return evidence.map((piece) => piece.source);
}

/** Kinds that other records refer to. */
export type ReferredKind = 'source' | 'node' | 'disagreement';

interface Need {
  readonly by: string;
  /** What the id is to the record, for a message. */
  readonly part: 'source' | 'end' | 'node' | 'disagreement';
  readonly kind: ReferredKind;
  readonly id: string;
}

/** Ids a record cannot do without, with the part they play. */
function* needsOf({ put }: ChangeSet): Generator<Need, void, void> {
  function* all(by: string, part: Need['part'], ids: readonly (string | null)[]): Generator<Need, void, void> {
    for (const id of ids) if (id !== null) yield { by, part, kind: part === 'end' ? 'node' : part, id };
  }
  for (const node of put.nodes) yield* all(node.id, 'source', evidenceSources(node.evidence));
  for (const relation of put.relations) {
    yield* all(relation.id, 'end', [relation.from, relation.to]);
    yield* all(relation.id, 'disagreement', [relation.disagreement]);
    yield* all(relation.id, 'source', evidenceSources(relation.evidence));
  }
  for (const figure of put.figures) {
    yield* all(figure.id, 'node', [figure.about, figure.within]);
    yield* all(figure.id, 'disagreement', [figure.disagreement]);
    yield* all(figure.id, 'source', evidenceSources(figure.evidence));
  }
  for (const disagreement of put.disagreements) yield* all(disagreement.id, 'node', [disagreement.about]);
}

/** Records that a change puts and removes. */
export function changeSize({ put, remove }: ChangeSet): number {
  const { sources, nodes, disagreements, relations, figures } = put;
  return sources.length + nodes.length + disagreements.length + relations.length + figures.length + remove.length;
}

/** Every record put, as its key. */
function putKeys(change: ChangeSet): RecordKey[] {
  const keys = (kind: RecordKind, records: readonly { readonly id: RecordId }[]): RecordKey[] =>
    records.map(({ id }) => ({ kind, id }));
  return [
    ...keys('source', change.put.sources),
    ...keys('node', change.put.nodes),
    ...keys('disagreement', change.put.disagreements),
    ...keys('relation', change.put.relations),
    ...keys('figure', change.put.figures),
  ];
}

/** Ids that records put refer to and that the change does not put itself: the engine says which of them are stored. */
export function neededFacts(change: ChangeSet): Readonly<Record<ReferredKind, ReadonlySet<string>>> {
  const put = new Set<string>(putKeys(change).map(({ id }) => id));
  const needed = { source: new Set<string>(), node: new Set<string>(), disagreement: new Set<string>() };
  for (const { kind, id } of needsOf(change)) if (!put.has(id)) needed[kind].add(id);
  return needed;
}

function periodFault(id: string, period: Period): string[] {
  try {
    for (const date of [period.from, period.to, ...period.attested])
      if (date !== null && date !== OPEN) parsePartialDate(date);
    periodBounds(period);
    return [];
  } catch (error) {
    if (error instanceof PeriodError || error instanceof PartialDateError) return [`${id}: ${error.message}`];
    throw error;
  }
}

function numberFaults(id: string, numbers: Readonly<Record<string, number | null>>): string[] {
  return Object.entries(numbers).flatMap(([name, value]) =>
    value === null || Number.isFinite(value) ? [] : [`${id}: ${name} is ${value}; give a finite number or null`],
  );
}

function idFault(id: string, parse: (text: string) => unknown): string[] {
  try {
    parse(id);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : `'${id}' is not an id`];
  }
}

/**
 * Half of a surrogate pair, for which UTF-8 has no form, or NUL, at which SQLite's texts end for libsql: no engine would give back the text
 * that was written.
 */
function isUnkept(value: unknown): boolean {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnkept);
}

function textFaults(record: { readonly id: string }): string[] {
  const part = Object.entries(record).find(([, value]) => isUnkept(value))?.[0];
  return part === undefined
    ? []
    : [`${record.id}: ${part} holds NUL or half a character (a lone surrogate), which cannot be kept; leave it out`];
}

export function nodeFaults(node: NodeRecord): string[] {
  const { id, type, latitude, longitude } = node;
  if (!isNodeId(id)) return [`node '${id}': the id needs a type's prefix and a name, as in province:35`];
  const typeOfId = nodeTypeOfId(id);
  return [
    ...(typeOfId === type ? [] : [`${id}: the type is ${type}, but the id is of a ${typeOfId}`]),
    ...((latitude === null) === (longitude === null) ? [] : [`${id}: give latitude and longitude both, or neither`]),
    ...numberFaults(id, { latitude, longitude }),
    ...periodFault(id, node.period),
  ];
}

export function relationFaults(relation: RelationRecord): string[] {
  const { id, from, to, type, share, valueMillionRp, coefficient } = relation;
  const plain = relationId(from, type, to);
  return [
    ...(id === plain || id.startsWith(`${plain}#`) ? [] : [`${id}: the id must be ${plain}, or that with #key`]),
    ...(relation.evidence.length > 0 ? [] : [`${id}: has no evidence; a relation needs at least one source`]),
    ...(share === null || (share >= 0 && share <= 1) ? [] : [`${id}: share is ${share}; it runs from 0 to 1`]),
    ...numberFaults(id, { valueMillionRp, coefficient }),
    ...periodFault(id, relation.period),
  ];
}

export function figureFaults(figure: FigureRecord): string[] {
  const { id, value } = figure;
  const plain = `${figure.about}~${figure.measure}`;
  return [
    ...(id === plain || id.startsWith(`${plain}#`) ? [] : [`${id}: the id must be ${plain}, or that with #key`]),
    ...(figure.evidence.length > 0 ? [] : [`${id}: has no evidence; a figure needs at least one source`]),
    ...numberFaults(id, { value }),
    ...periodFault(id, figure.period),
  ];
}

function repeated(keys: readonly RecordKey[], what: string): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of keys) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) => `${id}: ${what} twice in one change`);
}

/** A reference at a time. */
function* referenceFaults(
  change: ChangeSet,
  put: ReadonlySet<string>,
  facts: StoredFacts,
): Generator<readonly string[], void, void> {
  const removed = new Set<string>(change.remove.map(({ id }) => id));
  const told = new Set<string>();
  for (const { by, part, id } of needsOf(change)) {
    const missing = !put.has(id) && (removed.has(id) || !facts.existing.has(id));
    const fault = `${by}: its ${part} ${id} ${removed.has(id) ? 'is removed by the same change' : 'does not exist'}`;
    yield missing && !told.has(fault) ? [fault] : [];
    if (missing) told.add(fault);
  }
  const stillUsed = facts.uses
    .filter(({ by, used }) => !put.has(by.id) && !removed.has(by.id) && removed.has(used.id))
    .map(({ by, used }) => `${used.id}: cannot be removed, ${by.kind} ${by.id} still uses it`);
  yield [...new Set(stillUsed)];
}

/**
 * Every fault of a change, each naming the record, a record or a reference at a time so that the caller may pause in between; none when it
 * may be written.
 */
export function* changeFaults(change: ChangeSet, facts: StoredFacts): Generator<readonly string[], void, void> {
  const { sources, nodes, relations, figures, disagreements } = change.put;
  for (const { id } of sources) yield idFault(id, parseSourceId);
  for (const { id } of disagreements) yield idFault(id, parseDisagreementId);
  for (const node of nodes) yield nodeFaults(node);
  for (const relation of relations) yield relationFaults(relation);
  for (const figure of figures) yield figureFaults(figure);
  for (const record of [...sources, ...nodes, ...disagreements, ...relations, ...figures]) yield textFaults(record);
  const keys = putKeys(change);
  const put = new Set<string>(keys.map(({ id }) => id));
  yield repeated(keys, 'is put');
  yield repeated(change.remove, 'is removed');
  yield change.remove.filter(({ id }) => put.has(id)).map(({ id }) => `${id}: is put and removed in one change`);
  yield* referenceFaults(change, put, facts);
}

/** @throws StoreError INVALID_CHANGE that names the faults, when there are any */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length - FAULTS_SPELT_OUT;
  throw new StoreError(
    'INVALID_CHANGE',
    `nothing was written; the change has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:\n` +
      faults
        .slice(0, FAULTS_SPELT_OUT)
        .map((fault) => `- ${fault}`)
        .join('\n') +
      (more > 0 ? `\n- and ${more} more` : ''),
  );
}
