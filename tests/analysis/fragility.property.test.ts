/** Single sources, single buyers and concentration against their definitions over plain relations. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, heldAt, parsePartialDate, periodBounds, type RelationType } from '#vocabulary';
import { AnalysisRequestError } from '../../api/analysis/request-error.ts';
import type { FragilityAnswer } from '../../api/analysis/structure/fragility-types.ts';
import { findFragility } from '../../api/analysis/structure/fragility.ts';
import type { PlainRelation } from './brute-force-ties.ts';
import { projectionOf, type TestGraph } from './graph-of-records.ts';
import { graphWithShares, plainNodes, plainRelations } from './random-graphs.ts';

const asked = fc.record({
  asOf: fc.constantFrom('2013', '2018-06', '2020-12-31', '2024').map(parsePartialDate),
  evidence: fc.constantFrom(['DOCUMENTED'] as const, EVIDENCE_KINDS_BY_STRENGTH),
});
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

/** null where shares exceed the whole. */
async function found(graph: TestGraph, request: Asked): Promise<FragilityAnswer | null> {
  const projection = await projectionOf(graph);
  try {
    return findFragility(projection, request);
  } catch (error) {
    if (error instanceof AnalysisRequestError && error.argument === 'asOf') return null;
    throw error;
  }
}

function under(graph: TestGraph, { asOf, evidence }: Asked): readonly PlainRelation[] {
  return plainRelations(graph).filter(
    (one) => evidence.includes(one.evidence) && heldAt(periodBounds(one.period), asOf) !== 'NO',
  );
}

const ofTypes = (relations: readonly PlainRelation[], types: readonly RelationType[]): readonly PlainRelation[] =>
  relations.filter(({ type }) => types.includes(type));

const round = (value: number): number => Number(value.toFixed(9));

test('buyers with one supplier, and how concentrated purchases are, on 1,000 graphs', async () => {
  let [single, stated] = [0, 0];
  await fc.assert(
    fc.asyncProperty(graphWithShares(0.6, true), asked, async (graph, request) => {
      const shares = new Map(graph.relations.map(({ id, share = null }) => [id, share]));
      const supply = ofTypes(under(graph, request), ['SUPPLIES']);
      const buyers = [...new Set(supply.map(({ to }) => to))].toSorted();
      const into = (buyer: string) => supply.filter(({ to }) => to === buyer);
      const sumOf = (relations: readonly PlainRelation[]) =>
        relations.reduce((sum, { id }) => sum + (shares.get(id) ?? 0), 0);
      const answer = await found(graph, request);
      expect(answer === null).toBe(buyers.some((buyer) => sumOf(into(buyer)) > 1 + 1e-9));
      if (answer === null) return;

      const alone = buyers.flatMap((buyer) => {
        const suppliers = new Set(into(buyer).map(({ from }) => from));
        const relations = into(buyer).map(({ id }) => id);
        return suppliers.size === 1 ? [[buyer, ...suppliers, relations.toSorted()]] : [];
      });
      expect(
        answer.singleSource.map(({ buyer, supplier, relations }) => [buyer, supplier, relations.toSorted()]),
      ).toEqual(alone);
      single += alone.length;

      const expected = buyers.flatMap((buyer) => {
        const suppliers = [...new Set(into(buyer).map(({ from }) => from))];
        const known = suppliers
          .map((supplier) => into(buyer).filter(({ from }) => from === supplier))
          .filter((relations) => relations.some(({ id }) => (shares.get(id) ?? null) !== null))
          .map(sumOf);
        if (known.length === 0) return [];
        const rest = Math.max(0, 1 - known.reduce((sum, share) => sum + share, 0));
        const low = known.reduce((sum, share) => sum + share ** 2, 0);
        return [{ buyer, low: round(low), high: round(low + rest ** 2), of: suppliers.length }];
      });
      const told = answer.concentration.map(({ buyer, index: { low, high }, supplierCount }) => ({
        buyer: String(buyer),
        low: round(low),
        high: round(high),
        of: supplierCount,
      }));
      expect(told.toSorted((a, b) => (a.buyer < b.buyer ? -1 : 1))).toEqual(expected);
      for (const [at, { index }] of answer.concentration.entries()) {
        expect(index.low).toBeLessThanOrEqual(answer.concentration[at - 1]?.index.low ?? 1);
      }
      stated += expected.length;
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(single, stated)).toBeGreaterThan(500);
}, 120_000);

test('clusters whose recorded sales, and those of who stands in for them, go to one buyer, on 1,000 graphs', async () => {
  let some = 0;
  await fc.assert(
    fc.asyncProperty(graphWithShares(0.1, false), asked, async (graph, request) => {
      const answer = await found(graph, request);
      if (answer === null) return;
      const kept = under(graph, request);
      const sales = ofTypes(kept, ['SUPPLIES', 'DISTRIBUTES_THROUGH']);
      const standIns = ofTypes(kept, ['MEMBER_OF', 'REPRESENTS', 'PART_OF']);
      const clusters = plainNodes(graph).filter(({ type }) => type === 'SmiCluster');
      const expected = clusters.flatMap(({ id: cluster }) => {
        const direct = standIns.filter(({ to }) => to === cluster).map(({ from }) => from);
        const second = standIns.filter(({ to }) => direct.includes(to)).map(({ from }) => from);
        const inside = new Set([cluster, ...direct, ...second]);
        const out = sales.filter(({ from, to }) => inside.has(from) && !inside.has(to));
        const buyers = new Set(out.map(({ to }) => to));
        return buyers.size === 1 ? [[cluster, ...buyers, out.map(({ id }) => id).toSorted()]] : [];
      });
      expect(answer.singleBuyer.map(({ cluster, buyer, relations }) => [cluster, buyer, relations])).toEqual(expected);
      some += expected.length;
    }),
    { numRuns: 1_000 },
  );
  expect(some).toBeGreaterThan(200);
}, 120_000);
