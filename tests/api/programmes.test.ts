import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Id = z.object({ id: z.string() });
const Coverage = z.object({
  coverage: z.object({
    totalCount: z.number(),
    clusterCount: z.number(),
    withoutPublicSupportCount: z.number(),
    withoutPublicSupport: z.array(Id),
    endedWithoutBuyerCount: z.number(),
    pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
    nodes: z.array(
      z.object({
        cluster: Id,
        during: z.string(),
        support: z.object({
          supporter: Id,
          level: z.string(),
          status: z.string(),
          evidence: z.string(),
          relations: z.array(z.object({ id: z.string(), evidence: z.array(z.object({ source: Id })) })),
        }),
      }),
    ),
  }),
});
const QUESTION = `query($supporter: ID, $levels: [SupportLevel!], $evidence: [EvidenceKind!], $from: PartialDate, $to: PartialDate, $first: Int, $after: String) {
  coverage(supporter: $supporter, levels: $levels, evidence: $evidence, from: $from, to: $to, first: $first, after: $after) {
    totalCount clusterCount withoutPublicSupportCount withoutPublicSupport { id } endedWithoutBuyerCount
    pageInfo { endCursor hasNextPage }
    nodes { cluster { id } during support { supporter { id } level status evidence relations { id evidence { source { id } } } } }
  }
}`;

describe('coverage through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());
  const ask = async (variables: Record<string, unknown> = {}) =>
    (await api.ask(QUESTION, Coverage, variables)).coverage;

  it('thirty-two documented rows of twenty-five clusters come in pages; seven clusters have no public support', async () => {
    const first = await ask({ first: 20 });
    expect(first).toMatchObject({ totalCount: 32, clusterCount: 25, withoutPublicSupportCount: 7 });
    const rest = await ask({ first: 20, after: first.pageInfo.endCursor });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...rest.nodes]).toHaveLength(32);
    expect((await ask({ first: 200 })).nodes).toEqual([...first.nodes, ...rest.nodes]);
  });

  it('every relation behind every row has a source', async () => {
    for (const { support } of (await ask({ evidence: ['DOCUMENTED', 'INFERRED'], first: 200 })).nodes) {
      expect(support.relations.length).toBeGreaterThan(0);
      for (const { id, evidence } of support.relations) expect(evidence.length, id).toBeGreaterThan(0);
    }
  });

  it('a supporter, a level and a time narrow it, and commitments stay commitments', async () => {
    const followUp = await ask({ supporter: 'programme:smidep-follow-up' });
    expect(followUp.nodes.map(({ support }) => support.status).sort()).toEqual([
      'COMMITTED',
      'COMMITTED',
      'INITIAL_TARGET',
      'INITIAL_TARGET',
      'INITIAL_TARGET',
      'INITIAL_TARGET',
    ]);
    expect((await ask({ levels: ['PLACE'] })).totalCount).toBe(1);
    const then = await ask({ from: '2014', to: '2014', levels: ['CLUSTER'] });
    expect(then.nodes.some(({ during }) => during === 'POSSIBLY')).toBe(true);
  });

  it.each([
    ['{ coverage(supporter: "province:35") { totalCount } }', 'supporter'],
    ['{ coverage(cluster: "cluster:nowhere") { totalCount } }', 'cluster'],
    ['{ coverage(from: "2018", to: "2016") { totalCount } }', 'to'],
    ['{ coverage(from: "soon") { totalCount } }', 'from'],
    ['{ coverage(evidence: []) { totalCount } }', 'evidence'],
    ['{ supportOverlaps(first: 0) { totalCount } }', 'first'],
    ['{ programmePhases(programme: "agency:jica") { revision } }', 'programme'],
    ['{ programmeCriteria(programme: "programme:none") { revision } }', 'programme'],
  ])('%s names what is wrong', async (query, argument) => {
    const [error] = await api.refuse(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
