import { StoreError } from '../graph-store.ts';
import type * as api from '../graph-store.ts';
import type { LoadOptions } from '../loading.ts';
import { NOTHING_OUTSIDE, type OutsideWrites, type TakeInOptions } from '../outside-writes.ts';
import type { StoreLoad } from '../store-load.ts';
import { changeSize } from '../change-set.ts';
import type { Connection } from './connection.ts';
import { OutsideEdits } from './outside-edits.ts';
import { everRestricted } from './sql/dataset.ts';
import { digestSlices, nodeSlice, relationSlice, relationSourcesSlice } from './sql/streams.ts';
import { wholeSlices } from './sql/whole-records.ts';
import { SqliteQuestions } from './sqlite-questions.ts';
import { streamed, type Snapshots } from './streaming.ts';
import { breathe, whileLocked } from './waiting.ts';
import { writeChange } from './write-change.ts';

export interface SqliteParts {
  readonly reader: Connection;
  /** The reader itself for a store in memory. */
  readonly writer: Connection;
  /** Opens one more connection to the file; null for a store in memory. */
  readonly connect: (() => Connection) | null;
  readonly patience: number;
}

/** The graph in one SQLite file. Questions are asked on one connection, written to on another, streamed on a third. */
export class SqliteStore extends SqliteQuestions implements api.GraphStore {
  readonly #parts: SqliteParts;
  readonly #snapshots: Snapshots;
  /** Null for a store in memory, which nobody else can write to. */
  readonly #outside: OutsideEdits | null;
  #writing: Promise<unknown> = Promise.resolve();
  readonly #state: { closed: boolean };

  constructor(parts: SqliteParts) {
    const { connect, reader, writer, patience } = parts;
    const state = { closed: false };
    super({ reader, patience, isClosed: () => state.closed });
    this.#state = state;
    this.#parts = parts;
    const outside = connect && new OutsideEdits({ reader, writer, connect, patience });
    this.#snapshots = { connect: outside && (() => outside.connect()), shared: reader, open: new Set(), patience };
    this.#outside = outside;
  }

  #refuseClosed(): void {
    if (this.#state.closed) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
  }

  during(signal: AbortSignal): api.GraphQuestions {
    const { reader, patience } = this.#parts;
    return new SqliteQuestions({ reader, patience, isClosed: () => this.#state.closed, signal });
  }

  /** Questions follow one another within the process. */
  busy(): StoreLoad {
    return { asking: 0, waiting: 0 };
  }

  async everRestricted(): Promise<boolean> {
    this.#refuseClosed();
    const { reader, patience } = this.#parts;
    return whileLocked(() => reader.ask(everRestricted, undefined)[0] ?? true, patience);
  }

  streamNodes(): AsyncIterable<readonly api.StoredNode[]> {
    this.#refuseClosed();
    return streamed(this.#snapshots, [nodeSlice]);
  }

  streamRelations(): AsyncIterable<readonly api.StoredRelation[]> {
    this.#refuseClosed();
    return streamed(this.#snapshots, [relationSlice]);
  }

  streamRelationSources(): AsyncIterable<readonly api.RelationSources[]> {
    this.#refuseClosed();
    return streamed(this.#snapshots, [relationSourcesSlice]);
  }

  streamDigests(): AsyncIterable<readonly api.RecordDigest[]> {
    this.#refuseClosed();
    return streamed(this.#snapshots, digestSlices);
  }

  streamRecords(): AsyncIterable<readonly api.WholeRecord[]> {
    this.#refuseClosed();
    return streamed(this.#snapshots, wholeSlices);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseClosed();
    const turn = this.#writing.then(work);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** Writes queue: SQLite takes one at a time. */
  async write(change: api.ChangeSet): Promise<api.WriteSummary> {
    return this.#inTurn(() => this.#writeNow(change));
  }

  async #writeNow(change: api.ChangeSet): Promise<api.WriteSummary> {
    const { writer, connect, patience } = this.#parts;
    await whileLocked(() => writer.execute('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON'), patience);
    try {
      const steps = writeChange(writer, change, this.#outside?.unlooked() ?? false);
      for (;;) {
        const { value, done } = steps.next();
        if (done === true) {
          writer.execute('COMMIT');
          this.#outside?.wrote();
          return value;
        }
        // In memory, readers share the connection and must not see half a change: no pause there.
        if (connect !== null) await breathe();
      }
    } finally {
      writer.rollBack();
    }
  }

  /** One transaction, whatever the size: SQLite keeps what is not committed in its log, not in memory. */
  async load(change: api.ChangeSet, { onProgress }: LoadOptions): Promise<api.WriteSummary> {
    const total = changeSize(change);
    onProgress?.(0, total);
    const summary = await this.write(change);
    onProgress?.(total, total);
    return summary;
  }

  /** In turn with writes of this process; those of others make it begin anew. */
  async takeIn(options: TakeInOptions = {}): Promise<OutsideWrites> {
    return this.#inTurn(async () => this.#outside?.takeIn(options) ?? NOTHING_OUTSIDE);
  }

  /** A load is all there or not at all. */
  async loading(): Promise<null> {
    this.#refuseClosed();
    return null;
  }

  async ping(): Promise<void> {
    await this.revision();
  }

  /** Waits for a write in progress; streams still open end with STORE_UNAVAILABLE. */
  async close(): Promise<void> {
    if (this.#state.closed) return;
    this.#state.closed = true;
    this.#outside?.stop();
    await this.#writing;
    for (const connection of this.#snapshots.open) connection.close();
    this.#snapshots.open.clear();
    this.#parts.writer.settle();
    this.#parts.writer.close();
    this.#parts.reader.close();
  }
}
