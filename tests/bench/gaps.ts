/**
 * How well hidden links are found again by the gap score, on drawn markets of 300 clusters and 80 firms: mean and standard deviation over
 * five seeds, each link hidden once. No time is measured. Drawn links say that the machinery works, nothing about Indonesia.
 */
import { drawMarket, WORLDS, type World } from '../analysis/gap-evaluation/drawn-market.ts';
import { evaluate, RANKERS, type Evaluation, type Ranker } from '../analysis/gap-evaluation/evaluate.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';

const SEEDS = [1, 2, 3, 4, 5] as const;
/** Of the hard baseline's reciprocal rank, the least that is no step back. */
const LEAST = 0.8;

function meanAndSpread(values: readonly number[]): readonly [mean: number, spread: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (values.length - 1))];
}

function table(world: World, all: readonly Evaluation[]): void {
  for (const ranker of RANKERS) {
    const figure = (of: 'mrr' | 'hitAt10'): string =>
      meanAndSpread(all.map(({ skill }) => skill[ranker][of]))
        .map((value) => value.toFixed(3))
        .join(' ± ');
    console.log(`  ${world} ${ranker}: MRR ${figure('mrr')}, hit@10 ${figure('hitAt10')}`);
  }
}

async function inWorld(world: World): Promise<BenchmarkResult> {
  const all = await Promise.all(SEEDS.map((seed) => evaluate(drawMarket(seed, world), seed + 100)));
  table(world, all);
  const mrr = (ranker: Ranker): number => meanAndSpread(all.map(({ skill }) => skill[ranker].mrr))[0];
  const ratio = mrr('GAP_SCORE') / mrr('SECTOR_AND_NEAREST');
  return {
    name: `gaps ${world}`,
    value: mrr('GAP_SCORE'),
    unit: `mean reciprocal rank of ${all.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0)} hidden links`,
    peer: 'best fit, then nearest',
    peerValue: mrr('SECTOR_AND_NEAREST'),
    ratio,
    goal: world === 'RANDOM' ? 'none: nothing is to be found' : `at least ${LEAST} times the peer`,
    pass: world === 'RANDOM' || ratio >= LEAST,
  };
}

export const gapsBenchmark: Benchmark = {
  name: 'gaps',
  run: async () => {
    const results: BenchmarkResult[] = [];
    for (const world of WORLDS) results.push(await inWorld(world));
    return results;
  },
};
