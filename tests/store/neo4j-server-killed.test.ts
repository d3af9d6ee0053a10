/**
 * The Neo4j server itself is killed with SIGKILL in the middle of a load, and started again on the same data: the store is at the end of a
 * batch, with every batch that was acknowledged, and the same Sentra goes on without a restart. A server takes ten seconds to start;
 * `SENTRA_SERVER_KILLS=20 npx vitest run tests/store/neo4j-server-killed.test.ts` kills more often.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import { StoreError } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { freePort } from '../free-port.ts';
import { startNeo4j, type Neo4jProcess } from '../neo4j/start-neo4j.ts';
import { expectEndOfBatch, expectWhole, patiently, stateOf } from './cut-off-load.ts';
import { editionOf } from './editions.ts';
import { whereNeo4jRuns } from './neo4j-under-test.ts';

const [NODES, RELATIONS, BATCH] = [600, 5_000, 400];
const KILLS = Number(process.env['SENTRA_SERVER_KILLS'] ?? 1);
/** A load has fourteen batches and more: it is not done by then. */
const MOST_BATCHES = 8;
const MOST_MILLISECONDS = 100;
const EDITIONS = [editionOf(NODES, RELATIONS, 0), editionOf(NODES, RELATIONS, 1)] as const;

/** Seeds until the server is gone. @returns records that were acknowledged, and whether it ended after all */
async function loadUntilServerKilled(
  store: Awaited<ReturnType<typeof openStore>>,
  edition: 0 | 1,
  server: Neo4jProcess,
  { batches, milliseconds }: { readonly batches: number; readonly milliseconds: number },
): Promise<{ readonly acknowledged: number; readonly done: boolean }> {
  let [acknowledged, steps] = [0, 0];
  let killed: Promise<void> | null = null;
  const onProgress = (done: number): void => {
    acknowledged = done;
    steps += 1;
    if (steps === batches) {
      killed = new Promise((resolve) => setTimeout(() => void server.kill().then(resolve), milliseconds));
    }
  };
  try {
    await seedStore(store, EDITIONS[edition], { batch: BATCH, onProgress });
    await (killed ?? server.kill());
    return { acknowledged, done: true };
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'STORE_UNAVAILABLE')) throw error;
    await killed;
    return { acknowledged, done: false };
  }
}

whereNeo4jRuns(() => {
  describe('a Neo4j server killed in the middle of a load', () => {
    it(
      `has kept every acknowledged batch in ${KILLS} of ${KILLS} kills, and the same Sentra loads the rest`,
      { timeout: 120_000 + KILLS * 120_000 },
      async () => {
        const folder = mkdtempSync(join(tmpdir(), 'sentra-neo4j-killed-'));
        const port = await freePort();
        let server = await startNeo4j({ folder, port });
        const { uri } = server;
        const store = await openStore(uri);
        const below = drawnBelow(20_251_128);
        let edition: 0 | 1 = 0;
        let inTheMiddle = 0;
        try {
          for (let kill = 0; kill < KILLS; kill += 1) {
            const before = await patiently(() => stateOf(store));
            const moment = { batches: 1 + below(MOST_BATCHES), milliseconds: below(MOST_MILLISECONDS) };
            const run = await loadUntilServerKilled(store, edition, server, moment);
            await expect(store.ping()).rejects.toThrow(StoreError);
            server = await startNeo4j({ folder, port });
            const load = { before, target: EDITIONS[edition], batch: BATCH, ...run };
            if ((await patiently(() => expectEndOfBatch(uri, load))) > 0 && !run.done) inTheMiddle += 1;
            const { revision } = await patiently(() => seedStore(store, EDITIONS[edition], { batch: BATCH }));
            expect(revision).toBe(datasetRevision(EDITIONS[edition]));
            await patiently(() => expectWhole(uri, store));
            edition = edition === 0 ? 1 : 0;
          }
          expect(inTheMiddle).toBeGreaterThan(0);
        } finally {
          await store.close();
          await server.stop();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    );
  });
});
