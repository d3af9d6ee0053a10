import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate } from '#vocabulary';
import { AnalysisRequestError } from '../../api/analysis/request-error.ts';
import type { TiersAnswer, TiersRequest } from '../../api/analysis/tiers/tier-types.ts';
import { traceTiers } from '../../api/analysis/tiers/tiers.ts';
import { bruteForceTiers } from './brute-force-tiers.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';
import { graphWithShares, plainRelations } from './random-graphs.ts';

const RUNS = 1_000;

const graphs = graphWithShares(0.3, true);
/** Some with larger shares, of which one buyer's may exceed the whole. */
const alsoOverfull = fc.oneof({ weight: 4, arbitrary: graphs }, { weight: 1, arbitrary: graphWithShares(0.8, true) });

const request = fc.record({
  root: fc.constantFrom('L1', 'L2', 'c1', 'm1'),
  upstream: fc.boolean(),
  depth: fc.integer({ min: 1, max: 5 }),
  asOf: fc.constantFrom('2013', '2018-06', '2020-12-31', '2024').map(parsePartialDate),
  evidence: fc.constantFrom(['DOCUMENTED'] as const, EVIDENCE_KINDS_BY_STRENGTH),
});

type Drawn = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const asked = ({ root, upstream, depth, asOf, evidence }: Drawn): TiersRequest => ({
  root: nodeId(root),
  direction: upstream ? 'UPSTREAM' : 'DOWNSTREAM',
  depth,
  asOf,
  evidence,
});

/** null where shares exceed the whole. */
async function traced(graph: TestGraph, drawn: Drawn): Promise<TiersAnswer | null> {
  const projection = await projectionOf(graph);
  try {
    return traceTiers(projection, asked(drawn));
  } catch (error) {
    if (error instanceof AnalysisRequestError && error.argument === 'asOf') return null;
    throw error;
  }
}

const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

describe('tiers on random graphs', () => {
  test(`are every way that brute force finds, with its part, on ${RUNS} graphs`, async () => {
    let ways = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(alsoOverfull, request, async (graph, drawn) => {
        const plain = plainRelations(graph).map((relation, i) => ({
          ...relation,
          share: graph.relations[i]?.share ?? null,
        }));
        const expected = bruteForceTiers(plain, drawn);
        const answer = await traced(graph, drawn);
        if (expected === null || answer === null) {
          refused += 1;
          expect(answer).toBe(expected);
          return;
        }
        ways += expected.length;
        const row = (nodes: readonly string[], low: number, high: number, cycle: boolean): string =>
          `${nodes.join('<')} ${rounded(low)} ${rounded(high)} ${cycle}`;
        expect(
          answer.paths
            .map(({ nodes, contribution: { low, high }, end }) => row(nodes, low, high, end === 'CYCLE'))
            .toSorted(),
        ).toEqual(expected.map(({ nodes, low, high, cycle }) => row(nodes, low, high, cycle)).toSorted());
      }),
      { numRuns: RUNS },
    );
    expect(ways).toBeGreaterThan(RUNS);
    expect(refused).toBeGreaterThan(0);
  });

  test('keep the whole in balance, their intervals in order and their order total', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, request, async (graph, drawn) => {
        const answer = await traced(graph, { ...drawn, upstream: true });
        if (answer === null) return;
        const { balance, paths, nodes } = answer;
        const parts = balance === null ? [] : Object.values(balance).map(Number);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
        for (const { contribution, steps, tier } of paths) {
          expect(contribution.low).toBeLessThanOrEqual(contribution.high + 1e-12);
          expect(contribution.high).toBeLessThanOrEqual(1 + 1e-9);
          expect(steps).toHaveLength(tier);
        }
        const keys = paths.map((path) => path.tier * 10 - path.contribution.low);
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        expect(new Set(nodes.map((node) => node.node)).size).toBe(nodes.length);
      }),
      { numRuns: RUNS },
    );
  });

  test('only grow with the evidence let in: no way is lost by asking for more', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, request, async (graph, drawn) => {
        const less = await traced(graph, { ...drawn, evidence: ['DOCUMENTED'] });
        const more = await traced(graph, { ...drawn, evidence: EVIDENCE_KINDS_BY_STRENGTH });
        if (less === null || more === null) return;
        const all = new Set(more.paths.map((path) => path.nodes.join('<')));
        expect(less.paths.filter((path) => !all.has(path.nodes.join('<')))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

test('stated shares of a graph without cycles add up as (I − S)⁻¹ does', async () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'LargeIndustry' as const }));
  const shares: readonly (readonly [string, string, number])[] = [
    ['b', 'a', 0.5],
    ['c', 'a', 0.25],
    ['c', 'b', 0.4],
    ['d', 'b', 0.1],
    ['d', 'c', 0.6],
  ];
  const graph: TestGraph = {
    nodes,
    relations: shares.map(([from, to, share], i) => ({ id: `r${i}`, type: 'SUPPLIES', from, to, share })),
  };
  const { nodes: totals } = traceTiers(await projectionOf(graph), {
    root: nodeId('a'),
    depth: 6,
    asOf: parsePartialDate('2020'),
  });
  // Column a of (I − S)⁻¹ − I by forward substitution along the order a, b, c, d.
  const part = new Map([['a', 1]]);
  for (const supplier of ['b', 'c', 'd']) {
    const sum = shares
      .filter(([from]) => from === supplier)
      .reduce((total, [, buyer, share]) => total + share * (part.get(buyer) ?? 0), 0);
    part.set(supplier, sum);
  }
  for (const { node, contribution } of totals) expect(contribution.low).toBeCloseTo(part.get(node) ?? -1, 12);
  expect(totals.map(({ node }) => node).toSorted()).toEqual(['b', 'c', 'd']);
});

test('beyond 10,000 ways the trace says that there are more, and claims no balance', async () => {
  // Five layers of eight firms, each supplying all of the next: 8 + 8² + … + 8⁵ ways.
  const layers = [1, 2, 3, 4, 5].map((layer) => [...'abcdefgh'].map((letter) => `${letter}${layer}`));
  const all = [['root'], ...layers];
  const relations = layers.flatMap((layer, depth) =>
    layer.flatMap((from) =>
      (all[depth] ?? []).map((to) => ({ id: `${from}>${to}`, type: 'SUPPLIES' as const, from, to })),
    ),
  );
  const graph: TestGraph = { nodes: all.flat().map((id) => ({ id, type: 'LargeIndustry' })), relations };
  const answer = traceTiers(await projectionOf(graph), {
    root: nodeId('root'),
    depth: 6,
    asOf: parsePartialDate('2020'),
  });
  expect([answer.paths.length, answer.hasMore, answer.balance]).toEqual([10_000, true, null]);
});
