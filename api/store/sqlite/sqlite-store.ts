import { StoreError } from '../graph-store.ts';
import type * as api from '../graph-store.ts';
import type { LoadOptions } from '../loading.ts';
import { NOTHING_OUTSIDE, type OutsideWrites, type TakeInOptions } from '../outside-writes.ts';
import type { StoreLoad } from '../store-load.ts';
import { grouped } from '../answers.ts';
import { changeSize } from '../change-set.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { OutsideEdits } from './outside-edits.ts';
import { RecentWrites } from '../recent-writes.ts';
import { marks } from './sql/dataset.ts';
import { digestSlices, markedSlices, nodeSlice, relationSlice, relationSourcesSlice } from './sql/streams.ts';
import { wholeRecords, wholeSlices } from './sql/whole-records.ts';
import { usesOf } from './sql/write-lookups.ts';
import { SqliteQuestions } from './sqlite-questions.ts';
import { streamed, type Snapshots } from './streaming.ts';
import { breathe, whileLocked } from './waiting.ts';
import { writeChange } from './write-change.ts';

export interface SqliteParts {
  readonly connections: Connections;
  /** How long another process's lock is waited for, in milliseconds. */
  readonly patience: number;
}

/** Who asks waits for less: an answer is to be there or refused in 2.5 s. */
const MOST_READ_PATIENCE_MS = 2_000;

/** Records asked for by id at once: a few milliseconds. */
const KEYS_AT_ONCE = 200;

/** The graph in one SQLite file. Questions are asked on one connection, written to on another, streamed on a third. */
export class SqliteStore extends SqliteQuestions implements api.GraphStore {
  readonly #parts: SqliteParts;
  readonly #snapshots: Snapshots;
  /** Null for a store in memory, which nobody else can write to. */
  readonly #outside: OutsideEdits | null;
  readonly #recent = new RecentWrites();
  #writing: Promise<unknown> = Promise.resolve();
  readonly #state: { closed: boolean };

  constructor(parts: SqliteParts) {
    const { connections, patience } = parts;
    const state = { closed: false };
    const reader = () => connections.reader();
    super({ reader, patience: Math.min(patience, MOST_READ_PATIENCE_MS), isClosed: () => state.closed });
    this.#state = state;
    this.#parts = parts;
    const { connect } = connections;
    const outside = connect && new OutsideEdits({ connections, connect, patience });
    this.#snapshots = { connect: outside && (() => outside.connect()), shared: reader, open: new Set(), patience };
    this.#outside = outside;
  }

  #refuseClosed(): void {
    if (this.#state.closed) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
  }

  during(signal: AbortSignal): api.GraphQuestions {
    const { connections, patience } = this.#parts;
    return new SqliteQuestions({
      reader: () => connections.reader(),
      patience: Math.min(patience, MOST_READ_PATIENCE_MS),
      isClosed: () => this.#state.closed,
      signal,
    });
  }

  /** Questions follow one another within the process. */
  busy(): StoreLoad {
    return { asking: 0, waiting: 0 };
  }

  async #ask<T>(ask: (reader: Connection) => T): Promise<T> {
    this.#refuseClosed();
    const { connections, patience } = this.#parts;
    return whileLocked(() => ask(connections.reader()), patience);
  }

  async marks(): Promise<api.Marks> {
    const [found] = await this.#ask((reader) => reader.ask(marks, undefined));
    if (found === undefined) throw new StoreError('STORE_FOREIGN', 'the store file holds no dataset');
    return found;
  }

  streamMarked(): AsyncIterable<readonly api.RecordKey[]> {
    this.#refuseClosed();
    return streamed(this.#snapshots, markedSlices);
  }

  async wholeRecords(keys: readonly api.RecordKey[]): Promise<ReadonlyMap<string, api.WholeRecord>> {
    const found = new Map<string, api.WholeRecord>();
    for (const [kind, some] of grouped(keys, (key) => key.kind)) {
      for (let at = 0; at < some.length; at += KEYS_AT_ONCE) {
        const ids = some.slice(at, at + KEYS_AT_ONCE).map(({ id }) => id);
        for (const whole of await this.#ask((reader) => reader.ask(wholeRecords[kind].byId, ids))) {
          found.set(whole.id, whole);
        }
        if (at + KEYS_AT_ONCE < some.length) await breathe();
      }
    }
    return found;
  }

  async usesOf(keys: readonly api.RecordKey[], most: number): Promise<readonly api.RecordUse[] | null> {
    const found: api.RecordUse[] = [];
    for (const [kind, some] of grouped(keys, (key) => key.kind)) {
      const ids = some.map(({ id }) => id);
      for (const question of usesOf[kind] ?? []) {
        found.push(...(await this.#ask((reader) => reader.ask(question, { ids, most: most + 1 }))));
        if (found.length > most) return null;
      }
    }
    return found;
  }

  writtenBetween(from: api.Revision, to: api.Revision): readonly api.RecordKey[] | null {
    return this.#recent.between(from, to);
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
    const settled: Promise<void> = turn.then(
      () => this.#tidyAfter(settled),
      () => this.#tidyAfter(settled),
    );
    this.#writing = settled;
    return turn;
  }

  /** The log is brought into the file when nobody writes or reads on: then the one file is the store, and can be copied or replaced. */
  #tidyAfter(turn: Promise<void>): void {
    if (this.#writing === turn && !this.#state.closed && this.#snapshots.open.size === 0)
      this.#parts.connections.tidy();
  }

  /** Writes queue: SQLite takes one at a time. */
  async write(change: api.ChangeSet): Promise<api.WriteSummary> {
    return this.#inTurn(() => this.#writeNow(change));
  }

  async #writeNow(change: api.ChangeSet): Promise<api.WriteSummary> {
    const { connections, patience } = this.#parts;
    const writer = await whileLocked(() => connections.writer(), patience);
    await whileLocked(() => writer.execute('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON'), patience);
    try {
      const steps = writeChange(writer, change, this.#outside?.unlooked() ?? false);
      for (;;) {
        const { value, done } = steps.next();
        if (done === true) {
          writer.execute('COMMIT');
          // Whoever is told that it is written must find it in the file that is there.
          await whileLocked(() => connections.verify(), patience);
          this.#outside?.wrote();
          const { summary, before, written } = value;
          this.#recent.wrote(before, summary.revision, written);
          return summary;
        }
        // In memory, readers share the connection and must not see half a change: no pause there.
        if (connections.connect !== null) await breathe();
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
    this.#refuseClosed();
    const { connections, patience } = this.#parts;
    await whileLocked(() => connections.verify(), Math.min(patience, MOST_READ_PATIENCE_MS));
    await this.revision();
  }

  refusesWrites(): string | null {
    return this.#parts.connections.refusesWrites();
  }

  /** Waits for a write in progress; streams still open end with STORE_UNAVAILABLE. */
  async close(): Promise<void> {
    if (this.#state.closed) return;
    this.#state.closed = true;
    this.#outside?.stop();
    await this.#writing;
    for (const connection of this.#snapshots.open) connection.close();
    this.#snapshots.open.clear();
    this.#parts.connections.close();
  }
}
