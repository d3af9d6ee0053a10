import { StoreError } from '../graph-store.ts';
import type { Connection } from './connection.ts';
import type { Question } from './question.ts';
import type { SliceInput } from './sql/streams.ts';
import { breathe, whileLocked } from './waiting.ts';

/** Rows a slice: about 5 ms of work. */
const SLICE = 2_000;

/** Reads a table from one moment of the store, slice by slice. */
export interface Snapshots {
  /** A connection of its own for a file; null for a store in memory, which has only the one. */
  readonly connect: (() => Connection) | null;
  readonly shared: () => Connection;
  /** Connections in use, for whoever closes the store. */
  readonly open: Set<Connection>;
  readonly patience: number;
}

type Slices<Id extends string, T> = readonly Question<SliceInput<Id>, T>[];

function* slicesOf<Id extends string, T extends { readonly id: Id }>(
  connection: Connection,
  questions: Slices<Id, T>,
): Generator<readonly T[], void, void> {
  for (const question of questions) {
    let after: Id | '' = '';
    for (;;) {
      const slice: T[] = connection.ask(question, { after, limit: SLICE });
      const last = slice.at(-1);
      if (last === undefined) break;
      yield slice;
      if (slice.length < SLICE) break;
      after = last.id;
    }
  }
}

/** One moment is kept by a read transaction on a connection of its own; writers go on meanwhile. */
async function* ofFile<Id extends string, T extends { readonly id: Id }>(
  snapshots: Snapshots,
  connect: () => Connection,
  questions: Slices<Id, T>,
): AsyncGenerator<readonly T[], void, void> {
  const connection = await whileLocked(connect, snapshots.patience);
  snapshots.open.add(connection);
  try {
    connection.execute('BEGIN');
    const slices = slicesOf(connection, questions);
    for (;;) {
      if (!snapshots.open.has(connection)) throw new StoreError('STORE_UNAVAILABLE', 'the store was closed meanwhile');
      const { value, done } = slices.next();
      if (done === true) return;
      yield value;
      await breathe();
    }
  } finally {
    if (snapshots.open.delete(connection)) connection.close();
  }
}

/** A store in memory has one connection, on which writes would show: all is read at once, and handed over in slices. */
async function* ofMemory<Id extends string, T extends { readonly id: Id }>(
  connection: Connection,
  questions: Slices<Id, T>,
): AsyncGenerator<readonly T[], void, void> {
  const all = [...slicesOf(connection, questions)];
  for (const slice of all) {
    yield slice;
    await breathe();
  }
}

/** Everything the questions ask, one after the other, as it is when the first batch is read. */
export function streamed<Id extends string, T extends { readonly id: Id }>(
  snapshots: Snapshots,
  questions: Slices<Id, T>,
): AsyncIterable<readonly T[]> {
  return snapshots.connect === null
    ? ofMemory(snapshots.shared(), questions)
    : ofFile(snapshots, snapshots.connect, questions);
}
