import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeType, RelationFamily } from '#vocabulary';
import type { Direction, GraphStore, RelationFilter } from '../../api/store/graph-store.ts';
import { DATES, NODE_POOL, RELATION_POOL, anyGraph } from '../fixtures/random-graph.ts';
import { allBatches, allPages, ids } from './asking.ts';
import type { OpenEmptyStore } from './contract.ts';
import { Model } from './model.ts';

/** A filter has each part or not: every combination turns up. */
const anyFilter: fc.Arbitrary<RelationFilter> = fc.record(
  {
    relationTypes: fc.subarray([...RELATION_POOL]),
    families: fc.subarray<RelationFamily>(['supply', 'membership', 'place']),
    direction: fc.constantFrom<Direction>('OUT', 'IN', 'BOTH'),
    nodeTypes: fc.subarray<NodeType>(['SmiCluster', 'LargeIndustry', 'Regency', 'Person']),
    evidence: fc.subarray(['DOCUMENTED' as const, 'GENERAL_KNOWLEDGE' as const, 'INFERRED' as const]),
    asOf: fc.constantFrom(...DATES),
  },
  { requiredKeys: [] },
);

const anyQuestion = fc.record({
  filter: anyFilter,
  of: fc.subarray(ids(...NODE_POOL, 'cluster:stranger'), { minLength: 1 }),
  first: fc.integer({ min: 1, max: 6 }),
});

type Question = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

async function checkWalks(store: GraphStore, model: Model, { filter, of, first }: Question): Promise<void> {
  const around = model.around(of, filter);
  const { items } = await allPages(async (after) => {
    const part = await store.neighbourhood({ of, first, after, ...filter });
    expect(part.total).toEqual({ nodes: around.nodes.length, relations: around.relations.length });
    return { items: part.relations, totalCount: part.total.relations, next: part.next };
  });
  expect(items).toEqual(around.relations);

  const groups = await store.relationGroups(of, filter);
  const related = await store.relatedNodes({ of, first, ...filter });
  for (const node of of.filter((id) => id !== 'cluster:stranger')) {
    expect(groups.get(node)).toEqual(model.groups(node, filter));
    const all = model.related(node, filter);
    expect(related.get(node)).toMatchObject({ items: all.slice(0, first), totalCount: all.length });
    expect(related.get(node)?.next === null).toBe(all.length <= first);
  }
}

async function checkLists(store: GraphStore, model: Model, first: number): Promise<void> {
  expect((await allPages((after) => store.listNodes({ first, after }))).items).toEqual(model.list({}));
  const sources = await allPages((after) => store.listSources({ first, after }));
  expect(sources.items.map(({ source, relationCount }) => [source.id, relationCount])).toEqual(model.sources());
  expect(await allBatches(store.streamNodes())).toEqual(model.nodes);
  expect(await allBatches(store.streamRelations())).toEqual(model.relations);
  expect(await allBatches(store.streamRelationSources())).toEqual(model.relationSources);
  for (const [about, figures] of await store.figuresOf(ids(...NODE_POOL))) {
    expect(figures).toEqual(model.figures(about));
  }
}

export function randomGraphCases(open: OpenEmptyStore, runs: number): void {
  describe('on random graphs', () => {
    it('answers every question as brute force over the records does', { timeout: 300_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(anyGraph, fc.array(anyQuestion, { minLength: 4, maxLength: 12 }), async (graph, questions) => {
          const store = await open();
          try {
            await store.write({ put: graph, remove: [] });
            const model = new Model(graph);
            for (const question of questions) await checkWalks(store, model, question);
            await checkLists(store, model, questions[0]?.first ?? 1);
            const evidence = await store.evidenceOf(graph.relations.map(({ id }) => id));
            for (const { id, evidence: pieces } of graph.relations) {
              expect(evidence.get(id)).toEqual(model.evidence(pieces));
            }
          } finally {
            await store.close();
          }
        }),
        { numRuns: runs },
      );
    });
  });
}
