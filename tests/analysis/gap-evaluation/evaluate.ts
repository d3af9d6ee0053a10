/** How well hidden links are found again: by the gap score, and by what it has to be better than (ANALYSIS.md §4). */
import { randomNumbers, shuffled } from '../../../api/analysis/communities/random.ts';
import { findGaps } from '../../../api/analysis/gaps/gaps.ts';
import type { Gap } from '../../../api/analysis/gaps/gap-types.ts';
import { USES } from '../../../api/analysis/gaps/uses.ts';
import { projectionOf } from '../graph-of-records.ts';
import { graphOfMarket, kilometres, type DrawnMaker, type DrawnMarket, type Link } from './drawn-market.ts';

/** Each link is hidden once: a fifth at a time, everything computed from the rest. */
const FOLDS = 5;
const HITS = 10;

/** What ranks clusters for a firm. The last three may be hard to beat; `RANDOM` is what no skill looks like. */
export const RANKERS = [
  'GAP_SCORE',
  'SECTOR_AND_NEAREST',
  'POPULARITY',
  'NEAREST',
  'SECTOR_ONLY',
  'SAME_REGENCY',
  'RANDOM',
] as const;
export type Ranker = (typeof RANKERS)[number];

interface Skill {
  /** Mean over the hidden links of one by the rank of the true cluster. */
  readonly mrr: number;
  /** Part of the hidden links whose cluster is among the first ten. */
  readonly hitAt10: number;
}

export interface Evaluation {
  readonly hiddenCount: number;
  readonly skill: Readonly<Record<Ranker, Skill>>;
  /** What the links of the last fold give as gaps, and those links. */
  readonly gaps: readonly Gap[];
  readonly shown: readonly Link[];
}

type Score = (cluster: number, firm: number) => number;

/** Hides the links a fifth at a time and looks where the hidden ones rank for their firm. */
export async function evaluate(market: DrawnMarket, seed: number): Promise<Evaluation> {
  const order = [...shuffled(market.links.length, randomNumbers(seed))];
  const pick = (wanted: (place: number) => boolean): readonly Link[] =>
    order.flatMap((index, place) => (wanted(place) ? (market.links[index] ?? []) : []));
  const ranks = new Map<Ranker, number[]>(RANKERS.map((ranker) => [ranker, []]));
  let [gaps, shown]: [readonly Gap[], readonly Link[]] = [[], []];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const hidden = pick((place) => place % FOLDS === fold);
    shown = pick((place) => place % FOLDS !== fold);
    ({ gaps } = findGaps(await projectionOf(graphOfMarket(market, shown)), { wide: true }));
    const scores = scoresOf(market, shown, gaps, randomNumbers(seed + fold + 1));
    for (const ranker of RANKERS) ranks.get(ranker)?.push(...ranksOf(market, hidden, scores[ranker]));
  }
  const skillOf = (ranker: Ranker): Skill => skill(ranks.get(ranker) ?? []);
  return {
    hiddenCount: market.links.length,
    gaps,
    shown,
    skill: {
      GAP_SCORE: skillOf('GAP_SCORE'),
      SECTOR_AND_NEAREST: skillOf('SECTOR_AND_NEAREST'),
      POPULARITY: skillOf('POPULARITY'),
      NEAREST: skillOf('NEAREST'),
      SECTOR_ONLY: skillOf('SECTOR_ONLY'),
      SAME_REGENCY: skillOf('SAME_REGENCY'),
      RANDOM: skillOf('RANDOM'),
    },
  };
}

/** Fit as the definition has it, over codes. */
export function plainFit(cluster: string, firm: string): number {
  const used = USES.filter(
    ({ input, user }) => (input === cluster && user === firm) || (input === firm && user === cluster),
  ).map(({ fit }) => fit);
  return Math.max(cluster === firm ? 1 : 0, cluster.slice(0, 3) === firm.slice(0, 3) ? 0.5 : 0, ...used);
}

/** Kilometres between two makers; null where a place is unknown. */
export function apart({ regencies }: DrawnMarket, a: DrawnMaker, b: DrawnMaker): number | null {
  const [here, there] = [regencies[a.regency ?? -1], regencies[b.regency ?? -1]];
  if (here === undefined || there === undefined) return null;
  return a.regency === b.regency ? 0 : kilometres(here, there);
}

function scoresOf(
  market: DrawnMarket,
  shown: readonly Link[],
  gaps: readonly Gap[],
  random: () => number,
): Readonly<Record<Ranker, Score>> {
  const gapScores = new Map(gaps.map((gap) => [`${gap.cluster} ${gap.largeIndustry}`, gap.low + gap.high * 1e-7]));
  const sold = new Map<number, number>();
  for (const { cluster } of shown) sold.set(cluster, (sold.get(cluster) ?? 0) + 1);
  const pair = (cluster: number, firm: number): readonly [DrawnMaker, DrawnMaker] => {
    const [a, b] = [market.clusters[cluster], market.firms[firm]];
    if (a === undefined || b === undefined) throw new Error('a link outside the market');
    return [a, b];
  };
  const fit: Score = (...link) => {
    const [cluster, firm] = pair(...link);
    return plainFit(cluster.code, firm.code);
  };
  const near: Score = (...link) => -(apart(market, ...pair(...link)) ?? 10_000);
  return {
    GAP_SCORE: (...link) =>
      gapScores.get(
        pair(...link)
          .map(({ id }) => id)
          .join(' '),
      ) ?? 0,
    SECTOR_AND_NEAREST: (...link) => fit(...link) * 100_000 + near(...link),
    POPULARITY: (cluster) => sold.get(cluster) ?? 0,
    NEAREST: near,
    SECTOR_ONLY: fit,
    SAME_REGENCY: (...link) => (near(...link) === 0 ? 1 : 0),
    RANDOM: () => random(),
  };
}

/**
 * Filtered (Bordes et al. 2013): other clusters known to sell to the firm, hidden or shown, are no rivals. Of equal scores the rank
 * is the middle one (realistic rank, Hoyt et al. 2022).
 */
function ranksOf(market: DrawnMarket, hidden: readonly Link[], score: Score): readonly number[] {
  const sellers = new Map<number, Set<number>>();
  for (const { cluster, firm } of market.links) sellers.set(firm, (sellers.get(firm) ?? new Set()).add(cluster));
  return hidden.map(({ cluster, firm }) => {
    const own = score(cluster, firm);
    let [better, equal] = [0, 0];
    for (const rival of market.clusters.keys()) {
      if (rival === cluster || sellers.get(firm)?.has(rival) === true) continue;
      const other = score(rival, firm);
      if (other > own) better += 1;
      else if (other === own) equal += 1;
    }
    return 1 + better + equal / 2;
  });
}

function skill(ranks: readonly number[]): Skill {
  return {
    mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
    hitAt10: ranks.filter((rank) => rank <= HITS).length / ranks.length,
  };
}
