/** Cypher that somebody runs past Sentra: what is well-formed is taken in at the next look, all else is named and never answered. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { anyGraph } from '../fixtures/random-graph.ts';
import { evidence, node, period, records, relation, source } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { id } from './asking.ts';
import { answersOf as answersAbout, everything as everythingAbout } from './every-answer.ts';
import { withNeo4j } from './neo4j-under-test.ts';

const MAKERS = ['cluster:a', 'large-industry:b', 'market:decoy'];
const SUPPLY = relation('cluster:a', 'SUPPLIES', 'large-industry:b');
const BASE = records({
  sources: [source(), source('source:other', { date: null })],
  nodes: MAKERS.map((name) => node(name, { evidence: [evidence()] })),
  relations: [SUPPLY, relation('large-industry:b', 'SUPPLIES', 'market:decoy')],
});
const NEW_NODE = "CREATE (:Entity:SmallIndustry {id: 'small-industry:new', name: 'New maker'})";
const NEW_ID = 'small-industry:new--SUPPLIES--large-industry:b';
const NEW_RELATION = `MATCH (f:Entity {id: 'small-industry:new'}), (t:Entity {id: 'large-industry:b'}), (s:Source {id: 'source:survey'})
  CREATE (f)-[:SUPPLIES {id: '${NEW_ID}', attested: ['2024']}]->(t)
  CREATE (:Evidence {subject: '${NEW_ID}', kind: 'INFERRED', note: 'seen'})-[:FROM_SOURCE]->(s)`;
const NEW_RECORDS = {
  nodes: [node('small-industry:new', { name: 'New maker' })],
  relations: [
    relation('small-industry:new', 'SUPPLIES', 'large-industry:b', {
      carries: null,
      period: period(null, null, '2024'),
      evidence: [evidence('source:survey', 'INFERRED', { note: 'seen' })],
    }),
  ],
};

function withMore(more: Partial<GraphRecords>): GraphRecords {
  return {
    ...BASE,
    nodes: [...BASE.nodes, ...(more.nodes ?? [])],
    relations: [...BASE.relations, ...(more.relations ?? [])],
  };
}

const WHO = [...MAKERS, 'small-industry:new'];
const everything = (store: GraphStore): Promise<unknown> => everythingAbout(store, WHO);
const answersOf = (graph: GraphRecords): Promise<unknown> => answersAbout(graph, WHO);

withNeo4j((neo4j) => {
  let store: GraphStore;
  const cypher = (text: string) => neo4j.driver().executeQuery(text);

  beforeEach(async () => {
    store = await neo4j.openEmpty();
    await store.write({ put: BASE, remove: [] });
    await store.takeIn();
  });
  afterEach(() => store.close());

  describe('a node and a relation that somebody else made', () => {
    it('are not answered before the next look, and after it as if Sentra had written them', async () => {
      const before = await everything(store);
      await cypher(NEW_NODE);
      await cypher(NEW_RELATION);
      expect(await everything(store)).toEqual(before);
      expect(await store.takeIn()).toMatchObject({ takenIn: 2, faultCount: 0 });
      expect(await everything(store)).toEqual(await answersOf(withMore(NEW_RECORDS)));
      expect(await store.revision()).toBe(datasetRevision(withMore(NEW_RECORDS)));
    });

    it('may lack Entity, the relation its id: they follow from the rest', async () => {
      await cypher("CREATE (:SmallIndustry {id: 'small-industry:new', name: 'New maker'})");
      await cypher(
        NEW_RELATION.replace('MATCH (f:Entity {', 'MATCH (f:SmallIndustry {').replace(`id: '${NEW_ID}', `, ''),
      );
      expect(await store.takeIn()).toMatchObject({ takenIn: 2, faultCount: 0 });
      expect(await store.revision()).toBe(datasetRevision(withMore(NEW_RECORDS)));
    });

    it('come into the projection at the next look of its keeper; the old snapshot answers until then', async () => {
      const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
      try {
        const before = keeper.current();
        await cypher(NEW_NODE);
        await cypher(NEW_RELATION);
        expect(keeper.current()).toBe(before);
        const { projection, revision } = await keeper.refresh();
        expect([projection.nodeCount, projection.relationCount]).toEqual([4, 3]);
        expect(revision).not.toBe(before.revision);
        expect(revision).toBe(await store.revision());
      } finally {
        await keeper.close();
      }
    });

    it('stay what they are when Sentra then writes the same records', async () => {
      await cypher(NEW_NODE);
      await cypher(NEW_RELATION);
      const written = await store.write({ put: records(NEW_RECORDS), remove: [] });
      expect(written).toMatchObject({ added: 2, revision: datasetRevision(withMore(NEW_RECORDS)) });
      expect(await store.takeIn()).toMatchObject({ takenIn: 0, faultCount: 0 });
      expect(await everything(store)).toEqual(await answersOf(withMore(NEW_RECORDS)));
    });
  });

  describe('what is not well-formed', () => {
    const LINK = "MATCH (f:Entity {id: 'cluster:a'}), (t:Entity {id: 'market:decoy'})";
    const EVIDENCE = (subject: string) =>
      `MATCH (s:Source {id: 'source:survey'}) CREATE (:Evidence {subject: '${subject}', kind: 'DOCUMENTED'})-[:FROM_SOURCE]->(s)`;
    const ID = 'cluster:a--SUPPLIES--market:decoy';

    it.each<[string, string[], RegExp]>([
      [
        'a relation without evidence',
        [`${LINK} CREATE (f)-[:SUPPLIES {id: '${ID}'}]->(t)`],
        /market:decoy: has no evidence/,
      ],
      [
        'a relation whose evidence leads to no source',
        [`${LINK} CREATE (f)-[:SUPPLIES {id: '${ID}'}]->(t) CREATE (:Evidence {subject: '${ID}', kind: 'DOCUMENTED'})`],
        /evidence of cluster:a--SUPPLIES--market:decoy: leads to 0 sources/,
      ],
      [
        'a relation of an unknown type',
        [`${LINK} CREATE (f)-[:ADMIRES {id: 'x'}]->(t)`],
        /1 relations of type ADMIRES, which is not of the vocabulary/,
      ],
      [
        'a relation with an id of other ends',
        [
          `${LINK} CREATE (f)-[:SUPPLIES {id: 'cluster:a--SUPPLIES--cluster:a'}]->(t)`,
          EVIDENCE('cluster:a--SUPPLIES--cluster:a'),
        ],
        /the id must be cluster:a--SUPPLIES--market:decoy/,
      ],
      [
        'a second relation with an id that is taken',
        [
          `MATCH (f:Entity {id: 'cluster:a'}), (t:Entity {id: 'large-industry:b'}) CREATE (f)-[:SUPPLIES {id: '${SUPPLY.id}'}]->(t)`,
        ],
        /another relation has this id/,
      ],
      [
        'a relation to a node that is left out',
        [
          `MATCH (f:Entity {id: 'cluster:a'}) CREATE (f)-[:SUPPLIES]->(:Market {id: 'market:nameless'})`,
          EVIDENCE('cluster:a--SUPPLIES--market:nameless'),
        ],
        /its end market:nameless is not here/,
      ],
      [
        'a period that cannot be',
        [`${LINK} CREATE (f)-[:SUPPLIES {id: '${ID}', periodFrom: '2020', periodTo: '2010'}]->(t)`, EVIDENCE(ID)],
        /cluster:a--SUPPLIES--market:decoy: .*2020/,
      ],
      [
        'a date that is none',
        [`${LINK} CREATE (f)-[:SUPPLIES {id: '${ID}', periodFrom: 'then'}]->(t)`, EVIDENCE(ID)],
        /cluster:a--SUPPLIES--market:decoy: .*then/,
      ],
      ['a node without a name', ["CREATE (:Entity:Market {id: 'market:new'})"], /market:new: name is missing/],
      ['a node without an id', ["CREATE (:Market {name: 'New'})"], /a Market without an id/],
      [
        'a node of an unknown label',
        ["CREATE (:Entity:Castle {id: 'castle:new', name: 'New'})"],
        /castle:new: has no label of the vocabulary, only Castle/,
      ],
      ['a node of nothing of ours', ["CREATE (:Film {title: 'New'})"], /1 nodes labelled Film/],
      ['a node with two labels', ["CREATE (:Entity:Market:Product {id: 'market:new', name: 'New'})"], /several labels/],
      [
        'a node whose id is of another type',
        ["CREATE (:Entity:Market {id: 'cluster:new', name: 'New'})"],
        /the id is of a SmiCluster/,
      ],
      ['evidence of nothing', [EVIDENCE('cluster:gone')], /evidence of cluster:gone: nothing with that id is here/],
    ])('such as %s is named and never answered', async (_what, texts, named) => {
      const [before, revision] = [await everything(store), await store.revision()];
      for (const text of texts) await cypher(text);
      expect(await everything(store)).toEqual(before);
      const { takenIn, faults, faultCount } = await store.takeIn();
      expect(takenIn).toBe(0);
      expect(faults.join('\n')).toMatch(named);
      expect(faultCount).toBe(faults.length);
      expect(await everything(store)).toEqual(before);
      expect(await store.revision()).toBe(revision);
    });

    it('is told by the keeper, once, and no more when it was put right', async () => {
      const told: number[] = [];
      const keeper = await openProjectionKeeper(store, {
        checkEveryMs: 0,
        onLeftOut: (found) => told.push(found.faultCount),
      });
      try {
        await cypher(`${LINK} CREATE (f)-[:SUPPLIES {id: '${ID}'}]->(t)`);
        await keeper.refresh();
        await keeper.refresh();
        expect(keeper.outside().faults).toEqual([`${ID}: has no evidence; a relation needs at least one source`]);
        await cypher(EVIDENCE(ID));
        expect((await keeper.refresh()).projection.relationCount).toBe(3);
        expect(told).toEqual([1, 0]);
      } finally {
        await keeper.close();
      }
    });
  });

  describe('what somebody else removed or changed', () => {
    it('a node detached and deleted is gone with its relations; what it leaves behind is named, and a seed puts it back', async () => {
      await cypher("MATCH (n:Entity {id: 'market:decoy'}) DETACH DELETE n");
      const { faults } = await store.takeIn();
      const rest = { ...BASE, nodes: BASE.nodes.slice(0, 2), relations: [SUPPLY] };
      expect(await store.revision()).toBe(datasetRevision(rest));
      expect(await everything(store)).toEqual(await answersOf(rest));
      expect([...faults].sort()).toEqual([
        'evidence of large-industry:b--SUPPLIES--market:decoy: nothing with that id is here',
        'evidence of market:decoy: nothing with that id is here',
      ]);
      const { revision } = await seedStore(store, BASE);
      expect(revision).toBe(datasetRevision(BASE));
      expect(await everything(store)).toEqual(await answersOf(BASE));
      expect(await store.takeIn({ whole: true })).toMatchObject({ takenIn: 0, faultCount: 0 });
    });

    it('a property moves the revision and the order of lists, though no count changes', async () => {
      await cypher("MATCH (n:Entity {id: 'cluster:a'}) SET n.name = 'Zinc'");
      expect(await store.takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
      const changed = {
        ...BASE,
        nodes: [node('cluster:a', { name: 'Zinc', evidence: [evidence()] }), ...BASE.nodes.slice(1)],
      };
      expect(await store.revision()).toBe(datasetRevision(changed));
      expect(await everything(store)).toEqual(await answersOf(changed));
    });

    it('a property that makes no sense leaves the record out, and what hangs on it', async () => {
      await cypher("MATCH (n:Entity {id: 'market:decoy'}) SET n.type = 'Castle'");
      const { faults } = await store.takeIn();
      expect(faults.join('\n')).toContain('market:decoy: type is Castle, the label Market');
      const rest = { ...BASE, nodes: BASE.nodes.slice(0, 2), relations: [SUPPLY] };
      expect(await store.revision()).toBe(datasetRevision(rest));
      expect(await everything(store)).toEqual(await answersOf(rest));
      await cypher("MATCH (n:Entity {id: 'market:decoy'}) SET n.type = 'Market'");
      expect(await store.takeIn()).toMatchObject({ takenIn: 2, faultCount: 0 });
      expect(await store.revision()).toBe(datasetRevision(BASE));
    });

    it('all properties replaced at once, our marks too', async () => {
      await cypher("MATCH (n:Entity {id: 'cluster:a'}) SET n = {id: n.id, name: n.name}");
      expect((await store.nodesById([id('cluster:a')])).size).toBe(0);
      await store.takeIn();
      expect(await everything(store)).toEqual(await answersOf(BASE));
      expect(await store.revision()).toBe(datasetRevision(BASE));
    });
  });

  describe('a look', () => {
    it('finds nothing in what Sentra wrote, whatever it is', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(anyGraph, async (graph) => {
          const { revision } = await seedStore(store, graph);
          expect(await store.takeIn({ whole: true })).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
          expect(await store.revision()).toBe(revision);
        }),
        { numRuns: 5, seed: 20_251_231 },
      );
      await seedStore(store, tinyIndustry);
      expect(await store.takeIn({ whole: true })).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
      expect(await store.revision()).toBe(datasetRevision(tinyIndustry));
    });

    it('goes through nothing again when nobody wrote', async () => {
      const found = await store.takeIn();
      expect(await store.takeIn()).toBe(found);
      await cypher('MATCH (n) RETURN count(n)');
      expect(await store.takeIn()).toBe(found);
      expect(await store.takeIn({ whole: true })).not.toBe(found);
    });

    it('leaves all as it is while a load is running, and so does the keeper', async () => {
      const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
      try {
        const before = keeper.current();
        const loading = seedStore(store, withMore(NEW_RECORDS), {
          batch: 1,
          onProgress: (done) => {
            if (done === 1) throw new Error('cut off');
          },
        });
        await expect(loading).rejects.toThrow('cut off');
        const revision = await store.revision();
        await cypher("MATCH (n:Entity {id: 'cluster:a'}) SET n.name = 'Zinc'");
        await store.takeIn();
        expect(await store.revision()).toBe(revision);
        expect(await keeper.refresh()).toBe(before);
      } finally {
        await keeper.close();
      }
    });
  });
});
