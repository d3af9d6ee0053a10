import Database from 'libsql';
import { StoreError } from '../graph-store.ts';
import type { Command, Question } from './question.ts';

/** How long SQLite itself waits for a lock, in milliseconds: the event loop stands still so long, so it is short. */
const LOCK_WAIT_MS = 20;

/** SQLite said that another connection holds the lock: worth another try. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What went wrong with the file, for whoever looks after its connections. */
export type FileFailure =
  /** What was read is not what SQLite wrote. */
  | 'damaged'
  /** It could not be read. */
  | 'unreadable'
  /** It takes no writes, or not this one. */
  | 'refused'
  /** It takes none from this connection, which was opened where nothing could be written: only another one ever will. */
  | 'readOnly';

/** What SQLite fails with when it can read but not write: the disk, a limit or a right. */
const REFUSED = /^SQLITE_(?:FULL|READONLY|IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE))/;
const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB|IOERR_(?:SHORT_READ|CORRUPTFS))/;

/** Null where the file is not to blame. */
function failureOf(error: unknown): FileFailure | null {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_READONLY')) return 'readOnly';
  if (REFUSED.test(code)) return 'refused';
  if (DAMAGED.test(code)) return 'damaged';
  return /^SQLITE_(?:IOERR|CANTOPEN|PERM)/.test(code) ? 'unreadable' : null;
}

/** Turns what libsql throws into what a person understands. The query's text stays out. */
function storeError(error: unknown): Error {
  if (error instanceof StoreError || error instanceof BusyError) return error;
  const code = codeOf(error);
  const told = { cause: error };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new BusyError('locked', told);
  if (code.startsWith('SQLITE_READONLY')) {
    return new StoreError('STORE_NOT_WRITABLE', 'the store file refuses writes', told);
  }
  if (code === 'SQLITE_FULL') {
    return new StoreError(
      'STORE_NOT_WRITABLE',
      'the disk of the store file is full; nothing of this write is kept',
      told,
    );
  }
  if (REFUSED.test(code)) {
    return new StoreError('STORE_NOT_WRITABLE', `the disk of the store file refused a write (${code})`, told);
  }
  if (DAMAGED.test(code)) {
    return new StoreError('STORE_FOREIGN', 'the store file is damaged; restore a copy, or seed a new file', told);
  }
  return new StoreError(
    'STORE_UNAVAILABLE',
    `the store file could not be read or written (${code || 'no code'})`,
    told,
  );
}

/** One connection: prepared statements kept, parameters checked, errors told apart. Everything in it is synchronous. */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  readonly #onFailure: (failure: FileFailure, error: Error) => void;
  readonly #alone: boolean;

  /**
   * @param path absolute, or `:memory:`: anything else libsql might take for the address of a server.
   * @param onFailure told of what goes wrong with the file, before it is thrown
   * @param alone reads a file that nobody can write to, with an index of the log of its own and without locks: an index that was opened there is
   * shared by every later connection of the process, none of which could ever write
   */
  constructor(path: string, onFailure: (failure: FileFailure, error: Error) => void = () => undefined, alone = false) {
    this.#onFailure = onFailure;
    this.#alone = alone;
    const name = alone ? `file:${path.split('/').map(encodeURIComponent).join('/')}?vfs=unix-none` : path;
    try {
      this.#database = new Database(name, { timeout: LOCK_WAIT_MS });
      // Before the log is looked at for the first time (https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory).
      if (alone) this.#database.exec('PRAGMA locking_mode = EXCLUSIVE');
    } catch (error) {
      throw this.#failed(error);
    }
  }

  #failed(error: unknown): Error {
    const failure = failureOf(error);
    const told = storeError(error);
    if (failure !== null) this.#onFailure(failure, told);
    return told;
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  ask<Input, Value>(question: Question<Input, Value>, input: Input): Value[] {
    const rows = this.#rows(question.text, checked(question.parameters(input)));
    return rows.map((row) => {
      if (Array.isArray(row)) return question.value(row);
      throw new StoreError('STORE_UNAVAILABLE', 'the store file gave an answer of no rows');
    });
  }

  #rows(sql: string, parameters: object): unknown[] {
    try {
      return this.#statement(sql).raw().all(parameters);
    } catch (error) {
      throw this.#failed(error);
    }
  }

  /** @returns the key of the row, when one was inserted */
  run<Input>(command: Command<Input>, input: Input): number {
    try {
      return Number(this.#statement(command.text).run(checked(command.parameters(input))).lastInsertRowid);
    } catch (error) {
      throw this.#failed(error);
    }
  }

  /** For statements without values: settings, tables, transactions. */
  execute(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw this.#failed(error);
    }
  }

  /** The first column of the first row of a PRAGMA. */
  setting(pragma: string): unknown {
    const [row] = this.#rows(`PRAGMA ${pragma}`, []);
    return Array.isArray(row) ? row[0] : undefined;
  }

  /** All that `ask` asks is seen at one moment. */
  reading<T>(ask: () => T): T {
    this.run(BEGIN, undefined);
    try {
      const answer = ask();
      this.run(END, undefined);
      return answer;
    } finally {
      // SQLite itself may have ended it already, and what went wrong is to be told, not that.
      this.rollBack();
    }
  }

  rollBack(): void {
    if (this.#database.inTransaction) this.execute('ROLLBACK');
  }

  /**
   * Brings the write-ahead log into the file, so that the one file is the whole store.
   * @returns false when somebody who reads keeps it busy; nothing is lost then: whoever opens the file next reads the log
   */
  settle(): boolean {
    try {
      return this.setting('wal_checkpoint(TRUNCATE)') === 0;
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      return false;
    }
  }

  /**
   * One that reads alone keeps the file open, and is to be kept: a process that closes a file lets go of all its locks on it, also those of
   * other connections. libsql lets go of the file once the statements are collected: a transaction would keep its lock, and the log its length, until then.
   */
  close(): void {
    if (this.#alone) return;
    this.#statements.clear();
    if (!this.#database.open) return;
    try {
      this.rollBack();
    } catch {
      // It was only read in; SQLite ends it with the connection.
    }
    this.#database.close();
  }
}

const BEGIN: Command<undefined> = { text: 'BEGIN', parameters: () => [] };
const END: Command<undefined> = { text: 'COMMIT', parameters: () => [] };

function checked<T extends object>(parameters: T): T {
  for (const value of Object.values(parameters) as unknown[]) {
    if (value !== null && typeof value !== 'string' && !(typeof value === 'number' && Number.isFinite(value))) {
      throw new TypeError('a parameter must be text, a finite number or null');
    }
  }
  return parameters;
}
