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
    expect(found().bridges).toEqual(EXPECTED.bridges);
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
        const expectedBridges = pairs.filter(([a, b]) => {
          const left = pairs.filter((pair) => pair[0] !== a || pair[1] !== b);
          const alone = [a, b].filter((end) => !left.some((pair) => pair.includes(end)));
          return plainComponents(left).size + alone.length > parts;
        });
        expect(bridges.map((pair) => pair.join(' ')).toSorted()).toEqual(
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
      { numRuns: 300 },
    );
  });
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
