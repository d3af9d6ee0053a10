import { StoreError } from '../graph-store.ts';
import type * as api from '../graph-store.ts';
import type { LoadOptions, Loading } from '../loading.ts';
import type { OutsideWrites, TakeInOptions } from '../outside-writes.ts';
import type { StoreLoad } from '../store-load.ts';
import type { Connection } from './connection.ts';
import { everRestricted, loading } from './cypher/dataset.ts';
import { writeCounted } from './known-to.ts';
import { loadChange } from './load-change.ts';
import { Neo4jQuestions } from './neo4j-questions.ts';
import { streamDigests, streamNodes, streamRelations, streamRelationSources } from './streaming.ts';
import { OutsideLook } from './take-in.ts';
import { streamRecords } from './whole-records.ts';
import { writeChange } from './write-change.ts';

/** The graph on a Neo4j server. */
export class Neo4jStore extends Neo4jQuestions implements api.GraphStore {
  readonly #connection: Connection;
  readonly #outside: OutsideLook;
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

  async everRestricted(): Promise<boolean> {
    this.#refuseClosed();
    return (await this.#connection.read((asker) => asker.ask(everRestricted, undefined)))[0] ?? true;
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
    return this.#inTurn(() => writeCounted(this.#connection, (asker) => writeChange(asker, change)));
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
