/**
 * Lighthouse 12.8, desktop, on the built page as `npm start` serves it; the median of five. Lighthouse is 200 packages with a telemetry
 * client among them, so it is no dependency: the benchmark fetches that one version from npm into a folder of its own, once.
 */
import { execFile, execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { freePort } from '../free-port.ts';
import { check, median, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { firstAnswer, startProcess } from './server-process.ts';

const VERSION = '12.8.2';
const ROUNDS = 5;
const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';
/** A page that nothing can be faster than: what Lighthouse gives it is the most there is on this machine now. */
const BARE =
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Bare</title><h1>Bare</h1>';

const Report = z.object({
  lighthouseVersion: z.string(),
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({
    performance: z.object({ score: z.number() }),
    accessibility: z.object({ score: z.number() }),
  }),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), displayValue: z.string().optional() })),
});
type Report = z.infer<typeof Report>;

/** The program of Lighthouse; fetched when it is not there yet. */
function lighthouse(): string {
  const folder = join(tmpdir(), `sentra-lighthouse-${VERSION}`);
  const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const args = ['install', '--ignore-scripts', '--no-save', '--prefix', folder, `lighthouse@${VERSION}`];
    execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return program;
}

/** Errors of Chromium's recording, not of the page: the round is run again, so often at most. */
const RECORDING_FAULTS = ['NO_NAVSTART', 'NO_FCP', 'PROTOCOL_TIMEOUT'];
const AGAIN = 3;

async function report(program: string, url: string, folder: string): Promise<Report> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await reportOnce(program, url, folder);
    } catch (error) {
      const fault = RECORDING_FAULTS.find((name) => String(error).includes(name));
      if (fault === undefined || attempt === AGAIN) throw error;
      console.log(`lighthouse: ${fault}, the round is run again`);
    }
  }
}

async function reportOnce(program: string, url: string, folder: string): Promise<Report> {
  const file = join(folder, 'report.json');
  const args = [url, '--preset=desktop', '--output=json', `--output-path=${file}`, '--quiet'];
  args.push('--only-categories=performance,accessibility', `--chrome-flags=${FLAGS}`);
  const env = { ...process.env, CHROME_PATH: process.env['SENTRA_CHROMIUM'] ?? '/usr/bin/chromium' };
  await promisify(execFile)(process.execPath, [program, ...args], { env });
  const found = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  check(found.runtimeError === undefined, found.runtimeError?.message ?? '');
  check(found.lighthouseVersion === VERSION, `Lighthouse ${found.lighthouseVersion} in place of ${VERSION}`);
  return found;
}

/** The figures that make the score, as Lighthouse words them. */
function figures({ audits, categories }: Report): string {
  const names = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  const said = [...names, 'speed-index'].map((name) => `${name} ${audits[name]?.displayValue ?? '?'}`);
  return `performance ${categories.performance.score}, ${said.join(', ')}`;
}

async function bareScore(program: string, folder: string): Promise<Report> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(BARE);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    const port = address === null || typeof address === 'string' ? 0 : address.port;
    return await report(program, `http://127.0.0.1:${port}/`, folder);
  } finally {
    server.close();
  }
}

export const lighthouseBenchmark: Benchmark = {
  name: 'lighthouse',
  run: async () => {
    const program = lighthouse();
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-lighthouse-'));
    execFileSync('npm', ['run', 'build'], { stdio: 'ignore' });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`,
      SENTRA_PORT: String(port),
      SENTRA_LOG_LEVEL: 'error',
    };
    const server = startProcess(['node', 'dist/server/serve.js'], url, { cwd: process.cwd(), env });
    try {
      const question = JSON.stringify({ query: '{ clustersTiedToLargeIndustry(first: 50) { totalCount } }' });
      await firstAnswer(`${url}/graphql`, question, (text) => text.includes('"totalCount":15'), 120_000);
      const bare = await bareScore(program, folder);
      const reports: Report[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const found = await report(program, `${url}/`, folder);
        console.log(`lighthouse, round ${round + 1}: ${figures(found)}`);
        reports.push(found);
      }
      const result = (category: 'performance' | 'accessibility', limit: number): BenchmarkResult => {
        const value = median(reports.map(({ categories }) => categories[category].score));
        const peerValue = bare.categories[category].score;
        return {
          name: `lighthouse-${category}`,
          value,
          unit: 'of 1',
          peer: 'a page of one heading',
          peerValue,
          ratio: value / peerValue,
          goal: `at least ${limit}`,
          pass: value >= limit,
        };
      };
      return [result('performance', 0.95), result('accessibility', 1)];
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
