/**
 * Run as a process: serves the store at an address and writes when told to. Prints its address, then an answer for each line `write NAME
 * COUNT`: how many records were added, or the code and message of the refusal.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { buildServer } from '../../api/server/server.ts';
import { StoreError } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { node, records } from '../fixtures/records.ts';

const store = await openStore(process.argv[2] ?? '');
const keeper = await openProjectionKeeper(store, { checkEveryMs: 200 });
const app = await buildServer({
  store,
  keeper,
  logger: pino({ level: 'silent' }),
  pageFolder: null,
  consoleFolder: null,
  styleHashes: [],
});
writeSync(1, `${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);

async function written(name: string, count: number): Promise<object> {
  const description = 'x'.repeat(2_000);
  const nodes = Array.from({ length: count }, (_, i) => node(`market:${name}-${i}`, { description }));
  try {
    return { added: (await store.write({ put: records({ nodes }), remove: [] })).added };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { code: error.code, message: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [, name = '', count = ''] = line.split(' ');
  writeSync(1, `${JSON.stringify(await written(name, Number(count)))}\n`);
}
await app.close();
await keeper.close();
await store.close();
