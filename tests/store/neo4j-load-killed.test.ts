/**
 * Loads into a real Neo4j whose process is killed with SIGKILL at random moments, while it adds, changes and removes. After each kill the
 * store is exactly before or after a batch, with every batch that was acknowledged; what is missing is told, and the next load goes on.
 * `SENTRA_KILLS=200 npx vitest run tests/store/neo4j-load-killed.test.ts` kills more often.
 */
import { describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import { StoreError, type GraphStore, type RecordKind } from '../../api/store/graph-store.ts';
import { Connection } from '../../api/store/neo4j/connection.ts';
import { survey } from '../../api/store/neo4j/survey.ts';
import { openStore } from '../../api/store/open-store.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../../api/store/revision.ts';
import { records } from '../fixtures/records.ts';
import { allBatches } from './asking.ts';
import { editionOf } from './editions.ts';
import { answersOf, everything } from './every-answer.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { loadUntilKilled, type KilledRun } from './killing.ts';
import { withNeo4j } from './neo4j-under-test.ts';

const [NODES, RELATIONS, BATCH] = [600, 5_000, 400];
const KILLS = Number(process.env['SENTRA_KILLS'] ?? 10);
/** Lines after which a process is killed at most: the load is not done by then. */
const MOST_LINES = 8;
const MOST_MILLISECONDS = 250;
const EDITIONS = [editionOf(NODES, RELATIONS, 0), editionOf(NODES, RELATIONS, 1)] as const;
const WHO = ['large-industry:n-1', 'small-industry:n-0', 'market:more-1'];

/** Digests by id. */
type State = ReadonlyMap<string, string>;

/** What a load from one state to another writes, in its order, and after how many records a batch may end. */
interface Plan {
  readonly puts: readonly (readonly [id: string, digest: string])[];
  readonly removes: readonly string[];
  readonly ends: readonly number[];
}

const KINDS = [
  ['source', 'sources'],
  ['node', 'nodes'],
  ['disagreement', 'disagreements'],
  ['relation', 'relations'],
  ['figure', 'figures'],
] as const satisfies readonly (readonly [RecordKind, keyof GraphRecords])[];

function kindOf(id: string): RecordKind {
  if (id.startsWith('source:')) return 'source';
  if (id.startsWith('disagreement:')) return 'disagreement';
  if (id.includes('--')) return 'relation';
  return id.includes('~') ? 'figure' : 'node';
}

function planned(before: State, target: GraphRecords): Plan {
  const wanted = KINDS.map(([kind, list]) => target[list].map((one) => [one.id, recordDigest(kind, one)] as const));
  const puts = wanted.map((list) => list.filter(([id, digest]) => before.get(id) !== digest));
  const ids = new Set<string>(wanted.flatMap((list) => list.map(([id]) => id)));
  const removes = [...before.keys()].filter((id) => !ids.has(id));
  const sizes = [
    ...puts.map(({ length }) => length),
    ...(['figure', 'relation', 'disagreement', 'node', 'source'] as const).map(
      (kind) => removes.filter((id) => kindOf(id) === kind).length,
    ),
  ];
  const ends = [0];
  let done = 0;
  for (const size of sizes) {
    for (let at = BATCH; at < size; at += BATCH) ends.push(done + at);
    done += size;
    if (size > 0) ends.push(done);
  }
  // A small change goes in one batch.
  return { puts: puts.flat(), removes, ends: done <= BATCH ? [0, done] : ends };
}

async function stateOf(store: GraphStore): Promise<State> {
  return new Map((await allBatches(store.streamDigests())).map(({ id, digest }) => [id, digest]));
}

/** @returns how many records of the plan are written; fails when they are not its first ones, or anything else moved */
function written(before: State, now: State, { puts, removes }: Plan): number {
  const put = puts.filter(([id, digest]) => now.get(id) === digest).length;
  const gone = removes.filter((id) => !now.has(id));
  const expected = new Map([...before, ...puts.slice(0, put)]);
  for (const id of gone) expected.delete(id);
  // A matcher takes a second to compare so many.
  const different = [...new Set([...expected.keys(), ...now.keys()])].filter((id) => expected.get(id) !== now.get(id));
  expect(different).toEqual([]);
  if (gone.length > 0) expect(put).toBe(puts.length);
  return put + gone.length;
}

/** Once more when the server did not answer in time: what is checked is what it holds, not how fast a busy machine is. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time += 1) {
    try {
      return await work();
    } catch (error) {
      if (time === 10 || !(error instanceof StoreError && error.code === 'STORE_UNAVAILABLE')) throw error;
    }
  }
}

withNeo4j((neo4j) => {
  /** Every record has the digest that its own properties give, its ends and its evidence; nothing else lies about. */
  async function expectWhole(store: GraphStore): Promise<State> {
    const connection = new Connection({ uri: neo4j.uri(), user: '', password: '', database: null });
    try {
      const { items, faults, target } = await survey(connection);
      expect({ items, faults: faults.told }).toEqual({ items: [], faults: [] });
      expect(target).toBe(await store.revision());
      const state = await stateOf(store);
      expect(target).toBe(moveRevision(EMPTY_REVISION, state.values(), []));
      return state;
    } finally {
      await connection.close();
    }
  }

  /** @returns records written by the run */
  async function checkAfterKill(
    before: State,
    target: GraphRecords,
    { acknowledged, end }: KilledRun,
  ): Promise<number> {
    const plan = planned(before, target);
    const total = plan.ends.at(-1) ?? 0;
    const store = await openStore(neo4j.uri());
    try {
      // An empty change takes its turn behind whatever the killed process had still sent.
      await store.write({ put: records({}), remove: [] });
      const done = written(before, await expectWhole(store), plan);
      expect(plan.ends).toContain(done);
      expect(done).toBeGreaterThanOrEqual(acknowledged);
      // At most the batch after the last one that was acknowledged.
      expect(done).toBeLessThanOrEqual(plan.ends.find((end) => end > acknowledged) ?? total);
      if (end === 'done') expect(done).toBe(total);
      const loading = await store.loading();
      if (done === total) expect(loading).toBeNull();
      else if (done > 0) expect(loading).toMatchObject({ target: datasetRevision(target), done, total });
      return done;
    } finally {
      await store.close();
    }
  }

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
          const done = await patiently(() => checkAfterKill(before, EDITIONS[edition], run));
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
        await patiently(() => expectWhole(store));
        expect(await patiently(() => everything(store, WHO))).toEqual(await answersOf(EDITIONS[edition], WHO));
        await store.close();
      },
    );
  });
});
