import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate } from '#vocabulary';
import { findFragility, removeNode } from '../../api/analysis/structure/fragility.ts';
import { findTies } from '../../api/analysis/ties/ties.ts';
import { LINKAGE_TYPES } from '../../api/analysis/structure/undirected-view.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { fixtureGraph } from './expected-files.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';
import { plainComponents, plainPairs } from './plain-view.ts';
import { randomGraph } from './random-graphs.ts';
import { realProjection } from './real-projection.ts';

const Structure = z.object({
  articulation: z.array(z.string()),
  bridges: z.array(z.tuple([z.string(), z.string()])),
  hhi: z.record(z.string(), z.tuple([z.number(), z.number()])),
  single_source: z.array(z.string()),
});
const EXPECTED = Structure.parse(
  JSON.parse(readFileSync(new URL('../expected/fixture-structure.json', import.meta.url), 'utf8')),
);
const AT_2020 = parsePartialDate('2020-12-31');

describe('the fragility of the fixture at the end of 2020', () => {
  let projection: Projection;
  beforeAll(async () => {
    projection = await projectionOf(fixtureGraph());
  });
  const found = () => findFragility(projection, { asOf: AT_2020 });

  test('cut nodes and bridges are as expected', () => {
    expect(
      found()
        .cutNodes.map(({ node }) => node)
        .toSorted(),
    ).toEqual(EXPECTED.articulation);
    expect(found().bridges.map(({ ends }) => ends)).toEqual(EXPECTED.bridges);
  });

  test('a node that holds parts together says how many, and by which relations; the inferred decoy is not among them', () => {
    const m1 = found().cutNodes.find(({ node }) => node === 'm1');
    expect(m1).toMatchObject({ partCount: 2, neighbourCount: 3, relations: ['r01', 'r05', 'r11'] });
  });

  test('a cluster all of whose recorded sales go to one buyer says through whom they go', () => {
    // c1 sells to x1 itself and to t1 through m1; c2 to L1 through its member and, agreed only, through its cooperative.
    expect(found().singleBuyer).toEqual([{ cluster: 'c2', buyer: 'L1', relations: ['r08'], through: ['r03'] }]);
  });

  test('without m1 L2 and what hangs on it stay with the rest, and c1 with its buyer of unknown size is apart', () => {
    const { partCount, cutOff } = removeNode(projection, { node: nodeId('m1'), asOf: AT_2020, referenceDay: AT_2020 });
    expect(partCount).toBe(2);
    expect(cutOff).toEqual([
      { node: 'c1', steps: 1 },
      { node: 'x1', steps: 2 },
    ]);
  });

  test('buyers with one recorded supplier are as expected, each with the relations that say so', () => {
    expect(
      found()
        .singleSource.map(({ buyer }) => buyer)
        .toSorted(),
    ).toEqual(EXPECTED.single_source.toSorted());
    expect(found().singleSource.find(({ buyer }) => buyer === 'x1')).toEqual({
      buyer: 'x1',
      supplier: 'c1',
      relations: ['r19'],
    });
  });

  test('concentration is an interval where not all is stated', () => {
    const rounded = found().concentration.map(({ buyer, index: { low, high } }) => [
      buyer,
      [Number(low.toFixed(6)), Number(high.toFixed(6))],
    ]);
    expect(Object.fromEntries(rounded)).toMatchObject(EXPECTED.hhi);
  });

  test('without m1 two ties are lost and one is weaker', () => {
    const { lost, weakened } = removeNode(projection, { node: nodeId('m1'), referenceDay: AT_2020 });
    expect(lost.map((tie) => `${tie.cluster}–${tie.largeIndustry}`)).toEqual(['c1–t1', 'c1–L2']);
    expect(
      weakened.map(({ before, after }) => [
        `${before.cluster}–${before.largeIndustry}`,
        before.strength.toFixed(4),
        after.strength.toFixed(4),
      ]),
    ).toEqual([['c1–L1', '0.3411', '0.0750']]);
  });

  test('without a cluster its own ties are lost, and nobody else’s', () => {
    const { lost, tieCount } = removeNode(projection, { node: nodeId('c3'), referenceDay: AT_2020 });
    expect(lost.every((tie) => tie.cluster === 'c3')).toBe(true);
    expect(tieCount).toBeGreaterThan(lost.length);
  });
});

describe('the fragility of random graphs', () => {
  const graphs = fc.tuple(randomGraph(5, 40), fc.constantFrom(['DOCUMENTED'] as const, EVIDENCE_KINDS_BY_STRENGTH));

  test('cut nodes and bridges are those whose removal leaves more parts, on 1,000 graphs', async () => {
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(graphs, async ([graph, evidence]) => {
        const projection = await projectionOf(graph);
        const { cutNodes, bridges } = findFragility(projection, { asOf: AT_2020, evidence });
        const pairs = plainPairs(graph, LINKAGE_TYPES, evidence, AT_2020);
        const parts = plainComponents(pairs).size;
        const nodes = [...new Set(pairs.flat())];
        const expected = nodes.filter((node) => {
          const left = pairs.filter((pair) => !pair.includes(node));
          // Those it leaves without any neighbour are parts of their own.
          const alone = nodes.filter((other) => other !== node && !left.some((pair) => pair.includes(other)));
          return plainComponents(left).size + alone.length > parts;
        });
        expect(cutNodes.map(({ node }) => node).toSorted()).toEqual(expected.toSorted());
        for (const { node, partCount } of cutNodes) {
          const left = pairs.filter((pair) => !pair.includes(node));
          const alone = nodes.filter((other) => other !== node && !left.some((pair) => pair.includes(other)));
          expect(partCount).toBe(plainComponents(left).size + alone.length - parts + 1);
        }
        const expectedBridges = pairs.filter(([a, b]) => {
          const left = pairs.filter((pair) => pair[0] !== a || pair[1] !== b);
          const alone = [a, b].filter((end) => !left.some((pair) => pair.includes(end)));
          return plainComponents(left).size + alone.length > parts;
        });
        expect(bridges.map(({ ends }) => ends.join(' ')).toSorted()).toEqual(
          expectedBridges.map((pair) => pair.join(' ')).toSorted(),
        );
        cuts += expected.length;
      }),
      { numRuns: 1_000 },
    );
    expect(cuts).toBeGreaterThan(100);
  });

  test('removing a node loses what a graph without it would not have, and strengthens nothing', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.constantFrom('m1', 'a1', 'p1', 'L2'), async ([graph, evidence], gone) => {
        const without: TestGraph = {
          nodes: graph.nodes.filter((node) => node.id !== gone),
          relations: graph.relations.filter(({ from, to }) => from !== gone && to !== gone),
        };
        const answer = removeNode(await projectionOf(graph), { node: nodeId(gone), asOf: AT_2020, evidence });
        const rest = await projectionOf(without);
        const left = (['CLUSTER', 'GROUP'] as const).flatMap(
          (scope) => findTies(rest, { scope, asOf: AT_2020, evidence }).ties,
        );
        expect(answer.tieCount - answer.lost.length).toBe(left.length);
        const strength = new Map(left.map((tie) => [`${tie.cluster} ${tie.largeIndustry}`, tie.strength]));
        for (const { before, after } of answer.weakened) {
          expect(after.strength).toBe(strength.get(`${before.cluster} ${before.largeIndustry}`));
          expect(after.strength).toBeLessThan(before.strength);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Everybody that a pair, or a chain of pairs, joins with a node, itself included. */
function joinedWith(pairs: readonly (readonly [string, string])[], node: string): ReadonlySet<string> {
  const joined = new Set([node]);
  for (let before = 0; before < joined.size;) {
    before = joined.size;
    for (const [a, b] of pairs) {
      if (joined.has(a)) joined.add(b);
      if (joined.has(b)) joined.add(a);
    }
  }
  return joined;
}

test('what falls off with a node is apart from the largest part that is left, on 1,000 graphs', async () => {
  let fell = 0;
  await fc.assert(
    fc.asyncProperty(randomGraph(5, 40), fc.constantFrom('m1', 'a1', 'c1', 'L1', 'L2'), async (graph, gone) => {
      const pairs = plainPairs(graph, LINKAGE_TYPES, ['DOCUMENTED'], AT_2020);
      const left = pairs.filter((pair) => !pair.includes(gone));
      const others = [...joinedWith(pairs, gone)].filter((node) => node !== gone);
      const parts = [...new Set(others.map((node) => [...joinedWith(left, node)].toSorted().join(' ')))];
      const sizes = parts.map((part) => part.split(' ').length);
      const { partCount, cutOff } = removeNode(await projectionOf(graph), { node: nodeId(gone), asOf: AT_2020 });
      expect(partCount).toBe(parts.length);
      expect(cutOff).toHaveLength(others.length - Math.max(0, ...sizes));
      for (const { node } of cutOff) expect(others).toContain(node);
      // Whoever fell off took everybody along that is still joined with it.
      for (const { node } of cutOff) {
        for (const other of joinedWith(left, node)) expect(cutOff.map((one) => String(one.node))).toContain(other);
      }
      for (const { node, steps } of cutOff) {
        if (steps === 1) expect(pairs.some((pair) => pair.includes(gone) && pair.includes(node))).toBe(true);
      }
      fell += cutOff.length;
    }),
    { numRuns: 1_000 },
  );
  expect(fell).toBeGreaterThan(50);
});

test('suppliers of one province are one part of the concentration; one without a place stands for itself', async () => {
  const place = (from: string, to: string) => ({ id: `${from}@${to}`, type: 'LOCATED_IN' as const, from, to });
  const share = (from: string, part: number | null) => ({
    id: `${from}>L1`,
    type: 'SUPPLIES' as const,
    from,
    to: 'L1',
    share: part,
  });
  const projection = await projectionOf({
    nodes: [
      ...['L1', 'L2', 'L3', 'L4', 'L5'].map((id) => ({ id, type: 'LargeIndustry' as const })),
      { id: 'P1', type: 'Province' },
      { id: 'P2', type: 'Province' },
      { id: 'R1', type: 'Regency' },
    ],
    relations: [
      share('L2', 0.3),
      share('L3', 0.2),
      share('L4', 0.1),
      share('L5', null),
      place('L2', 'R1'),
      place('R1', 'P1'),
      place('L3', 'P1'),
      place('L5', 'P2'),
    ],
  });
  const by = (concentrationBy: 'SUPPLIER' | 'PLACE') =>
    findFragility(projection, { asOf: AT_2020, concentrationBy }).concentration[0];
  expect(by('SUPPLIER')?.index.low).toBeCloseTo(0.09 + 0.04 + 0.01, 12);
  expect(by('PLACE')?.index.low).toBeCloseTo(0.25 + 0.01, 12);
  expect(by('PLACE')?.index.high).toBeCloseTo(0.26 + 0.16, 12);
  expect(by('PLACE')?.supplierCount).toBe(4);
  expect(by('PLACE')?.parts.map(({ by: under, suppliers }) => [under, suppliers])).toEqual([
    ['P1', ['L2', 'L3']],
    [null, ['L4']],
  ]);
});

test('real clusters with one recorded buyer, with who sells for them', async () => {
  const { singleBuyer } = findFragility(await realProjection(), { asOf: parsePartialDate('2025-12-31') });
  expect(singleBuyer.map(({ cluster, buyer }) => [cluster, buyer])).toEqual([
    ['cluster:coffee-dogiyai', 'organisation:anomali-coffee'],
    ['cluster:metal-ngingas', 'large-industry:rachmat-perdana-adhimetal'],
    ['cluster:pikki', 'organisation:indonesian-shipyards'],
  ]);
  expect(singleBuyer[1]?.relations).toHaveLength(4);
  expect(singleBuyer[1]?.through).toHaveLength(4);
});

test('real buyers: rattan of Cirebon comes to 80 % from one place, and the index says between 0.64 and 0.68', async () => {
  const { concentration, singleSource } = findFragility(await realProjection(), {
    asOf: parsePartialDate('2025-12-31'),
  });
  const rattan = concentration.find(({ buyer }) => buyer.includes('cirebon'));
  expect(rattan?.index.low).toBeCloseTo(0.64, 9);
  expect(rattan?.index.high).toBeCloseTo(0.68, 9);
  const largeBuyers = singleSource.filter(({ buyer }) => buyer.startsWith('large-industry:'));
  // The ten of the worked numbers, and Kalla Kakao: the farmers who supply it were not among the relations they came from.
  expect(largeBuyers.map(({ buyer }) => buyer.slice('large-industry:'.length))).toEqual([
    'astra-honda-motor',
    'barry-callebaut-comextra',
    'boma-bisma-indra',
    'kalla-kakao',
    'kayaba',
    'komatsu-indonesia',
    'pal-indonesia',
    'perusahaan-perdagangan-indonesia',
    'polytron',
    'sarinah',
    'united-tractors',
  ]);
});
