/** Run as a process: loads generated records into the store at an address and prints how many are done, until it is killed. */
import { writeSync } from 'node:fs';
import { seedStore } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';

const [address = '', nodes = '', relations = '', batch = ''] = process.argv.slice(2);
const records = generatedRecords(Number(nodes), Number(relations));
const store = await openStore(address);
await seedStore(store, records, { batch: Number(batch), onProgress: (done) => writeSync(1, `${done}\n`) });
await store.close();
