/**
 * `npx tsx tests/bench/size.ts NODES RELATIONS`, after `npm run build`: what a generated graph of that size takes of the disk and of memory, and how
 * long the built server needs until it is ready. For the table of api/start/OPERATION.md; no benchmark, for there is nothing to compare with.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../api/store/open-store.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { startMeasured } from './measured-server.ts';

const [nodes = 10_000, relations = 100_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'sentra-size-'));
const file = join(folder, 'graph.db');
const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
try {
  const records = generatedRecords(nodes, relations);
  const begun = performance.now();
  const store = await openStore(`sqlite:${file}`);
  await store.write({ put: records, remove: [] });
  await store.close();
  console.log(
    `${nodes} nodes, ${relations} relations: written in ${seconds(begun)}, file ${megabytes(statSync(file).size)}`,
  );
  const started = performance.now();
  const env = { SENTRA_STORE: `sqlite:${file}`, SENTRA_LOG_LEVEL: 'warn' };
  const server = await startMeasured(['dist/server/serve.js'], env, '/health/ready');
  const ready = seconds(started);
  const first = await server.state();
  console.log(`ready after ${ready}; memory ${megabytes(first.resident)}, ${megabytes(first.live)} of it needed`);
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
