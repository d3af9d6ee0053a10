/** Whether the gap score finds links that were hidden from it (ANALYSIS.md §4). Drawn markets show that it works, not that it is true. */
import { describe, expect, test } from 'vitest';
import { randomNumbers, shuffled } from '../../api/analysis/communities/random.ts';
import { proximity, revealedAdvantage } from '../../api/analysis/gaps/relatedness.ts';
import { drawMarket, type DrawnMarket, type Link, type World } from './gap-evaluation/drawn-market.ts';
import { apart, evaluate, plainFit, RANKERS, type Evaluation, type Ranker } from './gap-evaluation/evaluate.ts';

const SEEDS = [1, 2, 3, 4, 5] as const;
const BASELINES: readonly Ranker[] = ['SECTOR_ONLY', 'SAME_REGENCY', 'POPULARITY', 'NEAREST', 'RANDOM'];
const LIMIT = 120_000;

const evaluations = (world: World): Promise<readonly Evaluation[]> =>
  Promise.all(SEEDS.map((seed) => evaluate(drawMarket(seed, world), seed + 100)));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('hidden links', () => {
  for (const world of ['NEEDS', 'PROGRAMMES'] as const) {
    test(
      `are found better than by sector, place, popularity or chance alone, in ${world}`,
      async () => {
        const all = await evaluations(world);
        for (const baseline of BASELINES) {
          for (const { skill } of all) expect(skill.GAP_SCORE.mrr).toBeGreaterThan(skill[baseline].mrr);
          const hits = (ranker: Ranker): number => mean(all.map(({ skill }) => skill[ranker].hitAt10));
          expect(hits('GAP_SCORE'), baseline).toBeGreaterThan(hits(baseline));
        }
      },
      LIMIT,
    );
  }

  test(
    'that chance made are not found, by nothing',
    async () => {
      const all = await evaluations('RANDOM');
      const ranks = Array.from({ length: 300 }, (_, at) => at + 1);
      // Mean of one by the rank when every rank is as likely: H_n / n.
      const byChance = mean(ranks.map((rank) => 1 / rank));
      for (const ranker of RANKERS) {
        expect(mean(all.map(({ skill }) => skill[ranker].mrr)), ranker).toBeLessThan(1.25 * byChance);
      }
    },
    LIMIT,
  );
});

/** What a score is made of, from the drawn lists and the definitions alone. */
function recomputed(market: DrawnMarket, shown: readonly Link[], clusterId: string, firmId: string) {
  const cluster = market.clusters.find(({ id }) => id === clusterId);
  const firm = market.firms.find(({ id }) => id === firmId);
  if (cluster === undefined || firm === undefined) throw new Error(`${clusterId} or ${firmId} is not of the market`);
  const km = apart(market, cluster, firm);
  const { programme } = cluster;
  const support = programme === null ? 0 : market.involving[programme] === true ? 1 : 0.5;
  const sellers = shown.filter((link) => market.firms[link.firm]?.id === firmId);
  const bought = sellers.map((link) => market.clusters[link.cluster]?.code ?? '');
  const near = nearOfCodes(market);
  const relatedness = bought.length === 0 ? null : Math.max(...bought.map((code) => near(cluster.code, code)));
  const fit = plainFit(cluster.code, firm.code);
  const score = (unknown: number): number =>
    fit *
    (0.5 +
      0.5 *
        (0.4 * (km === null ? unknown : 2 ** (-km / 100)) +
          0.2 * unknown +
          0.2 * (relatedness ?? unknown) +
          0.2 * support));
  return { fit, km, support, relatedness, low: score(0), high: score(1) };
}

function nearOfCodes({ clusters, firms, regencies }: DrawnMarket): (a: string, b: string) => number {
  const codes = [...new Set([...clusters, ...firms].map(({ code }) => code))];
  const makersAt = regencies.map((_, at) => [...clusters, ...firms].filter(({ regency }) => regency === at));
  const settled = makersAt.filter((makers) => makers.length > 0);
  const counts = settled.map((makers) => codes.map((code) => makers.filter((maker) => maker.code === code).length));
  const near = proximity(revealedAdvantage(counts));
  return (a, b) => near[codes.indexOf(a)]?.[codes.indexOf(b)] ?? 0;
}

test(
  'the reasons of a hundred suggestions recompute from the market alone',
  async () => {
    const market = drawMarket(1, 'PROGRAMMES');
    const { gaps, shown } = await evaluate(market, 101);
    const some = [...shuffled(gaps.length, randomNumbers(7))].slice(0, 100).flatMap((at) => gaps[at] ?? []);
    expect(some).toHaveLength(100);
    for (const gap of some) {
      const own = recomputed(market, shown, gap.cluster, gap.largeIndustry);
      expect(gap.fit.value).toBe(own.fit);
      expect(gap.support.value).toBe(own.support);
      expect(gap.low).toBeCloseTo(own.low, 9);
      expect(gap.high).toBeCloseTo(own.high, 9);
      if (own.km === null) expect(gap.distance).toBeNull();
      else expect(gap.distance?.km).toBeCloseTo(own.km, 4);
      if (own.relatedness === null) expect(gap.relatedness).toBeNull();
      else expect(gap.relatedness).toBeCloseTo(own.relatedness, 12);
    }
    expect(some.some(({ relatedness }) => relatedness !== null && relatedness > 0 && relatedness < 1)).toBe(true);
  },
  LIMIT,
);
