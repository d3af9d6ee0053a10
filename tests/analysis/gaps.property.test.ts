import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate, type RelationType } from '#vocabulary';
import { findGaps } from '../../api/analysis/gaps/gaps.ts';
import type { Gap } from '../../api/analysis/gaps/gap-types.ts';
import { findTies } from '../../api/analysis/ties/ties.ts';
import { bruteForceFits } from './brute-force-gaps.ts';
import { projectionOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';
import { randomGraph } from './random-graphs.ts';

const RUNS = 1_000;

const CODES = ['2410', '2431', '2432', '2910', '2930', '3091'] as const;
const MAKING: readonly TestNode[] = [
  ...CODES.map((code): TestNode => ({ id: `k${code}`, type: 'Sector', code, scheme: 'KBLI_2020' })),
  { id: 'k24', type: 'Sector', code: '24', scheme: 'KBLI_2020' },
  { id: 'i4444', type: 'Sector', code: '4444', scheme: 'BPS_IO_17' },
  { id: 'n1', type: 'Sector', scheme: 'NAMED' },
  { id: 'n2', type: 'Sector', scheme: 'NAMED' },
  { id: 'q1', type: 'Product' },
  { id: 'q2', type: 'Product' },
  { id: 'x1', type: 'Regency', at: [-7.65, 112.91] },
  { id: 'x2', type: 'Regency', at: [-7.03, 109.16] },
  { id: 'x3', type: 'Regency' },
  { id: 'y1', type: 'Locality', at: [0, 100] },
  { id: 'o1', type: 'Organisation', kind: 'ASSOCIATION' },
];

const SECTORS = MAKING.filter(({ type }) => type === 'Sector').map(({ id }) => id);
const MAKERS = ['c1', 'c2', 'L1', 'L2', 'L3', 'f1'];
const ends = (type: RelationType, from: readonly string[], to: readonly string[]) =>
  fc.record({ type: fc.constant(type), from: fc.constantFrom(...from), to: fc.constantFrom(...to) });

const drawn = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: ends('IN_SECTOR', [...MAKERS, 'q1', 'q2'], SECTORS) },
    { weight: 2, arbitrary: ends('CLASSIFIED_UNDER', ['n1', 'n2', 'q1', 'q2', 'k2431', 'k24'], SECTORS) },
    { weight: 2, arbitrary: ends('PRODUCES', MAKERS, ['q1', 'q2']) },
    { weight: 2, arbitrary: ends('USES_INPUT', [...MAKERS, 'n1', 'q1', 'q2'], ['q1', 'q2']) },
    { weight: 3, arbitrary: ends('LOCATED_IN', [...MAKERS, 'y1'], ['x1', 'x2', 'x3', 'y1']) },
    { weight: 1, arbitrary: ends('FACILITY_OF', ['f1'], ['L1', 'L2']) },
    { weight: 1, arbitrary: ends('OWNS', ['L1', 'L3'], ['L2', 'L3']) },
    { weight: 1, arbitrary: ends('SUPPORTS', ['p1'], ['c1', 'c2']) },
    { weight: 1, arbitrary: ends('INVOLVES', ['p1'], ['L1', 'o1', 'a1']) },
  ),
  period: fc.constantFrom({}, {}, { from: '2015', to: '..' }, { from: '2012', to: '2014' }, { attested: ['2019-06'] }),
  evidence: fc.constantFrom(...EVIDENCE_KINDS_BY_STRENGTH, 'DOCUMENTED' as const),
});

/** Ties and decoys of every kind, and what the makers make, use and where they stand. */
const graph: fc.Arbitrary<TestGraph> = fc
  .tuple(randomGraph(2, 12), fc.array(drawn, { minLength: 6, maxLength: 28, size: 'max' }))
  .map(([{ nodes, relations }, making]) => ({
    nodes: [...nodes, ...MAKING],
    relations: [
      ...relations,
      ...making.flatMap(({ what, ...rest }, i): readonly TestRelation[] =>
        what.from === what.to ? [] : [{ ...what, ...rest, id: `s${String(i).padStart(2, '0')}` }],
      ),
    ],
  }));

const asOf = fc.constantFrom(null, '2013', '2018-06', '2024');

const F_ALONE = 0.5;
/** G from its own parts, as written on the page. */
const scoreOf = (gap: Gap, unknown: number): number =>
  gap.fit.value *
  (F_ALONE +
    0.5 *
      (0.4 * (gap.distance?.value ?? unknown) +
        0.2 * unknown +
        0.2 * (gap.relatedness ?? unknown) +
        0.2 * gap.support.value));

describe('gaps', () => {
  test('are every pair that fits by brute force and has no documented goods, with the same fit, distance and support', async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(graph, asOf, async (drawnGraph, date) => {
        const projection = await projectionOf(drawnGraph);
        const at = date === null ? undefined : parsePartialDate(date);
        const { gaps } = findGaps(projection, { wide: true, asOf: at });
        const ties = findTies(projection, { asOf: at }).ties;
        const tieOf = (cluster: string, firm: string) =>
          ties.find((tie) => tie.cluster === cluster && tie.largeIndustry === firm);
        const expected = bruteForceFits(drawnGraph, at ?? null).filter(
          ({ cluster, firm }) =>
            !(tieOf(cluster, firm)?.directions ?? []).some((way) => way === 'OUTPUT' || way === 'INPUT'),
        );
        met += expected.length;
        const key = (cluster: string, firm: string): string => `${cluster} ${firm}`;
        const found = new Map(gaps.map((gap) => [key(gap.cluster, gap.largeIndustry), gap]));
        expect([...found.keys()].sort()).toEqual(expected.map((one) => key(one.cluster, one.firm)).sort());
        for (const one of expected) {
          const gap = found.get(key(one.cluster, one.firm));
          expect(gap?.fit.value).toBe(one.fit);
          expect(gap?.support.value).toBe(one.support);
          expect(gap?.level).toBe(tieOf(one.cluster, one.firm) === undefined ? 'NO_TIE' : 'NO_SUPPLY');
          if (one.km === null) expect(gap?.distance).toBeNull();
          else expect(gap?.distance?.km).toBeCloseTo(one.km, 3);
        }
      }),
      { numRuns: RUNS },
    );
    expect(met).toBeGreaterThan(RUNS / 2);
  }, 120_000);

  test('have scores that recompute from their parts, low never above high, best first', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (drawnGraph) => {
        const { gaps } = findGaps(await projectionOf(drawnGraph), { wide: true });
        for (const gap of gaps) {
          expect(gap.low).toBeCloseTo(scoreOf(gap, 0), 12);
          expect(gap.high).toBeCloseTo(scoreOf(gap, 1), 12);
          expect(gap.low).toBeLessThanOrEqual(gap.high);
          if (gap.distance !== null) expect(gap.distance.value).toBeCloseTo(2 ** (-gap.distance.km / 100), 12);
        }
        const lows = gaps.map(({ low }) => Math.round(low * 1e6));
        expect(lows).toEqual(lows.toSorted((a, b) => b - a));
      }),
      { numRuns: RUNS },
    );
  });

  test('of one cluster, one firm or a radius are those of all that match, and none is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.constantFrom(0, 100, 500), async (drawnGraph, withinKm) => {
        const projection = await projectionOf(drawnGraph);
        const all = findGaps(projection, { wide: true }).gaps;
        for (const cluster of new Set(all.map((gap) => gap.cluster))) {
          expect(findGaps(projection, { wide: true, cluster }).gaps).toEqual(
            all.filter((gap) => gap.cluster === cluster),
          );
        }
        for (const largeIndustry of new Set(all.map((gap) => gap.largeIndustry))) {
          const some = findGaps(projection, { wide: true, largeIndustry }).gaps;
          expect(some).toEqual(all.filter((gap) => gap.largeIndustry === largeIndustry));
        }
        const near = findGaps(projection, { wide: true, withinKm });
        expect(near.gaps).toEqual(all.filter(({ distance }) => distance !== null && distance.km <= withinKm));
        expect(near.unknownDistanceCount).toBe(all.filter(({ distance }) => distance === null).length);
      }),
      { numRuns: RUNS / 2 },
    );
  });

  test('stay when a documented support is added, and never score lower for it', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (drawnGraph) => {
        const before = findGaps(await projectionOf(drawnGraph), { wide: true }).gaps;
        const more: TestRelation = { id: 'z9', type: 'TRAINS', from: 'o1', to: 'c1' };
        const relations = [...drawnGraph.relations, more];
        const after = findGaps(await projectionOf({ ...drawnGraph, relations }), { wide: true }).gaps;
        for (const gap of before) {
          const same = after.find((one) => one.cluster === gap.cluster && one.largeIndustry === gap.largeIndustry);
          expect(same?.low ?? -1).toBeGreaterThanOrEqual(gap.low);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
