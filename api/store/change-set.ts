/** What a change must be for the graph to stay whole. Engines look up what {@link neededFacts} names; the rules are here. */
import {
  PartialDateError,
  PeriodError,
  isNodeId,
  nodeTypeOfId,
  parseDisagreementId,
  parseSourceId,
  periodBounds,
  relationId,
} from '#vocabulary';
import type { Evidence, FigureRecord, NodeRecord, Period, RelationRecord } from '#vocabulary';
import { StoreError, type ChangeSet, type RecordKey, type RecordKind } from './graph-store.ts';

/** Ids of different kinds of record differ in form, so an id alone names a record. */
export type RecordId = RecordKey['id'];

/** That one stored record needs another. */
export interface RecordUse {
  readonly used: RecordKey;
  readonly by: RecordKey;
}

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

/** Ids a record cannot do without, with the part they play. */
function needsOf(change: ChangeSet): { by: string; part: string; needs: string }[] {
  const needs: { by: string; part: string; needs: string }[] = [];
  const add = (by: string, part: string, ids: readonly (string | null)[]): void => {
    for (const id of ids) if (id !== null) needs.push({ by, part, needs: id });
  };
  for (const node of change.put.nodes) add(node.id, 'source', evidenceSources(node.evidence));
  for (const relation of change.put.relations) {
    add(relation.id, 'end', [relation.from, relation.to]);
    add(relation.id, 'disagreement', [relation.disagreement]);
    add(relation.id, 'source', evidenceSources(relation.evidence));
  }
  for (const figure of change.put.figures) {
    add(figure.id, 'node', [figure.about, figure.within]);
    add(figure.id, 'disagreement', [figure.disagreement]);
    add(figure.id, 'source', evidenceSources(figure.evidence));
  }
  for (const disagreement of change.put.disagreements) add(disagreement.id, 'node', [disagreement.about]);
  return needs;
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
export function neededFacts(change: ChangeSet): ReadonlySet<string> {
  const put = new Set<string>(putKeys(change).map(({ id }) => id));
  return new Set(
    needsOf(change)
      .map(({ needs }) => needs)
      .filter((id) => !put.has(id)),
  );
}

function periodFault(id: string, period: Period): string[] {
  try {
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

function nodeFaults(node: NodeRecord): string[] {
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

function relationFaults(relation: RelationRecord): string[] {
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

function figureFaults(figure: FigureRecord): string[] {
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

function referenceFaults(change: ChangeSet, facts: StoredFacts): string[] {
  const put = new Set<string>(putKeys(change).map(({ id }) => id));
  const removed = new Set<string>(change.remove.map(({ id }) => id));
  const missing = needsOf(change)
    .filter(({ needs }) => !put.has(needs) && (removed.has(needs) || !facts.existing.has(needs)))
    .map(({ by, part, needs }) =>
      removed.has(needs)
        ? `${by}: its ${part} ${needs} is removed by the same change`
        : `${by}: its ${part} ${needs} does not exist`,
    );
  const stillUsed = facts.uses
    .filter(({ by, used }) => !put.has(by.id) && !removed.has(by.id) && removed.has(used.id))
    .map(({ by, used }) => `${used.id}: cannot be removed, ${by.kind} ${by.id} still uses it`);
  return [...missing, ...stillUsed];
}

/**
 * Every fault of a change, each naming the record, a record at a time so that the caller may pause in between; none when it
 * may be written.
 */
export function* changeFaults(change: ChangeSet, facts: StoredFacts): Generator<readonly string[], void, void> {
  const { sources, nodes, relations, figures, disagreements } = change.put;
  for (const { id } of sources) yield idFault(id, parseSourceId);
  for (const { id } of disagreements) yield idFault(id, parseDisagreementId);
  for (const node of nodes) yield nodeFaults(node);
  for (const relation of relations) yield relationFaults(relation);
  for (const figure of figures) yield figureFaults(figure);
  const keys = putKeys(change);
  const put = new Set<string>(keys.map(({ id }) => id));
  yield repeated(keys, 'is put');
  yield repeated(change.remove, 'is removed');
  yield change.remove.filter(({ id }) => put.has(id)).map(({ id }) => `${id}: is put and removed in one change`);
  yield [...new Set(referenceFaults(change, facts))];
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
