/**
 * The longest that anybody else has to wait while one large question is answered in a thread: pauses of the event loop over a graph of
 * 100,000 nodes and 1,000,000 relations. Without a peer in the process: sweeping up two gigabytes of graphology's graphs holds the event
 * loop up for seconds, which is none of ours.
 */
import { parsePartialDate } from '#vocabulary';
import type { AnalysisName, AnalysisRequest } from '../../api/analysis/worker/analyses.ts';
import { createAnalysisPool } from '../../api/analysis/worker/analysis-pool.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { industryOf } from '../fixtures/industry-of.ts';
import { check, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { largeProjection, longestPause } from './large-graph.ts';

const MOST_MS = 50;
/** Relations of supply among those of the graph that all ties are asked of (see ties-large). */
const SUPPLY = 30_000;
const asOf = parsePartialDate('2025-12-31');

function pauseOf(what: string, pause: number): BenchmarkResult {
  return {
    name: `pauses, ${what}`,
    value: pause,
    unit: 'ms the event loop paused at most',
    peer: 'the limit',
    peerValue: MOST_MS,
    ratio: MOST_MS / pause,
    goal: `at most ${MOST_MS} ms`,
    pass: pause <= MOST_MS,
  };
}

/** Asks one after the other in a thread of its own; the first has the graph brought over, too. */
function askerOf(projection: Projection) {
  const pool = createAnalysisPool({ threads: 1, deadlineMs: 300_000 });
  const results: BenchmarkResult[] = [];
  return {
    results,
    close: () => pool.close(),
    ask: async <N extends AnalysisName>(what: string, name: N, request: AnalysisRequest<N>): Promise<void> => {
      const pause = await longestPause(async () => check((await pool.ask(name, projection, request)) !== null, what));
      results.push(pauseOf(what, pause));
    },
  };
}

async function ofLargeGraph(): Promise<readonly BenchmarkResult[]> {
  const projection = await largeProjection();
  const { ask, results, close } = askerOf(projection);
  const [small, large] = [projection.nodesOfType('SmallIndustry'), projection.nodesOfType('LargeIndustry')];
  const [from, to] = [projection.nodeId(small[998] ?? 0), projection.nodeId(large[90] ?? 0)];
  const whole = { filter: {}, quality: 'CPM', resolution: 0.03, seed: 1 } as const;
  try {
    await ask('degree, and the graph brought over', 'centrality', { measure: 'DEGREE' });
    await ask('tiers', 'tiers', { root: from, depth: 3, asOf });
    await ask('paths', 'paths', { from, to });
    await ask('page rank', 'centrality', { measure: 'PAGERANK' });
    await ask('betweenness, sampled', 'centrality', { measure: 'BETWEENNESS' });
    await ask('communities', 'communities', whole);
  } finally {
    await close();
  }
  return results;
}

async function ofTies(): Promise<readonly BenchmarkResult[]> {
  const { ask, results, close } = askerOf(await industryOf(100_000, 1_000_000, SUPPLY));
  try {
    await ask('all ties, and the graph brought over', 'ties', {});
  } finally {
    await close();
  }
  return results;
}

export const pausesBenchmark: Benchmark = {
  name: 'pauses',
  run: async () => [...(await ofLargeGraph()), ...(await ofTies())],
};
