/** The open edition of a store in Neo4j: brought up write by write, and told of marks that were made with Cypher. */
import { expect, it, describe, onTestFinished } from 'vitest';
import { openEditions, type Edition, type Editions } from '../../api/edition/editions.ts';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { evidence, node, records, relation, source } from '../fixtures/records.ts';
import { withNeo4j } from '../store/neo4j-under-test.ts';
import { expectFollowing } from './following.ts';

const OPEN = records({
  sources: [source()],
  nodes: ['cluster:a', 'large-industry:b', 'market:c'].map((id) => node(id, { evidence: [evidence()] })),
  relations: [relation('cluster:a', 'SUPPLIES', 'large-industry:b'), relation('cluster:a', 'SUPPLIES', 'market:c')],
});
const IDS = OPEN.nodes.map(({ id }) => id);

/** Marks one record, as the README says how. */
const MARKS = [
  ['a node', "MATCH (n {id: 'market:c'}) SET n.restricted = true", ['cluster:a', 'large-industry:b'], 1],
  ['a relation', 'MATCH ({id: $from})-[r:SUPPLIES]->({id: $to}) SET r.restricted = true', IDS, 1],
  ['a source', 'MATCH (s:Source) SET s.restricted = true', [], 0],
] as const;
const ENDS = { from: 'cluster:a', to: 'market:c' };
const AT_ONCE = " WITH 1 AS done MATCH (d:Dataset {id: 'sentra'}) SET d.marks = randomUUID()";

async function served(store: GraphStore): Promise<{ readonly editions: Editions; readonly full: Edition }> {
  const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
  const own = await openStore('sqlite::memory:');
  const full = { store, keeper, tableFiles: [] };
  const editions = await openEditions(full, {
    everybodySeesAll: () => false,
    openPrivateStore: async () => own,
    checkEveryMs: 0,
  });
  onTestFinished(async () => {
    await editions.close();
    await keeper.close();
    await own.close();
    await store.close();
  });
  return { editions, full };
}

function openOf(editions: Editions): Edition {
  const open = editions.of(false);
  if (open === null) throw new Error('there is none');
  return open;
}

async function left(edition: Edition): Promise<unknown> {
  const { items } = await edition.store.listNodes({ first: 9 });
  return [items.map(({ id }) => id).sort(), edition.keeper.current().projection.relationCount];
}

withNeo4j((neo4j) => {
  describe('an edition of a store in Neo4j', { timeout: 300_000 }, () => {
    it.each(['told', 'untold'] as const)('is the one that would be made anew, %s what changed', async (telling) => {
      const { told, steps } = await expectFollowing(() => neo4j.openEmpty(), telling, 8);
      expect(steps).toBeGreaterThan(16);
      expect(told > 0).toBe(telling === 'told');
    });

    it.each(MARKS)('holds %s marked with Cypher once that was looked at', async (_what, cypher, nodes, relations) => {
      const store = await neo4j.openEmpty();
      await store.write({ put: OPEN, remove: [] });
      const { editions, full } = await served(store);
      expect(editions.of(false)).toBe(full);
      await neo4j.driver().executeQuery(cypher, ENDS);
      await store.takeIn();
      expect(await editions.stillOpen(full)).toBe(false);
      await editions.refresh();
      expect(await editions.stillOpen(openOf(editions))).toBe(true);
      expect(await left(openOf(editions))).toEqual([nodes, relations]);
      // Who may see them is told which they are.
      expect(JSON.stringify(await store.wholeRecords(IDS.map((id) => ({ kind: 'node', id }))))).not.toContain('false');
    });

    it.each(MARKS)(
      'holds %s from the commit on that says so, while one stands',
      async (_what, cypher, nodes, relations) => {
        const store = await neo4j.openEmpty();
        const hidden = node('market:hidden', { restricted: true });
        await store.write({ put: { ...OPEN, nodes: [...OPEN.nodes, hidden] }, remove: [] });
        await store.takeIn();
        const { editions } = await served(store);
        await editions.refresh();
        const before = openOf(editions);
        expect(await left(before)).toEqual([IDS, 2]);
        expect(await editions.stillOpen(before)).toBe(true);
        await neo4j.driver().executeQuery(cypher + AT_ONCE, ENDS);
        expect(await editions.stillOpen(before)).toBe(false);
        await editions.refresh();
        const after = openOf(editions);
        expect(await editions.stillOpen(after)).toBe(true);
        expect(await left(after)).toEqual([nodes, relations]);
      },
    );

    it('shows again what Cypher takes the mark off, once that was looked at', async () => {
      const store = await neo4j.openEmpty();
      const [first, ...rest] = OPEN.nodes.map((one) => ({ ...one, restricted: true as const }));
      await store.write({ put: { ...OPEN, nodes: [...OPEN.nodes.slice(0, 2), ...rest.slice(1)] }, remove: [] });
      expect(first?.restricted).toBe(true);
      const { editions } = await served(store);
      await editions.refresh();
      expect(await left(openOf(editions))).toEqual([IDS.slice(0, 2), 1]);
      await neo4j.driver().executeQuery("MATCH (n {id: 'market:c'}) REMOVE n.restricted");
      await store.takeIn();
      await editions.refresh();
      expect(await left(openOf(editions))).toEqual([IDS, 2]);
      expect(openOf(editions).keeper.current().revision).toBe(datasetRevision(OPEN));
    });
  });

  describe('a graph of an earlier format in Neo4j', { timeout: 120_000 }, () => {
    const asFormat = (format: number, more = '') =>
      neo4j.driver().executeQuery(`MATCH (d:Dataset) SET d.format = ${format} REMOVE d.marks ${more}`);
    const formatOf = async () => {
      const { records: found } = await neo4j.driver().executeQuery('MATCH (d:Dataset) RETURN d.format AS format');
      return found.map((row) => Number(row.get('format')));
    };

    it.each([1, 2])('of format %d without a mark answers as it did, and is of this one', async (format) => {
      const store = await neo4j.openEmpty();
      await store.write({ put: OPEN, remove: [] });
      await store.close();
      await asFormat(format);
      const again = await openStore(neo4j.uri());
      onTestFinished(() => again.close());
      expect(await formatOf()).toEqual([3]);
      expect(await again.marks()).toBe('');
      expect(await again.revision()).toBe(datasetRevision(OPEN));
      expect(await again.takeIn()).toMatchObject({ takenIn: 0, faultCount: 0 });
      const { editions, full } = await served(await openStore(neo4j.uri()));
      expect(editions.of(false)).toBe(full);
    });

    it('of format 2 that says that something was marked goes on saying so', async () => {
      await (await neo4j.openEmpty()).close();
      await asFormat(2, 'SET d.restricted = true');
      const again = await openStore(neo4j.uri());
      onTestFinished(() => again.close());
      expect(await again.marks()).not.toBe('');
    });

    it.each(MARKS)(
      'of format 1, which knew of no marks, holds %s that somebody had marked',
      async (_what, cypher, nodes, relations) => {
        const store = await neo4j.openEmpty();
        await store.write({ put: OPEN, remove: [] });
        await store.takeIn();
        await store.close();
        await neo4j.driver().executeQuery(cypher, ENDS);
        await asFormat(1);
        const again = await openStore(neo4j.uri());
        expect(await again.marks()).not.toBe('');
        const { editions } = await served(again);
        expect(editions.of(false)).toBeNull();
        await editions.refresh();
        expect(await left(openOf(editions))).toEqual([nodes, relations]);
        expect(await again.takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
      },
    );

    it('of a newer format is refused and left as it is', async () => {
      await (await neo4j.openEmpty()).close();
      await neo4j.driver().executeQuery('MATCH (d:Dataset) SET d.format = 4');
      await expect(openStore(neo4j.uri())).rejects.toThrow('format 4, this one knows 3');
      expect(await formatOf()).toEqual([4]);
      await neo4j.driver().executeQuery('MATCH (d:Dataset) SET d.format = 3');
    });
  });
});
