/**
 * Brings a file of an earlier format up to this one: first a checked copy beside it, then one transaction. Killed at any moment, the file
 * is of the one format or of the other, and whole.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../graph-store.ts';
import type { Connection } from './connection.ts';
import type { Command } from './question.ts';
import { APPLICATION_ID, FORMAT, MARK_FORMAT, MIGRATIONS } from './schema.ts';
import { revision } from './sql/dataset.ts';
import { whileLocked } from './waiting.ts';

export interface Migration {
  readonly path: string;
  readonly connect: (path: string) => Connection;
  readonly patience: number;
}

/** What was done, for whoever runs the store. */
export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** The copy of the file as it was. */
  readonly backup: string;
}

/** As it is at one moment, also what still stands in the log; format and mark come along. */
const copyInto: Command<string> = { text: 'VACUUM INTO ?', parameters: (path) => [path] };

/** `graph.db.before-format-2`; a name that an earlier copy has gets a number: none is ever overwritten. */
function freeName(path: string): string {
  const name = `${path}.before-format-${FORMAT}`;
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name}.${number}`;
    if (!existsSync(tried)) return tried;
  }
}

function settleOnDisk(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function refuseBadCopy(
  copy: string,
  { connect }: Migration,
  wanted: { revision: string | undefined; format: unknown },
): void {
  const connection = connect(copy);
  try {
    const whole =
      connection.setting('integrity_check') === 'ok' &&
      connection.setting('application_id') === APPLICATION_ID &&
      connection.setting('user_version') === wanted.format &&
      connection.ask(revision, undefined)[0] === wanted.revision;
    if (whole) return;
  } finally {
    connection.close();
  }
  throw new StoreError(
    'STORE_FOREIGN',
    'the copy that is kept before a change of format is not whole; nothing was changed',
  );
}

/** Written under another name first, so that what has the final name is whole. */
function keepCopy(migration: Migration, format: unknown): string {
  const { path, connect } = migration;
  const backup = freeName(path);
  const partial = `${backup}.partial`;
  rmSync(partial, { force: true });
  // Empty, so that nobody else may read it while it is written.
  closeSync(openSync(partial, 'wx', 0o600));
  const reader = connect(path);
  try {
    const [before] = reader.ask(revision, undefined);
    reader.run(copyInto, partial);
    refuseBadCopy(partial, migration, { revision: before, format });
    settleOnDisk(partial);
    renameSync(partial, backup);
    settleOnDisk(dirname(backup));
    return backup;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    reader.close();
  }
}

/**
 * @returns null when the file is of this format already
 * @throws StoreError STORE_FOREIGN when nothing leads from the file's format to this one; STORE_NOT_WRITABLE when there is no room for the
 *   copy; STORE_LOCKED. The file is then as it was.
 */
export async function migrate(migration: Migration): Promise<Migrated | null> {
  const { path, connect, patience } = migration;
  const connection = await whileLocked(() => connect(path), patience);
  try {
    // Of several processes one does it; the others find it done.
    await whileLocked(() => connection.execute('BEGIN IMMEDIATE'), patience);
    const from = connection.setting('user_version');
    if (from === FORMAT) return null;
    if (typeof from !== 'number' || MIGRATIONS[from] === undefined) {
      throw new StoreError(
        'STORE_FOREIGN',
        `${path} has format ${String(from)}, from which nothing leads to format ${FORMAT}`,
      );
    }
    const backup = keepCopy(migration, from);
    for (let format = from; format < FORMAT; format += 1) connection.execute(MIGRATIONS[format] ?? '');
    connection.execute(MARK_FORMAT);
    connection.execute('COMMIT');
    return { from, to: FORMAT, backup };
  } finally {
    connection.rollBack();
    connection.close();
  }
}
