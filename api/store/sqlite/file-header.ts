import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { StoreError } from '../graph-store.ts';
import { APPLICATION_ID, FORMAT } from './schema.ts';

/** What the first bytes of a file say, before SQLite touches it (https://www.sqlite.org/fileformat2.html#the_database_header). */
interface FileHeader {
  readonly bytes: number;
  readonly isSqlite: boolean;
  readonly applicationId: number;
  /** Our format number. */
  readonly userVersion: number;
  /** Bytes that the file must have by its own account. */
  readonly bytesPromised: number;
}

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** What to do about a file that is not ours. */
export const ANOTHER_FILE = 'name another file, as in sqlite:.sentra/graph.db';

/** @throws as node:fs does */
function readHeader(path: string): FileHeader {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(file, header, 0, HEADER_BYTES, 0);
    const pageSize = header.readUInt16BE(16);
    return {
      bytes: fstatSync(file).size,
      isSqlite: header.toString('latin1', 0, 16) === MAGIC,
      applicationId: header.readUInt32BE(68),
      userVersion: header.readUInt32BE(60),
      // 1 stands for 65,536, which does not fit the two bytes.
      bytesPromised: (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28),
    };
  } finally {
    closeSync(file);
  }
}

/**
 * Looks at a file before SQLite does, so that a foreign one is never touched.
 * @throws StoreError STORE_FOREIGN
 */
export function refuseForeign(path: string): void {
  const header = readHeader(path);
  if (!header.isSqlite || header.applicationId !== APPLICATION_ID) {
    throw new StoreError('STORE_FOREIGN', `${path} is not a store of Sentra's and was not touched; ${ANOTHER_FILE}`);
  }
  if (header.userVersion > FORMAT) {
    throw new StoreError(
      'STORE_FOREIGN',
      `${path} has format ${header.userVersion}, of a newer Sentra; this one reads format ${FORMAT}. Use the newer version, or ${ANOTHER_FILE}`,
    );
  }
  // While there is a write-ahead log, the file may rightly be shorter than it says.
  const log = `${path}-wal`;
  if (header.bytes < header.bytesPromised && !(existsSync(log) && statSync(log).size > 0)) {
    throw new StoreError(
      'STORE_FOREIGN',
      `${path} is damaged: it has ${header.bytes} of its ${header.bytesPromised} bytes. Restore a copy, or delete it and seed again`,
    );
  }
}
