import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Ids = z.object({ nodes: z.array(z.object({ id: z.string() })) });

describe('what lies in a place', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it('is what a source or general knowledge puts there: an inferred place is none, on either side', async () => {
    const { regency, cluster } = await api.ask(
      '{ regency(code: "33.28") { clusters(first: 200) { nodes { id } } } cluster(id: "cluster:ship-components-tegal") { places { id } } }',
      z.object({ regency: z.object({ clusters: Ids }), cluster: z.object({ places: z.array(z.unknown()) }) }),
    );
    const ids = regency.clusters.nodes.map(({ id }) => id);
    expect(ids).toContain('cluster:metal-tegal');
    expect(ids).not.toContain('cluster:ship-components-tegal');
    expect(cluster.places).toEqual([]);
  });

  it('counts for ties on inferred word only when that is asked for', async () => {
    const Scope = z.object({
      clustersTiedToLargeIndustry: z.object({ summary: z.object({ clusterCount: z.number() }) }),
    });
    const countWith = async (evidence: string): Promise<number> => {
      const asked = `{ clustersTiedToLargeIndustry(place: "regency:33.28", evidence: [${evidence}]) { summary { clusterCount } } }`;
      return (await api.ask(asked, Scope)).clustersTiedToLargeIndustry.summary.clusterCount;
    };
    expect(await countWith('DOCUMENTED, INFERRED')).toBe((await countWith('DOCUMENTED')) + 1);
  });

  it('counts the clusters, or the groups, that the same question counts', async () => {
    const Count = z.object({ totalCount: z.number() });
    const Counts = z.object({ province: z.object({ clusters: Count, groups: Count, all: Count }) });
    const Scope = z.object({
      clusters: z.object({ summary: z.object({ clusterCount: z.number() }) }),
      groups: z.object({ summary: z.object({ clusterCount: z.number() }) }),
    });
    const { province } = await api.ask(
      '{ province(code: "35") { clusters(scope: CLUSTER) { totalCount } groups: clusters(scope: GROUP) { totalCount } all: clusters { totalCount } } }',
      Counts,
    );
    const asked = await api.ask(
      `{ clusters: clustersTiedToLargeIndustry(place: "province:35") { summary { clusterCount } }
         groups: clustersTiedToLargeIndustry(place: "province:35", scope: GROUP) { summary { clusterCount } } }`,
      Scope,
    );
    expect(province.clusters.totalCount).toBe(asked.clusters.summary.clusterCount);
    expect(province.groups.totalCount).toBe(asked.groups.summary.clusterCount);
    expect(province.groups.totalCount).toBeGreaterThan(0);
    expect(province.all.totalCount).toBe(province.clusters.totalCount + province.groups.totalCount);
  });
});
