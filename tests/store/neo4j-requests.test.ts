/** What requests ask of a Neo4j: it ends at the server when nobody waits any more, and never takes every connection. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Connection } from '../../api/store/neo4j/connection.ts';
import type { Question } from '../../api/store/neo4j/question.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { openApi, realRecords, type ApiUnderTest } from '../api/api-under-test.ts';
import { question } from '../api/attacks.ts';
import { send } from '../api/raw-request.ts';
import { refusal } from './asking.ts';
import { faultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { withNeo4j } from './neo4j-under-test.ts';

/** Takes a server minutes. */
const ENDLESS: Question<undefined, unknown> = {
  text: () => 'UNWIND range(1, 100000000000) AS endless RETURN count(endless) AS n',
  parameters: () => ({}),
  row: z.unknown(),
};
const SHORT: Question<undefined, unknown> = { text: () => 'RETURN 1 AS n', parameters: () => ({}), row: z.unknown() };

withNeo4j((neo4j) => {
  /** Of the endless question, at the server. */
  async function transactions(): Promise<number> {
    const { records } = await neo4j
      .driver()
      .executeQuery('SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $word RETURN count(*) AS n', {
        word: 'AS endless',
      });
    return z.bigint().transform(Number).parse(records[0]?.get('n'));
  }
  /** Whatever the server has in hand besides this question. */
  async function anyTransactions(): Promise<number> {
    const { records } = await neo4j
      .driver()
      .executeQuery(
        "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN count(*) AS n",
      );
    return z.bigint().transform(Number).parse(records[0]?.get('n'));
  }
  const untilTransactions = (count: number): Promise<void> =>
    vi.waitFor(async () => expect(await transactions()).toBe(count), { timeout: 20_000, interval: 100 });

  describe('a question of a request', () => {
    let connection: Connection;
    beforeAll(() => {
      connection = new Connection({ uri: neo4j.uri(), user: '', password: '', database: null, connections: 10 });
    });
    afterAll(() => connection.close());

    it('ends at the server too when the request is given up', async () => {
      const gone = new AbortController();
      const asked = refusal(connection.readFor(gone.signal, (asker) => asker.ask(ENDLESS, undefined)));
      await untilTransactions(1);
      gone.abort();
      expect((await asked).code).toBe('GIVEN_UP');
      expect(connection.busy()).toEqual({ asking: 0, waiting: 0 });
      await untilTransactions(0);
    }, 60_000);

    it('is not begun for a request that was given up before', async () => {
      const gone = AbortSignal.abort();
      expect((await refusal(connection.readFor(gone, (asker) => asker.ask(SHORT, undefined)))).code).toBe('GIVEN_UP');
    });

    it('of 200 at ten connections, seven are asked and three stay free; who cannot wait is told at once', async () => {
      const gone = new AbortController();
      const outcomes: string[] = [];
      const all = Array.from({ length: 200 }, async () => {
        const { code } = await refusal(connection.readFor(gone.signal, (asker) => asker.ask(ENDLESS, undefined)));
        outcomes.push(code);
      });
      await vi.waitFor(() => expect(outcomes).toHaveLength(200 - 7 - 28));
      expect(connection.busy()).toEqual({ asking: 7, waiting: 28 });
      expect(await connection.read((asker) => asker.ask(SHORT, undefined))).toHaveLength(1);
      await vi.waitFor(() => expect(outcomes).toHaveLength(193), 20_000);
      expect(new Set(outcomes)).toEqual(new Set(['STORE_BUSY']));
      await untilTransactions(7);
      gone.abort();
      await Promise.all(all);
      expect(outcomes.slice(193)).toEqual(Array.from({ length: 7 }, () => 'GIVEN_UP'));
      expect(connection.busy()).toEqual({ asking: 0, waiting: 0 });
      await untilTransactions(0);
      expect(await connection.read((asker) => asker.ask(SHORT, undefined))).toHaveLength(1);
    }, 120_000);
  });

  describe('200 slow questions through HTTP, on ten connections', () => {
    let proxy: FaultyProxy;
    let store: GraphStore;
    let api: ApiUnderTest;
    beforeAll(async () => {
      proxy = await faultyProxy({ host: '127.0.0.1', port: Number(new URL(neo4j.uri()).port) });
      store = await openStore(`bolt://127.0.0.1:${proxy.port}`, {
        user: '',
        password: '',
        database: null,
        connections: 10,
      });
      api = await openApi(realRecords(), { store });
    }, 240_000);
    afterAll(async () => {
      proxy?.pass();
      await api?.close();
      proxy?.close();
    });

    it('are answered or told 503 and when to come back; health answers meanwhile, and nothing is left', async () => {
      const asked = question('{ node(id: "agency:jica") { description evidence { note } } }');
      expect((await send(api.url, asked)).status).toBe(200);
      proxy.delay(50);
      const all = Array.from({ length: 200 }, () => send(api.url, asked));
      let answered = 0;
      for (const one of all) void one.then(() => (answered += 1));
      await vi.waitFor(() => expect(store.busy().asking).toBe(7), 10_000);
      const ready = await send(api.url, { method: 'GET', path: '/health/ready', headers: {} });
      const live = await send(api.url, { method: 'GET', path: '/health/live', headers: {} });
      expect([ready.status, live.status, answered < 200]).toEqual([200, 200, true]);
      const answers = await Promise.all(all);
      proxy.pass();
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
      for (const { status, headers, body } of answers) {
        if (status === 200) expect(body).not.toContain('"errors"');
        else expect([body.includes('"BUSY"'), headers['retry-after']]).toEqual([true, '1']);
      }
      expect(store.busy()).toEqual({ asking: 0, waiting: 0 });
      await vi.waitFor(async () => expect(await anyTransactions()).toBe(0), { timeout: 20_000, interval: 100 });
      const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
      console.info(`200 slow questions on ten connections: ${count(200)} answered, ${count(503)} told 503`);
      const after = await send(api.url, asked);
      expect(after.status, after.body).toBe(200);
    }, 120_000);
  });
});
