import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What the first bytes of a file say, before SQLite touches it (https://www.sqlite.org/fileformat2.html#the_database_header). */
export interface FileHeader {
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

/** @throws as node:fs does */
export function readHeader(path: string): FileHeader {
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
