/** One question, two engines, one answer: over the whole dataset and over random graphs, with random arguments. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, NODE_TYPES, RELATION_TYPES, parsePartialDate } from '#vocabulary';
import type { GraphRecords, NodeType, RelationType } from '#vocabulary';
import { seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore, RelationFilter } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { compareAscii } from '../../api/store/orders.ts';
import { readDataset } from '../../graph-seed/dataset/read-dataset.ts';
import { anyGraph } from '../fixtures/random-graph.ts';
import { allBatches, allPages, id } from './asking.ts';
import { withNeo4j } from './neo4j-under-test.ts';

/** Fixed, so that a failure comes back; the next change of the dataset asks other things anyway. */
const SEED = 20_251_231;
const TYPES = Object.keys(RELATION_TYPES).filter((type): type is RelationType => Object.hasOwn(RELATION_TYPES, type));
const NODES = Object.keys(NODE_TYPES).filter((type): type is NodeType => Object.hasOwn(NODE_TYPES, type));

const anyFilter: fc.Arbitrary<RelationFilter> = fc.record(
  {
    relationTypes: fc.subarray(TYPES),
    families: fc.subarray([...new Set(TYPES.map((type) => RELATION_TYPES[type].family))]),
    direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
    nodeTypes: fc.subarray(NODES),
    evidence: fc.subarray([...EVIDENCE_KINDS_BY_STRENGTH]),
    asOf: fc.constantFrom(...['1998', '2015-06', '2017-12-26', '2020', '2024-02', '2025-12-31'].map(parsePartialDate)),
  },
  { requiredKeys: [] },
);

/** Every question, with arguments from the records; a stranger is always among the ids. */
function anyQuestion(graph: GraphRecords): fc.Arbitrary<(store: GraphStore) => Promise<unknown>> {
  const some = <T>(values: readonly T[], stranger?: T): fc.Arbitrary<T[]> =>
    (values.length === 0 ? fc.constant<T[]>([]) : fc.array(fc.constantFrom(...values), { maxLength: 5 })).map(
      (chosen) => (stranger === undefined ? chosen : [...chosen, stranger]),
    );
  const nodes = some(
    graph.nodes.map((node) => node.id),
    id('cluster:stranger'),
  );
  const first = fc.constantFrom(1, 2, 7, 50, 200);
  const texts = (values: readonly (string | null)[]): fc.Arbitrary<string[]> =>
    some([...new Set([...values.filter((value) => value !== null), 'stranger'])]);
  const listFilter = fc.record(
    {
      types: fc.subarray(NODES),
      codes: texts(graph.nodes.map(({ code }) => code)),
      kinds: texts(graph.nodes.map(({ kind }) => kind)),
      ids: nodes,
    },
    { requiredKeys: [] },
  );
  const figures = some(graph.figures.map((figure) => figure.id));
  return fc.oneof(
    fc.tuple(nodes, anyFilter, first).map(([of, filter, size]) => (store: GraphStore) => {
      const request = { of, first: size, ...filter };
      return allPages(async (after) => {
        const { nodes: shown, relations, total, next } = await store.neighbourhood({ ...request, after });
        return { items: [{ shown, relations, total, next }], totalCount: total.relations, next };
      });
    }),
    fc.tuple(nodes, anyFilter).map(
      ([of, filter]) =>
        (store: GraphStore) =>
          store.relationGroups(of, filter),
    ),
    fc.tuple(nodes, anyFilter, first).map(
      ([of, filter, size]) =>
        (store: GraphStore) =>
          store.relatedNodes({ of, first: size, ...filter }),
    ),
    fc.tuple(fc.constantFrom(...graph.nodes), anyFilter).map(
      ([{ id: of }, filter]) =>
        (store: GraphStore) =>
          allPages(async (after) => {
            const page = (await store.relatedNodes({ of: [of], first: 4, after, ...filter })).get(of);
            return page ?? { items: [], totalCount: 0, next: null };
          }),
    ),
    fc.tuple(listFilter, first).map(
      ([filter, size]) =>
        (store: GraphStore) =>
          store.listNodes({ ...filter, first: size }),
    ),
    nodes.map((ids) => (store: GraphStore) => store.nodesById(ids)),
    nodes.map((ids) => (store: GraphStore) => store.figuresOf(ids)),
    nodes.map((ids) => (store: GraphStore) => store.disagreementsOf(ids)),
    nodes.map((ids) => (store: GraphStore) => store.evidenceOf(ids)),
    figures.map((ids) => (store: GraphStore) => store.evidenceOf(ids)),
    figures.map((ids) => (store: GraphStore) => store.figuresById(ids)),
    some(graph.sources.map((source) => source.id)).map((ids) => (store: GraphStore) => store.citedBy(ids)),
    some(graph.sources.map((source) => source.id)).map((ids) => (store: GraphStore) => store.sourcesById(ids)),
  );
}

/** Everything there is, by the questions that take no or all ids. */
async function whole(store: GraphStore): Promise<unknown> {
  const { engine, ...dataset } = await store.dataset();
  const nodes = await allBatches(store.streamNodes());
  const relations = await allBatches(store.streamRelations());
  const relationSources = await allBatches(store.streamRelationSources());
  const digests = await allBatches(store.streamDigests());
  const ids = nodes.map((node) => node.id);
  const relationIds = relations.map((relation) => relation.id);
  const disagreements = await store.disagreementsOf(ids);
  return {
    known: engine.length > 0,
    dataset,
    nodes,
    relationSources,
    relations,
    digests: digests.sort((a, b) => compareAscii(a.id, b.id)),
    byId: await store.relationsById(relationIds),
    evidence: await store.evidenceOf([...ids, ...relationIds]),
    figures: await store.figuresOf(ids),
    disagreements,
    sides: await store.disagreementsById([...disagreements.values()].flat().map((one) => one.id)),
    groups: await store.relationGroups(ids, {}),
    list: await allPages((after) => store.listNodes({ first: 100, after })),
    sources: await allPages((after) => store.listSources({ first: 20, after })),
    overview: await store.overview(),
  };
}

function realDataset(): GraphRecords {
  const reading = readDataset(join(import.meta.dirname, '../../graph-seed/dataset/records'));
  if (!reading.ok) throw new Error('the dataset has faults');
  return reading.records;
}

interface Answers {
  readonly sqlite: unknown;
  readonly neo4j: unknown;
}

async function answers(
  [first, second]: readonly [GraphStore, GraphStore],
  ask: (store: GraphStore) => Promise<unknown>,
): Promise<Answers> {
  const [sqlite, neo4j] = await Promise.all([ask(first), ask(second)]);
  return { sqlite, neo4j };
}

withNeo4j((server) => {
  describe('the whole dataset', () => {
    const dataset = realDataset();
    let sqlite: GraphStore;
    let neo4j: GraphStore;
    let seeded: Answers;
    beforeAll(async () => {
      sqlite = await openStore('sqlite::memory:');
      neo4j = await server.openEmpty();
      seeded = await answers([sqlite, neo4j], (store) => seedStore(store, dataset));
    }, 240_000);
    afterAll(async () => {
      await sqlite.close();
      await neo4j.close();
    });

    it('is the same on both engines, to the last record, count and revision', { timeout: 120_000 }, async () => {
      expect(seeded.neo4j).toEqual(seeded.sqlite);
      const all = await answers([sqlite, neo4j], whole);
      expect(all.neo4j).toEqual(all.sqlite);
    });

    it('seeded again changes nothing', { timeout: 60_000 }, async () => {
      const again = await seedStore(neo4j, dataset);
      expect(again).toMatchObject({ added: 0, changed: 0, removed: 0 });
      expect(again.revision).toBe(await sqlite.revision());
    });

    it('answers 400 random questions alike', { timeout: 180_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(anyQuestion(dataset), async (ask) => {
          const both = await answers([sqlite, neo4j], ask);
          expect(both.neo4j).toEqual(both.sqlite);
        }),
        { numRuns: 400, seed: SEED, endOnFailure: true },
      );
    });

    it('answers each query that the README shows', async () => {
      const readme = readFileSync(join(import.meta.dirname, '../../api/store/neo4j/README.md'), 'utf8');
      const shown =
        /```cypher\n([^`]*)```/
          .exec(readme)?.[1]
          ?.split(';')
          .filter((text) => text.trim() !== '') ?? [];
      expect(shown).toHaveLength(5);
      for (const text of shown) {
        expect((await server.driver().executeQuery(text)).records.length, text).toBeGreaterThan(0);
      }
    });

    it('has the same neighbourhood of 100 random nodes', { timeout: 120_000 }, async () => {
      const around = fc.constantFrom(...dataset.nodes).map((node) => node.id);
      await fc.assert(
        fc.asyncProperty(around, async (of) => {
          const both = await answers([sqlite, neo4j], (store) => store.neighbourhood({ of: [of], first: 200 }));
          expect(both.neo4j).toEqual(both.sqlite);
        }),
        { numRuns: 100, seed: SEED, endOnFailure: true },
      );
    });
  });

  it('random graphs, changed twice, are the same on both engines', { timeout: 360_000 }, async () => {
    const graphs = fc.array(anyGraph, { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(graphs, fc.gen(), async (versions, gen) => {
        const stores = [await openStore('sqlite::memory:'), await server.openEmpty()] as const;
        try {
          for (const graph of versions) {
            const questions = Array.from({ length: 5 }, () => gen(anyQuestion, graph));
            for (const ask of [(store: GraphStore) => seedStore(store, graph), whole, ...questions]) {
              const both = await answers(stores, ask);
              expect(both.neo4j).toEqual(both.sqlite);
            }
          }
        } finally {
          await Promise.all(stores.map((store) => store.close()));
        }
      }),
      { numRuns: 10, seed: SEED, endOnFailure: true },
    );
  });
});
