import neo4j, { isRetryableError, type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { StoreError } from '../graph-store.ts';
import { canServe, storeError, unavailable } from './errors.ts';
import { FIRST_LOOK, LOOK, Presence, PATIENT_LOOK } from './presence.ts';
import type { Command, Question } from './question.ts';

export interface ConnectionOptions {
  readonly uri: string;
  /** Both empty: a server without authentication. */
  readonly user: string;
  readonly password: string;
  /** Null: the user's home database. */
  readonly database: string | null;
}

/** Milliseconds after which the server itself gives a transaction up. */
const READ_LIMIT = 30_000;
const WRITE_LIMIT = 600_000;
/** A read meets at most so many connections that turn out to be broken. */
const READ_TRIES = 3;

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

/** Keeps the driver from trying again by itself, which it does after a second: too late for whoever waits. */
class Failed extends Error {}

/** On another connection, or another member of a cluster, a read that broke off is tried again at once. */
async function tried<T>(session: Session, work: (asker: Asker) => Promise<T>): Promise<T> {
  const once = async (transaction: ManagedTransaction): Promise<T> => {
    try {
      return await work(new Asker(transaction));
    } catch (error) {
      throw new Failed('one try', { cause: error });
    }
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await session.executeRead(once, { timeout: READ_LIMIT });
    } catch (failure) {
      const error: unknown = failure instanceof Failed ? failure.cause : failure;
      if (attempt === READ_TRIES || !(error instanceof Error) || !isRetryableError(error)) throw error;
    }
  }
}

/** A driver with its pool, and how many questions it carries. */
interface Line {
  readonly driver: Driver;
  questions: number;
}

export class Connection {
  readonly #options: ConnectionOptions;
  #line: Line;
  /** The one in use, and those whose last question has not ended. */
  readonly #lines = new Set<Line>();
  /** What was written is seen by whoever asks next, on any member of a cluster. */
  readonly #bookmarks = neo4j.bookmarkManager();
  readonly #presence: Presence;
  /** Host and port, for messages. */
  readonly server: string;
  #closed = false;

  /** @throws Error of the driver when the address is malformed */
  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#line = this.#openLine();
    this.server = new URL(options.uri).host;
    this.#presence = new Presence({
      look: (patience) => this.#canServe(patience),
      gone: () => unavailable(this.server),
      onGone: () => this.#newLine(),
    });
  }

  #openLine(): Line {
    const line = { driver: driverFor(this.#options), questions: 0 };
    this.#lines.add(line);
    return line;
  }

  /** Not awaited: the server may be gone. */
  #endWhenIdle(line: Line): void {
    if (line === this.#line || line.questions > 0) return;
    this.#lines.delete(line);
    line.driver.close().catch(() => undefined);
  }

  #session(mode: 'READ' | 'WRITE', { driver }: Line): Session {
    const { database } = this.#options;
    return driver.session({
      defaultAccessMode: mode,
      bookmarkManager: this.#bookmarks,
      ...(database === null ? {} : { database }),
    });
  }

  /**
   * Connections to a server that vanished stay in the pool until TCP gives them up, a quarter of an hour later, and no question would
   * find a free one; so whoever asks next gets a new pool. The old one ends with its last question, which may still be answered.
   */
  #newLine(): void {
    if (this.#closed) return;
    const old = this.#line;
    this.#line = this.#openLine();
    this.#endWhenIdle(old);
  }

  async #within<T>(mode: 'READ' | 'WRITE', patience: number, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
    try {
      return await this.#presence.whileThere(() => this.#inSession(mode, work), patience);
    } catch (error) {
      if (this.#closed) throw new StoreError('STORE_UNAVAILABLE', 'the store was closed meanwhile');
      throw storeError(error, this.server);
    }
  }

  async #inSession<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const line = this.#line;
    const session = this.#session(mode, line);
    line.questions += 1;
    try {
      return await work(session);
    } finally {
      line.questions -= 1;
      // Not awaited: closing asks a server that may be gone.
      session.close().catch(() => undefined);
      this.#endWhenIdle(line);
    }
  }

  async #canServe(patience: number): Promise<boolean> {
    const session = this.#session('READ', this.#line);
    try {
      await session.run('RETURN 1', {}, { timeout: patience });
      return true;
    } catch (error) {
      return canServe(error);
    } finally {
      session.close().catch(() => undefined);
    }
  }

  /**
   * All that is asked inside is asked in one transaction, of any member of a cluster.
   * @param patience milliseconds that a silent server has when it is looked at; longer where nobody waits at a screen
   */
  read<T>(work: (asker: Asker) => Promise<T>, patience = LOOK): Promise<T> {
    return this.#within('READ', patience, (session) => tried(session, work));
  }

  /**
   * Names the last transaction that anybody committed, as a text to compare with others: the bookmark that an empty read ends with.
   * It moves with every write, whoever wrote, on every edition and member.
   */
  lastTransaction(): Promise<string> {
    return this.#within('READ', PATIENT_LOOK, async (session) => {
      await session.executeRead((transaction) => transaction.run('RETURN 1'), { timeout: READ_LIMIT });
      return session.lastBookmarks().join(' ');
    });
  }

  /**
   * May be tried again whole, when the server asks for it.
   * @param patience as of `read`
   */
  write<T>(work: (asker: Asker) => Promise<T>, patience = PATIENT_LOOK): Promise<T> {
    return this.#within('WRITE', patience, (session) =>
      session.executeWrite((transaction) => work(new Asker(transaction)), { timeout: WRITE_LIMIT }),
    );
  }

  /** The server's product and version, as in `Neo4j/5.26.0`; the first question to a server. */
  agent(): Promise<string> {
    return this.#within('READ', FIRST_LOOK, async (session) => {
      const { summary } = await session.run('RETURN 1', {}, { timeout: READ_LIMIT });
      return summary.server.agent ?? '';
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#lines].map(({ driver }) => driver.close()));
  }
}
