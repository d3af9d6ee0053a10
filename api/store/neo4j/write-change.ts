import { setImmediate as breathe } from 'node:timers/promises';
import type { Evidence, FigureRecord, SubjectId } from '#vocabulary';
import { changeFaults, neededFacts, refuseFaults } from '../change-set.ts';
import type { ChangeSet, RecordKind, WriteSummary } from '../graph-store.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../revision.ts';
import { grouped } from '../answers.ts';
import type { Asker } from './connection.ts';
import { lockDataset, revision, setRevision } from './cypher/dataset.ts';
import * as properties from './cypher/properties.ts';
import type { Digested } from './cypher/properties.ts';
import { storedRecords, usesOf, type StoredRecord } from './cypher/write-lookups.ts';
import * as write from './cypher/write-records.ts';
import type { Command } from './question.ts';

/** Rows a statement: more only take more of the server's memory. */
const BATCH = 2_000;
/** Kinds in an order in which each needs only earlier ones. */
const KINDS: readonly RecordKind[] = ['source', 'node', 'disagreement', 'relation', 'figure'];

/** Digests that came and went, and how many records did what. */
interface Tally {
  readonly came: string[];
  readonly went: string[];
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

function batches<T>(values: readonly T[]): T[][] {
  const cut: T[][] = [];
  for (let at = 0; at < values.length; at += BATCH) cut.push(values.slice(at, at + BATCH));
  return cut;
}

async function inBatches<T>(asker: Asker, command: Command<readonly T[]>, values: readonly T[]): Promise<void> {
  for (const batch of batches(values)) await asker.run(command, batch);
}

async function stored(
  asker: Asker,
  ids: readonly string[],
  kinds: readonly RecordKind[],
): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (const kind of kinds) {
    for (const batch of batches(ids)) found.push(...(await asker.ask(storedRecords[kind], batch)));
  }
  return found;
}

function removedIds(change: ChangeSet, kind: RecordKind): string[] {
  return change.remove.filter((key) => key.kind === kind).map(({ id }) => id);
}

/** @throws StoreError INVALID_CHANGE that names every fault */
export async function refuseBroken(asker: Asker, change: ChangeSet): Promise<void> {
  const existing = await stored(asker, [...neededFacts(change)], ['source', 'node', 'disagreement']);
  const uses = [];
  for (const kind of KINDS) {
    const question = usesOf[kind];
    const ids = removedIds(change, kind);
    if (question !== undefined && ids.length > 0) uses.push(...(await asker.ask(question, ids)));
  }
  const facts = { existing: new Set(existing.map(({ id }) => id)), uses };
  const faults: string[] = [];
  let checked = 0;
  for (const some of changeFaults(change, facts)) {
    faults.push(...some);
    checked += 1;
    if (checked % BATCH === 0) await breathe();
  }
  refuseFaults(faults);
}

/** Records that differ from what is stored: those of a new id, and those that replace. */
interface Differing<T> {
  readonly added: readonly Digested<T>[];
  readonly changed: readonly Digested<T>[];
  readonly both: readonly Digested<T>[];
}

async function differing<T extends { readonly id: string }>(
  asker: Asker,
  kind: RecordKind,
  records: readonly T[],
  tally: Tally,
): Promise<Differing<T>> {
  const ids = records.map(({ id }) => id);
  const before = new Map((await stored(asker, ids, [kind])).map(({ id, digest }) => [id, digest]));
  const added: Digested<T>[] = [];
  const changed: Digested<T>[] = [];
  for (const record of records) {
    const digest = recordDigest(kind, record);
    const old = before.get(record.id);
    if (old === digest) {
      tally.unchanged += 1;
      continue;
    }
    (old === undefined ? added : changed).push({ record, digest });
    tally.came.push(digest);
    if (old !== undefined) tally.went.push(old);
  }
  tally.added += added.length;
  tally.changed += changed.length;
  return { added, changed, both: [...added, ...changed] };
}

interface WithEvidence {
  readonly id: SubjectId;
  readonly evidence: readonly Evidence[];
}

async function putEvidence<T extends WithEvidence>(
  asker: Asker,
  kind: keyof typeof write.createEvidence,
  { changed, both }: Differing<T>,
): Promise<void> {
  await inBatches(
    asker,
    write.removeEvidence,
    changed.map(({ record }) => record.id),
  );
  const rows = both.flatMap(({ record }) => properties.evidenceRows(record.id, record.evidence));
  await inBatches(asker, write.createEvidence[kind], rows);
}

async function putNodes(asker: Asker, change: ChangeSet, tally: Tally): Promise<void> {
  const nodes = await differing(asker, 'node', change.put.nodes, tally);
  for (const [type, some] of grouped(nodes.both, ({ record }) => record.type)) {
    await inBatches(asker, write.putNodes(type), some.map(properties.nodeProperties));
  }
  await putEvidence(asker, 'node', nodes);
}

async function putRelations(asker: Asker, change: ChangeSet, tally: Tally): Promise<void> {
  const relations = await differing(asker, 'relation', change.put.relations, tally);
  const row = (one: Digested<ChangeSet['put']['relations'][number]>) => ({
    from: one.record.from,
    to: one.record.to,
    properties: properties.relationProperties(one),
  });
  for (const [type, some] of grouped(relations.added, ({ record }) => record.type)) {
    await inBatches(asker, write.createRelations(type), some.map(row));
  }
  await inBatches(asker, write.changeRelations, relations.changed.map(row));
  await putEvidence(asker, 'relation', relations);
  const sides = relations.both.filter(({ record }) => record.disagreement !== null);
  await inBatches(
    asker,
    write.linkSides,
    sides.map(({ record: { id, disagreement } }) => ({ subject: id, disagreement })),
  );
}

async function putFigures(asker: Asker, records: readonly FigureRecord[], tally: Tally): Promise<void> {
  const figures = await differing(asker, 'figure', records, tally);
  await inBatches(
    asker,
    write.removeFigures,
    figures.changed.map(({ record }) => record.id),
  );
  await inBatches(asker, write.createFigures, figures.both.map(properties.figureProperties));
  await putEvidence(asker, 'figure', figures);
}

const REMOVALS: Readonly<Record<RecordKind, Command<readonly string[]>>> = {
  source: write.removeSources,
  node: write.removeNodes,
  disagreement: write.removeDisagreements,
  relation: write.removeRelations,
  figure: write.removeFigures,
};

async function removeAll(asker: Asker, change: ChangeSet, tally: Tally): Promise<void> {
  for (const kind of KINDS.toReversed()) {
    const gone = await stored(asker, removedIds(change, kind), [kind]);
    const ids = gone.map(({ id }) => id);
    await inBatches(asker, write.removeEvidence, ids);
    await inBatches(asker, REMOVALS[kind], ids);
    tally.went.push(...gone.map(({ digest }) => digest));
    tally.removed += gone.length;
  }
}

/**
 * Writes a change within one transaction.
 * @throws StoreError INVALID_CHANGE that names every fault
 */
export async function writeChange(asker: Asker, change: ChangeSet): Promise<WriteSummary> {
  await asker.run(lockDataset, undefined);
  await refuseBroken(asker, change);
  const tally: Tally = { came: [], went: [], added: 0, changed: 0, removed: 0, unchanged: 0 };
  const sources = await differing(asker, 'source', change.put.sources, tally);
  await inBatches(asker, write.putSources, sources.both.map(properties.sourceProperties));
  await putNodes(asker, change, tally);
  const disagreements = await differing(asker, 'disagreement', change.put.disagreements, tally);
  await inBatches(asker, write.putDisagreements, disagreements.both.map(properties.disagreementProperties));
  await putRelations(asker, change, tally);
  await putFigures(asker, change.put.figures, tally);
  await removeAll(asker, change, tally);
  const [before = EMPTY_REVISION] = await asker.ask(revision, undefined);
  const { came, went, ...counts } = tally;
  const moved = moveRevision(before, came, went);
  if (moved !== before) await asker.run(setRevision, moved);
  return { ...counts, revision: moved };
}
