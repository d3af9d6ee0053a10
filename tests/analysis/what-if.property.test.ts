import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EVIDENCE_KINDS_BY_STRENGTH,
  heldAt,
  parsePartialDate,
  periodBounds,
  type EvidenceKind,
  type NodeId,
} from '#vocabulary';
import { AnalysisRequestError } from '../../api/analysis/request-error.ts';
import { findTies } from '../../api/analysis/ties/ties.ts';
import type { WhatIfAnswer, WhatIfRequest } from '../../api/analysis/what-if/what-if-types.ts';
import { askWhatIf } from '../../api/analysis/what-if/what-if.ts';
import { bruteForceWhatIf, type PlainGoods } from './brute-force-what-if.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';
import { graphWithShares, plainRelations } from './random-graphs.ts';

const RUNS = 1_000;
const graphs = graphWithShares(0.6, false);

const request = fc.record({
  nodes: fc.uniqueArray(fc.constantFrom<string>('L1', 'L2', 'c1', 'm1', 'f1'), { minLength: 1, maxLength: 3 }),
  part: fc.constantFrom(1, 1, 0.5, 0.25),
  depth: fc.integer({ min: 1, max: 4 }),
  asOf: fc.constantFrom('2013', '2018-06', '2020-12-31', '2024').map(parsePartialDate),
  evidence: fc.constantFrom<readonly EvidenceKind[]>(['DOCUMENTED'], EVIDENCE_KINDS_BY_STRENGTH),
});
type Drawn = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const asked = ({ nodes, ...rest }: Drawn): WhatIfRequest => ({ ...rest, nodes: nodes.map(nodeId), places: [] });

/** null where shares exceed the whole. */
async function answered(graph: TestGraph, drawn: Drawn): Promise<WhatIfAnswer | null> {
  const projection = await projectionOf(graph);
  try {
    return askWhatIf(projection, asked(drawn));
  } catch (error) {
    if (error instanceof AnalysisRequestError && error.argument === 'asOf') return null;
    throw error;
  }
}

/** Relations of a type under the filters, from the definition. */
function under(graph: TestGraph, { asOf, evidence }: Drawn, types: readonly string[]): readonly PlainGoods[] {
  const shares = new Map(graph.relations.map(({ id, share = null }) => [id, share]));
  return plainRelations(graph)
    .filter(
      (relation) =>
        types.includes(relation.type) &&
        evidence.includes(relation.evidence) &&
        heldAt(periodBounds(relation.period), asOf) !== 'NO',
    )
    .map((relation) => ({ ...relation, share: shares.get(relation.id) ?? null }));
}

/** Members of closed clusters and facilities of closed firms close, until nobody else does. */
function closedOf(graph: TestGraph, drawn: Drawn): ReadonlySet<string> {
  const closed = new Set<string>(drawn.nodes);
  const clusters = new Set(graph.nodes.filter(({ type }) => type === 'SmiCluster').map(({ id }) => id));
  for (let size = 0; size !== closed.size;) {
    size = closed.size;
    for (const { from, to } of under(graph, drawn, ['MEMBER_OF']))
      if (closed.has(to) && clusters.has(to)) closed.add(from);
    for (const { from, to } of under(graph, drawn, ['FACILITY_OF'])) if (closed.has(to)) closed.add(from);
  }
  return closed;
}

/** Everybody who stands in for a cluster within two steps, itself included. */
function standInsOf(cluster: string, steps: readonly PlainGoods[]): ReadonlySet<string> {
  let found = new Set([cluster]);
  for (let step = 0; step < 2; step += 1) {
    found = new Set([...found, ...steps.filter(({ to }) => found.has(to)).map(({ from }) => from)]);
  }
  return found;
}

describe('closings on random graphs', () => {
  test(`lose what brute force says, at its tiers, and meet its clusters, on ${RUNS} graphs`, async () => {
    let losses = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(graphs, request, async (graph, drawn) => {
        const answer = await answered(graph, drawn);
        const closed = closedOf(graph, drawn);
        const goods = under(graph, drawn, ['SUPPLIES']);
        const expected = bruteForceWhatIf(goods, closed, drawn.part);
        if (answer === null) {
          expect(expected).toBeNull();
          refused += 1;
          return;
        }
        expect(new Set(answer.closed.map(({ node }) => node))).toEqual(closed);
        // A buyer beyond the reach whose shares are too many is not looked at.
        if (expected === null) return;
        const short = new Map(answer.shortBuyers.map((buyer) => [String(buyer.node), buyer]));
        for (const [node, [low, high]] of expected.lost) {
          if (high <= 0) {
            expect(short.has(node)).toBe(false);
            continue;
          }
          const buyer = short.get(node);
          expect(Math.abs((buyer?.lostInput.low ?? NaN) - low)).toBeLessThan(1e-9);
          expect(Math.abs((buyer?.lostInput.high ?? NaN) - high)).toBeLessThan(1e-9);
          expect(buyer?.tier).toBe(expected.buyerTier.get(node));
          losses += 1;
        }
        expect([...short.keys()].every((node) => expected.lost.has(node))).toBe(true);
        expect(Object.fromEntries(answer.losingSuppliers.map(({ node, tier }) => [node, tier]))).toEqual(
          Object.fromEntries([...expected.supplierTier].filter(([, tier]) => tier <= drawn.depth)),
        );
        const standing = under(graph, drawn, ['MEMBER_OF', 'REPRESENTS', 'PART_OF']);
        const wanted = graph.nodes
          .filter(({ type }) => type === 'SmiCluster')
          .flatMap(({ id }) => {
            if (closed.has(id)) return [`${id} CLOSED 0 1`];
            const standIns = [...standInsOf(id, standing)];
            const nearest = (kind: string, tiers: readonly number[]): readonly string[] =>
              tiers.length === 0 ? [] : [`${id} ${kind} ${Math.min(...tiers)} ${tiers.length}`];
            const within = (tiers: ReadonlyMap<string, number>): readonly number[] =>
              standIns.flatMap((node) => tiers.get(node) ?? []).filter((tier) => tier <= drawn.depth);
            return [
              ...nearest(
                'PART_CLOSED',
                standIns.filter((node) => closed.has(node)).map(() => 0),
              ),
              ...nearest('LOSES_BUYER', within(expected.supplierTier)),
              ...nearest('LOSES_SUPPLIER', within(expected.buyerTier)),
            ];
          });
        expect(
          answer.clusters
            .map(({ cluster, kind, tier, wayCount }) => `${cluster} ${kind} ${tier} ${wayCount}`)
            .toSorted(),
        ).toEqual(wanted.toSorted());
      }),
      { numRuns: RUNS },
    );
    expect(losses).toBeGreaterThan(RUNS);
    expect(refused).toBeGreaterThan(0);
  }, 120_000);

  test('are true of every way they show: each relation joins its nodes under the filters, goods at the end', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, request, async (graph, drawn) => {
        const answer = await answered(graph, drawn);
        if (answer === null) return;
        const allowed = new Map(
          under(graph, drawn, ['SUPPLIES', 'MEMBER_OF', 'REPRESENTS', 'PART_OF']).map((one) => [one.id as string, one]),
        );
        const closed = closedOf(graph, drawn);
        for (const { ways, tier } of answer.clusters) {
          for (const { nodes, relations } of ways) {
            expect(nodes).toHaveLength(relations.length + 1);
            expect(closed.has(nodes.at(-1) ?? '')).toBe(true);
            relations.forEach((id, i) => {
              const relation = allowed.get(id);
              expect([relation?.from, relation?.to].toSorted()).toEqual(
                [nodes[i], nodes[i + 1]].map(String).toSorted(),
              );
            });
            expect(relations.filter((id) => allowed.get(id)?.type === 'SUPPLIES').length).toBeGreaterThanOrEqual(tier);
          }
        }
        for (const { way, tier } of [...answer.shortBuyers, ...answer.losingSuppliers]) {
          expect(way.relations).toHaveLength(tier);
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  test('lose in proportion to the part that closes, and never less when another closes too', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, request, async (graph, drawn) => {
        const whole = await answered(graph, { ...drawn, part: 1 });
        const half = await answered(graph, { ...drawn, part: 0.5 });
        const more = await answered(graph, { ...drawn, nodes: [...drawn.nodes, 'L3'], part: 1 });
        if (whole === null || half === null || more === null) return;
        const alsoClosed = new Set(more.closed.map(({ node }) => node));
        for (const { node, lostInput } of whole.shortBuyers) {
          // Below the cap of 1 the loss is linear; at it, half is at least half.
          const halved = half.shortBuyers.find((buyer) => buyer.node === node)?.lostInput;
          expect(halved?.low ?? NaN).toBeGreaterThanOrEqual(lostInput.low / 2 - 1e-9);
          expect(halved?.high ?? NaN).toBeGreaterThanOrEqual(lostInput.high / 2 - 1e-9);
          if (alsoClosed.has(node)) continue;
          const grown = more.shortBuyers.find((buyer) => buyer.node === node)?.lostInput;
          expect(grown?.low ?? NaN).toBeGreaterThanOrEqual(lostInput.low - 1e-9);
          expect(grown?.high ?? NaN).toBeGreaterThanOrEqual(lostInput.high - 1e-9);
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  test('take those ties along that are not found when what is closed is left out', async () => {
    let lost = 0;
    await fc.assert(
      fc.asyncProperty(graphs, request, async (graph, drawn) => {
        const answer = await answered(graph, { ...drawn, part: 1 });
        if (answer === null) return;
        const projection = await projectionOf(graph);
        const { asOf, evidence } = drawn;
        const pairs = (excludeNodes: readonly NodeId[]): readonly string[] =>
          (['CLUSTER', 'GROUP'] as const).flatMap((scope) =>
            findTies(projection, { scope, asOf, evidence, excludeNodes }).ties.map(
              ({ cluster, largeIndustry }) => `${cluster} ${largeIndustry}`,
            ),
          );
        const left = new Set(pairs(answer.closed.map(({ node }) => node)));
        const expected = pairs([]).filter((pair) => !left.has(pair));
        const found = answer.lostTies.map(({ cluster, largeIndustry }) => `${cluster} ${largeIndustry}`);
        expect(found.toSorted()).toEqual(expected.toSorted());
        lost += found.length;
      }),
      { numRuns: RUNS },
    );
    expect(lost).toBeGreaterThan(100);
  }, 120_000);
});
