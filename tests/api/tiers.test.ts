import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const AHM = 'large-industry:astra-honda-motor';
const Named = z.object({ id: z.string(), name: z.string() });
const Interval = z.object({ low: z.number(), high: z.number() });
const Trace = z.object({
  tiers: z.object({
    totalCount: z.number(),
    hasMore: z.boolean(),
    reachedCount: z.number(),
    revision: z.string(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    reached: z.array(z.object({ node: Named, tier: z.number(), clusters: z.array(Named) })),
    nodes: z.array(
      z.object({
        tier: z.number(),
        node: Named,
        nodes: z.array(Named),
        end: z.string().nullable(),
        contribution: Interval,
        steps: z.array(
          z.object({
            supplier: Named,
            buyer: Named,
            share: z.number().nullable(),
            held: z.enum(['YES', 'POSSIBLY']),
            evidenceClass: z.string(),
            relations: z.array(
              z.object({ id: z.string(), evidence: z.array(z.object({ source: Named.pick({ id: true }) })) }),
            ),
          }),
        ),
      }),
    ),
  }),
});

const DOCUMENT = `query($root: ID!, $asOf: PartialDate!, $depth: Int, $first: Int, $after: String, $direction: TierDirection) {
  tiers(root: $root, asOf: $asOf, depth: $depth, first: $first, after: $after, direction: $direction) {
    totalCount hasMore reachedCount revision
    pageInfo { hasNextPage endCursor }
    reached { node { id name } tier clusters { id name } }
    nodes {
      tier node { id name } nodes { id name } end contribution { low high }
      steps { supplier { id name } buyer { id name } share held evidenceClass relations { id evidence { source { id } } } }
    }
  }
}`;

describe('tiers through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());
  const trace = (variables: Record<string, unknown>) =>
    api.ask(DOCUMENT, Trace, { asOf: '2025-12-31', ...variables }).then(({ tiers }) => tiers);

  it('two tiers above PT Astra Honda Motor lead to the firms of Ngingas, each step with its sources', async () => {
    const { nodes, reached, totalCount } = await trace({ root: AHM, depth: 2, first: 200 });
    expect(nodes).toHaveLength(totalCount);
    expect(new Set(nodes.map((way) => way.tier))).toEqual(new Set([1, 2]));
    const clusters = reached.flatMap((one) => one.clusters.map((cluster) => cluster.name));
    expect(clusters.some((name) => name.includes('Ngingas'))).toBe(true);
    for (const way of nodes) {
      expect(way.nodes[0]?.id).toBe(AHM);
      expect(way.nodes.at(-1)).toEqual(way.node);
      for (const step of way.steps) {
        expect(step.relations.length).toBeGreaterThan(0);
        expect(step.relations.every((relation) => relation.evidence.length > 0)).toBe(true);
      }
    }
  });

  it('every page after another gives each way once, and a cursor of another question is refused', async () => {
    const whole = await trace({ root: AHM, depth: 3, first: 200 });
    const ways: string[] = [];
    let after: string | null = null;
    do {
      const page = await trace({ root: AHM, depth: 3, first: 2, after });
      ways.push(...page.nodes.map((way) => way.nodes.map((node) => node.id).join('<')));
      after = page.pageInfo.endCursor;
      expect(page.pageInfo.hasNextPage).toBe(after !== null);
    } while (after !== null);
    expect(ways).toEqual(whole.nodes.map((way) => way.nodes.map((node) => node.id).join('<')));
    const { pageInfo } = await trace({ root: AHM, depth: 3, first: 2 });
    const [error] = await api.refuse(DOCUMENT, {
      root: AHM,
      asOf: '2020',
      depth: 3,
      first: 2,
      after: pageInfo.endCursor,
    });
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it('downstream of a member firm of Ngingas stands the buyer of its buyer', async () => {
    const upstream = await trace({ root: AHM, depth: 2, first: 200 });
    const member = upstream.nodes.find((way) => way.tier === 2)?.node.id;
    const { nodes } = await trace({ root: member, depth: 2, direction: 'DOWNSTREAM', first: 200 });
    expect(nodes.map((way) => way.node.id)).toContain(AHM);
  });

  it.each([
    ['depth', { depth: 7 }],
    ['asOf', { asOf: '2017-13' }],
    ['root', { root: 'large-industry:nobody' }],
    ['first', { first: 201 }],
  ])('a wrong %s is named', async (argument, wrong) => {
    const [error] = await api.refuse(DOCUMENT, { root: AHM, asOf: '2025', ...wrong });
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
