import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { StoreError } from '../graph-store.ts';
import { storeError, unavailable } from './errors.ts';
import type { Command, Question } from './question.ts';

export interface ConnectionOptions {
  readonly uri: string;
  /** Both empty: a server without authentication. */
  readonly user: string;
  readonly password: string;
  /** Null: the user's home database. */
  readonly database: string | null;
}

/** Milliseconds. A question that is quiet for so long makes us look whether the server is there at all. */
const QUIET = 1_100;
/** Milliseconds that a server has to answer that look: a store that is gone is known after 2.1 s. */
const LOOK = 1_000;
/**
 * A write keeps a server busy with its memory for a second or two, and one given up in vain is written again; so it has longer: a
 * server that falls silent in the middle of it is known after 5.1 s. Nobody waits at a screen for it.
 */
const WRITE_LOOK = 4_000;
/** Milliseconds after which the server itself gives a transaction up. */
const READ_LIMIT = 30_000;
const WRITE_LIMIT = 600_000;

/** Asks within one transaction. */
export class Asker {
  readonly #transaction: ManagedTransaction;

  constructor(transaction: ManagedTransaction) {
    this.#transaction = transaction;
  }

  async ask<Input, Value>(question: Question<Input, Value>, input: Input): Promise<Value[]> {
    const { records } = await this.#transaction.run(question.text(input), question.parameters(input));
    return records.map((record) => {
      const row = question.row.safeParse(record.toObject());
      if (row.success) return row.data;
      const where = row.error.issues[0]?.path.join('.') ?? '';
      throw new StoreError(
        'STORE_FOREIGN',
        `the store holds a record that this version of Sentra does not understand, at ${where}; seed a new database, or use the version that wrote it`,
      );
    });
  }

  async run<Input>(command: Command<Input>, input: Input): Promise<void> {
    await this.#transaction.run(command.text(input), command.parameters(input));
  }
}

/**
 * The driver with our limits: it waits for a minute by default when the server is gone. No filter of notifications: servers before
 * 5.7 know none, and the driver then refuses them with words about something else.
 */
function driverFor({ uri, user, password }: ConnectionOptions): Driver {
  const auth = user === '' && password === '' ? undefined : neo4j.auth.basic(user, password);
  return neo4j.driver(uri, auth, {
    connectionTimeout: 1_000,
    connectionAcquisitionTimeout: 2_000,
    maxTransactionRetryTime: 1_000,
    useBigInt: true,
    telemetryDisabled: true,
    userAgent: 'sentra',
  });
}

export class Connection {
  readonly #driver: Driver;
  readonly #database: string | null;
  /** What was written is seen by whoever asks next, on any member of a cluster. */
  readonly #bookmarks = neo4j.bookmarkManager();
  /** Host and port, for messages. */
  readonly server: string;
  #closed = false;

  /** @throws Error of the driver when the address is malformed */
  constructor(options: ConnectionOptions) {
    this.#driver = driverFor(options);
    this.#database = options.database;
    this.server = new URL(options.uri).host;
  }

  #session(mode: 'READ' | 'WRITE'): Session {
    return this.#driver.session({
      defaultAccessMode: mode,
      bookmarkManager: this.#bookmarks,
      ...(this.#database === null ? {} : { database: this.#database }),
    });
  }

  async #within<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
    const session = this.#session(mode);
    try {
      return await this.#whileThere(work(session), mode === 'READ' ? LOOK : WRITE_LOOK);
    } catch (error) {
      if (this.#closed) throw new StoreError('STORE_UNAVAILABLE', 'the store was closed meanwhile');
      throw storeError(error, this.server);
    } finally {
      // Not awaited: closing asks a server that may be gone.
      session.close().catch(() => undefined);
    }
  }

  /** Waits as long as the server answers others: slow is not gone. */
  #whileThere<T>(work: Promise<T>, patience: number): Promise<T> {
    return new Promise((resolve, reject) => {
      let over = false;
      let timer = setTimeout(look, QUIET);
      const end = (): void => {
        over = true;
        clearTimeout(timer);
      };
      const answers = (): Promise<boolean> => this.#answers(patience);
      const gone = (): StoreError => unavailable(this.server);
      function look(): void {
        void answers().then((there) => {
          if (over) return;
          if (there) timer = setTimeout(look, QUIET);
          else {
            over = true;
            reject(gone());
          }
        });
      }
      work.then(
        (value) => {
          end();
          resolve(value);
        },
        (error: unknown) => {
          end();
          reject(error);
        },
      );
    });
  }

  async #answers(patience: number): Promise<boolean> {
    const session = this.#session('READ');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    const answer = session.run('RETURN 1', {}, { timeout: patience }).then(
      () => true,
      // An error that the server itself sent is an answer too.
      (error: unknown) => error instanceof neo4j.Neo4jError && error.code.startsWith('Neo.'),
    );
    const there = await Promise.race([answer, late]);
    clearTimeout(timer);
    session.close().catch(() => undefined);
    return there;
  }

  /** All that is asked inside is asked in one transaction, of any member of a cluster. */
  read<T>(work: (asker: Asker) => Promise<T>): Promise<T> {
    return this.#within('READ', (session) =>
      session.executeRead((transaction) => work(new Asker(transaction)), { timeout: READ_LIMIT }),
    );
  }

  /** May be tried again whole, when the server asks for it. */
  write<T>(work: (asker: Asker) => Promise<T>): Promise<T> {
    return this.#within('WRITE', (session) =>
      session.executeWrite((transaction) => work(new Asker(transaction)), { timeout: WRITE_LIMIT }),
    );
  }

  /** The server's product and version, as in `Neo4j/5.26.0`. */
  agent(): Promise<string> {
    return this.#within('READ', async (session) => {
      const { summary } = await session.run('RETURN 1', {}, { timeout: READ_LIMIT });
      return summary.server.agent ?? '';
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#driver.close();
  }
}
