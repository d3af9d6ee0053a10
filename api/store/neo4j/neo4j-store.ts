import { StoreError } from '../graph-store.ts';
import type * as api from '../graph-store.ts';
import type { LoadOptions, Loading } from '../loading.ts';
import type { OutsideWrites, TakeInOptions } from '../outside-writes.ts';
import type { StoreLoad } from '../store-load.ts';
import type { Connection } from './connection.ts';
import { grouped } from '../answers.ts';
import { RecentWrites } from '../recent-writes.ts';
import { loading, marks } from './cypher/dataset.ts';
import { usesOf } from './cypher/write-lookups.ts';
import { writeCounted } from './known-to.ts';
import { loadChange } from './load-change.ts';
import { Neo4jQuestions } from './neo4j-questions.ts';
import { PATIENT_LOOK } from './presence.ts';
import { streamDigests, streamMarked, streamNodes, streamRelations, streamRelationSources } from './streaming.ts';
import { OutsideLook } from './take-in.ts';
import { streamRecords, wholeRecords } from './whole-records.ts';
import { writeChange } from './write-change.ts';

/** The graph on a Neo4j server. */
export class Neo4jStore extends Neo4jQuestions implements api.GraphStore {
  readonly #connection: Connection;
  readonly #outside: OutsideLook;
  readonly #recent = new RecentWrites();
  #writing: Promise<unknown> = Promise.resolve();
  readonly #state: { closed: boolean };

  constructor(connection: Connection) {
    const state = { closed: false };
    super({ read: (work) => connection.read(work), isClosed: () => state.closed });
    this.#state = state;
    this.#connection = connection;
    this.#outside = new OutsideLook(connection);
  }

  #refuseClosed(): void {
    if (this.#state.closed) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
  }

  during(signal: AbortSignal): api.GraphQuestions {
    return new Neo4jQuestions({
      read: (work) => this.#connection.readFor(signal, work),
      isClosed: () => this.#state.closed,
    });
  }

  busy(): StoreLoad {
    return this.#connection.busy();
  }

  async marks(): Promise<api.Marks> {
    this.#refuseClosed();
    const [found] = await this.#connection.read((asker) => asker.ask(marks, undefined));
    if (found === undefined) throw new StoreError('STORE_FOREIGN', 'the database is not marked as Sentra’s any more');
    return found;
  }

  streamMarked(): AsyncIterable<readonly api.RecordKey[]> {
    this.#refuseClosed();
    return streamMarked(this.#connection);
  }

  async wholeRecords(keys: readonly api.RecordKey[]): Promise<ReadonlyMap<string, api.WholeRecord>> {
    this.#refuseClosed();
    return wholeRecords(this.#connection, keys);
  }

  async usesOf(keys: readonly api.RecordKey[], most: number): Promise<readonly api.RecordUse[] | null> {
    this.#refuseClosed();
    const found: api.RecordUse[] = [];
    for (const [kind, some] of grouped(keys, (key) => key.kind)) {
      const question = usesOf[kind];
      if (question === undefined) continue;
      const ids = some.map(({ id }) => id);
      found.push(
        ...(await this.#connection.read((asker) => asker.ask(question, { ids, most: most + 1 }), PATIENT_LOOK)),
      );
      if (found.length > most) return null;
    }
    return found;
  }

  writtenBetween(from: api.Revision, to: api.Revision): readonly api.RecordKey[] | null {
    return this.#recent.between(from, to);
  }

  streamNodes(): AsyncIterable<readonly api.StoredNode[]> {
    this.#refuseClosed();
    return streamNodes(this.#connection);
  }

  streamRelations(): AsyncIterable<readonly api.StoredRelation[]> {
    this.#refuseClosed();
    return streamRelations(this.#connection);
  }

  streamRelationSources(): AsyncIterable<readonly api.RelationSources[]> {
    this.#refuseClosed();
    return streamRelationSources(this.#connection);
  }

  streamDigests(): AsyncIterable<readonly api.RecordDigest[]> {
    this.#refuseClosed();
    return streamDigests(this.#connection);
  }

  streamRecords(): AsyncIterable<readonly api.WholeRecord[]> {
    this.#refuseClosed();
    return streamRecords(this.#connection);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseClosed();
    const turn = this.#writing.then(work);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** Writes of this process queue here; those of others at the server, for the Dataset node. */
  async write(change: api.ChangeSet): Promise<api.WriteSummary> {
    return this.#inTurn(async () => {
      const done = await writeCounted(this.#connection, (asker) => writeChange(asker, change));
      this.#recent.wrote(done.before, done.summary.revision, done.written);
      return done.summary;
    });
  }

  async load(change: api.ChangeSet, options: LoadOptions): Promise<api.WriteSummary> {
    return this.#inTurn(() => loadChange(this.#connection, change, options));
  }

  /** In turn with writes of this process; those of others make it begin anew. */
  async takeIn(options: TakeInOptions = {}): Promise<OutsideWrites> {
    return this.#inTurn(() => this.#outside.takeIn(options));
  }

  async loading(): Promise<Loading | null> {
    this.#refuseClosed();
    return (await this.#connection.read((asker) => asker.ask(loading, undefined)))[0] ?? null;
  }

  async ping(): Promise<void> {
    await this.revision();
  }

  /** The server tells whoever writes. */
  refusesWrites(): null {
    return null;
  }

  /** Waits for a write in progress. */
  async close(): Promise<void> {
    if (this.#state.closed) return;
    this.#state.closed = true;
    await this.#writing;
    await this.#connection.close();
  }
}
