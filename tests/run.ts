/**
 * `npm test` and `npm run check`: runs every stage, goes on after a failure, and prints `N passed, N failed` as its last line.
 * A stage that this machine cannot run is named with the way to get what it lacks; with CI=true that is a failure.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { neo4jMissing } from './neo4j/neo4j-jars.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the stage's own counts; without it the stage counts as one. */
  readonly count?: () => Count | null;
  /** What is missing here and how to get it, or null. */
  readonly missing?: () => string | null;
  /** As `missing`, for a part of the stage that then says so itself, and fails with CI=true: told once more at the end. */
  readonly partMissing?: () => string | null;
}

const RESULTS = 'test-results';
const VITEST_REPORT = `${RESULTS}/vitest.json`;
const BUILT_REPORT = `${RESULTS}/built.json`;
const BROWSER_REPORT = `${RESULTS}/browser.json`;

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const BrowserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

function vitestCount(file: string): Count | null {
  const report = readReport(file, VitestReport);
  if (report === null) return null;
  // A file that does not load has no failed test, yet the run failed.
  const failed = report.success ? report.numFailedTests : Math.max(1, report.numFailedTests);
  return { passed: report.numPassedTests, failed };
}

function browserCount(): Count | null {
  const report = readReport(BROWSER_REPORT, BrowserReport);
  if (report === null) return null;
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}

function chromiumMissing(): string | null {
  const found = ['chromium', 'chromium-browser', 'google-chrome'].some(
    (name) => spawnSync('which', [name]).status === 0,
  );
  return found ? null : 'no Chromium on this machine; on Debian: apt-get update && apt-get install -y chromium';
}

const FAST: readonly Stage[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint and import directions', command: ['oxlint', '--deny-warnings'] },
  { name: 'types', command: ['tsc'] },
  { name: 'generated files are fresh', command: ['tsx', 'api/schema/generate.ts', '--check'] },
  { name: 'nothing unused', command: ['knip'] },
  {
    name: 'tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
    count: () => vitestCount(VITEST_REPORT),
    partMissing: () => {
      const missing = neo4jMissing();
      return missing === null ? null : `all that needs a Neo4j: ${missing}`;
    },
  },
];

const WHOLE: readonly Stage[] = [
  ...FAST,
  { name: 'build', command: ['tsx', 'api/start/build-if-stale.ts'] },
  {
    name: 'what was built',
    command: [
      'vitest',
      'run',
      '--config=tests/built/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${BUILT_REPORT}`,
    ],
    count: () => vitestCount(BUILT_REPORT),
  },
  {
    name: 'browser tests',
    command: ['playwright', 'test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: BROWSER_REPORT },
    count: browserCount,
    missing: chromiumMissing,
  },
];

function run(stage: Stage): Promise<boolean> {
  const [program = '', ...args] = stage.command;
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${program}`, args, {
      stdio: 'inherit',
      env: { ...process.env, ...stage.env },
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function main(stages: readonly Stage[]): Promise<void> {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  let passed = 0;
  let failed = 0;
  const failures: string[] = [];
  const notRun: string[] = [];
  for (const stage of stages) {
    const missing = stage.missing?.() ?? null;
    if (missing !== null) {
      notRun.push(`${stage.name}: ${missing}`);
      if (process.env['CI'] === 'true') failed += 1;
      continue;
    }
    console.log(`\n== ${stage.name}`);
    const part = stage.partMissing?.() ?? null;
    if (part !== null) notRun.push(`${stage.name}: ${part}`);
    const started = Date.now();
    const ok = await run(stage);
    const count = stage.count?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    passed += count.passed;
    failed += ok ? count.failed : Math.max(1, count.failed);
    if (!ok) failures.push(stage.name);
    console.log(`== ${stage.name}: ${ok ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  console.log('');
  for (const name of failures) console.log(`FAILED: ${name}`);
  for (const line of notRun) console.log(`NOT RUN: ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

const which = process.argv[2];
if (which !== 'check' && which !== 'all') {
  console.error('usage: tsx tests/run.ts check|all');
  process.exitCode = 2;
} else {
  await main(which === 'check' ? FAST : WHOLE);
}
