/**
 * How often everything is gone through: never because of what Sentra wrote, by whichever process, always because of what somebody else did.
 * Counted by what is sent to the server.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { foundSlices } from '../../api/store/neo4j/cypher/take-in.ts';
import { transactionOf } from '../../api/store/neo4j/known-to.ts';
import { PROPERTIES } from '../../api/store/neo4j/schema.ts';
import { openStore } from '../../api/store/open-store.ts';
import { evidence, node, records, relation, source } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { faultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { withNeo4j } from './neo4j-under-test.ts';

/** Which a survey, and nothing else, sends once. */
const FIRST_OF_SURVEY = Buffer.from(foundSlices.source.text({ after: '', limit: 1 }));

const MORE = records({ nodes: [node('market:more', { evidence: [evidence('source:survey')] })] });
const LEFT_BEHIND = "CREATE (:Market {id: 'market:nameless'})";

describe('a bookmark', () => {
  const [list, database, end] = [Buffer.from([0x91, 0xcc, 0x10]), Buffer.alloc(16, 7), Buffer.from([0x90])];
  const bookmark = (...number: number[]): string =>
    `FB:${Buffer.concat([list, database, Buffer.from(number), end]).toString('base64')}`;

  it.each([
    ['a small number', bookmark(0x2a), 42n],
    ['one of two bytes', bookmark(0xc9, 0x01, 0x00), 256n],
    ['one of four bytes', bookmark(0xca, 0, 1, 0, 0), 65_536n],
    ['one of eight bytes', bookmark(0xcb, 0, 0, 0, 1, 0, 0, 0, 0), 4_294_967_296n],
  ])('names its transaction by %s', (_what, text, number) => {
    expect(transactionOf(text)).toEqual({ database: '07'.repeat(16), number });
  });

  it.each([
    ['nothing', ''],
    ['two bookmarks', `${bookmark(1)} ${bookmark(2)}`],
    ['another make', 'neo4j:bookmark:v1:tx42'],
    ['more behind it', `FB:${Buffer.concat([list, database, Buffer.from([1, 0x90, 0x90])]).toString('base64')}`],
    ['a number that is cut off', bookmark(0xcb, 1)],
    [
      'another list',
      `FB:${Buffer.concat([Buffer.from([0x92, 0xcc, 0x10]), database, Buffer.from([1, 0x90])]).toString('base64')}`,
    ],
  ])('of %s is not read', (_what, text) => {
    expect(transactionOf(text)).toBeNull();
  });
});

withNeo4j((neo4j) =>
  describe('a look at a Neo4j', { timeout: 180_000 }, () => {
    let proxy: FaultyProxy;
    let store: GraphStore;
    let sent: Buffer[];
    const opened: GraphStore[] = [];
    const cypher = (text: string) => neo4j.driver().executeQuery(text);

    /** One more store at the same server, as of another process. */
    async function another(): Promise<GraphStore> {
      const other = await openStore(`bolt://127.0.0.1:${proxy.port}`);
      opened.push(other);
      return other;
    }

    beforeEach(async () => {
      sent = [];
      const empty = await neo4j.openEmpty();
      await empty.close();
      proxy = await faultyProxy({ host: '127.0.0.1', port: Number(new URL(neo4j.uri()).port) }, (bytes) =>
        sent.push(bytes),
      );
      store = await another();
      await seedStore(store, tinyIndustry);
      await store.takeIn();
    }, 60_000);
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
      proxy.close();
    });

    /** How often everything is gone through while the work is done, and at a look after it. */
    async function surveys(work: () => Promise<unknown>, looking = store): Promise<number> {
      sent.length = 0;
      await work();
      await looking.takeIn();
      const bytes = Buffer.concat(sent);
      let count = 0;
      for (let at = bytes.indexOf(FIRST_OF_SURVEY); at >= 0; at = bytes.indexOf(FIRST_OF_SURVEY, at + 1)) count += 1;
      return count;
    }

    it('of a database that Sentra prepared meets no name that is new to the server', async () => {
      const { records: keys } = await cypher('CALL db.propertyKeys() YIELD propertyKey AS name RETURN name');
      const names = keys.map((row) => z.string().parse(row.get('name')));
      expect(names.length).toBeGreaterThan(30);
      expect(names.filter((name) => !PROPERTIES.includes(name))).toEqual([]);
    });

    describe('everything is gone through', () => {
      it('not even after the first seed', async () => {
        const empty = await neo4j.openEmpty();
        await empty.takeIn();
        await empty.close();
        expect(await surveys(() => seedStore(store, tinyIndustry, { batch: 5 }))).toBe(0);
      });

      it('not after a write of Sentra’s, nor after several, nor after one that changes nothing', async () => {
        expect(await surveys(() => store.write({ put: MORE, remove: [] }))).toBe(0);
        const again = async (): Promise<void> => {
          await store.write({ put: MORE, remove: [] });
          await store.write({ put: records({}), remove: MORE.nodes.map(({ id }) => ({ kind: 'node', id })) });
          await store.write({ put: records({ sources: [source('source:new')] }), remove: [] });
        };
        expect(await surveys(again)).toBe(0);
      });

      it('not after a load in many transactions', async () => {
        const more = { ...tinyIndustry, nodes: [...tinyIndustry.nodes, ...MORE.nodes] };
        expect(await surveys(() => seedStore(store, more, { batch: 1 }))).toBe(0);
        expect(await surveys(() => seedStore(store, records({}), { batch: 3 }))).toBe(0);
        expect(await surveys(() => seedStore(store, tinyIndustry, { batch: 3 }))).toBe(0);
      });

      it('not after a write of another process of Sentra’s, and not at the next start', async () => {
        const other = await another();
        expect(await surveys(() => other.write({ put: MORE, remove: [] }))).toBe(0);
        expect(await surveys(async () => {}, await another())).toBe(0);
      });

      it('once after somebody else wrote, also just before or after Sentra', async () => {
        const stranger = (name: string) => cypher(`MATCH (n:Entity {id: 'cluster:forge'}) SET n.name = '${name}'`);
        expect(await surveys(() => stranger('Forge of old'))).toBe(1);
        expect(await surveys(async () => {})).toBe(0);
        const before = async (): Promise<void> => {
          await stranger('Forge of oldest');
          await store.write({ put: MORE, remove: [] });
        };
        expect(await surveys(before)).toBe(1);
        const after = async (): Promise<void> => {
          await store.write({ put: records({ sources: [source('source:newer')] }), remove: [] });
          await stranger('Forge');
        };
        expect(await surveys(after)).toBe(1);
        const all = { ...tinyIndustry, nodes: [...tinyIndustry.nodes, ...MORE.nodes] };
        expect(await store.revision()).toBe(
          datasetRevision({ ...all, sources: [...all.sources, source('source:newer')] }),
        );
      });

      it('at the next start after somebody wrote while no Sentra ran', async () => {
        await cypher("MATCH (n:Entity {id: 'cluster:forge'}) SET n.name = 'Zinc'");
        const started = await another();
        expect(await surveys(async () => {}, started)).toBe(1);
        expect(await surveys(async () => {}, await another())).toBe(0);
      });

      it('after a write of Sentra’s while something is left out, for that may put it right; and then no more', async () => {
        expect(await surveys(() => cypher(LEFT_BEHIND))).toBe(1);
        expect((await store.takeIn()).faultCount).toBe(1);
        expect(await surveys(async () => {})).toBe(0);
        const put = records({ nodes: [node('market:nameless', { evidence: [evidence('source:survey')] })] });
        expect(await surveys(() => store.write({ put, remove: [] }))).toBe(1);
        expect((await store.takeIn()).faultCount).toBe(0);
        expect(await surveys(() => store.write({ put: MORE, remove: [] }))).toBe(0);
      });

      it('by two processes once each while something is left out, not for ever', async () => {
        const other = await another();
        await cypher(LEFT_BEHIND);
        expect(await surveys(async () => {})).toBe(1);
        expect(await surveys(async () => {}, other)).toBe(1);
        expect(await surveys(() => other.takeIn())).toBe(0);
        expect((await other.takeIn()).faults).toEqual((await store.takeIn()).faults);
      });

      it('before a relation that a stranger made is answered, whatever Sentra writes meanwhile', async () => {
        const { nodes } = tinyIndustry;
        const [from, to] = [nodes[0]?.id ?? '', nodes[1]?.id ?? ''];
        await cypher(`MATCH (f:Entity {id: '${from}'}), (t:Entity {id: '${to}'}), (s:Source)
        WITH f, t, s LIMIT 1 CREATE (f)-[:LOCATED_WITH]->(t)
        CREATE (:Evidence {subject: '${from}--LOCATED_WITH--${to}', kind: 'DOCUMENTED'})-[:FROM_SOURCE]->(s)`);
        await store.write({ put: MORE, remove: [] });
        expect(await store.takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
        const { id } = relation(from, 'LOCATED_WITH', to);
        expect((await store.relationsById([id])).size).toBe(1);
      });
    });
  }),
);
