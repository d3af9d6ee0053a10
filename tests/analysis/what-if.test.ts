import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsePartialDate, parsePeriod, periodBounds, type FigureId, type Measure } from '#vocabulary';
import { sizeOf, totalOf, type SizeFigure } from '../../api/analysis/what-if/known-size.ts';
import { MOST_BUYERS } from '../../api/analysis/what-if/lost-input.ts';
import type { WhatIfAnswer, WhatIfRequest } from '../../api/analysis/what-if/what-if-types.ts';
import { askWhatIf } from '../../api/analysis/what-if/what-if.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { fixtureGraph } from './expected-files.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

const Shock = z.record(z.string(), z.number());
const EXPECTED = z
  .object({
    shock: z.object({ 'm1 closed': Shock, 'm1 half': Shock, 'L2 closed low': Shock, 'L2 closed high': Shock }),
  })
  .parse(JSON.parse(readFileSync(new URL('../expected/fixture-structure.json', import.meta.url), 'utf8'))).shock;
const AT_2020 = parsePartialDate('2020-12-31');

function closing(nodes: readonly string[], more: Partial<WhatIfRequest> = {}): WhatIfRequest {
  return { nodes: nodes.map(nodeId), places: [], depth: 3, asOf: AT_2020, referenceDay: AT_2020, ...more };
}

/** Lost input by buyer, with those that are closed as in the expected numbers. */
function lost(answer: WhatIfAnswer, end: 'low' | 'high'): Readonly<Record<string, number>> {
  return Object.fromEntries(
    answer.shortBuyers.map(({ node, lostInput }) => [node, Math.round(lostInput[end] * 1e6) / 1e6]),
  );
}

describe('closings on the fixture at the end of 2020', () => {
  let projection: Projection;
  beforeAll(async () => {
    projection = await projectionOf(fixtureGraph());
  });

  test('without m1, t1 loses 0.606061 of its input and hands on half of it, through the cycle of scrap', () => {
    const { m1: _, ...others } = EXPECTED['m1 closed'];
    const answer = askWhatIf(projection, closing(['m1']));
    expect(lost(answer, 'low')).toEqual(others);
    expect(lost(answer, 'high')).toEqual(others);
    expect(answer.shortBuyers[0]).toMatchObject({
      node: 't1',
      tier: 1,
      way: { nodes: ['m1', 't1'], relations: ['r05'] },
    });
    expect(answer.shortBuyers.map(({ node, tier }) => [node, tier])).toEqual([
      ['t1', 1],
      ['L1', 2],
      ['L2', 3],
    ]);
  });

  test('without half of m1 all lose half of that, and no tie is gone', () => {
    const { m1: _, ...others } = EXPECTED['m1 half'];
    const answer = askWhatIf(projection, closing(['m1'], { part: 0.5 }));
    expect(lost(answer, 'low')).toEqual(others);
    expect(answer.lostTies).toEqual([]);
  });

  test('without L2 what is unstated makes an interval: the whole rest with the worst supplier', () => {
    const answer = askWhatIf(projection, closing(['L2']));
    const [{ L2: _l, ...low }, { L2: _h, ...high }] = [EXPECTED['L2 closed low'], EXPECTED['L2 closed high']];
    expect(lost(answer, 'low')).toEqual({ ...low, m1: 0 });
    expect(lost(answer, 'high')).toEqual(high);
  });

  test('without L1 those who supply it lose a buyer, tier by tier; how much of their sales is not said', () => {
    const answer = askWhatIf(projection, closing(['L1']));
    expect(answer.losingSuppliers).toEqual([
      { node: 'm3', tier: 1, buyerCount: 1, closedBuyerCount: 1, way: { nodes: ['m3', 'L1'], relations: ['r08'] } },
      { node: 't1', tier: 1, buyerCount: 1, closedBuyerCount: 1, way: { nodes: ['t1', 'L1'], relations: ['r07'] } },
      {
        node: 'L2',
        tier: 2,
        buyerCount: 2,
        closedBuyerCount: 0,
        way: { nodes: ['L2', 't1', 'L1'], relations: ['r10', 'r07'] },
      },
      {
        node: 'm1',
        tier: 2,
        buyerCount: 1,
        closedBuyerCount: 0,
        way: { nodes: ['m1', 't1', 'L1'], relations: ['r05', 'r07'] },
      },
      {
        node: 'm2',
        tier: 2,
        buyerCount: 1,
        closedBuyerCount: 0,
        way: { nodes: ['m2', 't1', 'L1'], relations: ['r06', 'r07'] },
      },
    ]);
  });

  test('without L1 its clusters are met through their members, nearest first, and through what it supplies itself', () => {
    const { clusters } = askWhatIf(projection, closing(['L1']));
    expect(clusters.map(({ cluster, kind, tier, wayCount }) => [cluster, kind, tier, wayCount])).toEqual([
      ['c2', 'LOSES_BUYER', 1, 1],
      ['c1', 'LOSES_BUYER', 2, 1],
      ['c1', 'LOSES_SUPPLIER', 2, 1],
    ]);
    expect(clusters[0]?.ways).toEqual([{ nodes: ['c2', 'm3', 'L1'], relations: ['r03', 'r08'] }]);
    // L2 takes scrap of L1 and sells to m1: nobody states how much.
    expect(clusters[2]).toMatchObject({ lostInput: { low: 0 }, ways: [{ nodes: ['c1', 'm1', 'L2', 'L1'] }] });
  });

  test('with inferred memberships c1 is met through m2 too; an agreement to supply counts only when asked for', () => {
    const inferred = askWhatIf(projection, closing(['L1'], { evidence: ['DOCUMENTED', 'INFERRED'] })).clusters;
    expect(inferred.find(({ cluster, kind }) => cluster === 'c1' && kind === 'LOSES_BUYER')?.wayCount).toBe(2);
    const agreed = askWhatIf(projection, closing(['L1'], { relationTypes: ['SUPPLIES', 'AGREED_TO_SUPPLY'] })).clusters;
    expect(agreed.find(({ cluster }) => cluster === 'c2')?.ways.map(({ nodes }) => nodes)).toEqual([
      ['c2', 'a1', 'L1'],
      ['c2', 'm3', 'L1'],
    ]);
  });

  test('a cluster closes with its documented members, and what is gone of ties are those of both', () => {
    const { closed, clusters, lostTies } = askWhatIf(projection, closing(['c1']));
    expect(closed).toEqual([
      { node: 'c1', because: 'ASKED', relations: [] },
      { node: 'm1', because: 'MEMBER', relations: ['r01'] },
    ]);
    expect(clusters[0]).toMatchObject({ cluster: 'c1', kind: 'CLOSED', tier: 0, wayCount: 1 });
    expect(lostTies.map(({ cluster, largeIndustry }) => `${cluster} ${largeIndustry}`).toSorted()).toEqual([
      'c1 L1',
      'c1 L2',
      'c1 t1',
    ]);
  });

  test('without m1 its cluster has lost a part', () => {
    const { clusters } = askWhatIf(projection, closing(['m1']));
    expect(clusters[0]).toMatchObject({
      cluster: 'c1',
      kind: 'PART_CLOSED',
      tier: 0,
      ways: [{ nodes: ['c1', 'm1'], relations: ['r01'] }],
    });
  });

  test.each([
    ['an unknown node', closing(['nobody']), 'close'],
    ['a programme', closing(['p1']), 'close'],
    ['a firm as a place', closing([], { places: [nodeId('L1')] }), 'closePlaces'],
    ['nothing', closing([]), 'close'],
    ['a part of nothing', closing(['m1'], { part: 0 }), 'part'],
    ['more than all', closing(['m1'], { part: 1.5 }), 'part'],
    ['too far a look', closing(['m1'], { depth: 7 }), 'depth'],
    ['a type without goods', closing(['m1'], { relationTypes: ['MEMBER_OF'] }), 'relationTypes'],
  ])('refuses %s and names the argument', (_, request, argument) => {
    expect(() => askWhatIf(projection, request)).toThrow(expect.objectContaining({ argument }));
  });
});

test('shares of a buyer that exceed the whole are a disagreement, not a loss', async () => {
  const projection = await projectionOf({
    nodes: ['a', 'b', 'L'].map((id) => ({ id, type: 'LargeIndustry' as const })),
    relations: [
      { id: 's1', type: 'SUPPLIES', from: 'a', to: 'L', share: 0.7 },
      { id: 's2', type: 'SUPPLIES', from: 'b', to: 'L', share: 0.6 },
    ],
  });
  expect(() => askWhatIf(projection, closing(['a']))).toThrow(expect.objectContaining({ argument: 'asOf' }));
});

test('a closing whose goods reach more buyers than can be answered at once is refused, not cut', async () => {
  const buyers = Array.from({ length: MOST_BUYERS + 1 }, (_, i) => `b${i}`);
  const projection = await projectionOf({
    nodes: ['a', ...buyers].map((id) => ({ id, type: 'LargeIndustry' as const })),
    relations: buyers.map((to, i) => ({ id: `s${i}`, type: 'SUPPLIES', from: 'a', to })),
  });
  expect(() => askWhatIf(projection, closing(['a']))).toThrow(expect.objectContaining({ argument: 'close' }));
}, 120_000);

/** Two regencies of one province, a plant there of a firm elsewhere, a firm nobody placed, and decoys that do not close. */
const PLACES: TestGraph = {
  nodes: [
    { id: 'P', type: 'Province' },
    { id: 'R1', type: 'Regency' },
    { id: 'R2', type: 'Regency' },
    { id: 'V', type: 'Locality' },
    { id: 'c', type: 'SmiCluster', kind: 'CLUSTER' },
    { id: 'm', type: 'SmallIndustry' },
    { id: 'f', type: 'Facility' },
    { id: 'L', type: 'LargeIndustry' },
    { id: 'lost', type: 'LargeIndustry' },
    { id: 'moved', type: 'LargeIndustry' },
    { id: 'assoc', type: 'Organisation', kind: 'ASSOCIATION' },
    { id: 'coop', type: 'Organisation', kind: 'COOPERATIVE' },
  ],
  relations: [
    { id: 'a1', type: 'LOCATED_IN', from: 'R1', to: 'P' },
    { id: 'a2', type: 'LOCATED_IN', from: 'R2', to: 'P' },
    { id: 'a3', type: 'LOCATED_IN', from: 'V', to: 'R1' },
    { id: 'a4', type: 'LOCATED_IN', from: 'c', to: 'V' },
    { id: 'a5', type: 'LOCATED_IN', from: 'f', to: 'R1' },
    { id: 'a6', type: 'LOCATED_IN', from: 'L', to: 'R2' },
    { id: 'a7', type: 'LOCATED_IN', from: 'moved', to: 'R1', period: { from: '2000', to: '2010' } },
    { id: 'a8', type: 'LOCATED_IN', from: 'assoc', to: 'R1' },
    { id: 'a9', type: 'LOCATED_IN', from: 'coop', to: 'R1' },
    { id: 'b1', type: 'MEMBER_OF', from: 'm', to: 'c' },
    { id: 'b2', type: 'FACILITY_OF', from: 'f', to: 'L' },
    { id: 's1', type: 'SUPPLIES', from: 'f', to: 'lost' },
  ],
};

describe('closing a place', () => {
  test('closes the makers inside, at any depth, with members that nobody placed; the firm of the plant goes on', async () => {
    const projection = await projectionOf(PLACES);
    const answer = askWhatIf(projection, closing([], { places: [nodeId('R1')] }));
    expect(answer.closed).toEqual([
      { node: 'c', because: 'IN_PLACE', relations: ['a4', 'a3'] },
      { node: 'coop', because: 'IN_PLACE', relations: ['a9'] },
      { node: 'f', because: 'IN_PLACE', relations: ['a5'] },
      { node: 'm', because: 'MEMBER', relations: ['b1'] },
    ]);
    expect(answer.shortBuyers).toEqual([
      { node: 'lost', tier: 1, lostInput: { low: 0, high: 1 }, way: { nodes: ['f', 'lost'], relations: ['s1'] } },
    ]);
  });

  test('counts the makers of no recorded province: at the date, the firm that moved away and the unplaced', async () => {
    const projection = await projectionOf(PLACES);
    const places = [nodeId('R1')];
    // `m` stands in no place of its own, `lost` in none, and `moved` no longer in one.
    expect(askWhatIf(projection, closing([], { places })).unplacedCount).toBe(3);
    expect(askWhatIf(projection, closing(['L'])).unplacedCount).toBe(0);
  });

  test('a firm that closes closes its plant', async () => {
    const projection = await projectionOf(PLACES);
    const { closed } = askWhatIf(projection, closing(['L']));
    expect(closed).toEqual([
      { node: 'L', because: 'ASKED', relations: [] },
      { node: 'f', because: 'FACILITY', relations: ['b2'] },
    ]);
  });
});

describe('closing PT Komatsu in the real data', () => {
  test('meets the metal cluster of Tegal, through what its members supply', async () => {
    const projection = await realProjection();
    const request = closing(['large-industry:komatsu-indonesia'], {
      asOf: parsePartialDate('2025-12-31'),
      referenceDay: undefined,
    });
    const answer = askWhatIf(projection, request);
    const tegal = answer.clusters.find(({ cluster }) => cluster === 'cluster:metal-tegal');
    expect(tegal).toMatchObject({ kind: 'LOSES_BUYER', tier: 1 });
    expect(answer.lostTies.map(({ largeIndustry }) => largeIndustry)).toContain('large-industry:komatsu-indonesia');
  });
});

describe('what is known of size', () => {
  const figure = (
    measure: Measure,
    value: number | null,
    more: Partial<SizeFigure> & { readonly at?: string } = {},
  ): SizeFigure => ({
    id: `c~${measure}#${value}` as FigureId,
    about: nodeId('c'),
    measure,
    within: null,
    value,
    bounds: periodBounds(parsePeriod({ attested: [more.at ?? '2017'] })),
    ...more,
  });
  const day = periodBounds(parsePeriod({ from: '2020' })).latestStart;

  test('is the newest whole figure; two of one day make an interval, a part of the cluster none', () => {
    const figures = [
      figure('MAKERS', 2_810, { at: '2010' }),
      figure('MAKERS', 7_541),
      figure('MAKERS', 7_000),
      figure('MAKERS', 12, { within: nodeId('product:x'), at: '2019' }),
      figure('WORKERS', 36_200),
    ];
    expect(sizeOf(figures, day)).toEqual({
      units: { low: 7_000, high: 7_541, figures: ['c~MAKERS#7000', 'c~MAKERS#7541'] },
      workers: { low: 36_200, high: 36_200, figures: ['c~WORKERS#36200'] },
    });
  });

  test("is a group's members where nobody counts makers, and unknown where nobody counts", () => {
    expect(sizeOf([figure('MEMBERS', 32)], day).units?.low).toBe(32);
    expect(sizeOf([], day)).toEqual({ units: null, workers: null });
  });

  test('adds up what is known and counts what is not apart; nothing known is not nothing', () => {
    const known = { low: 5, high: 7, figures: [] };
    expect(totalOf([known, null, known])).toEqual({ low: 10, high: 14, knownCount: 2, unknownCount: 1 });
    expect(totalOf([null])).toEqual({ low: null, high: null, knownCount: 0, unknownCount: 1 });
  });
});
