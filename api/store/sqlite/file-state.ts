/** What the file system says of a store's file: looked at without opening it, which would let go of SQLite's locks on it. */
import { accessSync, constants, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';

/** Two files with the same name are two files. */
export interface FileState {
  readonly identity: string;
  readonly bytes: number;
  /** Moves with whatever is written to it. */
  readonly changed: string;
}

function stateOf({ dev, ino, size, mtimeMs }: Stats): FileState {
  return { identity: `${dev}:${ino}`, bytes: size, changed: `${dev}:${ino}:${size}:${mtimeMs}` };
}

/** Null when there is none. */
export function fileState(path: string): FileState | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? stateOf(found) : null;
}

export function logOf(path: string): string {
  return `${path}-wal`;
}

/** The index of the log, which is in memory and shared between processes through this file. */
export function indexOf(path: string): string {
  return `${path}-shm`;
}

/** As long as the log usually gets, in bytes: less than that is no room to write in. */
const ROOM = 4 * 1_024 * 1_024;

/** Writes a file beside the store's and removes it. @throws as node:fs does where the disk has no room, or may not be written to */
export function expectRoom(path: string): void {
  const beside = `${path}-room`;
  try {
    writeFileSync(beside, Buffer.alloc(ROOM));
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Whether nothing on the disk of the file can be written, by whomever. */
export function isOnReadOnlyDisk(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EROFS';
  }
}

/** Whether the operating system said it. */
export function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
