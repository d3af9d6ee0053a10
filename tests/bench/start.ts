/** `npm start` in a fresh clone, and again: seconds to the first right answer of the first screen's question. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { seconds } from './benchmark.ts';
import { freePort } from '../free-port.ts';
import { firstAnswer, startProcess } from './server-process.ts';

const QUESTION = JSON.stringify({ query: '{ clustersTiedToLargeIndustry(first: 50) { totalCount } }' });
const BARE_SERVER = `import fastify from 'fastify';
const app = fastify();
app.post('/graphql', () => ({ data: { clustersTiedToLargeIndustry: { totalCount: 15 } } }));
await app.listen({ port: Number(process.env.SENTRA_PORT), host: '127.0.0.1' });
`;

const isRight = (text: string): boolean => text.includes('"totalCount":15');

async function secondsToAnswer(command: readonly string[], cwd: string): Promise<number> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const server = startProcess(command, url, { cwd, env: { SENTRA_PORT: String(port), SENTRA_LOG_LEVEL: 'error' } });
  try {
    return await seconds(() => firstAnswer(url, QUESTION, isRight, 120_000));
  } finally {
    await server.stop();
  }
}

export const startBenchmark: Benchmark = {
  name: 'start',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-start-'));
    try {
      execFileSync('git', ['clone', '--quiet', '.', folder]);
      symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
      writeFileSync(join(folder, 'bare.mjs'), BARE_SERVER);
      const first = await secondsToAnswer(['npm', 'start'], folder);
      const again = await secondsToAnswer(['npm', 'start'], folder);
      const bare = await secondsToAnswer(['node', 'bare.mjs'], folder);
      const result = (name: string, value: number, limit: number): BenchmarkResult => ({
        name,
        value,
        unit: 's',
        peer: 'a bare Fastify server with a constant answer',
        peerValue: bare,
        ratio: bare / value,
        goal: `at most ${limit} s`,
        pass: value <= limit,
      });
      return [result('start', first, 15), result('start-again', again, 5)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
