/** The service while its Neo4j refuses, is silent, is late, breaks off or is started anew: what still answers and how fast. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../api/store/open-store.ts';
import { newNeo4j } from '../neo4j/new-neo4j.ts';
import type { RunningNeo4j } from '../neo4j/start-neo4j.ts';
import { faultyProxy, type FaultyProxy } from '../store/faulty-proxy.ts';
import { whereNeo4jRuns } from '../store/neo4j-under-test.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

/** Milliseconds. The promise is 2,500 on a quiet machine, which a test cannot hold a busy one to; the driver alone would wait for a minute. */
const LONGEST = 10_000;
const CLIENTS = 50;

/** Needs the store. */
const STORED =
  '{ list(first: 200) { totalCount nodes { description evidence { note source { title } } } } dataset { revision } }';
/** What the projection knows whole: names in every language, codes, places, periods, kinds of evidence. */
const NODE = '{ id type name names { language text } kind code places { id name } }';
const RELATION =
  '{ id type family label from to fromNode { name } toNode { name } period { from to attested } evidenceClass }';
const PROJECTED = `{
  search(text: "Pasuruhan") { revision totalCount nodes ${NODE} matches { matchedName node ${NODE} } }
  clustersTiedToLargeIndustry(first: 50) { revision totalCount summary { clusterCount tiedClusterCount untiedClusters ${NODE} }
    nodes { cluster ${NODE} strength description route { nodes ${NODE} relations ${RELATION} } } }
  paths(from: "programme:smidep", to: "agency:jica") { revision totalCount nodes { nodes ${NODE} steps { relations ${RELATION} } } }
  tiers(root: "large-industry:astra-honda-motor", asOf: "2025-12-31") { revision totalCount }
  relationsAmong(ids: ["programme:smidep", "agency:jica"]) ${RELATION}
}`;

const Answer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

whereNeo4jRuns(() => {
  let folder: string;
  let server: RunningNeo4j;
  let proxy: FaultyProxy;
  let api: ApiUnderTest;
  const log: string[] = [];
  const unforeseen: unknown[] = [];
  const remember = (reason: unknown): void => void unforeseen.push(reason);

  beforeAll(async () => {
    process.on('unhandledRejection', remember);
    folder = mkdtempSync(join(tmpdir(), 'sentra-away-'));
    server = await newNeo4j({ folder });
    proxy = await faultyProxy({ host: '127.0.0.1', port: Number(new URL(server.uri).port) });
    api = await openApi(realRecords(), {
      store: await openStore(`bolt://127.0.0.1:${proxy.port}`),
      logger: pino({ level: 'info' }, { write: (line) => void log.push(line) }),
    });
  }, 240_000);
  afterAll(async () => {
    await api?.close();
    proxy?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
    process.off('unhandledRejection', remember);
  }, 60_000);

  async function ask(query: string) {
    const begun = performance.now();
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = Answer.parse(await response.json());
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      code: answer.errors?.[0]?.extensions.code ?? null,
      data: answer.data,
      ms: performance.now() - begun,
    };
  }

  async function readiness() {
    const begun = performance.now();
    const response = await fetch(`${api.url}/health/ready`);
    const body = z.looseObject({ status: z.string() }).parse(await response.json());
    return { status: response.status, body, ms: performance.now() - begun };
  }

  const untilStored = (): Promise<void> =>
    expect.poll(async () => (await ask(STORED)).status, { timeout: 120_000, interval: 250 }).toBe(200);

  const faults: readonly { readonly what: string; readonly begin: () => void }[] = [
    { what: 'refuses', begin: () => proxy.cut() },
    { what: 'is a black hole', begin: () => proxy.hold() },
    { what: 'is 30 s late', begin: () => proxy.delay(30_000) },
    { what: 'breaks off in the middle of an answer', begin: () => proxy.cutAfter(2_000) },
  ];

  describe.each(faults)('a store that $what', ({ what, begin }) => {
    it('is 503 to all who need it, in time, while the projection answers; back again, so is everything', async () => {
      await untilStored();
      const whole = await ask(PROJECTED);
      expect(whole).toMatchObject({ status: 200, code: null });
      begin();
      const away = await Promise.all(Array.from({ length: CLIENTS }, () => ask(STORED)));
      const slowest = Math.max(...away.map(({ ms }) => ms));
      const projected = await ask(PROJECTED);
      const ready = await readiness();
      console.info(
        `a store that ${what}: 503 after ${slowest.toFixed(0)} ms at most (${CLIENTS} clients), projection ${projected.ms.toFixed(0)} ms, readiness ${ready.ms.toFixed(0)} ms`,
      );
      expect(new Set(away.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter}`))).toEqual(
        new Set(['503 STORE_UNAVAILABLE 2']),
      );
      expect(slowest).toBeLessThan(LONGEST);
      expect(projected).toMatchObject({ status: 200, code: null, data: whole.data });
      expect(ready.status).toBe(503);
      expect(ready.ms).toBeLessThan(LONGEST);
      expect(ready.body).toMatchObject({
        status: 'unavailable',
        parts: { store: 'unavailable', projection: 'ready' },
        projectionRevision: api.keeper.current().revision,
      });
      expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
      proxy.pass();
      await untilStored();
      expect((await readiness()).status).toBe(200);
    }, 90_000);
  });

  it(`a store started anew under ${CLIENTS} clients: every answer is whole or 503, and all are whole again`, async () => {
    await untilStored();
    const asking = { on: true };
    const seen = new Map<string, number>();
    const slowest = new Map<string, number>();
    const client = async (): Promise<void> => {
      while (asking.on) {
        // A client that is told to come back does not do so at once: 50 of them would keep the processor from the server.
        await setTimeout(100);
        const { status, code, ms } = await ask('{ node(id: "agency:jica") { description evidence { note } } }');
        const outcome = `${status} ${code}`;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        slowest.set(outcome, Math.max(slowest.get(outcome) ?? 0, Math.round(ms)));
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    const port = Number(new URL(server.uri).port);
    await server.stop();
    // It may be back before anybody has asked.
    await vi.waitUntil(() => seen.has('503 STORE_UNAVAILABLE'), { timeout: 60_000 });
    server = await newNeo4j({ folder, port });
    await untilStored();
    asking.on = false;
    await Promise.all(clients);
    console.info(`restart: ${JSON.stringify([...seen])}, slowest in ms ${JSON.stringify([...slowest])}`);
    expect([...seen.keys()].sort()).toEqual(['200 null', '503 STORE_UNAVAILABLE']);
    expect((await readiness()).status).toBe(200);
  }, 300_000);

  it('left no unhandled rejection, and no stack in the log', () => {
    expect(unforeseen).toEqual([]);
    expect(log.length).toBeGreaterThan(CLIENTS);
    expect(log.filter((line) => /"stack"|\\n\s+at /.test(line))).toEqual([]);
    expect(log.filter((line) => line.includes('"msg":"not ready"')).length).toBeGreaterThanOrEqual(faults.length);
  });
});
