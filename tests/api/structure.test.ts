import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Named = z.object({ id: z.string(), name: z.string() });
const Ranks = z.object({
  centrality: z.object({
    totalCount: z.number(),
    nodeCount: z.number(),
    sampledFrom: z.number().nullable(),
    pageInfo: z.object({ endCursor: z.string().nullable() }),
    nodes: z.array(z.object({ rank: z.number(), node: Named, value: z.number(), degree: z.number() })),
  }),
});

describe('structure through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  const RANKS = `query($first: Int, $after: String, $types: [NodeType!]) {
    centrality(measure: BETWEENNESS, first: $first, after: $after, nodeTypes: $types) {
      totalCount nodeCount sampledFrom pageInfo { endCursor } nodes { rank node { id name } value degree }
    }
  }`;

  it('the ten nodes with most betweenness come in descending order, numbered on over pages', async () => {
    const { centrality } = await api.ask(RANKS, Ranks, { first: 10 });
    expect(centrality.nodes.map((rank) => rank.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const values = centrality.nodes.map((rank) => rank.value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values[0]).toBeGreaterThan(0);
    expect(centrality.sampledFrom).toBeNull();
    const next = await api.ask(RANKS, Ranks, { first: 2, after: centrality.pageInfo.endCursor });
    expect(next.centrality.nodes.map((rank) => rank.rank)).toEqual([11, 12]);
  });

  it('values of named nodes come in their order, null without a relation, also over a part alone', async () => {
    const Values = z.object({
      centrality: z.object({ greatest: z.number(), values: z.array(z.number().nullable()), nodeCount: z.number() }),
    });
    const ids = ['province:35', 'cluster:metal-tegal', 'small-industry:kannindo-metal'];
    const VALUES = `query($ids: [ID!]!, $among: [ID!]) {
      centrality(measure: DEGREE, first: 1, among: $among) { greatest values(of: $ids) nodeCount }
    }`;
    const whole = (await api.ask(VALUES, Values, { ids, among: null })).centrality;
    expect(whole.values[0]).toBeNull();
    expect(whole.values[1]).toBe(whole.greatest);
    const part = (await api.ask(VALUES, Values, { ids, among: ids })).centrality;
    expect(part).toEqual({ greatest: 1, values: [null, 1, 1], nodeCount: 2 });
    const none = (await api.ask(VALUES, Values, { ids, among: [] })).centrality;
    expect(none).toEqual({ greatest: 0, values: [null, null, null], nodeCount: 0 });
  });

  it('concentration by place names the province, and clusters with one buyer name the relations behind it', async () => {
    const Parts = z.object({
      fragility: z.object({
        concentration: z.array(
          z.object({
            buyer: Named,
            index: z.object({ low: z.number(), high: z.number() }),
            parts: z.array(
              z.object({ by: Named.nullable(), share: z.number(), relations: z.array(z.object({ id: z.string() })) }),
            ),
          }),
        ),
        singleBuyerCount: z.number(),
        singleBuyer: z.array(
          z.object({ cluster: Named, buyer: Named, relations: z.array(z.object({ id: z.string() })) }),
        ),
      }),
    });
    for (const by of ['PLACE', 'SECTOR', 'SUPPLIER']) {
      const { fragility } = await api.ask(
        `query($by: ConcentrationBy) { fragility(asOf: "2025-12-31", concentrationBy: $by) {
          concentration { buyer { id name } index { low high } parts { by { id name } share relations { id } } }
          singleBuyerCount singleBuyer { cluster { id name } buyer { id name } relations { id } }
        } }`,
        Parts,
        { by },
      );
      const rattan = fragility.concentration.find(({ buyer }) => buyer.id.includes('cirebon'));
      expect(rattan?.index.low).toBeCloseTo(0.64, 9);
      expect(rattan?.index.high).toBeCloseTo(0.68, 9);
      expect(rattan?.parts[0]?.relations).toHaveLength(1);
      if (by === 'PLACE') expect(rattan?.parts[0]?.by?.name).toBe('Central Sulawesi');
      expect(fragility.singleBuyer).toHaveLength(fragility.singleBuyerCount);
    }
  });

  it('only clusters are listed when asked for, over the same nodes', async () => {
    const all = await api.ask(RANKS, Ranks, { first: 1 });
    const { centrality } = await api.ask(RANKS, Ranks, { first: 200, types: ['SmiCluster'] });
    expect(centrality.nodes.every((rank) => rank.node.id.startsWith('cluster:'))).toBe(true);
    expect(centrality.nodeCount).toBe(all.centrality.nodeCount);
    expect(centrality.totalCount).toBeLessThan(all.centrality.totalCount);
  });

  it('eleven large buyers have a single recorded supplier, each with its relation; lists say their whole count', async () => {
    const { fragility } = await api.ask(
      `{ fragility(asOf: "2025-12-31", first: 3) {
        singleSourceCount singleSource { buyer { id name } supplier { id name } relations { id } }
        concentrationCount concentration { buyer { id name } index { low high } }
        cutNodeCount cutNodes { node { id name } neighbourCount } bridgeCount bridges { ends { id name } }
      } }`,
      z.object({
        fragility: z.object({
          singleSourceCount: z.number(),
          singleSource: z.array(
            z.object({ buyer: Named, supplier: Named, relations: z.array(z.object({ id: z.string() })) }),
          ),
          concentrationCount: z.number(),
          concentration: z.array(z.object({ buyer: Named, index: z.object({ low: z.number(), high: z.number() }) })),
          cutNodeCount: z.number(),
          cutNodes: z.array(z.object({ node: Named, neighbourCount: z.number() })),
          bridgeCount: z.number(),
          bridges: z.array(z.object({ ends: z.array(Named).length(2) })),
        }),
      }),
    );
    expect(fragility.singleSourceCount).toBeGreaterThanOrEqual(11);
    expect(fragility.singleSource).toHaveLength(3);
    expect(fragility.singleSource.every((one) => one.relations.length > 0)).toBe(true);
    expect(fragility.cutNodeCount).toBeGreaterThan(fragility.cutNodes.length);
    expect(fragility.bridgeCount).toBeGreaterThan(fragility.bridges.length);
    expect(fragility.concentration.every(({ index }) => index.low <= index.high)).toBe(true);
  });

  it('without PT Rachmat the tie of Ngingas to PT Astra Honda Motor is lost, among others', async () => {
    const { removal } = await api.ask(
      `{ removal(node: "large-industry:rachmat-perdana-adhimetal") {
        tieCount lostCount lost { cluster { name } largeIndustry { id } strength } weakenedCount weakened { before { strength } after { strength } }
      } }`,
      z.object({
        removal: z.object({
          tieCount: z.number(),
          lostCount: z.number(),
          lost: z.array(
            z.object({
              cluster: z.object({ name: z.string() }),
              largeIndustry: z.object({ id: z.string() }),
              strength: z.number(),
            }),
          ),
          weakenedCount: z.number(),
          weakened: z.array(
            z.object({ before: z.object({ strength: z.number() }), after: z.object({ strength: z.number() }) }),
          ),
        }),
      }),
    );
    expect(removal.lost).toHaveLength(removal.lostCount);
    expect(removal.lost.map((tie) => tie.largeIndustry.id)).toContain('large-industry:astra-honda-motor');
    expect(removal.tieCount).toBeGreaterThan(removal.lostCount);
  });

  it.each([
    ['{ fragility(asOf: "2025-13") { bridgeCount } }', 'asOf'],
    ['{ fragility(asOf: "2025", first: 201) { bridgeCount } }', 'first'],
    ['{ centrality(measure: DEGREE, among: ["somewhere"]) { totalCount } }', 'among'],
    ['{ centrality(measure: DEGREE) { values(of: ["somewhere"]) } }', 'of'],
    ['{ removal(node: "large-industry:nobody") { tieCount } }', 'node'],
    ['{ centrality(measure: DEGREE, asOf: "soon") { totalCount } }', 'asOf'],
  ])('%s names what is wrong', async (query, argument) => {
    const [error] = await api.refuse(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
