/** A store → a file. The store may be written to meanwhile: what is in the file is of one revision, or it is read again. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { GraphStore, RecordKind, Revision } from '../store/graph-store.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../store/revision.ts';
import { singly } from '../store/side-by-side.ts';
import { BackupError, toldOf } from './backup-error.ts';
import { FIRST_LINE, lastLine, manifestLine, type Manifest } from './backup-form.ts';
import { lineOf } from './record-line.ts';

/** Lines handed to the compressor at once. */
const LINES = 500;
/** Written to faster than it is read, a store is tried so often. */
const MOST_TRIES = 5;

export interface BackupOptions {
  /** Whether a file of that name is replaced. */
  readonly force?: boolean | undefined;
}

/** Every record of the store, and what they are together. */
class Contents {
  readonly #store: GraphStore;
  readonly #counts: Record<RecordKind, number> = { source: 0, node: 0, disagreement: 0, relation: 0, figure: 0 };
  #revision: Revision = EMPTY_REVISION;

  constructor(store: GraphStore) {
    this.#store = store;
  }

  get manifest(): Manifest {
    return { counts: this.#counts, revision: this.#revision };
  }

  async *lines(): AsyncGenerator<string, void, void> {
    let [lines, digests]: [string[], string[]] = [[], []];
    for await (const whole of singly(this.#store.streamRecords())) {
      // Of what is written down, not of what the store says of it.
      digests.push(recordDigest(whole.kind, whole.record));
      this.#counts[whole.kind] += 1;
      lines.push(lineOf(whole));
      if (lines.length < LINES) continue;
      this.#revision = moveRevision(this.#revision, digests, []);
      yield lines.join('');
      [lines, digests] = [[], []];
    }
    this.#revision = moveRevision(this.#revision, digests, []);
    yield lines.join('') + manifestLine(this.manifest);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

async function fill(file: FileHandle, contents: Contents): Promise<void> {
  const hash = createHash('sha256');
  const write = async (part: Uint8Array): Promise<void> => {
    hash.update(part);
    await file.appendFile(part);
  };
  await write(Buffer.from(FIRST_LINE));
  // A pipeline may end with the abort of its other parts instead of what went wrong in this one.
  let failure: unknown = null;
  const sink = async (parts: AsyncIterable<Uint8Array>): Promise<void> => {
    try {
      for await (const part of parts) await write(part);
    } catch (error) {
      failure ??= error;
      throw error;
    }
  };
  await pipeline(Readable.from(contents.lines()), createGzip(), sink).catch((error: unknown) => {
    throw isAbort(error) ? (failure ?? error) : error;
  });
  await file.appendFile(lastLine(hash.digest('hex')));
  await file.sync();
}

/** @returns null when the store was written to in a way that what was read may be of two revisions */
async function tryToWrite(store: GraphStore, path: string): Promise<Manifest | null> {
  const before = await store.revision();
  const contents = new Contents(store);
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await fill(file, contents);
  } finally {
    await file.close();
  }
  return contents.manifest.revision === before ? contents.manifest : null;
}

/** Gives the whole file its name; another of that name stays, unless it is to be replaced. */
async function name(partial: string, path: string, force: boolean): Promise<void> {
  if (force) await rename(partial, path);
  else {
    try {
      await link(partial, path);
    } catch (error) {
      if (existsSync(path)) throw exists(path);
      throw error;
    }
    await rm(partial);
  }
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

function exists(path: string): BackupError {
  return new BackupError(`${path} exists and was left as it is; name another file, or replace it with --force`);
}

/**
 * Writes all that the store answers with to a file that only its owner may read, marks of restricted records included. The file has its name
 * once it is whole and on the disk. Memory does not grow with the store.
 * @throws BackupError when a file of the name exists, when it cannot be written, or while a load is running or the store is written to all the
 *   time; StoreError. Nothing of the file is then left.
 */
export async function writeBackup(store: GraphStore, path: string, options: BackupOptions = {}): Promise<Manifest> {
  const { force = false } = options;
  if (!force && existsSync(path)) throw exists(path);
  if ((await store.loading()) !== null) {
    throw new BackupError(
      'a load of the store has not ended, so that there is no whole graph to keep; wait for its end',
    );
  }
  const partial = `${path}.partial`;
  try {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const manifest = await tryToWrite(store, partial);
      if (manifest === null) continue;
      await name(partial, path, force);
      return manifest;
    }
    throw new BackupError(
      `the store was written to during all of ${MOST_TRIES} readings; try again when there is less to do`,
    );
  } catch (error) {
    throw toldOf(path, error);
  } finally {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}
