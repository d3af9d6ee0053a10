/**
 * Loads into a real Neo4j whose process is killed with SIGKILL at random moments, while it adds, changes and removes. After each kill the
 * store is exactly before or after a batch, with every batch that was acknowledged; what is missing is told, and the next load goes on.
 * `SENTRA_KILLS=200 npx vitest run tests/store/neo4j-load-killed.test.ts` kills more often.
 */
import { describe, expect, it } from 'vitest';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { expectEndOfBatch, expectWhole, patiently, stateOf } from './cut-off-load.ts';
import { editionOf } from './editions.ts';
import { answersOf, everything } from './every-answer.ts';
import { loadUntilKilled } from './killing.ts';
import { withNeo4j } from './neo4j-under-test.ts';

const [NODES, RELATIONS, BATCH] = [600, 5_000, 400];
const KILLS = Number(process.env['SENTRA_KILLS'] ?? 10);
/** Lines after which a process is killed at most: the load is not done by then. */
const MOST_LINES = 8;
const MOST_MILLISECONDS = 250;
const EDITIONS = [editionOf(NODES, RELATIONS, 0), editionOf(NODES, RELATIONS, 1)] as const;
const WHO = ['large-industry:n-1', 'small-industry:n-0', 'market:more-1'];

withNeo4j((neo4j) => {
  describe('a load killed at any moment, Neo4j', () => {
    it(
      `is at the end of a batch each of ${KILLS} times, and the next run goes on`,
      { timeout: 60_000 + KILLS * 30_000 },
      async () => {
        const below = drawnBelow(20_251_231);
        const tally = {
          killed: 0,
          nothingWritten: 0,
          inTheMiddle: 0,
          unacknowledged: 0,
          whole: 0,
          done: 0,
          tooSlow: 0,
        };
        let store = await neo4j.openEmpty();
        let edition: 0 | 1 = 0;
        while (tally.killed < KILLS) {
          const before = await patiently(() => stateOf(store));
          await store.close();
          const moment = { lines: 1 + below(MOST_LINES), milliseconds: below(MOST_MILLISECONDS) };
          const load = { address: neo4j.uri(), nodes: NODES, relations: RELATIONS, batch: BATCH, edition };
          const run = await loadUntilKilled(load, moment);
          const done = await patiently(() =>
            expectEndOfBatch(neo4j.uri(), {
              before,
              target: EDITIONS[edition],
              batch: BATCH,
              acknowledged: run.acknowledged,
              done: run.end === 'done',
            }),
          );
          store = await patiently(() => openStore(neo4j.uri()));
          const whole = (await patiently(() => store.revision())) === datasetRevision(EDITIONS[edition]);
          if (run.end === 'killed') tally.killed += 1;
          else if (run.end === 'done') tally.done += 1;
          else tally.tooSlow += 1;
          if (run.end === 'killed' && done === 0) tally.nothingWritten += 1;
          if (run.end === 'killed' && done > 0 && !whole) tally.inTheMiddle += 1;
          if (run.end === 'killed' && done > run.acknowledged) tally.unacknowledged += 1;
          if (whole) {
            tally.whole += 1;
            edition = edition === 0 ? 1 : 0;
          }
        }
        console.info(`loads of Neo4j killed: ${JSON.stringify(tally)}`);
        expect(tally.inTheMiddle).toBeGreaterThan(0);
        const { revision } = await patiently(() => seedStore(store, EDITIONS[edition], { batch: BATCH }));
        expect(revision).toBe(datasetRevision(EDITIONS[edition]));
        expect(await store.loading()).toBeNull();
        await patiently(() => expectWhole(neo4j.uri(), store));
        expect(await patiently(() => everything(store, WHO))).toEqual(await answersOf(EDITIONS[edition], WHO));
        await store.close();
      },
    );
  });
});
