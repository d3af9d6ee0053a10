import neo4j, { isRetryableError, type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { TurnedAway, Turnstile } from '../../turnstile/turnstile.ts';
import { StoreError } from '../graph-store.ts';
import { givenUp } from '../store-error.ts';
import type { StoreLoad } from '../store-load.ts';
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
  /** Connections to one server, at most; at least 4. Default {@link CONNECTIONS}. */
  readonly connections?: number | undefined;
}

/** More than one server of a few processors answers at once; fewer would make a question that needs several wait for others. */
const CONNECTIONS = 100;
/** Left for looks at the server, for writes and for the projection, however many ask. */
const SPARE = 3;
/** Who waits for longer is told to come back. */
const PATIENCE_MS = 2_000;
/** Waiting for each connection. */
const WAITING_EACH = 4;

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
function driverFor({ uri, user, password, connections = CONNECTIONS }: ConnectionOptions): Driver {
  const auth = user === '' && password === '' ? undefined : neo4j.auth.basic(user, password);
  return neo4j.driver(uri, auth, {
    connectionTimeout: 1_000,
    maxConnectionPoolSize: connections,
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

/** Rejects as soon as the signal is aborted; what comes of the work then is nobody's. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let giveUp = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(givenUp());
    signal.addEventListener('abort', giveUp, { once: true });
  });
  if (signal.aborted) giveUp();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
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
  /** Questions of requests; what the process asks for itself goes past it. */
  readonly #turnstile: Turnstile;
  /** Host and port, for messages. */
  readonly server: string;
  #closed = false;

  /** @throws Error of the driver when the address is malformed */
  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#line = this.#openLine();
    this.server = new URL(options.uri).host;
    const most = Math.max(1, (options.connections ?? CONNECTIONS) - SPARE);
    this.#turnstile = new Turnstile({ most, mostWaiting: most * WAITING_EACH, patienceMs: PATIENCE_MS });
    this.#presence = new Presence({
      look: (patience) => this.#canServe(patience),
      gone: () => unavailable(this.server),
      onGone: () => {
        this.#newLine();
        this.#turnstile.failWaiting(unavailable(this.server));
      },
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

  async #within<T>(
    mode: 'READ' | 'WRITE',
    patience: number,
    work: (session: Session) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (this.#closed) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
    try {
      return await this.#presence.whileThere(() => this.#inSession(mode, work, signal), patience);
    } catch (error) {
      if (this.#closed) throw new StoreError('STORE_UNAVAILABLE', 'the store was closed meanwhile');
      throw storeError(error, this.server);
    }
  }

  async #inSession<T>(
    mode: 'READ' | 'WRITE',
    work: (session: Session) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const line = this.#line;
    const session = this.#session(mode, line);
    line.questions += 1;
    try {
      return await unlessAborted(work(session), signal);
    } finally {
      line.questions -= 1;
      // Not awaited: closing asks a server that may be gone. What still runs in the session ends with it (Bolt's RESET).
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
   * As `read`, for a request: waits its turn, and ends at the server too when the signal is aborted.
   * @throws StoreError STORE_BUSY when its turn does not come; GIVEN_UP
   */
  async readFor<T>(signal: AbortSignal, work: (asker: Asker) => Promise<T>): Promise<T> {
    const asked = (): Promise<T> => this.#within('READ', LOOK, (session) => tried(session, work), signal);
    try {
      return await this.#turnstile.through(asked, signal);
    } catch (error) {
      if (signal.aborted) throw givenUp();
      if (!(error instanceof TurnedAway)) throw error;
      throw new StoreError('STORE_BUSY', `Neo4j at ${this.server} answers as many others as it takes; ask again`);
    }
  }

  /** Of requests. */
  busy(): StoreLoad {
    return { asking: this.#turnstile.inside, waiting: this.#turnstile.waiting };
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
