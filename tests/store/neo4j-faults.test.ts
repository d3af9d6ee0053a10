/** A server that refuses, is silent or is cut off, and comes back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import neo4j from 'neo4j-driver';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { newNeo4j } from '../neo4j/new-neo4j.ts';
import type { RunningNeo4j } from '../neo4j/start-neo4j.ts';
import { id, refusal } from './asking.ts';
import { faultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { whereNeo4jRuns } from './neo4j-under-test.ts';

const FORGE = id('cluster:forge');
/** Milliseconds. The promise is 2,500 on a quiet machine, which a test cannot hold a busy one to; the driver alone would wait for a minute. */
const LONGEST = 10_000;
const SIGNED_IN = { user: 'neo4j', password: 'industry', database: null };

whereNeo4jRuns(() => {
  let server: RunningNeo4j;
  beforeAll(async () => {
    server = await newNeo4j({ authentication: true });
  }, 180_000);
  afterAll(() => server.stop());

  describe('a server that wants a password', () => {
    it('and a new one first says so', async () => {
      const { code, message } = await refusal(openStore(server.uri, { ...SIGNED_IN, password: 'neo4j' }));
      expect(code).toBe('STORE_UNAVAILABLE');
      expect(message).toContain('changed first');
      const driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', 'neo4j'));
      await driver.executeQuery(
        "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
        { password: SIGNED_IN.password },
        { database: 'system' },
      );
      await driver.close();
      const store = await openStore(server.uri, SIGNED_IN);
      expect((await store.dataset()).nodeCount).toBe(0);
      await store.close();
    }, 60_000);

    it.each([
      ['', ''],
      ['neo4j', 'wrong'],
      ['stranger', 'industry'],
    ])('refuses %s with %s, naming the settings and not the password', async (user, password) => {
      const { code, message } = await refusal(openStore(server.uri, { user, password, database: null }));
      expect(code).toBe('STORE_UNAVAILABLE');
      expect(message).toContain('SENTRA_NEO4J_USER and SENTRA_NEO4J_PASSWORD');
      expect(message).not.toMatch(/wrong|industry/);
    });
  });

  describe('a server that goes while the store is open', () => {
    let proxy: FaultyProxy;
    let store: GraphStore;
    beforeAll(async () => {
      proxy = await faultyProxy({ host: '127.0.0.1', port: Number(new URL(server.uri).port) });
      store = await openStore(`bolt://127.0.0.1:${proxy.port}`, SIGNED_IN);
      await store.write({ put: tinyIndustry, remove: [] });
    });
    afterAll(async () => {
      await store.close();
      proxy.close();
    });

    it.each(['hold', 'cut'] as const)(
      '(%s) is noticed by all who ask, and needs no restart when it is back',
      async (fault) => {
        await store.nodesById([FORGE]);
        proxy[fault]();
        const started = performance.now();
        const refusals = await Promise.all(Array.from({ length: 50 }, () => refusal(store.nodesById([FORGE]))));
        expect(performance.now() - started).toBeLessThan(LONGEST);
        expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['STORE_UNAVAILABLE']));
        proxy.pass();
        expect((await store.nodesById([FORGE])).size).toBe(1);
      },
    );

    it('and whose old connections never say a word again is asked over new ones', async () => {
      proxy.hold();
      const refusals = await Promise.all(Array.from({ length: 50 }, () => refusal(store.nodesById([FORGE]))));
      expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['STORE_UNAVAILABLE']));
      proxy.lose();
      const asked = (): Promise<number[]> =>
        Promise.all(
          Array.from({ length: 50 }, async () => {
            try {
              return (await store.nodesById([FORGE])).size;
            } catch {
              return 0;
            }
          }),
        );
      await expect.poll(asked, { timeout: LONGEST }).toEqual(Array.from({ length: 50 }, () => 1));
    });

    it('in the middle of a write leaves all of it or nothing', async () => {
      const before = await store.revision();
      const writing = store.write({
        put: { ...tinyIndustry, nodes: tinyIndustry.nodes.map((node) => ({ ...node, description: 'Other' })) },
        remove: [],
      });
      proxy.cut();
      expect((await refusal(writing)).code).toBe('STORE_UNAVAILABLE');
      proxy.pass();
      expect(await store.revision()).toBe(before);
      expect((await store.nodesById([FORGE])).get(FORGE)?.description).toBe(
        tinyIndustry.nodes.find((node) => node.id === FORGE)?.description,
      );
    });
  });
});
