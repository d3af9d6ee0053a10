/**
 * `npm run seed` makes the store hold the dataset and says what changed. Settings: SENTRA_STORE, SENTRA_DATASET. A dataset
 * with faults is refused whole: every fault is printed with file and line, the store is not even opened, the exit code is 1.
 */
import { join } from 'node:path';
import { formatFault } from '../../graph-seed/dataset/dataset-fault.ts';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import { AccessFault } from '../access/access-fault.ts';
import { accessOf } from '../start/access.ts';
import { commandUser } from '../start/command-user.ts';
import { ConfigurationError, readConfiguration } from '../start/configuration.ts';
import { packageRoot } from '../start/package-root.ts';
import { StartError } from '../start/start-error.ts';
import { StoreError } from '../store/graph-store.ts';
import type { OutsideWrites } from '../store/outside-writes.ts';
import { openStore } from '../store/open-store.ts';
import { progressOn } from './progress.ts';
import { seedStore } from './seed-store.ts';

function tellOutside({ takenIn, faults, faultCount }: OutsideWrites): void {
  if (takenIn > 0) console.error(`${takenIn} records that others had written to the store were taken in first.`);
  if (faultCount === 0) return;
  console.error(`${faultCount} things that others wrote to the store are left out:`);
  for (const fault of faults) console.error(`- ${fault}`);
  if (faultCount > faults.length) console.error(`shown ${faults.length} of ${faultCount}`);
}

async function seed(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const reading = readDataset(configuration.dataset ?? join(packageRoot(), 'graph-seed/dataset/records'));
  if (!reading.ok) {
    const { faults } = reading;
    for (const fault of faults) console.error(formatFault(fault));
    console.error(`Nothing was loaded: the dataset has ${faults.length} fault${faults.length === 1 ? '' : 's'}.`);
    process.exitCode = 1;
    return;
  }
  const { audit } = accessOf(configuration);
  const store = await openStore(configuration.store, configuration.neo4j);
  const { engine } = store;
  try {
    // What cannot be told is not begun.
    audit?.write(commandUser(), { event: 'write-begun', engine });
    const { added, changed, removed, unchanged, revision } = await seedStore(store, reading.records, {
      onProgress: progressOn(process.stderr),
      onOutside: tellOutside,
    });
    audit?.write(commandUser(), { event: 'written', engine, added, changed, removed, revision });
    console.log(`${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged; revision ${revision}`);
  } finally {
    await store.close();
  }
}

const FORESEEN = [StoreError, ConfigurationError, StartError, AccessFault];

try {
  await seed();
} catch (error) {
  // What a person can act on is said in one line; anything else is a defect and shows its trace.
  if (!FORESEEN.some((kind) => error instanceof kind)) throw error;
  console.error(error instanceof Error ? error.message : '');
  process.exitCode = 1;
}
