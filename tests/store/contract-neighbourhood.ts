import { describe, expect, it } from 'vitest';
import { parsePartialDate } from '#vocabulary';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { allPages, id, ids } from './asking.ts';
import type { StoreOfCase } from './contract.ts';
import { Model } from './model.ts';

const model = new Model(tinyIndustry);
const FORGE = id('cluster:forge');
const ENGINE = id('large-industry:engine');
const ANVIL = id('small-industry:anvil');
const NOBODY = id('person:nobody');
const STRANGER = id('cluster:stranger');

export function neighbourhoodCases(store: StoreOfCase): void {
  describe('the neighbourhood', () => {
    it('holds both directions, the last certain day first', async () => {
      const { relations, nodes, shown, total, next } = await store().neighbourhood({ of: [FORGE], first: 50 });
      expect(relations.map((relation) => relation.id)).toEqual([
        'cluster:forge--SUPPLIES--large-industry:engine',
        'small-industry:anvil--MEMBER_OF--cluster:forge',
        'large-industry:mill--SUPPLIES--cluster:forge',
        'cluster:forge--SUPPLIES--large-industry:engine#scrap',
        'programme:lift--SUPPORTS--cluster:forge',
        'cluster:forge--LOCATED_IN--regency:33.28',
        'large-industry:engine--SUPPLIES--cluster:forge',
      ]);
      expect(nodes.map((node) => node.id)).toEqual(model.around([FORGE], {}).nodes);
      expect(shown).toEqual({ nodes: 6, relations: 7 });
      expect(total).toEqual(shown);
      expect(next).toBeNull();
    });

    it('keeps parallel relations apart and shows one with itself once', async () => {
      const { relations } = await store().neighbourhood({ of: [ANVIL], first: 50, relationTypes: ['SUPPLIES'] });
      expect(relations.map((relation) => relation.id)).toEqual([
        'small-industry:anvil--SUPPLIES--small-industry:anvil',
      ]);
      const both = await store().neighbourhood({
        of: [FORGE],
        first: 9,
        direction: 'OUT',
        relationTypes: ['SUPPLIES'],
      });
      expect(both.relations).toHaveLength(2);
    });

    it('shows a relation between two of the nodes asked for once, and an id asked for twice changes nothing', async () => {
      const answer = await store().neighbourhood({ of: [ENGINE, FORGE, ENGINE], first: 50 });
      const { relations, nodes } = model.around([ENGINE, FORGE], {});
      expect(answer.relations).toEqual(relations);
      expect(answer.total).toEqual({ nodes: nodes.length, relations: relations.length });
    });

    it('gives the exact totals whatever is shown, and its cursors lead through all of it once', async () => {
      const { items, pages } = await allPages(async (after) => {
        const part = await store().neighbourhood({ of: [FORGE], first: 3, after });
        expect(part.total).toEqual({ nodes: 6, relations: 7 });
        expect(part.shown).toEqual({ nodes: part.nodes.length, relations: part.relations.length });
        return { items: part.relations, totalCount: part.total.relations, next: part.next };
      });
      expect(items).toEqual(model.around([FORGE], {}).relations);
      expect(pages).toBe(3);
    });

    it('of a node without relations is that node; of an unknown one, nothing', async () => {
      const alone = await store().neighbourhood({ of: [NOBODY, STRANGER], first: 5 });
      expect(alone.nodes.map((node) => node.id)).toEqual([NOBODY]);
      expect(alone.total).toEqual({ nodes: 1, relations: 0 });
      expect((await store().neighbourhood({ of: [STRANGER], first: 5 })).total).toEqual({ nodes: 0, relations: 0 });
    });

    it.each([
      ['2014', 'before the support began', false],
      ['2015', 'in its first year', true],
      ['2016-12', 'in the month it ended', true],
      ['2016-12-27', 'on the day after', false],
      ['2021-06', 'when the source was published', false],
    ])('as of %s, %s, shows the ended support: %s', async (date, _when, shown) => {
      const asOf = parsePartialDate(date);
      const { relations } = await store().neighbourhood({ of: [FORGE], first: 50, asOf, families: ['support'] });
      expect(relations.length > 0).toBe(shown);
    });

    it.each([
      [['DOCUMENTED'], 5],
      [['INFERRED'], 1],
      [['GENERAL_KNOWLEDGE', 'INFERRED'], 2],
    ] as const)('with evidence %j counts supply to and from the engine plant as %i', async (evidence, count) => {
      const { total } = await store().neighbourhood({ of: [ENGINE], first: 1, evidence, relationTypes: ['SUPPLIES'] });
      expect(total.relations).toBe(count);
    });

    it('lets nothing through when no relation type is of the families', async () => {
      const none = await store().neighbourhood({
        of: [FORGE],
        first: 5,
        relationTypes: ['SUPPLIES'],
        families: ['place'],
      });
      expect(none.total).toEqual({ nodes: 1, relations: 0 });
    });

    it('takes the type of the other node from the node asked for', async () => {
      const { relations } = await store().neighbourhood({
        of: [FORGE],
        first: 50,
        nodeTypes: ['SmiCluster', 'Regency'],
      });
      expect(relations.map((relation) => relation.id)).toEqual(['cluster:forge--LOCATED_IN--regency:33.28']);
    });
  });

  describe('groups of relations', () => {
    it('come most first, then by type, direction and node type', async () => {
      const groups = (await store().relationGroups([FORGE, STRANGER, FORGE], {})).get(FORGE);
      expect(groups?.map((g) => `${g.count} ${g.relationType} ${g.direction} ${g.nodeType}`)).toEqual([
        '2 SUPPLIES IN LargeIndustry',
        '2 SUPPLIES OUT LargeIndustry',
        '1 LOCATED_IN OUT Regency',
        '1 MEMBER_OF IN SmallIndustry',
        '1 SUPPORTS IN Programme',
      ]);
    });

    it('count a relation of a node with itself in each direction', async () => {
      const groups = (await store().relationGroups([ANVIL], { relationTypes: ['SUPPLIES'] })).get(ANVIL);
      expect(groups?.map(({ direction, count }) => [direction, count])).toEqual([
        ['IN', 1],
        ['OUT', 1],
      ]);
    });

    it('are an empty list for a node without any, and absent for an unknown node', async () => {
      const answer = await store().relationGroups([NOBODY, STRANGER], {});
      expect([...answer]).toEqual([[NOBODY, []]]);
    });
  });

  describe('related nodes', () => {
    it('are distinct, by name, for each node asked for', async () => {
      const answer = await store().relatedNodes({ of: [FORGE, NOBODY, STRANGER, ENGINE], first: 50 });
      expect([...answer.keys()].sort()).toEqual([FORGE, ENGINE, NOBODY].sort());
      for (const [of, page] of answer) {
        expect(page.items).toEqual(model.related(of, {}));
        expect(page.totalCount).toBe(page.items.length);
      }
    });

    it('are paged for each node, with its own total', async () => {
      const answer = await store().relatedNodes({ of: ids('large-industry:engine', 'cluster:weave'), first: 2 });
      expect([...answer].map(([of, { items, totalCount }]) => [of, items.length, totalCount]).sort()).toEqual([
        ['cluster:weave', 2, 2],
        ['large-industry:engine', 2, 5],
      ]);
      const { items } = await allPages(async (after) => {
        const page = (await store().relatedNodes({ of: [ENGINE], first: 2, after })).get(ENGINE);
        if (page === undefined) throw new Error('the engine plant is there');
        expect(page.totalCount).toBe(5);
        return page;
      });
      expect(items).toEqual(model.related(ENGINE, {}));
    });
  });
}
