import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Named = z.object({ id: z.string() });
const Count = z.object({ low: z.number(), high: z.number(), figures: z.array(Named) }).nullable();
const Total = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  knownCount: z.number(),
  unknownCount: z.number(),
});
const Way = z.object({ nodes: z.array(Named), relations: z.array(Named) });

describe('what-if through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it('without PT Komatsu the metal cluster of Tegal loses a buyer, with its makers and workers and where they come from', async () => {
    const { whatIf } = await api.ask(
      `{ whatIf(asOf: "2025-12-31", shocks: [{ label: "Komatsu", close: ["large-industry:komatsu-indonesia"] }]) {
          shocks { label closedCount closed { node { id } because } unplacedCount
            losingSupplierCount losingSuppliers { node { id } tier buyerCount closedBuyerCount way { nodes { id } relations { id } } }
            clusterEffectCount clusterEffects { cluster { id } kind tier wayCount ways { nodes { id } relations { id } }
              units { low high figures { id } } workers { low high figures { id } } }
            clusterTiers { tier clusterCount clusters { id } units { low high knownCount unknownCount } workers { low high knownCount unknownCount } }
            lostTieCount lostTies { cluster { id } largeIndustry { id } } economy { multiplier } sectorClusters { clusterCount } }
          clusterCount sectors { sector { code } } } }`,
      z.object({
        whatIf: z.object({
          shocks: z
            .array(
              z.object({
                label: z.string(),
                closedCount: z.number(),
                closed: z.array(z.object({ node: Named, because: z.string() })),
                unplacedCount: z.number(),
                losingSupplierCount: z.number(),
                losingSuppliers: z.array(
                  z.object({
                    node: Named,
                    tier: z.number(),
                    buyerCount: z.number(),
                    closedBuyerCount: z.number(),
                    way: Way,
                  }),
                ),
                clusterEffectCount: z.number(),
                clusterEffects: z.array(
                  z.object({
                    cluster: Named,
                    kind: z.string(),
                    tier: z.number(),
                    wayCount: z.number(),
                    ways: z.array(Way),
                    units: Count,
                    workers: Count,
                  }),
                ),
                clusterTiers: z.array(
                  z.object({
                    tier: z.number(),
                    clusterCount: z.number(),
                    clusters: z.array(Named),
                    units: Total,
                    workers: Total,
                  }),
                ),
                lostTieCount: z.number(),
                lostTies: z.array(z.object({ cluster: Named, largeIndustry: Named })),
                economy: z.null(),
                sectorClusters: z.array(z.unknown()).length(0),
              }),
            )
            .length(1),
          clusterCount: z.number(),
          sectors: z.array(z.unknown()).length(0),
        }),
      }),
    );
    const [komatsu] = whatIf.shocks;
    expect(komatsu).toMatchObject({
      label: 'Komatsu',
      closed: [{ node: { id: 'large-industry:komatsu-indonesia' }, because: 'ASKED' }],
      unplacedCount: 0,
    });
    const tegal = komatsu?.clusterEffects.find(({ cluster }) => cluster.id === 'cluster:metal-tegal');
    expect(tegal).toMatchObject({ kind: 'LOSES_BUYER', tier: 1 });
    expect(tegal?.units?.low).toBeGreaterThan(2_000);
    expect(tegal?.units?.figures[0]?.id).toMatch(/^cluster:metal-tegal~MAKERS/);
    expect(tegal?.workers?.high).toBeGreaterThan(10_000);
    expect(tegal?.ways[0]?.nodes.at(-1)?.id).toBe('large-industry:komatsu-indonesia');
    const [first] = komatsu?.clusterTiers ?? [];
    expect(first?.tier).toBe(1);
    expect((first?.units.knownCount ?? 0) + (first?.units.unknownCount ?? 0)).toBe(first?.clusterCount);
    expect(first?.units.low).toBe(tegal?.units?.low);
    expect(komatsu?.lostTies).toContainEqual({
      cluster: { id: 'cluster:metal-tegal' },
      largeIndustry: { id: 'large-industry:komatsu-indonesia' },
    });
    expect(komatsu?.lostTieCount).toBe(komatsu?.lostTies.length);
  });

  it('a firm, a regency and a cut of construction stand side by side, each cluster and each sector in one row', async () => {
    const { whatIf } = await api.ask(
      `{ whatIf(asOf: "2025-12-31", shocks: [
            { close: ["large-industry:komatsu-indonesia"] }
            { closePlaces: ["regency:33.28"] }
            { finalDemand: [{ sector: "6", percent: -10 }] }
            { close: ["large-industry:komatsu-indonesia"], finalDemand: [{ sector: "3", millionRp: -1000000 }] }
          ]) {
          shocks { closedCount unplacedCount economy { total { output outputPercent } } sectorClusters { sector { code } clusterCount clusters { id } } }
          clusterCount clusters { cluster { id } effects { kind tier } }
          sectors { sector { code } effects { output outputPercent } }
          revision } }`,
      z.object({
        whatIf: z.object({
          shocks: z.array(
            z.object({
              closedCount: z.number(),
              unplacedCount: z.number(),
              economy: z.object({ total: z.object({ output: z.number(), outputPercent: z.number() }) }).nullable(),
              sectorClusters: z.array(
                z.object({
                  sector: z.object({ code: z.string() }),
                  clusterCount: z.number(),
                  clusters: z.array(Named),
                }),
              ),
            }),
          ),
          clusterCount: z.number(),
          clusters: z.array(
            z.object({
              cluster: Named,
              effects: z.array(z.object({ kind: z.string(), tier: z.number() }).nullable()).length(4),
            }),
          ),
          sectors: z.array(
            z.object({
              sector: z.object({ code: z.string() }),
              effects: z.array(z.object({ output: z.number(), outputPercent: z.number() }).nullable()).length(4),
            }),
          ),
          revision: z.string(),
        }),
      }),
    );
    const [komatsu, tegal, construction, both] = whatIf.shocks;
    expect(komatsu?.economy).toBeNull();
    expect(tegal?.closedCount).toBeGreaterThan(5);
    expect(tegal?.unplacedCount).toBeGreaterThan(0);
    expect(construction?.closedCount).toBe(0);
    expect(construction?.economy?.total.outputPercent).toBeCloseTo(-2.0181, 4);
    // All manufacturing is one product of the table: every classified cluster is in it.
    expect(construction?.sectorClusters.find(({ sector }) => sector.code === '3')?.clusterCount).toBeGreaterThan(10);
    expect(both?.economy?.total.output).toBeCloseTo(-1_783_060, -1);
    const row = whatIf.clusters.find(({ cluster }) => cluster.id === 'cluster:metal-tegal');
    expect(row?.effects).toEqual([
      { kind: 'LOSES_BUYER', tier: 1 },
      { kind: 'CLOSED', tier: 0 },
      null,
      { kind: 'LOSES_BUYER', tier: 1 },
    ]);
    expect(whatIf.clusters).toHaveLength(whatIf.clusterCount);
    expect(whatIf.sectors).toHaveLength(17);
    expect(whatIf.sectors[0]).toMatchObject({ sector: { code: '6' }, effects: [null, null, {}, {}] });
  });

  it.each([
    ['{ whatIf(shocks: [], asOf: "2025") { revision } }', 'shocks'],
    ['{ whatIf(shocks: [{}], asOf: "2025") { revision } }', 'shocks'],
    ['{ whatIf(shocks: [{ close: ["large-industry:nobody"] }], asOf: "2025") { revision } }', 'close'],
    ['{ whatIf(shocks: [{ close: ["province:35"] }], asOf: "2025") { revision } }', 'close'],
    ['{ whatIf(shocks: [{ closePlaces: ["cluster:metal-tegal"] }], asOf: "2025") { revision } }', 'closePlaces'],
    ['{ whatIf(shocks: [{ close: ["cluster:metal-tegal"], part: 2 }], asOf: "2025") { revision } }', 'part'],
    ['{ whatIf(shocks: [{ close: ["cluster:metal-tegal"] }], asOf: "soon") { revision } }', 'asOf'],
    ['{ whatIf(shocks: [{ close: ["cluster:metal-tegal"] }], asOf: "2025", depth: 7) { revision } }', 'depth'],
    [
      '{ whatIf(shocks: [{ finalDemand: [{ sector: "99", percent: 1 }] }], asOf: "2025") { revision } }',
      'finalDemand.sector',
    ],
    [
      '{ whatIf(shocks: [{ finalDemand: [{ sector: "6", percent: 1 }], table: "none" }], asOf: "2025") { revision } }',
      'table',
    ],
    ['{ whatIf(shocks: [{ label: "", close: ["cluster:metal-tegal"] }], asOf: "2025") { revision } }', 'label'],
  ])('%s names what is wrong', async (query, argument) => {
    const [error] = await api.refuse(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
