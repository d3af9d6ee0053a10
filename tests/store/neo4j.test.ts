import { createServer as createWebServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EMPTY_REVISION } from '../../api/store/revision.ts';
import { openStore } from '../../api/store/open-store.ts';
import { node, records } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { id, refusal } from './asking.ts';
import { describeGraphStoreContract } from './contract.ts';
import { withNeo4j } from './neo4j-under-test.ts';
import { oldBoltServer } from './old-bolt-server.ts';

/** A port of this machine on which a server does what `behaves` says, for as long as `during` runs. */
async function onPort<T>(server: Server, during: (port: number) => Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await during(z.object({ port: z.number() }).parse(server.address()).port);
  } finally {
    server.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1_000 };
}

describe('an address of Neo4j', () => {
  it('at which nothing listens is refused within 2.5 s, naming the place', async () => {
    const port = await onPort(createServer(), async (free) => free);
    const { value, seconds } = await timed(() => refusal(openStore(`bolt://127.0.0.1:${port}`)));
    expect(value.code).toBe('STORE_UNAVAILABLE');
    expect(value.message).toContain(`127.0.0.1:${port} does not answer`);
    expect(seconds).toBeLessThan(2.5);
  });

  it('that accepts and says nothing is refused within 2.5 s', async () => {
    const sockets: { destroy(): void }[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    const { value, seconds } = await timed(() =>
      onPort(silent, (port) => refusal(openStore(`bolt://127.0.0.1:${port}`))),
    );
    for (const socket of sockets) socket.destroy();
    expect(value.code).toBe('STORE_UNAVAILABLE');
    expect(seconds).toBeLessThan(2.5);
  });

  it.each([
    ['speaks no version of Bolt that we offer', [0, 0, 0, 0], 'Neo4j/3.5.0', 'needs Neo4j 5 or newer'],
    ['says that it is version 4.4', [0, 0, 4, 4], 'Neo4j/4.4.12', 'Neo4j 4.4.12; Sentra needs Neo4j 5 or newer'],
    ['is no Neo4j', [0, 0, 4, 4], 'Memgraph/2.0', 'Memgraph 2.0; Sentra needs Neo4j 5 or newer'],
  ])('whose server %s is refused within 3 s, naming that', async (_what, version, agent, named) => {
    const old = await oldBoltServer(version, agent);
    const { value, seconds } = await timed(() => refusal(openStore(`bolt://127.0.0.1:${old.port}`)));
    old.close();
    expect(value.code).toBe('STORE_FOREIGN');
    expect(value.message).toContain(named);
    expect(seconds).toBeLessThan(3);
  });

  it('of a web server is refused, naming the port that is meant', async () => {
    const web = createWebServer((_request, response) => response.end('a page'));
    const { code, message } = await onPort(web, (port) => refusal(openStore(`bolt://127.0.0.1:${port}`)));
    expect(code).toBe('STORE_FOREIGN');
    expect(message).toContain('7687');
  });

  it.each([
    ['bolt://', 'cannot be used'],
    ['bolt://a b', 'URL'],
    ['neo4j://me:secret@127.0.0.1', 'SENTRA_NEO4J_USER'],
    ['neo4j+x://127.0.0.1', 'not an engine'],
    ['bolt://127.0.0.1/?a=b', 'cannot be used'],
  ])('%s is refused, naming what is right', async (address, named) => {
    const { code, message } = await refusal(openStore(address));
    expect(code).toBe('INVALID_ADDRESS');
    expect(message).toContain(named);
    expect(message).not.toContain('secret');
  });
});

withNeo4j((neo4j) => {
  describe('a database of Neo4j', () => {
    it('that is empty is marked as Sentra’s, with its constraints and indexes', async () => {
      await neo4j.driver().executeQuery('MATCH (n) DETACH DELETE n');
      const store = await openStore(neo4j.uri());
      expect(await store.dataset()).toEqual({
        engine: 'neo4j',
        revision: EMPTY_REVISION,
        nodeCount: 0,
        relationCount: 0,
        figureCount: 0,
        sourceCount: 0,
      });
      await store.close();
      const { records: constraints } = await neo4j.driver().executeQuery('SHOW CONSTRAINTS YIELD name RETURN name');
      expect(constraints).toHaveLength(5);
    });

    it('that holds something else is refused with a way out, and left as it is', async () => {
      await neo4j.driver().executeQuery('MATCH (n) DETACH DELETE n');
      await neo4j.driver().executeQuery("CREATE (:Film {title: 'Other'})");
      const { code, message } = await refusal(openStore(neo4j.uri()));
      expect(code).toBe('STORE_FOREIGN');
      expect(message).toContain('SENTRA_NEO4J_DATABASE');
      const { records: left } = await neo4j.driver().executeQuery('MATCH (n) RETURN labels(n) AS labels');
      expect(left.map((row) => row.toObject())).toEqual([{ labels: ['Film'] }]);
      await neo4j.driver().executeQuery('MATCH (n) DETACH DELETE n');
    });

    it('of a newer format is refused', async () => {
      await (await openStore(neo4j.uri())).close();
      await neo4j.driver().executeQuery('MATCH (d:Dataset) SET d.format = 99');
      expect((await refusal(openStore(neo4j.uri()))).code).toBe('STORE_FOREIGN');
      await neo4j.driver().executeQuery('MATCH (n) DETACH DELETE n');
    });

    it('that is not on the server is refused, naming the setting', async () => {
      const options = { user: '', password: '', database: 'elsewhere' };
      const { code, message } = await refusal(openStore(neo4j.uri(), options));
      expect(code).toBe('STORE_UNAVAILABLE');
      expect(message).toContain('SENTRA_NEO4J_DATABASE');
    });
  });

  describe('the graph in Neo4j Browser', () => {
    /** What a person asks there; the rows as plain values. */
    async function rows(cypher: string): Promise<unknown[]> {
      const store = await neo4j.openEmpty();
      try {
        await store.write({ put: tinyIndustry, remove: [] });
        const { records: answer } = await neo4j.driver().executeQuery(cypher);
        return answer.map((row) => row.toObject());
      } finally {
        await store.close();
      }
    }

    it('has the type as a label, the relation’s type, and the properties of the API', async () => {
      const [row] = await rows(`MATCH (a:SmiCluster {id: 'cluster:forge'})-[r:SUPPLIES]->(b:LargeIndustry:Entity)
        RETURN a.name AS name, a.type AS type, count(r) AS relations, collect(DISTINCT b.id) AS to`);
      expect(row).toEqual({ name: 'Forge', type: 'SmiCluster', relations: 2n, to: ['large-industry:engine'] });
    });

    it('leads from a relation to its sources', async () => {
      const found = await rows(`MATCH (:SmiCluster {id: 'cluster:forge'})-[r:SUPPLIES]->(:LargeIndustry)
        MATCH (e:Evidence {subject: r.id})-[:FROM_SOURCE]->(s:Source) RETURN DISTINCT s.id AS source ORDER BY source`);
      expect(found.length).toBeGreaterThanOrEqual(4);
    });

    it('shows both sides of a disagreement', async () => {
      const [row] = await rows(`MATCH (d:Disagreement {id: 'disagreement:depot'})<-[:SIDE_OF]-(side)
        RETURN count(DISTINCT coalesce(side.subject, side.id)) AS sides, d.question AS question`);
      expect(row).toEqual({ sides: 4n, question: 'How the depot is supplied' });
    });
  });

  it('says in its own words that a record of another shape cannot be read', async () => {
    const store = await neo4j.openEmpty();
    try {
      await store.write({ put: records({ nodes: [node('cluster:a')] }), remove: [] });
      await neo4j.driver().executeQuery("MATCH (n:Entity) SET n.type = 'Castle'");
      const { code, message } = await refusal(store.nodesById([id('cluster:a')]));
      expect(code).toBe('STORE_FOREIGN');
      expect(message).not.toMatch(/MATCH|Castle/);
    } finally {
      await store.close();
    }
  });

  it('keeps what somebody else tied to a node: removing that node is refused', async () => {
    const store = await neo4j.openEmpty();
    try {
      await store.write({ put: records({ nodes: [node('cluster:a')] }), remove: [] });
      await neo4j.driver().executeQuery('MATCH (n:Entity) CREATE (n)<-[:MARKED]-(:Entity)');
      const removal = store.write({ put: records({}), remove: [{ kind: 'node', id: id('cluster:a') }] });
      expect((await refusal(removal)).code).toBe('INVALID_CHANGE');
      expect((await store.nodesById([id('cluster:a')])).size).toBe(1);
    } finally {
      await store.close();
    }
  });

  describeGraphStoreContract('Neo4j', () => neo4j.openEmpty(), 8);
});
