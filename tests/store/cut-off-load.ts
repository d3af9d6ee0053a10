/** What a load into Neo4j that was cut off may leave: the store as it is after one of its batches, and nothing in between. */
import { expect } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import { StoreError, type GraphStore, type RecordKind } from '../../api/store/graph-store.ts';
import { Connection } from '../../api/store/neo4j/connection.ts';
import { survey } from '../../api/store/neo4j/survey.ts';
import { openStore } from '../../api/store/open-store.ts';
import { EMPTY_REVISION, moveRevision, recordDigest } from '../../api/store/revision.ts';
import { records } from '../fixtures/records.ts';
import { allBatches } from './asking.ts';

/** Digests by id. */
export type State = ReadonlyMap<string, string>;

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

function planned(before: State, target: GraphRecords, batch: number): Plan {
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
    for (let at = batch; at < size; at += batch) ends.push(done + at);
    done += size;
    if (size > 0) ends.push(done);
  }
  // A small change goes in one batch.
  return { puts: puts.flat(), removes, ends: done <= batch ? [0, done] : ends };
}

export async function stateOf(store: GraphStore): Promise<State> {
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
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time += 1) {
    try {
      return await work();
    } catch (error) {
      if (time === 10 || !(error instanceof StoreError && error.code === 'STORE_UNAVAILABLE')) throw error;
    }
  }
}

/** A load that ended, or was ended. */
export interface CutOffLoad {
  readonly before: State;
  readonly target: GraphRecords;
  /** Records a batch. */
  readonly batch: number;
  /** Records that were told of as written. */
  readonly acknowledged: number;
  readonly done: boolean;
}

/** Every record has the digest that its own properties give, its ends and its evidence; nothing else lies about. */
export async function expectWhole(uri: string, store: GraphStore): Promise<State> {
  const connection = new Connection({ uri, user: '', password: '', database: null });
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

/**
 * The store is at the end of a batch, of which it holds every one that was acknowledged, and tells what is missing.
 * @returns records written by the load
 */
export async function expectEndOfBatch(
  uri: string,
  { before, target, batch, acknowledged, done: wasDone }: CutOffLoad,
): Promise<number> {
  const plan = planned(before, target, batch);
  const total = plan.ends.at(-1) ?? 0;
  const store = await openStore(uri);
  try {
    // An empty change takes its turn behind whatever the killed process had still sent.
    await store.write({ put: records({}), remove: [] });
    const done = written(before, await expectWhole(uri, store), plan);
    expect(plan.ends).toContain(done);
    expect(done).toBeGreaterThanOrEqual(acknowledged);
    // At most the batch after the last one that was acknowledged.
    expect(done).toBeLessThanOrEqual(plan.ends.find((end) => end > acknowledged) ?? total);
    if (wasDone) expect(done).toBe(total);
    const loading = await store.loading();
    if (done === total) expect(loading).toBeNull();
    else if (done > 0) expect(loading).toMatchObject({ target: datasetRevision(target), done, total });
    return done;
  } finally {
    await store.close();
  }
}
