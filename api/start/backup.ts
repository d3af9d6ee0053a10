/**
 * `npm run backup -- FILE [--force]` writes all that the store holds to a file; `npm run restore -- FILE [--into ADDRESS] [--replace]` makes a store
 * hold just that. Sentra may be running. Settings: SENTRA_STORE and how to sign in to a Neo4j. Exit code 1 with one message when it cannot be.
 */
import { parseArgs } from 'node:util';
import { AccessFault } from '../access/access-fault.ts';
import { BackupError } from '../backup/backup-error.ts';
import type { Manifest } from '../backup/backup-form.ts';
import { readBackup } from '../backup/read-backup.ts';
import { restore } from '../backup/restore.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { progressOn } from '../seeding/progress.ts';
import { StoreError } from '../store/graph-store.ts';
import { openStore } from '../store/open-store.ts';
import { accessOf } from './access.ts';
import { commandUser } from './command-user.ts';
import { StartError } from './start-error.ts';
import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts';

const USAGE = `npm run backup -- FILE [--force]
npm run restore -- FILE [--into ADDRESS] [--replace]`;

/** What is wrong with how the command was called. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function countsOf({ counts }: Manifest): string {
  const { source, node, disagreement, relation, figure } = counts;
  return `${node} nodes, ${relation} relations, ${figure} figures, ${source} sources and ${disagreement} disagreements`;
}

async function backUp(configuration: Configuration, file: string, force: boolean): Promise<string> {
  const store = await openStore(configuration.store, configuration.neo4j);
  try {
    const { faultCount } = await store.takeIn();
    const manifest = await writeBackup(store, file, { force });
    const leftOut =
      faultCount === 0
        ? ''
        : `\n${faultCount} things that others wrote to the store and that are no records are not in it.`;
    return `${file} holds ${countsOf(manifest)}; revision ${manifest.revision}.${leftOut}`;
  } finally {
    await store.close();
  }
}

async function restoreFrom(
  configuration: Configuration,
  file: string,
  address: string,
  replace: boolean,
): Promise<string> {
  // Before the store is opened, which may make one.
  const backup = await readBackup(file);
  const { audit } = accessOf(configuration);
  const store = await openStore(address, configuration.neo4j);
  const { engine } = store;
  try {
    // What cannot be told is not begun.
    audit?.write(commandUser(), { event: 'write-begun', engine });
    const { added, changed, removed, unchanged, revision } = await restore(store, backup, {
      replace,
      onProgress: progressOn(process.stderr),
    });
    audit?.write(commandUser(), { event: 'written', engine, added, changed, removed, revision });
    return `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged; revision ${revision}, as in ${file}`;
  } finally {
    await store.close();
  }
}

async function run(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean' }, replace: { type: 'boolean' }, into: { type: 'string' } },
  });
  const [command, file, ...more] = positionals;
  const { force = false, replace = false, into } = values;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  const configuration = readConfiguration(process.env);
  if (command === 'backup' && into === undefined && !replace) return backUp(configuration, file, force);
  if (command === 'restore' && !force) return restoreFrom(configuration, file, into ?? configuration.store, replace);
  throw new UsageError('An option is of the other command.');
}

function usageOf(error: unknown): string | null {
  const wrong = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  return wrong ? `${error.message}\n${USAGE}` : null;
}

const FORESEEN = [BackupError, StoreError, ConfigurationError, StartError, AccessFault];

async function main(): Promise<void> {
  try {
    process.stdout.write(`${await run()}\n`);
  } catch (error) {
    const told =
      error instanceof Error && FORESEEN.some((kind) => error instanceof kind) ? error.message : usageOf(error);
    // Anything else is a defect and shows its trace.
    if (told === null) throw error;
    process.stderr.write(`${told}\n`);
    process.exitCode = 1;
  }
}

// Not awaited here: as in serve.ts.
void main();
