import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError, type GraphStore } from '../graph-store.ts';
import { EMPTY_REVISION } from '../revision.ts';
import { BusyError, Connection } from './connection.ts';
import { FileConnections, inMemory, type Connect } from './connections.ts';
import { ANOTHER_FILE, refuseForeign } from './file-header.ts';
import { migrate, type Migrated } from './migrate.ts';
import { APPLICATION_ID, FORMAT, LEFT_OUT, MARKS, TABLES } from './schema.ts';
import { revision, setRevision } from './sql/dataset.ts';
import { SqliteStore } from './sqlite-store.ts';
import { LOCK_PATIENCE_MS, whileLocked } from './waiting.ts';

const MEMORY = ':memory:';
/** The cache is 32 MiB; a write-ahead log that grew large is cut back to 64 MiB. */
const SETTINGS =
  'PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864;';

export interface SqliteOptions {
  /** How long to wait for another process's lock, in milliseconds; 5,000 unless told. */
  readonly lockPatienceMs?: number | undefined;
  /** Told when the file was of an earlier format and is of this one now. */
  readonly onMigrated?: ((done: Migrated) => void) | undefined;
}

function connect(path: string, onFailure?: Parameters<Connect>[0], alone = false): Connection {
  const connection = new Connection(path, onFailure, alone);
  connection.execute(SETTINGS);
  return connection;
}

/** One folder at a time: `recursive` of Node never returns where the system says ENOENT for every try, as under /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** @throws StoreError STORE_NOT_WRITABLE when the folder is not there and cannot be made */
function makeFolder(path: string): void {
  try {
    makeFolders(dirname(path));
  } catch (error) {
    throw new StoreError(
      'STORE_NOT_WRITABLE',
      `the folder ${dirname(path)} for the store file cannot be made; ${ANOTHER_FILE}`,
      { cause: error },
    );
  }
}

/** Whether there is a file to open, rather than one to make. */
function present(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) {
    throw new StoreError('INVALID_ADDRESS', `${path} is a folder; write the path of a file in it`);
  }
  return found !== undefined && found.size > 0;
}

/** Makes the tables unless another process has just done so. Header and tables come in one transaction, before the log. */
function create(connection: Connection): void {
  connection.execute('BEGIN IMMEDIATE');
  try {
    if (connection.setting('application_id') !== APPLICATION_ID) {
      connection.execute(`${MARKS}${TABLES}${LEFT_OUT}`);
      connection.run(setRevision, EMPTY_REVISION);
    }
    connection.execute('COMMIT');
  } finally {
    connection.rollBack();
  }
}

/** Takes the write lock and lets it go, to learn now rather than at the first write whether the file takes any. */
function refuseUnwritable(connection: Connection): void {
  try {
    connection.execute('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    // Somebody else is writing: so it can be written to.
    if (!(error instanceof BusyError)) throw error;
  }
}

/** What SQLite says where there is no room, for its file or for the memory that its processes share beside it. */
const FULL = /^SQLITE_(?:FULL|IOERR_(?:WRITE|FSYNC|SHMSIZE))$/;

function isFull(error: unknown): boolean {
  const [own, cause] = [error, error instanceof Error ? error.cause : null].map((one) =>
    one instanceof Error && 'code' in one ? String(one.code) : '',
  );
  return FULL.test(own ?? '') || FULL.test(cause ?? '');
}

/** Names the file in what went wrong with opening it. */
function told(path: string, error: unknown): unknown {
  if (error instanceof StoreError) {
    const { code, message } = error;
    if (message.includes(path)) return error;
    if (code === 'STORE_FOREIGN' || code === 'STORE_LOCKED') {
      return new StoreError(code, `${path}: ${message}`, { cause: error });
    }
  }
  const ofTheSystem = error instanceof Error && 'code' in error;
  if (!(error instanceof StoreError) && !ofTheSystem) return error;
  if (isFull(error)) {
    return new StoreError('STORE_NOT_WRITABLE', `${path}: its disk is full; make room on it, or ${ANOTHER_FILE}`, {
      cause: error,
    });
  }
  return new StoreError(
    'STORE_NOT_WRITABLE',
    `${path} cannot be opened for writing; give Sentra the right to write to it and its folder, or ${ANOTHER_FILE}`,
    { cause: error },
  );
}

async function openFile(path: string, patience: number, { onMigrated }: SqliteOptions): Promise<GraphStore> {
  makeFolder(path);
  const opened: Connection[] = [];
  try {
    const exists = present(path);
    if (exists) refuseForeign(path);
    const open = (): Connection => {
      const connection = connect(path);
      opened.push(connection);
      return connection;
    };
    const connection = await whileLocked(open, patience);
    if (exists) refuseUnwritable(connection);
    else await whileLocked(() => create(connection), patience);
    await whileLocked(() => connection.setting('journal_mode = WAL'), patience);
    if (exists && connection.setting('user_version') !== FORMAT) {
      const done = await migrate({ path, connect, patience });
      if (done !== null) onMigrated?.(done);
    }
    await whileLocked(() => connection.ask(revision, undefined), patience);
    await whileLocked(() => connection.execute(LEFT_OUT), patience);
    // What SQLite asked so far was on a connection of no consequence: those that stay tell of what goes wrong.
    const connections = new FileConnections(path, (onFailure, alone) => connect(path, onFailure, alone));
    connection.close();
    return new SqliteStore({ connections, patience });
  } catch (error) {
    for (const connection of opened) connection.close();
    throw told(path, error);
  }
}

/**
 * Opens a file, or makes it, or makes a store that is gone when closed.
 * @param path of the file, relative to the working directory, or `:memory:`
 * @throws StoreError as `openStore` says
 */
export async function openSqliteStore(path: string, options: SqliteOptions = {}): Promise<GraphStore> {
  const patience = options.lockPatienceMs ?? LOCK_PATIENCE_MS;
  if (path !== MEMORY) return openFile(resolve(path), patience, options);
  const connection = connect(MEMORY);
  create(connection);
  return new SqliteStore({ connections: inMemory(connection), patience });
}
