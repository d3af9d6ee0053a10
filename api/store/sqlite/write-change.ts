import type { Evidence } from '#vocabulary';
import { changeFaults, neededFacts, refuseFaults, type RecordId } from '../change-set.ts';
import type { ChangeSet, RecordKind, RecordUse, Revision, WriteSummary } from '../graph-store.ts';
import { WrittenKeys } from '../recent-writes.ts';
import { moveRevision, recordDigest } from '../revision.ts';
import type { Connection } from './connection.ts';
import type { Command } from './question.ts';
import { revision, setRevision } from './sql/dataset.ts';
import { anyLeftOut, letIn } from './sql/found.ts';
import { storedRecords, usesOf, type StoredRecord } from './sql/write-lookups.ts';
import * as write from './sql/write-records.ts';

/** Rows between two moments in which the event loop may run. */
const SLICE = 500;
/** Kinds in an order in which each needs only earlier ones. */
const KINDS: readonly RecordKind[] = ['source', 'node', 'disagreement', 'relation', 'figure'];

/** A write in steps: between two of them, the caller may let the event loop run. */
export type Steps<T> = Generator<void, T, void>;

function* slices<T>(values: readonly T[]): Generator<readonly T[], void, void> {
  for (let at = 0; at < values.length; at += SLICE) yield values.slice(at, at + SLICE);
}

/** Those of the ids that are stored. */
function* stored(connection: Connection, ids: readonly string[], kind: RecordKind): Steps<StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (const slice of slices(ids)) {
    found.push(...connection.ask(storedRecords[kind], slice));
    yield;
  }
  return found;
}

function usesOfRemoved(connection: Connection, change: ChangeSet): RecordUse[] {
  return KINDS.flatMap((kind) => {
    const ids = change.remove.filter((key) => key.kind === kind).map(({ id }) => id);
    return ids.length === 0
      ? []
      : (usesOf[kind] ?? []).flatMap((question) => connection.ask(question, { ids, most: -1 }));
  });
}

function* refuseBroken(connection: Connection, change: ChangeSet): Steps<void> {
  const needed = neededFacts(change);
  const existing = new Set<string>();
  for (const kind of ['source', 'node', 'disagreement'] as const) {
    for (const { id, digest } of yield* stored(connection, [...needed[kind]], kind)) {
      if (digest !== null) existing.add(id);
    }
  }
  const facts = { existing, uses: usesOfRemoved(connection, change) };
  const faults: string[] = [];
  let checked = 0;
  for (const some of changeFaults(change, facts)) {
    faults.push(...some);
    checked += 1;
    if (checked % SLICE === 0) yield;
  }
  refuseFaults(faults);
}

/** Digests that came and went, and how many records did what. */
interface Tally {
  readonly written: WrittenKeys;
  readonly came: string[];
  readonly went: string[];
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

interface Writing {
  readonly tally: Tally;
  /** Whether others may have left rows behind, under ids or keys that records put need. */
  readonly strangers: boolean;
}

interface Putting<T> {
  readonly kind: RecordKind;
  readonly records: readonly T[];
  readonly put: Command<write.Digested<T>>;
  /** Null for kinds that carry no evidence. */
  readonly evidence: ((record: T) => readonly Evidence[]) | null;
}

function putEvidence(
  connection: Connection,
  kind: RecordKind,
  key: number,
  pieces: readonly Evidence[],
  isNew: boolean,
): void {
  if (kind === 'source' || kind === 'disagreement') return;
  const { put, drop } = write.evidenceOf[kind];
  if (!isNew) connection.run(drop, key);
  for (const [position, piece] of pieces.entries()) connection.run(put, { subject: key, position, piece });
}

function* putAll<T extends { readonly id: RecordId }>(
  connection: Connection,
  { kind, records, put, evidence }: Putting<T>,
  { tally, strangers }: Writing,
): Steps<void> {
  for (const slice of slices(records)) {
    const before = new Map(
      connection
        .ask(
          storedRecords[kind],
          slice.map(({ id }) => id),
        )
        .map((record) => [record.id, record]),
    );
    for (const record of slice) {
      const digest = recordDigest(kind, record);
      const there = before.get(record.id);
      // What others wrote under the id and is left out is replaced as if it were new.
      const old = there === undefined || there.digest === null ? null : { key: there.key, digest: there.digest };
      if (old?.digest === digest) {
        tally.unchanged += 1;
        continue;
      }
      const key = connection.run(put, { record, digest });
      const row = there?.key ?? key;
      if (strangers) connection.run(letIn, { kind, key: row });
      // Strangers may have left evidence behind under the key of a new row, too.
      if (evidence !== null) putEvidence(connection, kind, row, evidence(record), there === undefined && !strangers);
      tally.written.add(kind, record.id);
      tally.came.push(digest);
      if (old !== null) tally.went.push(old.digest);
      if (old === null) tally.added += 1;
      else tally.changed += 1;
    }
    yield;
  }
}

function* removeAll(connection: Connection, change: ChangeSet, tally: Tally): Steps<void> {
  for (const kind of KINDS.toReversed()) {
    const keys = new Map<string, RecordId>(change.remove.filter((key) => key.kind === kind).map(({ id }) => [id, id]));
    for (const { id, key, digest } of yield* stored(connection, [...keys.keys()], kind)) {
      const known = keys.get(id);
      if (digest === null || known === undefined) continue;
      connection.run(write.removeRecord[kind], key);
      tally.written.add(kind, known);
      tally.went.push(digest);
      tally.removed += 1;
    }
  }
}

/** What was written, and from which revision on. */
export interface Written {
  readonly summary: WriteSummary;
  readonly before: Revision;
  readonly written: WrittenKeys;
}

/**
 * Writes a change within the transaction that is open on the connection; the caller commits or rolls back.
 * @param unlooked whether others wrote since the last look
 * @throws StoreError INVALID_CHANGE that names every fault
 */
export function* writeChange(connection: Connection, change: ChangeSet, unlooked: boolean): Steps<Written> {
  yield* refuseBroken(connection, change);
  const written = new WrittenKeys();
  const tally: Tally = { written, came: [], went: [], added: 0, changed: 0, removed: 0, unchanged: 0 };
  const writing = { tally, strangers: unlooked || connection.ask(anyLeftOut, undefined)[0] === true };
  const { sources, nodes, disagreements, relations, figures } = change.put;
  yield* putAll(connection, { kind: 'source', records: sources, put: write.putSource, evidence: null }, writing);
  yield* putAll(connection, { kind: 'node', records: nodes, put: write.putNode, evidence: (n) => n.evidence }, writing);
  const disagreeing = { records: disagreements, put: write.putDisagreement, evidence: null };
  yield* putAll(connection, { kind: 'disagreement', ...disagreeing }, writing);
  const related = { records: relations, put: write.putRelation };
  yield* putAll(connection, { kind: 'relation', ...related, evidence: (r) => r.evidence }, writing);
  yield* putAll(
    connection,
    { kind: 'figure', records: figures, put: write.putFigure, evidence: (f) => f.evidence },
    writing,
  );
  yield* removeAll(connection, change, tally);
  const [before = ''] = connection.ask(revision, undefined);
  const { added, changed, removed, unchanged } = tally;
  const moved = moveRevision(before, tally.came, tally.went);
  if (moved !== before) connection.run(setRevision, moved);
  return { summary: { added, changed, removed, unchanged, revision: moved }, before, written };
}
