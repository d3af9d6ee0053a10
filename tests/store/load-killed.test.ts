/**
 * Loads into a SQLite file whose process is killed with SIGKILL at random moments, while it adds, changes and removes. One load is one
 * transaction there: after each kill it is all there or not at all, and all of it once it was acknowledged. Neo4j: neo4j-load-killed.test.ts.
 * `SENTRA_KILLS=200 npx vitest run tests/store/load-killed.test.ts` kills more often.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { EMPTY_REVISION, moveRevision } from '../../api/store/revision.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { allBatches } from './asking.ts';
import { editionOf } from './editions.ts';
import { answersOf, everything } from './every-answer.ts';
import { loadUntilKilled } from './killing.ts';
import { integrityOf } from './served-store.ts';

const [NODES, RELATIONS, BATCH] = [600, 10_000, 2_500];
const KILLS = Number(process.env['SENTRA_KILLS'] ?? 6);
/** A load is done in about so many milliseconds after it has begun to write; kills come before that and after it. */
const MOST_MILLISECONDS = 1_500;
const EDITIONS = [editionOf(NODES, RELATIONS, 0), editionOf(NODES, RELATIONS, 1)] as const;
const WHO = ['large-industry:n-1', 'small-industry:n-0', 'market:more-1'];

/** The revision is that of what is there, every row is a record, and the file is as SQLite wants it. */
async function expectWhole(store: GraphStore): Promise<string> {
  const digests = (await allBatches(store.streamDigests())).map(({ digest }) => digest);
  const revision = await store.revision();
  expect(moveRevision(EMPTY_REVISION, digests, [])).toBe(revision);
  expect(await store.takeIn({ whole: true })).toMatchObject({ takenIn: 0, faultCount: 0 });
  expect(await store.revision()).toBe(revision);
  return revision;
}

describe('a load killed at any moment, SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-killed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `is all there or not at all each of ${KILLS} times, and the next run ends it`,
    { timeout: 60_000 + KILLS * 30_000 },
    async () => {
      const path = join(folder, 'graph.db');
      let copies = 0;
      // This process never opens the file itself: libsql would keep it open after closing, and SQLite's locks are a process's, not a connection's.
      const copied = (): string => {
        const copy = join(folder, `copy-${(copies += 1)}.db`);
        for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
        return copy;
      };
      const below = drawnBelow(20_251_231);
      const tally = { killed: 0, before: 0, after: 0, afterUntold: 0, done: 0 };
      let [revision, edition]: [string, 0 | 1] = [EMPTY_REVISION, 0];
      while (tally.killed < KILLS) {
        const target = datasetRevision(EDITIONS[edition]);
        const load = { address: `sqlite:${path}`, nodes: NODES, relations: RELATIONS, batch: BATCH, edition };
        // The line after the first: what differs is known and is about to be written.
        const { end, acknowledged } = await loadUntilKilled(load, { lines: 2, milliseconds: below(MOST_MILLISECONDS) });
        const copy = copied();
        const store = await openStore(`sqlite:${copy}`);
        const now = await expectWhole(store);
        await store.close();
        expect(integrityOf(copy)).toBe('ok');
        expect([revision, target]).toContain(now);
        // What was told of as written is there.
        if (acknowledged > 0 || end === 'done') expect(now).toBe(target);
        if (end === 'killed') {
          tally.killed += 1;
          if (now !== target) tally.before += 1;
          else if (acknowledged > 0) tally.after += 1;
          else tally.afterUntold += 1;
        } else tally.done += 1;
        revision = now;
        if (now === target) edition = edition === 0 ? 1 : 0;
      }
      console.info(`loads of SQLite killed: ${JSON.stringify(tally)}`);
      expect(tally.before).toBeGreaterThan(0);
      const store = await openStore(`sqlite:${copied()}`);
      expect((await seedStore(store, EDITIONS[edition], { batch: BATCH })).revision).toBe(
        datasetRevision(EDITIONS[edition]),
      );
      expect(await store.loading()).toBeNull();
      expect(await everything(store, WHO)).toEqual(await answersOf(EDITIONS[edition], WHO));
      await store.close();
    },
  );
});
