import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Node = z.object({ id: z.string(), name: z.string() });
const Shape = z.object({
  communities: z.object({
    totalCount: z.number(),
    nodeCount: z.number(),
    relationCount: z.number(),
    singletonCount: z.number(),
    modularity: z.number(),
    qualityValue: z.number(),
    resolution: z.number(),
    nodes: z.array(
      z.object({
        number: z.number(),
        size: z.number(),
        relationsInside: z.number(),
        mostTelling: z.array(Node),
        memberIds: z.array(z.string()),
        members: z.object({ totalCount: z.number(), nodes: z.array(Node) }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

const QUERY = `query ($filter: GraphFilter, $quality: CommunityQuality, $resolution: Float, $seed: Int, $first: Int, $after: String) {
  communities(filter: $filter, quality: $quality, resolution: $resolution, seed: $seed, first: $first, after: $after) {
    totalCount nodeCount relationCount singletonCount modularity qualityValue resolution
    nodes { number size relationsInside mostTelling { id name } memberIds members(first: 5) { totalCount nodes { id name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe('communities of the dataset', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  const ask = async (variables: Readonly<Record<string, unknown>> = {}) =>
    (await api.ask(QUERY, Shape, variables)).communities;

  it('hold every node under the filter once, larger first, named by the members with most relations inside', async () => {
    const all = await ask({ first: 200 });
    expect(all.pageInfo.hasNextPage).toBe(false);
    const members = all.nodes.flatMap(({ memberIds }) => memberIds);
    expect(new Set(members).size).toBe(all.nodeCount);
    expect(members).toHaveLength(all.nodeCount);
    expect(all.nodes.map(({ size }) => size)).toEqual(all.nodes.map(({ size }) => size).toSorted((a, b) => b - a));
    for (const { size, memberIds, mostTelling, members: first } of all.nodes) {
      expect(size).toBe(memberIds.length);
      expect(first.totalCount).toBe(size);
      expect(mostTelling.map(({ id }) => id)).toEqual(memberIds.slice(0, 3));
      expect(first.nodes.map(({ id }) => id)).toEqual(memberIds.slice(0, 5));
    }
    expect(all.singletonCount).toBe(all.nodes.filter(({ size }) => size === 1).length);
    expect(all.modularity).toBeGreaterThan(0.3);
  });

  it('are the same for the same seed, and come page by page', async () => {
    const all = await ask({ first: 200, seed: 5 });
    const one = await ask({ first: 1, seed: 5 });
    const rest = await ask({ first: 200, seed: 5, after: one.pageInfo.endCursor });
    expect([...one.nodes, ...rest.nodes]).toEqual(all.nodes);
  });

  it('become smaller with the resolution, and fewer relations come with a filter', async () => {
    const [coarse, fine] = [await ask({ resolution: 0.01 }), await ask({ resolution: 0.5 })];
    expect(fine.totalCount).toBeGreaterThan(coarse.totalCount);
    const supply = await ask({ filter: { families: ['supply'] } });
    expect(supply.relationCount).toBeLessThan(coarse.relationCount);
  });

  it.each([
    [{ resolution: 0 }, 'resolution'],
    [{ resolution: -0.1 }, 'resolution'],
    [{ first: 201 }, 'first'],
    [{ after: 'nonsense' }, 'after'],
    [{ filter: { sector: 'province:35' } }, 'filter.sector'],
  ])('refuses %j by naming %s', async (variables, argument) => {
    const [error] = await api.refuse(QUERY, variables);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('over a range of resolutions grow more and smaller, and stable ranges hold the resolution to ask with', async () => {
    const Point = z.object({ resolution: z.number(), communityCount: z.number(), largestSize: z.number() });
    const { communitySweep, communities } = await api.ask(
      `{ communitySweep { nodeCount points { resolution communityCount largestSize }
           ranges { from to pointCount middle { resolution communityCount largestSize } } }
         communities(resolution: 1, first: 1) { nodeCount totalCount } }`,
      z.object({
        communitySweep: z.object({
          nodeCount: z.number(),
          points: z.array(Point).length(25),
          ranges: z.array(z.object({ from: z.number(), to: z.number(), pointCount: z.number(), middle: Point })),
        }),
        communities: z.object({ nodeCount: z.number(), totalCount: z.number() }),
      }),
    );
    const { points, ranges, nodeCount } = communitySweep;
    expect(nodeCount).toBe(communities.nodeCount);
    expect(points[0]?.communityCount).toBeLessThan(points.at(-1)?.communityCount ?? 0);
    expect(points.at(-1)).toMatchObject({ resolution: 1, communityCount: communities.totalCount });
    expect(ranges.length).toBeGreaterThan(0);
    for (const { from, to, middle } of ranges) {
      expect(middle.resolution).toBeGreaterThanOrEqual(from);
      expect(middle.resolution).toBeLessThanOrEqual(to);
    }
  });
});
