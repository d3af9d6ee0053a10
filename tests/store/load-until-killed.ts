/**
 * Run as a process: loads an edition of generated records into the store at an address. Prints 0 once the store is open, then how many
 * records are acknowledged, until it is killed.
 */
import { writeSync } from 'node:fs';
import { seedStore } from '../../api/seeding/seed-store.ts';
import { StoreError } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { editionOf, TOO_SLOW } from './editions.ts';

const [address = '', nodes = '', relations = '', batch = '', edition = ''] = process.argv.slice(2);
const records = editionOf(Number(nodes), Number(relations), Number(edition));
try {
  const store = await openStore(address);
  writeSync(1, '0\n');
  await seedStore(store, records, { batch: Number(batch), onProgress: (done) => writeSync(1, `${done}\n`) });
  await store.close();
} catch (error) {
  if (!(error instanceof StoreError && error.code === 'STORE_UNAVAILABLE')) throw error;
  process.exit(TOO_SLOW);
}
