/**
 * Half an hour of mixed questions at 70 % of what the server can answer: whether it grows, stalls or errs. SENTRA_SOAK_MINUTES sets
 * another length. Memory is what is still needed after a sweep, once a minute; its slope is a least-squares line after warm-up.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { startMeasured, type ServerState } from './measured-server.ts';
import { asFastAsAnswered, atRate } from './mixed-load.ts';

const SERVER = 'dist/server/serve.js';
const MINUTES = Number(process.env['SENTRA_SOAK_MINUTES'] ?? 30);
const PART = 0.7;
const CAPACITY_MS = 30_000;
const CLIENTS = 16;
/** Minutes in which caches fill; a sixth of a short run. */
const WARM_UP = Math.min(5, MINUTES / 6);

/** Bytes a minute. */
function slopeOf(states: readonly ServerState[], of: (state: ServerState) => number): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = states.map((_, minute) => minute);
  const [middle, level] = [mean(at), mean(states.map(of))];
  const over = states.reduce((sum, state, i) => sum + (i - middle) * (of(state) - level), 0);
  return over / at.reduce((sum, minute) => sum + (minute - middle) ** 2, 0);
}

function limited(name: string, value: number, unit: string, most: number, beside: string): BenchmarkResult {
  return {
    name,
    value,
    unit,
    peer: beside,
    peerValue: most,
    ratio: most / value,
    goal: `at most ${most}`,
    pass: value <= most,
  };
}

export const soakBenchmark: Benchmark = {
  name: 'soak',
  onlyByName: true,
  run: async () => {
    check(existsSync(SERVER), `${SERVER} is not built; run npm run build`);
    check(MINUTES >= 3, 'SENTRA_SOAK_MINUTES has to be 3 or more');
    const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-soak-'));
    const env = { SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`, SENTRA_LOG_LEVEL: 'warn' };
    const server = await startMeasured([SERVER], env, '/health/ready');
    let stopped = false;
    try {
      const url = `${server.url}/graphql`;
      const capacity = await asFastAsAnswered(url, CLIENTS, CAPACITY_MS, 1);
      check(capacity.wrong.length === 0, `wrong answers: ${capacity.wrong.slice(0, 3).join('; ')}`);
      const rate = (capacity.answers / capacity.milliseconds) * 1_000 * PART;
      await server.state();
      const states: ServerState[] = [];
      const wrong: string[] = [];
      let answers = 0;
      for (let minute = 0; minute < MINUTES; minute += 1) {
        const taken = await atRate(url, rate, 60_000, minute + 2);
        answers += taken.answers;
        wrong.push(...taken.wrong);
        const state = await server.state();
        states.push(state);
        const [live, resident] = [state.live, state.resident].map((bytes) => (bytes / 1e6).toFixed(1));
        const pauses = `pauses p99 ${state.pauseP99.toFixed(1)} ms, longest ${state.pauseLongest.toFixed(1)} ms`;
        console.log(
          `minute ${minute + 1}: ${taken.answers} answers, ${wrong.length} wrong, ${live} MB needed, ${resident} MB resident, ${pauses}`,
        );
      }
      const code = await server.stop();
      stopped = true;
      const warm = states.slice(Math.ceil(WARM_UP));
      const what = `${answers} questions in ${MINUTES} minutes at ${rate.toFixed(0)} a second, ${PART * 100} % of ${(rate / PART).toFixed(0)}`;
      const grown = (slopeOf(warm, ({ live }) => live) * 10) / 1e6;
      const p99 = Math.max(...warm.map(({ pauseP99 }) => pauseP99));
      if (wrong.length > 0) console.log(wrong.slice(0, 5).join('\n'));
      return [
        limited('soak-memory', Math.max(grown, 0.001), 'MB grown in 10 minutes', 1, what),
        limited('soak-pause', p99, 'ms: p99 of pauses of the event loop in the worst minute', 50, what),
        { ...limited('soak-errors', wrong.length, 'wrong answers', 0, what), ratio: wrong.length === 0 ? 1 : 0 },
        { ...limited('soak-stop', code ?? 255, 'exit code after SIGTERM', 0, what), ratio: code === 0 ? 1 : 0 },
      ];
    } finally {
      if (!stopped) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
