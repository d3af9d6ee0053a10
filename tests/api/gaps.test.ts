import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Named = z.object({ id: z.string(), name: z.string() });
const Gaps = z.object({
  gaps: z.object({
    totalCount: z.number(),
    clusterCount: z.number(),
    unknownDistanceCount: z.number(),
    withoutCandidateCount: z.number(),
    withoutCandidate: z.array(z.object({ cluster: Named, reason: z.string(), classes: z.array(Named) })),
    pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
    nodes: z.array(
      z.object({
        rank: z.number(),
        cluster: Named,
        largeIndustry: Named,
        level: z.string(),
        low: z.number(),
        high: z.number(),
        relatedness: z.number().nullable(),
        fit: z.object({
          value: z.number(),
          rule: z.string(),
          direction: z.string(),
          clusterSide: Named,
          firmSide: Named,
          relations: z.array(z.object({ id: z.string(), evidenceClass: z.string() })),
        }),
        distance: z.object({ km: z.number(), value: z.number(), clusterPlace: Named, firmPlace: Named }).nullable(),
        support: z.object({ value: z.number(), relations: z.array(z.object({ id: z.string() })) }),
        documentedTie: z.array(z.object({ id: z.string() })),
        inferredTie: z.array(z.object({ id: z.string(), evidenceClass: z.string() })),
      }),
    ),
  }),
});

const QUESTION = `query($cluster: ID, $firm: ID, $place: ID, $km: Float, $wide: Boolean, $first: Int, $after: String) {
  gaps(cluster: $cluster, largeIndustry: $firm, place: $place, withinKm: $km, wide: $wide, first: $first, after: $after) {
    totalCount clusterCount unknownDistanceCount withoutCandidateCount
    withoutCandidate { cluster { id name } reason classes { id name } }
    pageInfo { endCursor hasNextPage }
    nodes {
      rank cluster { id name } largeIndustry { id name } level low high relatedness
      fit { value rule direction clusterSide { id name } firmSide { id name } relations { id evidenceClass } }
      distance { km value clusterPlace { id name } firmPlace { id name } }
      support { value relations { id } } documentedTie { id } inferredTie { id evidenceClass }
    }
  }
}`;

describe('gaps through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  const ask = async (variables: Record<string, unknown> = {}) => (await api.ask(QUESTION, Gaps, variables)).gaps;

  it('fifty-one candidates of twenty-five clusters come in pages, numbered on, and twelve clusters have none', async () => {
    const first = await ask({ first: 40 });
    expect(first).toMatchObject({ totalCount: 51, clusterCount: 25, withoutCandidateCount: 12 });
    expect(first.withoutCandidate).toHaveLength(12);
    const rest = await ask({ first: 40, after: first.pageInfo.endCursor });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const ranks = [...first.nodes, ...rest.nodes].map((gap) => gap.rank);
    expect(ranks).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
    expect((await ask({ wide: true })).totalCount).toBeGreaterThan(51);
  });

  it('the reasons of every candidate recompute its scores from the data', async () => {
    for (const gap of (await ask({ first: 200 })).nodes) {
      const score = (unknown: number): number =>
        gap.fit.value *
        (0.5 +
          0.5 *
            (0.4 * (gap.distance?.value ?? unknown) +
              0.2 * unknown +
              0.2 * (gap.relatedness ?? unknown) +
              0.2 * gap.support.value));
      expect(gap.low).toBeCloseTo(score(0), 9);
      expect(gap.high).toBeCloseTo(score(1), 9);
      expect(gap.fit.relations.length, `${gap.cluster.id} ${gap.largeIndustry.id}`).toBeGreaterThan(0);
      expect(gap.support.relations.length > 0).toBe(gap.support.value > 0);
    }
  });

  it('pewter of West Bangka lies beside the smelter: a documented tie without goods, tin on both sides', async () => {
    const [gap] = (await ask({ cluster: 'cluster:pewter-west-bangka' })).nodes;
    expect(gap).toMatchObject({ level: 'NO_SUPPLY', fit: { rule: 'PRODUCT', direction: 'INPUT', value: 1 } });
    expect(gap?.distance).toMatchObject({ km: 0, value: 1, clusterPlace: { id: 'regency:19.05' } });
    expect(gap?.documentedTie.length).toBeGreaterThan(0);
  });

  it('what is only inferred stays beside the candidate and is marked so', async () => {
    const { nodes } = await ask({ firm: 'large-industry:pal-indonesia', km: 50 });
    const ship = nodes.find((gap) => gap.cluster.id === 'cluster:ship-components-pasuruan');
    expect(ship?.inferredTie.map((relation) => relation.evidenceClass)).toContain('INFERRED');
    expect(ship?.documentedTie).toEqual([]);
  });

  it('a radius leaves out those at an unknown distance and counts them', async () => {
    const all = await ask({ cluster: 'cluster:metal-casting-pasuruan', first: 200 });
    const unknown = all.nodes.filter((gap) => gap.distance === null).length;
    const near = await ask({ cluster: 'cluster:metal-casting-pasuruan', km: 1_000 });
    expect(unknown).toBeGreaterThan(0);
    expect(near.unknownDistanceCount).toBe(unknown);
    expect(near.totalCount).toBe(all.totalCount - unknown);
  });

  it.each([
    ['{ gaps(withinKm: -1) { totalCount } }', 'withinKm'],
    ['{ gaps(cluster: "cluster:nowhere") { totalCount } }', 'cluster'],
    ['{ gaps(cluster: "cluster:hoe-makers") { totalCount } }', 'cluster'],
    ['{ gaps(largeIndustry: "cluster:metal-tegal") { totalCount } }', 'largeIndustry'],
    ['{ gaps(asOf: "soon") { totalCount } }', 'asOf'],
    ['{ gaps(first: 0) { totalCount } }', 'first'],
  ])('%s names what is wrong', async (query, argument) => {
    const [error] = await api.refuse(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
