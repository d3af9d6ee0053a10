/**
 * Markets drawn from a seed, to see whether gaps find links that were hidden (ANALYSIS.md §4). Who buys from whom follows hidden
 * needs, a hidden reach and a hidden drive of each cluster, in other forms than the score's; nothing here reads the score.
 */
import { randomNumbers } from '../../../api/analysis/communities/random.ts';
import { USES } from '../../../api/analysis/gaps/uses.ts';
import type { TestGraph, TestNode, TestRelation } from '../graph-of-records.ts';

const SIZES = { clusters: 300, firms: 80, regencies: 60, programmes: 8 } as const;
const CODES = '2410 2431 2824 2930 3011 3091 2910 4620 1073 1312 1520 1629 3100 1392 2593 2592'
  .concat(' 1811 1050 2220 2391 1412 3211')
  .split(' ');
/** Nine hundred kilometres by two hundred, like Java. */
const BOX = { south: -8.2, north: -6.2, west: 106, east: 114.5 } as const;
const [NEEDS, MOST_SUPPLIERS] = [3, 8];
/** Of what a firm buys, so much is outside its needs. */
const OUTSIDE_NEEDS = 0.02;
const PLACE_UNKNOWN = 0.1;
const SUPPORTED = 0.25;

export type Point = readonly [latitude: number, longitude: number];

export interface DrawnMaker {
  readonly id: string;
  readonly code: string;
  readonly regency: number | null;
  readonly programme: number | null;
}

/** A cluster sells to a firm. Indices into the market's lists. */
export interface Link {
  readonly cluster: number;
  readonly firm: number;
}

export interface DrawnMarket {
  readonly clusters: readonly DrawnMaker[];
  readonly firms: readonly DrawnMaker[];
  readonly regencies: readonly Point[];
  /** By programme: whether it brings in an association of industry. */
  readonly involving: readonly boolean[];
  readonly links: readonly Link[];
}

class Draw {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = randomNumbers(seed);
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** An index, each as likely as its weight. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [at, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return at;
    }
    return weights.length - 1;
  }
}

export const kilometres = ([lat1, lon1]: Point, [lat2, lon2]: Point): number => {
  const r = Math.PI / 180;
  const cosine =
    Math.sin(lat1 * r) * Math.sin(lat2 * r) + Math.cos(lat1 * r) * Math.cos(lat2 * r) * Math.cos((lon2 - lon1) * r);
  return 6371.0088 * Math.acos(Math.min(1, Math.max(-1, cosine)));
};

/**
 * NEEDS: programmes change nothing about who sells. PROGRAMMES: those that a programme supports sell more readily, and more so where it
 * brings in industry. RANDOM: every firm buys from whom chance gives it, and nothing can be found out.
 */
export const WORLDS = ['NEEDS', 'PROGRAMMES', 'RANDOM'] as const;
export type World = (typeof WORLDS)[number];
/** How much more readily, in PROGRAMMES. */
const [WITH_SUPPORT, WITH_INDUSTRY] = [1.5, 3];

export function drawMarket(seed: number, world: World): DrawnMarket {
  const draw = new Draw(seed);
  const regencies = Array.from({ length: SIZES.regencies }, (): Point => [
    draw.between(BOX.south, BOX.north),
    draw.between(BOX.west, BOX.east),
  ]);
  const skill = (): Point => [draw.next(), draw.next()];
  const [ofRegency, ofClass] = [regencies.map(skill), CODES.map(skill)];
  const near = ([a, b]: Point, [c, d]: Point): number => Math.exp(-((a - c) ** 2 + (b - d) ** 2) / 0.08);
  const maker = (id: string, supported: number): DrawnMaker => {
    const regency = draw.below(SIZES.regencies);
    const code = draw.weighted(ofClass.map((of) => near(of, ofRegency[regency] ?? of)));
    const known = draw.next() >= PLACE_UNKNOWN;
    const programme = draw.next() < supported ? draw.below(SIZES.programmes) : null;
    return { id, code: CODES[code] ?? '', regency: known ? regency : null, programme };
  };
  const clusters = Array.from({ length: SIZES.clusters }, (_, at) =>
    maker(`c${String(at).padStart(3, '0')}`, SUPPORTED),
  );
  const firms = Array.from({ length: SIZES.firms }, (_, at) => maker(`L${String(at).padStart(3, '0')}`, 0));
  const involving = Array.from({ length: SIZES.programmes }, () => draw.next() < 0.4);
  const market = { clusters, firms, regencies, involving };
  const classNear = (a: string, b: string): number =>
    near(
      ofClass[CODES.findIndex((code) => code === a)] ?? [0, 0],
      ofClass[CODES.findIndex((code) => code === b)] ?? [9, 9],
    );
  return { ...market, links: world === 'RANDOM' ? byChance(draw) : byNeed(draw, market, classNear, world) };
}

function suppliersOf(draw: Draw): number {
  return 1 + Math.floor(MOST_SUPPLIERS * draw.next() ** 2);
}

function byChance(draw: Draw): readonly Link[] {
  return Array.from({ length: SIZES.firms }, (_, firm) => firm).flatMap((firm) => {
    const chosen = new Set<number>();
    const count = suppliersOf(draw);
    while (chosen.size < count) chosen.add(draw.below(SIZES.clusters));
    return [...chosen].map((cluster) => ({ cluster, firm }));
  });
}

function byNeed(
  draw: Draw,
  { clusters, firms, regencies, involving }: Omit<DrawnMarket, 'links'>,
  classNear: (a: string, b: string) => number,
  world: World,
): readonly Link[] {
  const drive = clusters.map(({ programme }) => {
    const own = Math.exp(draw.between(-1.5, 1.5));
    if (programme === null || world !== 'PROGRAMMES') return own;
    return own * (involving[programme] === true ? WITH_INDUSTRY : WITH_SUPPORT);
  });
  return firms.flatMap((buyer, firm) => {
    const needs = needsOf(draw, buyer.code, classNear);
    const reach = draw.between(3, 12);
    const weights = clusters.map((cluster, at) => {
      const [here, there] = [regencies[cluster.regency ?? -1], regencies[buyer.regency ?? -1]];
      const far = here === undefined || there === undefined ? 300 : kilometres(here, there);
      return (drive[at] ?? 1) * (needs.has(cluster.code) ? 1 : OUTSIDE_NEEDS) * Math.exp(-Math.sqrt(far) / reach);
    });
    const found: Link[] = [];
    for (let left = suppliersOf(draw); left > 0; left -= 1) {
      const cluster = draw.weighted(weights);
      weights[cluster] = 0;
      found.push({ cluster, firm });
    }
    return found;
  });
}

/** Half of what a firm needs is what its trade is known to use, the rest what tends to be made beside it, or its own trade. */
function needsOf(draw: Draw, code: string, classNear: (a: string, b: string) => number): ReadonlySet<string> {
  const used = USES.filter(({ user }) => user === code).map(({ input }) => input);
  const beside = CODES.map((other) => classNear(code, other) ** 2);
  return new Set(
    Array.from({ length: NEEDS }, () =>
      used.length > 0 && draw.next() < 0.5 ? used[draw.below(used.length)] : CODES[draw.weighted(beside)],
    ).filter((need) => need !== undefined),
  );
}

/** The graph that an officer would hold when only `links` were known. */
export function graphOfMarket(market: DrawnMarket, links: readonly Link[]): TestGraph {
  const { clusters, firms, regencies, involving } = market;
  const nodes: TestNode[] = [
    ...clusters.map(({ id }): TestNode => ({ id, type: 'SmiCluster', kind: 'CLUSTER' })),
    ...firms.map(({ id }): TestNode => ({ id, type: 'LargeIndustry' })),
    ...regencies.map((at, number): TestNode => ({ id: `x${number}`, type: 'Regency', at })),
    ...CODES.map((code): TestNode => ({ id: `k${code}`, type: 'Sector', code, scheme: 'KBLI_2020' })),
    ...involving.map((_, number): TestNode => ({ id: `p${number}`, type: 'Programme' })),
    { id: 'o0', type: 'Organisation', kind: 'ASSOCIATION' },
  ];
  const relations: TestRelation[] = [];
  const relate = (from: string | undefined, type: TestRelation['type'], to: string | undefined): void => {
    if (from === undefined || to === undefined) throw new Error('a link outside the market');
    relations.push({ id: `r${String(relations.length).padStart(5, '0')}`, from, type, to });
  };
  for (const { id, code, regency, programme } of [...clusters, ...firms]) {
    relate(id, 'IN_SECTOR', `k${code}`);
    if (regency !== null) relate(id, 'LOCATED_IN', `x${regency}`);
    if (programme !== null) relate(`p${programme}`, 'SUPPORTS', id);
  }
  for (const [number, involves] of involving.entries()) if (involves) relate(`p${number}`, 'INVOLVES', 'o0');
  for (const { cluster, firm } of links) relate(clusters[cluster]?.id, 'SUPPLIES', firms[firm]?.id);
  return { nodes, relations };
}
