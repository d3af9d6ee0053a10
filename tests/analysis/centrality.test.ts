import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate } from '#vocabulary';
import { betweenness, sampledSources } from '../../api/analysis/structure/betweenness.ts';
import { rankByCentrality } from '../../api/analysis/structure/centrality.ts';
import { LINKAGE_TYPES, undirectedView } from '../../api/analysis/structure/undirected-view.ts';
import { fixtureGraph } from './expected-files.ts';
import { nodeId, projectionOf } from './graph-of-records.ts';
import { plainPairs } from './plain-view.ts';
import { randomGraph } from './random-graphs.ts';

const Structure = z.object({ betweenness_unnormalised: z.record(z.string(), z.number()) });
const EXPECTED = Structure.parse(
  JSON.parse(readFileSync(new URL('../expected/fixture-structure.json', import.meta.url), 'utf8')),
).betweenness_unnormalised;
const AT_2020 = parsePartialDate('2020-12-31');

type Pairs = readonly (readonly [string, string])[];

const neighboursIn = (pairs: Pairs, node: string): readonly string[] =>
  pairs.flatMap(([a, b]) => {
    if (a === node) return [b];
    return b === node ? [a] : [];
  });

/** Every shortest way between two nodes, one after another. */
function shortestWays(pairs: Pairs, from: string, to: string): readonly (readonly string[])[] {
  let front: readonly (readonly string[])[] = [[from]];
  const seen = new Set([from]);
  while (front.length > 0) {
    const done = front.filter((way) => way.at(-1) === to);
    if (done.length > 0) return done;
    front = front.flatMap((way) =>
      neighboursIn(pairs, way.at(-1) ?? '')
        .filter((next) => !seen.has(next))
        .map((next) => [...way, next]),
    );
    for (const way of front) seen.add(way.at(-1) ?? '');
  }
  return [];
}

/** The definition: for each pair the part of its shortest ways that pass through the node, ends left out. */
function plainBetweenness(pairs: Pairs): ReadonlyMap<string, number> {
  const nodes = [...new Set(pairs.flat())].toSorted();
  const sum = new Map(nodes.map((node) => [node, 0]));
  for (const [i, from] of nodes.entries()) {
    for (const to of nodes.slice(i + 1)) {
      const ways = shortestWays(pairs, from, to);
      for (const node of ways.flatMap((way) => way.slice(1, -1))) sum.set(node, (sum.get(node) ?? 0) + 1 / ways.length);
    }
  }
  return sum;
}

describe('betweenness', () => {
  test('of the fixture is as expected, the most telling node first', async () => {
    const answer = rankByCentrality(await projectionOf(fixtureGraph()), { measure: 'BETWEENNESS', asOf: AT_2020 });
    expect(Object.fromEntries(answer.ranks.map(({ node, value }) => [node, Number(value.toFixed(6))]))).toEqual(
      EXPECTED,
    );
    expect(answer.ranks.slice(0, 3).map(({ node }) => node)).toEqual(['L1', 'm1', 't1']);
    expect(answer.sampledFrom).toBeNull();
  });

  test('is what counting every shortest way gives, on 1,000 random graphs', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomGraph(4, 30),
        fc.constantFrom(['DOCUMENTED'] as const, EVIDENCE_KINDS_BY_STRENGTH),
        async (graph, evidence) => {
          const answer = rankByCentrality(await projectionOf(graph), { measure: 'BETWEENNESS', evidence });
          const expected = plainBetweenness(plainPairs(graph, LINKAGE_TYPES, evidence, null));
          expect(answer.ranks.map(({ node }) => String(node)).toSorted()).toEqual([...expected.keys()].toSorted());
          for (const { node, value } of answer.ranks) expect(value).toBeCloseTo(expected.get(node) ?? -1, 9);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('is exact as long as that ends, and else sampled from as many as the time allows', () => {
    expect(sampledSources(0, 0)).toBeNull();
    expect(sampledSources(20_000, 30_000)).toBeNull();
    expect(sampledSources(20_001, 10)).toBe(1_000);
    expect(sampledSources(20_000, 400_000)).toBe(1_000);
    expect(sampledSources(100_000, 2_000_000)).toBe(238);
    expect(sampledSources(1_000_000, 20_000_000)).toBe(50);
  });

  test('from some of the sources is an estimate that all of them make exact', async () => {
    const projection = await projectionOf(fixtureGraph());
    const view = undirectedView(projection, projection.compile({ relationTypes: LINKAGE_TYPES, asOf: AT_2020 }));
    const everyOther = [...view.nodes.keys()].filter((position) => position % 2 === 0);
    const others = [...view.nodes.keys()].filter((position) => position % 2 === 1);
    const halves = [betweenness(view, everyOther), betweenness(view, others)];
    const exact = betweenness(view, view.nodes.keys());
    // Each half is scaled to the whole by its own size; weighed by it, the halves are the whole.
    const weighed = exact.map(
      (_, node) =>
        ((halves[0]?.[node] ?? 0) * everyOther.length + (halves[1]?.[node] ?? 0) * others.length) / view.nodes.length,
    );
    for (const [node, value] of exact.entries()) expect(weighed[node]).toBeCloseTo(value, 9);
    expect(halves[0]).not.toEqual(exact);
  });
});

test('among some nodes alone, the ways through others do not count, and values are those of the part, on 1,000 graphs', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomGraph(4, 30),
      fc.subarray(['c1', 'm1', 't1', 'L1', 'L2', 'a1', 'x1']),
      async (graph, kept) => {
        const among = kept.map(nodeId);
        const answer = rankByCentrality(await projectionOf(graph), { measure: 'BETWEENNESS', among });
        const pairs = plainPairs(graph, LINKAGE_TYPES, ['DOCUMENTED'], null).filter((pair) =>
          pair.every((end) => kept.includes(end)),
        );
        const expected = plainBetweenness(pairs);
        expect([...answer.values.keys()].map(String).toSorted()).toEqual([...expected.keys()].toSorted());
        for (const [node, value] of answer.values) expect(value).toBeCloseTo(expected.get(node) ?? -1, 9);
        expect(answer.pairCount).toBe(pairs.length);
      },
    ),
    { numRuns: 1_000 },
  );
});

/** The walker's balance x = (1 − d)/n + d·Mx, solved by elimination instead of walking. */
function solvedPageRank(pairs: Pairs): ReadonlyMap<string, number> {
  const nodes = [...new Set(pairs.flat())].toSorted();
  const count = nodes.length;
  const rows = nodes.map((node, i) => [
    ...nodes.map((other, j) => {
      const linked = neighboursIn(pairs, node).includes(other);
      return (i === j ? 1 : 0) - (linked ? 0.85 / neighboursIn(pairs, other).length : 0);
    }),
    0.15 / count,
  ]);
  rows.forEach((row, column) => {
    const pivot = row[column] ?? 0;
    row.forEach((value, at) => (row[at] = value / pivot));
    for (const other of rows) {
      const factor = other[column] ?? 0;
      if (other === row || factor === 0) continue;
      row.forEach((value, at) => (other[at] = (other[at] ?? 0) - factor * value));
    }
  });
  return new Map(nodes.map((node, i) => [node, rows[i]?.[count] ?? NaN]));
}

describe('PageRank and degree', () => {
  test('are what solving the balance and counting neighbours give, on 1,000 random graphs', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomGraph(4, 30),
        fc.constantFrom(['DOCUMENTED'] as const, EVIDENCE_KINDS_BY_STRENGTH),
        async (graph, evidence) => {
          const projection = await projectionOf(graph);
          const pairs = plainPairs(graph, LINKAGE_TYPES, evidence, null);
          const solved = solvedPageRank(pairs);
          const { ranks } = rankByCentrality(projection, { measure: 'PAGERANK', evidence });
          expect(ranks.map(({ node }) => String(node)).toSorted()).toEqual([...solved.keys()]);
          for (const { node, value } of ranks) expect(value).toBeCloseTo(solved.get(node) ?? NaN, 8);
          for (const { node, value } of rankByCentrality(projection, { measure: 'DEGREE', evidence }).ranks) {
            expect(value).toBe(neighboursIn(pairs, node).length);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('of a star: the middle gets the part that its equation says, the leaves the rest alike', async () => {
    const leaves = ['a', 'b', 'c', 'd'];
    const projection = await projectionOf({
      nodes: [...leaves, 'hub'].map((id) => ({ id, type: 'LargeIndustry' as const })),
      relations: leaves.map((id) => ({ id: `${id}>hub`, type: 'SUPPLIES' as const, from: id, to: 'hub' })),
    });
    const ranks = rankByCentrality(projection, { measure: 'PAGERANK' }).ranks;
    // h = 0.15/5 + 0.85·4l and l = 0.15/5 + 0.85·h/4
    const hub = (0.03 + 0.85 * 4 * 0.03) / (1 - 0.85 * 0.85);
    expect(ranks[0]?.node).toBe('hub');
    expect(ranks[0]?.value).toBeCloseTo(hub, 8);
    expect(ranks.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 8);
    expect(rankByCentrality(projection, { measure: 'DEGREE' }).ranks.map(({ value }) => value)).toEqual([
      4, 1, 1, 1, 1,
    ]);
  });

  test('parallel relations and a relation of a node with itself link nobody twice', async () => {
    const projection = await projectionOf({
      nodes: ['a', 'b'].map((id) => ({ id, type: 'LargeIndustry' as const })),
      relations: [
        { id: 'r1', type: 'SUPPLIES', from: 'a', to: 'b' },
        { id: 'r2', type: 'SUPPLIES', from: 'b', to: 'a' },
        { id: 'r3', type: 'SUPPLIES', from: 'a', to: 'a' },
      ],
    });
    const answer = rankByCentrality(projection, { measure: 'DEGREE' });
    expect(answer.ranks.map(({ node, value }) => [node, value])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect([answer.nodeCount, answer.pairCount]).toEqual([2, 1]);
  });

  test('a choice of types lists only those, and still walks over the others', async () => {
    const projection = await projectionOf(fixtureGraph());
    const all = rankByCentrality(projection, { measure: 'BETWEENNESS', asOf: AT_2020 });
    const clusters = rankByCentrality(projection, { measure: 'BETWEENNESS', asOf: AT_2020, nodeTypes: ['SmiCluster'] });
    expect(clusters.ranks).toEqual(all.ranks.filter(({ node }) => ['c1', 'c2', 'c3'].includes(node)));
    expect(clusters.nodeCount).toBe(all.nodeCount);
  });
});
