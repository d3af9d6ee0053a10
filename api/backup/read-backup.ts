/** A file → its records. It is looked through to its end before anything is made of it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { RecordKind, WholeRecord } from '../store/graph-store.ts';
import { EMPTY_REVISION, moveRevision } from '../store/revision.ts';
import { compareKeys } from '../store/side-by-side.ts';
import { BackupError, toldOf } from './backup-error.ts';
import { FIRST_LINE, LAST_LINE_BYTES, lastLine, manifestOf, refusedStart, type Manifest } from './backup-form.ts';
import { recordOf } from './record-line.ts';

/** Longer than any record is. */
const LONGEST_LINE = 16_000_000;
/** Digests added up at once. */
const SUMMED = 1_000;

function damaged(path: string, how: string): BackupError {
  return new BackupError(`${path} is damaged (${how}); nothing was done. Take another backup`);
}

async function bytesAt(file: FileHandle, from: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.toString('latin1', 0, bytesRead);
}

/** Every byte but the last line is what the last line says. @returns bytes before the last line */
async function checkBytes(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const refused = refusedStart(await bytesAt(file, 0, FIRST_LINE.length));
    if (refused !== null) throw new BackupError(`${path} ${refused}`);
    const end = size - LAST_LINE_BYTES;
    if (end < FIRST_LINE.length) throw damaged(path, `it ends after ${size} bytes`);
    const hash = createHash('sha256');
    for await (const part of createReadStream(path, { end: end - 1 })) hash.update(part as Uint8Array);
    if ((await bytesAt(file, end, LAST_LINE_BYTES)) !== lastLine(hash.digest('hex'))) {
      throw damaged(path, 'its checksum is of other bytes: some were changed, lost or added');
    }
    return end;
  } finally {
    await file.close();
  }
}

async function* linesOf(path: string, end: number): AsyncGenerator<string, void, void> {
  const source = createReadStream(path, { start: FIRST_LINE.length, end: end - 1 });
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const part of source.pipe(gunzip)) {
      const lines = (rest + decoder.decode(part as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw damaged(path, 'a line has no end');
      yield* lines;
    }
  } finally {
    source.destroy();
  }
  if (rest !== '') throw damaged(path, 'the last record is cut short');
}

interface Line {
  readonly value: unknown;
  readonly number: number;
}

async function* valuesOf(path: string, end: number): AsyncGenerator<Line, void, void> {
  let number = 0;
  for await (const line of linesOf(path, end)) {
    number += 1;
    try {
      const value: unknown = JSON.parse(line);
      yield { value, number };
    } catch (error) {
      if (error instanceof SyntaxError) throw damaged(path, `line ${number} is no JSON`);
      throw error;
    }
  }
}

/** A backup that was looked through. */
export class Backup {
  readonly path: string;
  readonly manifest: Manifest;
  readonly #end: number;

  constructor(path: string, end: number, manifest: Manifest) {
    this.path = path;
    this.#end = end;
    this.manifest = manifest;
  }

  /** Every record, each after those that it needs; ascending. @throws BackupError when the file is not what it was */
  async *records(): AsyncGenerator<WholeRecord, void, void> {
    for await (const { value } of valuesOf(this.path, this.#end)) {
      if (manifestOf(value) === null) yield recordOf(value);
    }
  }
}

/** Goes through all records. @throws BackupError */
async function checkContent(path: string, end: number): Promise<Manifest> {
  const counts: Record<RecordKind, number> = { source: 0, node: 0, disagreement: 0, relation: 0, figure: 0 };
  let revision = EMPTY_REVISION;
  let [digests, before, manifest]: [string[], WholeRecord | null, Manifest | null] = [[], null, null];
  for await (const { value, number } of valuesOf(path, end)) {
    if (manifest !== null) throw damaged(path, `line ${number} stands after the end`);
    manifest = manifestOf(value);
    if (manifest !== null) continue;
    const whole = readRecord(path, value, number);
    if (before !== null && compareKeys(before, whole) >= 0) throw damaged(path, `line ${number} is out of order`);
    before = whole;
    counts[whole.kind] += 1;
    digests.push(whole.digest);
    if (digests.length < SUMMED) continue;
    revision = moveRevision(revision, digests, []);
    digests = [];
  }
  revision = moveRevision(revision, digests, []);
  if (manifest === null) throw damaged(path, 'it has no end');
  const asTold = Object.entries(manifest.counts).every(
    ([kind, count]) => new Map(Object.entries(counts)).get(kind) === count,
  );
  if (!asTold || manifest.revision !== revision) throw damaged(path, 'its records are not those that it tells of');
  return manifest;
}

function readRecord(path: string, value: unknown, number: number): WholeRecord {
  try {
    return recordOf(value);
  } catch (error) {
    throw damaged(path, `line ${number}: ${error instanceof Error ? error.message : 'no record'}`);
  }
}

/**
 * Looks through a backup: every byte by its checksum, then every record. Memory does not grow with it.
 * @throws BackupError that says what is wrong: no backup, another format, damaged, not readable
 */
export async function readBackup(path: string): Promise<Backup> {
  try {
    const end = await checkBytes(path);
    return new Backup(path, end, await checkContent(path, end));
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw damaged(path, 'it cannot be unpacked');
    if (error instanceof TypeError) throw damaged(path, 'it holds what is no text');
    throw toldOf(path, error);
  }
}
