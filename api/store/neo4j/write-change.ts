import { setImmediate as breathe } from 'node:timers/promises';
import type { FigureRecord, Restrictable } from '#vocabulary';
import { changeFaults, neededFacts, refuseFaults, type RecordId, type StoredFacts } from '../change-set.ts';
import { StoreError, type ChangeSet, type RecordKind, type Revision, type WriteSummary } from '../graph-store.ts';
import { WrittenKeys } from '../recent-writes.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../revision.ts';
import { grouped } from '../answers.ts';
import type { Asker } from './connection.ts';
import { moveMarks, revision, setRevision } from './cypher/dataset.ts';
import * as properties from './cypher/properties.ts';
import type { Digested } from './cypher/properties.ts';
import { storedRecords, usesOf, type StoredRecord } from './cypher/write-lookups.ts';
import * as write from './cypher/write-records.ts';
import type { Command, Question } from './question.ts';

/** Rows a statement: more only take more of the server's memory. */
const BATCH = 2_000;
/** Kinds in an order in which each needs only earlier ones. */
const KINDS: readonly RecordKind[] = ['source', 'node', 'disagreement', 'relation', 'figure'];

/** As a limit. */
const ALL = Number.MAX_SAFE_INTEGER;

/** The digest that the look-up gives for what is there and was not taken in: see take-in.ts. */
const LEFT_OUT = '';

/** Digests that came and went, and how many records did what. */
interface Tally {
  readonly written: WrittenKeys;
  /** Whether a record that was written is marked restricted. */
  marks: boolean;
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

/** All are sent at once: the server takes them in their order, and has the next while we make the one after it. */
async function inBatches<T>(asker: Asker, command: Command<readonly T[]>, values: readonly T[]): Promise<void> {
  await Promise.all(batches(values).map((batch) => asker.run(command, batch)));
}

/** Runs a statement that has to leave so many things behind, or what its rows refer to has gone. */
async function all<T>(
  asker: Asker,
  question: Question<readonly T[], number>,
  rows: readonly T[],
  expected: number,
): Promise<void> {
  if (expected === 0) return;
  const [written] = await asker.ask(question, rows);
  if (written !== expected) throw new ReferenceGone();
}

/** A statement wrote less than it was given: a node or a source that rows refer to is not there. */
class ReferenceGone extends Error {
  override readonly name = 'ReferenceGone';
}

async function stored(asker: Asker, ids: readonly string[], kind: RecordKind): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (const batch of batches(ids)) found.push(...(await asker.ask(storedRecords[kind], batch)));
  return found;
}

function removedIds(change: ChangeSet, kind: RecordKind): RecordId[] {
  return change.remove.filter((key) => key.kind === kind).map(({ id }) => id);
}

/** What the server knows of what a change needs. */
export async function lookUpFacts(asker: Asker, change: ChangeSet): Promise<StoredFacts> {
  const needed = neededFacts(change);
  const existing = new Set<string>();
  for (const kind of ['source', 'node', 'disagreement'] as const) {
    for (const { id, digest } of await stored(asker, [...needed[kind]], kind))
      if (digest !== LEFT_OUT) existing.add(id);
  }
  const uses = [];
  for (const kind of KINDS) {
    const question = usesOf[kind];
    const ids = removedIds(change, kind);
    if (question !== undefined && ids.length > 0) uses.push(...(await asker.ask(question, { ids, most: ALL })));
  }
  return { existing, uses };
}

/** @throws StoreError INVALID_CHANGE that names every fault */
export async function refuseBroken(change: ChangeSet, facts: StoredFacts): Promise<void> {
  const faults: string[] = [];
  let checked = 0;
  for (const some of changeFaults(change, facts)) {
    faults.push(...some);
    checked += 1;
    if (checked % BATCH === 0) await breathe();
  }
  refuseFaults(faults);
}

/** Digests by id of everything that is stored; null: they are looked up. */
export type Known = ReadonlyMap<string, string> | null;

interface Writing {
  readonly asker: Asker;
  readonly tally: Tally;
  readonly known: Known;
}

/** Records that differ from what is stored: those of a new id, and those that replace. */
interface Differing<T> {
  readonly added: readonly Digested<T>[];
  readonly changed: readonly Digested<T>[];
  readonly both: readonly Digested<T>[];
  /** Ids under which something stands already, be it ours or left out. */
  readonly replaced: readonly string[];
}

async function differing<T extends Restrictable & { readonly id: RecordId }>(
  { asker, tally, known }: Writing,
  kind: RecordKind,
  records: readonly T[],
): Promise<Differing<T>> {
  const ids = records.map(({ id }) => id);
  const before = known ?? new Map((await stored(asker, ids, kind)).map(({ id, digest }) => [id, digest]));
  const added: Digested<T>[] = [];
  const changed: Digested<T>[] = [];
  const replaced: string[] = [];
  for (const record of records) {
    const digest = recordDigest(kind, record);
    const old = before.get(record.id);
    if (old === digest) {
      tally.unchanged += 1;
      continue;
    }
    const isNew = old === undefined || old === LEFT_OUT;
    (isNew ? added : changed).push({ record, digest });
    tally.written.add(kind, record.id);
    if (record.restricted === true) tally.marks = true;
    tally.came.push(digest);
    if (!isNew) tally.went.push(old);
    if (old !== undefined) replaced.push(record.id);
  }
  tally.added += added.length;
  tally.changed += changed.length;
  return { added, changed, both: [...added, ...changed], replaced };
}

async function putEvidence<T extends properties.WithEvidence>(
  { asker, known }: Writing,
  kind: keyof typeof write.createEvidence,
  { replaced, both }: Differing<T>,
): Promise<void> {
  // Also of new ids: what somebody else left under them is not ours to take in.
  const bare = known === null ? both.map(({ record }) => record.id) : replaced;
  const removed = inBatches(asker, write.removeEvidence, bare);
  const created = batches(both).map((batch) => {
    const rows = properties.evidenceRows(batch.map(({ record }) => record));
    const pieces = rows.reduce((sum, row) => sum + row.pieces.length, 0);
    return all(asker, write.createEvidence[kind], rows, pieces);
  });
  await Promise.all([removed, ...created]);
}

async function putNodes(writing: Writing, change: ChangeSet): Promise<void> {
  const nodes = await differing(writing, 'node', change.put.nodes);
  const put = [...grouped(nodes.both, ({ record }) => record.type)].map(([type, some]) =>
    inBatches(writing.asker, write.putNodes(type), some.map(properties.nodeProperties)),
  );
  await Promise.all([...put, putEvidence(writing, 'node', nodes)]);
}

async function putRelations(writing: Writing, change: ChangeSet): Promise<void> {
  const { asker } = writing;
  const relations = await differing(writing, 'relation', change.put.relations);
  await inBatches(asker, write.removeLeftOutRelations, relations.replaced);
  const row = (one: Digested<ChangeSet['put']['relations'][number]>) => ({
    from: one.record.from,
    to: one.record.to,
    properties: properties.relationProperties(one),
  });
  const created = [...grouped(relations.added, ({ record }) => record.type)].flatMap(([type, some]) =>
    batches(some).map((batch) => all(asker, write.createRelations(type), batch.map(row), batch.length)),
  );
  const changed = inBatches(asker, write.changeRelations, relations.changed.map(row));
  await Promise.all([...created, changed, putEvidence(writing, 'relation', relations)]);
  const sides = relations.both.filter(({ record }) => record.disagreement !== null);
  await inBatches(
    asker,
    write.linkSides,
    sides.map(({ record: { id, disagreement } }) => ({ subject: id, disagreement })),
  );
}

async function putFigures(writing: Writing, records: readonly FigureRecord[]): Promise<void> {
  const figures = await differing(writing, 'figure', records);
  await inBatches(writing.asker, write.removeFigures, figures.replaced);
  await inBatches(writing.asker, write.createFigures, figures.both.map(properties.figureProperties));
  await putEvidence(writing, 'figure', figures);
}

const REMOVALS: Readonly<Record<RecordKind, Command<readonly string[]>>> = {
  source: write.removeSources,
  node: write.removeNodes,
  disagreement: write.removeDisagreements,
  relation: write.removeRelations,
  figure: write.removeFigures,
};

async function removeAll({ asker, tally }: Writing, change: ChangeSet): Promise<void> {
  for (const kind of KINDS.toReversed()) {
    const removed = removedIds(change, kind);
    const found = await stored(asker, removed, kind);
    const gone = found.filter(({ digest }) => digest !== LEFT_OUT);
    const ids = gone.map(({ id }) => id);
    await inBatches(asker, write.removeEvidence, ids);
    await inBatches(asker, REMOVALS[kind], ids);
    tally.went.push(...gone.map(({ digest }) => digest));
    const goneIds = new Set(ids);
    for (const id of removed) if (goneIds.has(id)) tally.written.add(kind, id);
    tally.removed += gone.length;
  }
}

/** Whether a reference that has gone would show in how much was written, so that nothing need be looked up before. */
function countsTell({ put, remove }: ChangeSet): boolean {
  const plain = put.relations.every(({ disagreement }) => disagreement === null);
  return plain && put.figures.length === 0 && put.disagreements.length === 0 && remove.length === 0;
}

async function putAndRemove(writing: Writing, change: ChangeSet): Promise<void> {
  const { asker } = writing;
  const sources = await differing(writing, 'source', change.put.sources);
  await inBatches(asker, write.putSources, sources.both.map(properties.sourceProperties));
  await putNodes(writing, change);
  const disagreements = await differing(writing, 'disagreement', change.put.disagreements);
  await inBatches(asker, write.putDisagreements, disagreements.both.map(properties.disagreementProperties));
  await putRelations(writing, change);
  await putFigures(writing, change.put.figures);
  await removeAll(writing, change);
}

/** What was written, and from which revision on. */
export interface Written {
  readonly summary: WriteSummary;
  readonly before: Revision;
  readonly written: WrittenKeys;
}

/**
 * Writes a change within one transaction, of those that are counted (known-to.ts).
 * @param checked that the change was found whole before, as part of a larger one
 * @throws StoreError INVALID_CHANGE that names every fault
 */
export async function writeChange(
  asker: Asker,
  change: ChangeSet,
  { checked = false, known = null }: { readonly checked?: boolean; readonly known?: Known } = {},
): Promise<Written> {
  if (!checked || !countsTell(change)) await refuseBroken(change, await lookUpFacts(asker, change));
  const written = new WrittenKeys();
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const tally: Tally = { written, marks: false, came: [], went: [], ...counts };
  try {
    await putAndRemove({ asker, tally, known }, change);
  } catch (error) {
    if (!(error instanceof ReferenceGone)) throw error;
    // Rolled back in any case; this says which.
    await refuseBroken(change, await lookUpFacts(asker, change));
    throw new StoreError('STORE_LOCKED', 'others write to what this change refers to at the same time; try again');
  }
  if (tally.marks) await asker.run(moveMarks, undefined);
  const [before = EMPTY_REVISION] = await asker.ask(revision, undefined);
  const { added, changed, removed, unchanged } = tally;
  const moved = moveRevision(before, tally.came, tally.went);
  if (moved !== before) await asker.run(setRevision, moved);
  return { summary: { added, changed, removed, unchanged, revision: moved }, before, written };
}
