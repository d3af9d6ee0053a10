import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';
import { DOCUMENTS } from './documents.ts';

/** The documents that a person may paste as they are, on the real dataset. */
describe('the documents of the foundation', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  const Total = z.number().int().nonnegative();

  it('the dataset names its revision, its sizes and its engine', async () => {
    const { dataset } = await api.ask(
      DOCUMENTS.dataset,
      z.object({
        dataset: z.object({
          revision: z.string().regex(/^[0-9a-f]{32}$/),
          nodeCount: Total,
          relationCount: Total,
          sourceCount: Total,
          engine: z.literal('sqlite'),
        }),
      }),
    );
    // 514 regencies and 38 provinces, each in its place, and what the facts name.
    expect(dataset.nodeCount).toBeGreaterThan(700);
    expect(dataset.relationCount).toBeGreaterThan(800);
    expect(dataset.sourceCount).toBeGreaterThan(50);
  });

  it('a misspelt place is found first', async () => {
    const { search } = await api.ask(
      DOCUMENTS.search,
      z.object({
        search: z.object({
          totalCount: Total,
          nodes: z.array(z.object({ id: z.string(), type: z.string(), name: z.string() })),
          matches: z.array(z.object({ node: z.object({ id: z.string() }), matchedName: z.string() })),
        }),
      }),
    );
    expect(search.nodes.slice(0, 3).map((node) => node.name)).toContainEqual(expect.stringMatching(/Pasuruan/));
    expect(search.matches.map((match) => match.node.id)).toEqual(search.nodes.map((node) => node.id));
    expect(search.nodes).toHaveLength(Math.min(5, search.totalCount));
  });

  it('East Java has its names and its groups of relations', async () => {
    const { node } = await api.ask(
      DOCUMENTS.node,
      z.object({
        node: z.object({
          id: z.literal('province:35'),
          type: z.literal('Province'),
          name: z.string(),
          names: z.array(z.object({ language: z.enum(['en', 'id', 'ja']), text: z.string() })),
          relationGroups: z.array(
            z.object({ relationType: z.string(), direction: z.string(), nodeType: z.string(), count: Total }),
          ),
        }),
      }),
    );
    expect([node.name, ...node.names.map((name) => name.text)]).toEqual(
      expect.arrayContaining(['East Java', 'Jawa Timur']),
    );
    expect(node.relationGroups).toContainEqual({
      relationType: 'LOCATED_IN',
      direction: 'IN',
      nodeType: 'Regency',
      count: 38,
    });
    const counts = node.relationGroups.map((group) => group.count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it('East Java has 38 regencies with their clusters and sectors', async () => {
    const { province } = await api.ask(
      DOCUMENTS.province,
      z.object({
        province: z.object({
          name: z.string(),
          regencies: z.object({
            totalCount: Total,
            nodes: z.array(
              z.object({
                code: z.string().startsWith('35.'),
                name: z.string(),
                clusters: z.object({
                  nodes: z.array(
                    z.object({ id: z.string(), name: z.string(), sectors: z.array(z.object({ name: z.string() })) }),
                  ),
                }),
              }),
            ),
          }),
        }),
      }),
    );
    expect(province.regencies.totalCount).toBe(38);
    expect(province.regencies.nodes).toHaveLength(38);
    const clustersIn = (code: string) => {
      const regency = province.regencies.nodes.find((node) => node.code === code);
      return regency?.clusters.nodes ?? [];
    };
    expect(clustersIn('35.75').length).toBeGreaterThan(0);
    expect(clustersIn('35.14').map((cluster) => cluster.id)).not.toContain('cluster:ship-components-pasuruan');
  });

  it("JICA's neighbourhood shows every relation with both ends, its period and its evidence", async () => {
    const End = z.object({ name: z.string() });
    const { neighbourhood } = await api.ask(
      DOCUMENTS.neighbourhood,
      z.object({
        neighbourhood: z.object({
          nodes: z.array(z.object({ id: z.string(), type: z.string(), name: z.string() })),
          relations: z.array(
            z.object({
              id: z.string(),
              type: z.string(),
              from: z.string(),
              to: z.string(),
              fromNode: End,
              toNode: End,
              period: z.object({
                from: z.string().nullable(),
                to: z.string().nullable(),
                attested: z.array(z.string()),
              }),
              evidence: z
                .array(z.object({ kind: z.string(), source: z.object({ title: z.string(), publisher: z.string() }) }))
                .min(1),
            }),
          ),
          shown: z.object({ nodes: Total, relations: Total }),
          total: z.object({ nodes: Total, relations: Total }),
        }),
      }),
    );
    const ids = new Set(neighbourhood.nodes.map((node) => node.id));
    expect(ids).toContain('agency:jica');
    for (const relation of neighbourhood.relations) {
      expect(ids).toContain(relation.from);
      expect(ids).toContain(relation.to);
      expect([relation.from, relation.to]).toContain('agency:jica');
    }
    expect(neighbourhood.shown).toEqual({
      nodes: neighbourhood.nodes.length,
      relations: neighbourhood.relations.length,
    });
    expect(neighbourhood.total.relations).toBeGreaterThanOrEqual(neighbourhood.shown.relations);
    expect(neighbourhood.relations.map((relation) => relation.to)).toContain('programme:smidep');
  });

  it('fifteen documented ties, Tegal and Kayaba first, each with its route and its word', async () => {
    const { clustersTiedToLargeIndustry: ties } = await api.ask(
      DOCUMENTS.ties,
      z.object({
        clustersTiedToLargeIndustry: z.object({
          totalCount: Total,
          nodes: z.array(
            z.object({
              cluster: z.object({ id: z.string(), name: z.string() }),
              largeIndustry: z.object({ id: z.string(), name: z.string() }),
              strength: z.number(),
              route: z.object({ relations: z.array(z.object({ id: z.string(), type: z.string() })).min(1) }),
              evidence: z
                .array(
                  z.object({
                    kind: z.string(),
                    source: z.object({ title: z.string(), url: z.string().nullable() }),
                  }),
                )
                .min(1),
            }),
          ),
        }),
      }),
    );
    expect(ties.totalCount).toBe(15);
    const [first] = ties.nodes;
    const last = ties.nodes.at(-1);
    expect(first?.largeIndustry.name).toMatch(/Kayaba/);
    expect(first?.strength).toBeCloseTo(0.676, 4);
    expect(last?.largeIndustry.name).toMatch(/Timah/);
    expect(last?.strength).toBeCloseTo(0.04, 4);
    for (const tie of ties.nodes) {
      for (const piece of tie.evidence) expect(piece.kind).toBe('DOCUMENTED');
    }
  });

  it('the ways from SMIDeP to JICA, shortest first', async () => {
    const { paths } = await api.ask(
      DOCUMENTS.paths,
      z.object({
        paths: z.object({
          totalCount: Total,
          nodes: z.array(
            z.object({
              length: z.number(),
              nodes: z.array(z.object({ id: z.string(), name: z.string() })),
              relations: z.array(z.object({ type: z.string() })),
            }),
          ),
        }),
      }),
    );
    const [shortest] = paths.nodes;
    expect(shortest?.nodes.map((node) => node.id)).toEqual(['programme:smidep', 'agency:jica']);
    expect(shortest?.relations.map((relation) => relation.type)).toEqual(['IMPLEMENTS']);
    for (const path of paths.nodes) {
      expect(path.nodes).toHaveLength(path.length + 1);
      expect(path.relations).toHaveLength(path.length);
    }
    expect(paths.nodes).toHaveLength(Math.min(3, paths.totalCount));
  });

  it('the sources, those that most rests on first', async () => {
    const { sources } = await api.ask(
      DOCUMENTS.sources,
      z.object({
        sources: z.object({
          totalCount: Total,
          nodes: z.array(
            z.object({ id: z.string(), title: z.string(), publisher: z.string(), relationCount: z.number() }),
          ),
        }),
      }),
    );
    expect(sources.nodes).toHaveLength(10);
    const counts = sources.nodes.map((source) => source.relationCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(0);
  });
});
