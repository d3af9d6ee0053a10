import { describe, expect, it } from 'vitest';
import { parseSourceId } from '#vocabulary';
import { node, records } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { allBatches, allPages, id, ids } from './asking.ts';
import type { StoreOfCase } from './contract.ts';
import { Model } from './model.ts';

const model = new Model(tinyIndustry);

export function listCases(store: StoreOfCase): void {
  describe('the list of nodes', () => {
    it('is ordered by name without accents and case, then id', async () => {
      const { items, totalCount, next } = await store().listNodes({ first: 100 });
      expect(items).toEqual(model.list({}));
      expect(items.map(({ name }) => name).slice(0, 5)).toEqual(['Depot', 'Émile Anvil', 'Engine', 'Forge', 'Forge']);
      expect(totalCount).toBe(12);
      expect(next).toBeNull();
    });

    it.each([
      { types: ['SmiCluster', 'Regency'] },
      { codes: ['33', '33.28'] },
      { codes: ['33'], types: ['Regency'] },
      { kinds: ['GROUP'] },
      { schemes: ['NAMED'] },
      { ids: ids('cluster:weave', 'cluster:stranger', 'cluster:forge'), kinds: ['CLUSTER'] },
      { types: [], kinds: [], ids: [], codes: [], schemes: [] },
    ] as const)('keeps what all filters keep: %j', async (filter) => {
      const page = await store().listNodes({ ...filter, first: 50 });
      expect(page.items).toEqual(model.list(filter));
      expect(page.totalCount).toBe(page.items.length);
    });

    it('counts the whole on every page, and its cursors lead through all of it once', async () => {
      const { items, pages } = await allPages(async (after) => {
        const page = await store().listNodes({ first: 5, after });
        expect(page.totalCount).toBe(12);
        return page;
      });
      expect(items).toEqual(model.list({}));
      expect(pages).toBe(3);
    });

    it('ends without a cursor when the last page is full', async () => {
      expect((await store().listNodes({ first: 12 })).next).toBeNull();
      expect((await store().listNodes({ first: 11 })).next).not.toBeNull();
    });
  });

  describe('the list of sources', () => {
    it('is ordered by relations, then id, and counts each relation, node and figure once', async () => {
      const { items, totalCount } = await store().listSources({ first: 10 });
      expect(items.map(({ source, relationCount }) => [source.id, relationCount])).toEqual(model.sources());
      for (const use of items) {
        const cited = model.cited(use.source.id);
        expect([use.nodeCount, use.figureCount]).toEqual([cited.nodes.length, cited.figures.length]);
      }
      expect(totalCount).toBe(5);
    });

    it('can be read one at a time', async () => {
      const { items, pages } = await allPages((after) => store().listSources({ first: 1, after }));
      expect(items.map(({ source }) => source.id)).toEqual(model.sources().map(([source]) => source));
      expect(pages).toBe(5);
    });
  });

  it('says what rests on a source, and nothing of a source nobody cites', async () => {
    const asked = ['source:news', 'source:unused', 'source:stranger', 'source:old-report'].map(parseSourceId);
    const answer = await store().citedBy(asked);
    expect(answer.size).toBe(3);
    for (const [source, cited] of answer) expect(cited).toEqual(model.cited(source));
  });

  it('counts types in the vocabulary’s order and evidence strongest first', async () => {
    const overview = await store().overview();
    expect(overview.nodeTypes.map(({ type, count }) => [type, count])).toEqual([
      ['SmiCluster', 3],
      ['SmallIndustry', 1],
      ['LargeIndustry', 2],
      ['Facility', 1],
      ['Programme', 1],
      ['Sector', 1],
      ['Province', 1],
      ['Regency', 1],
      ['Person', 1],
    ]);
    expect(overview.relationTypes).toEqual([
      { type: 'SUPPLIES', family: 'supply', count: 9 },
      { type: 'SUPPORTS', family: 'support', count: 1 },
      { type: 'LOCATED_IN', family: 'place', count: 4 },
      { type: 'MEMBER_OF', family: 'membership', count: 1 },
    ]);
    expect(overview.evidence).toEqual([
      { kind: 'DOCUMENTED', count: 13 },
      { kind: 'GENERAL_KNOWLEDGE', count: 1 },
      { kind: 'INFERRED', count: 1 },
    ]);
  });

  it('names what is loaded, with its revision', async () => {
    const dataset = await store().dataset();
    expect(dataset).toMatchObject({ nodeCount: 12, relationCount: 15, figureCount: 7, sourceCount: 5 });
    expect(dataset.engine).toBe(store().engine);
    expect(dataset.revision).toBe(await store().revision());
    await store().ping();
  });

  describe('streams', () => {
    it('give every node and relation once, ascending by id', async () => {
      expect(await allBatches(store().streamNodes())).toEqual(model.nodes);
      expect(await allBatches(store().streamRelations())).toEqual(model.relations);
    });

    it('give the sources of every relation, each once', async () => {
      const found = await allBatches(store().streamRelationSources());
      expect(found).toEqual(model.relationSources);
      expect(found.some(({ sources }) => sources.length > 1)).toBe(true);
    });

    it('give every record’s digest', async () => {
      const digests = await allBatches(store().streamDigests());
      expect(digests).toHaveLength(12 + 15 + 7 + 5 + 2);
      expect(digests.filter(({ kind }) => kind === 'disagreement').map((digest) => digest.id)).toHaveLength(2);
      for (const { digest } of digests) expect(digest).toMatch(/^[0-9a-f]{32}$/);
    });

    it('leave the event loop free between batches', async () => {
      const nodes = Array.from({ length: 9_000 }, (_, i) => node(`market:m-${i}`));
      await store().write({ put: records({ nodes }), remove: [] });
      let turns = 0;
      let ended = false;
      const turn = (): void => {
        turns += 1;
        if (!ended) setImmediate(turn);
      };
      setImmediate(turn);
      let batches = 0;
      for await (const batch of store().streamNodes()) {
        expect(batch.length).toBeGreaterThan(0);
        batches += 1;
      }
      ended = true;
      expect(batches).toBeGreaterThan(1);
      expect(turns).toBeGreaterThanOrEqual(batches - 1);
    });

    it('can be left early, and the store answers on', async () => {
      for await (const batch of store().streamRelations()) {
        expect(batch.length).toBeGreaterThan(0);
        break;
      }
      expect((await store().nodesById([id('cluster:forge')])).size).toBe(1);
    });
  });
}
