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
  /** Needs nothing that another stage leaves, and one processor: stages in a row that say so run beside each other. */
  readonly beside?: true;
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
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'], beside: true },
  { name: 'lint and import directions', command: ['oxlint', '--deny-warnings'], beside: true },
  { name: 'types', command: ['tsc'], beside: true },
  { name: 'generated files are fresh', command: ['tsx', 'api/schema/generate.ts', '--check'], beside: true },
  { name: 'nothing unused', command: ['knip'], beside: true },
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

interface Outcome {
  readonly stage: Stage;
  readonly ok: boolean;
  readonly seconds: number;
  /** What it printed, when it ran beside others. */
  readonly said: string;
}

function run(stage: Stage): Promise<Outcome> {
  const [program = '', ...args] = stage.command;
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${program}`, args, {
      stdio: stage.beside === true ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...stage.env },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => void said.push(part));
    const end = (ok: boolean): void => {
      resolve({ stage, ok, seconds: (Date.now() - started) / 1_000, said: Buffer.concat(said).toString('utf8') });
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

/** Stages that run beside each other, or one alone. */
function groupsOf(stages: readonly Stage[]): readonly (readonly Stage[])[] {
  const groups: Stage[][] = [];
  for (const stage of stages) {
    const last = groups.at(-1);
    if (stage.beside === true && last?.[0]?.beside === true) last.push(stage);
    else groups.push([stage]);
  }
  return groups;
}

async function main(stages: readonly Stage[]): Promise<void> {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  let passed = 0;
  let failed = 0;
  const failures: string[] = [];
  const notRun: string[] = [];
  for (const group of groupsOf(stages)) {
    const able = group.filter((stage) => {
      const missing = stage.missing?.() ?? null;
      if (missing === null) return true;
      notRun.push(`${stage.name}: ${missing}`);
      if (process.env['CI'] === 'true') failed += 1;
      return false;
    });
    for (const stage of able) {
      console.log(`\n== ${stage.name}`);
      const part = stage.partMissing?.() ?? null;
      if (part !== null) notRun.push(`${stage.name}: ${part}`);
    }
    for (const { stage, ok, seconds, said } of await Promise.all(able.map(run))) {
      const count = stage.count?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
      passed += count.passed;
      failed += ok ? count.failed : Math.max(1, count.failed);
      if (!ok) failures.push(stage.name);
      process.stdout.write(said);
      console.log(`== ${stage.name}: ${ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
    }
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
