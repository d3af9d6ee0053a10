/**
 * Keeps the projection and the search index of the store's current revision. After a write, from here or from outside,
 * the next ones are built in the background and swapped in together; the old ones go on answering until then.
 */
import { StoreError, type GraphStore, type Revision } from '../store/graph-store.ts';
import { NOTHING_OUTSIDE, type OutsideWrites } from '../store/outside-writes.ts';
import { buildProjection } from './build-projection.ts';
import { passing, readInputOutput, type InputOutputReading, type TableParts } from './read-input-output.ts';
import type { Projection } from './projection.ts';
import { ProjectionError } from './projection-error.ts';
import { buildSearchIndex, type SearchIndex } from './search-index.ts';

/** What one answer is computed from: all parts are of the same revision. */
export interface ProjectionSnapshot {
  readonly revision: Revision;
  readonly projection: Projection;
  readonly search: SearchIndex;
  readonly inputOutput: InputOutputReading;
}

export interface ProjectionKeeperOptions {
  /** How often the store's revision is looked at, in milliseconds; default 5,000. 0: only `refresh` looks. */
  readonly checkEveryMs?: number | undefined;
  /** Whether anybody else may write to the store: without, no look goes through what others wrote. Default true. */
  readonly othersWrite?: boolean | undefined;
  /** Told when a look or a build in the background failed; the old snapshot goes on answering and the next look tries again. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
  /** Told when what others wrote past Sentra, and was left out, is not what it was. */
  readonly onLeftOut?: ((found: OutsideWrites) => void) | undefined;
  /** Told when a new snapshot was swapped in. */
  readonly onSwap?: ((revision: Revision) => void) | undefined;
}

export interface ProjectionKeeper {
  /** The newest finished snapshot; never waits. */
  current(): ProjectionSnapshot;
  /** What the last look found that others wrote past Sentra; never waits. */
  outside(): OutsideWrites;
  /**
   * Looks now: takes in what others wrote past Sentra and, where the revision moved, builds and swaps. While a load is running the
   * old snapshot stays. Calls made while one is at work share the next.
   * @throws StoreError when the store does not answer; the old snapshot stays.
   */
  refresh(): Promise<ProjectionSnapshot>;
  /** Stops looking; waits for a build in progress. */
  close(): Promise<void>;
}

/**
 * Going through everything because others write rests for so many times as long as it took: somebody who writes all the time costs a
 * fifth of one processor, not all of it. A call of `refresh` does not wait for that.
 */
const REST = 4;

/** A store that is written to faster than it is read is tried so often; then the old snapshot stays for another while. */
const MOST_TRIES = 5;

/** null when a write came between the streams: what was read may belong to two revisions. */
async function tryToTakeSnapshot(store: GraphStore): Promise<ProjectionSnapshot | null> {
  const revision = await store.revision();
  try {
    const parts: TableParts = { sectors: new Map(), flows: [] };
    const nodes = passing(store.streamNodes(), (node) => {
      if (node.type === 'Sector') parts.sectors.set(node.id, node);
    });
    const relations = passing(store.streamRelations(), (relation) => {
      if (relation.type === 'SECTOR_INPUT') parts.flows.push(relation);
    });
    const projection = await buildProjection({
      revision,
      nodes,
      relations,
      sources: { ofRelations: store.streamRelationSources(), byId: (ids) => store.sourcesById(ids) },
    });
    const search = await buildSearchIndex(store.streamNodes());
    const inputOutput = await readInputOutput(store, parts);
    return (await store.revision()) === revision ? { revision, projection, search, inputOutput } : null;
  } catch (error) {
    // A relation to a node that was not there yet when nodes were streamed.
    if (error instanceof ProjectionError) return null;
    throw error;
  }
}

async function takeSnapshot(store: GraphStore): Promise<ProjectionSnapshot> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const snapshot = await tryToTakeSnapshot(store);
    if (snapshot !== null) return snapshot;
  }
  throw new StoreError(
    'STORE_UNAVAILABLE',
    `the store was written to during all of ${MOST_TRIES} readings; it is tried again`,
  );
}

/** What somebody wrote while no Sentra ran, and that cannot be read, is left out of the first snapshot rather than in its way. */
async function takeFirstSnapshot(store: GraphStore): Promise<ProjectionSnapshot> {
  try {
    return await takeSnapshot(store);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'STORE_FOREIGN')) throw error;
    await store.takeIn();
    return takeSnapshot(store);
  }
}

/** Builds the first snapshot, then looks for writes. @throws StoreError when the store does not answer */
export async function openProjectionKeeper(
  store: GraphStore,
  options: ProjectionKeeperOptions = {},
): Promise<ProjectionKeeper> {
  const {
    checkEveryMs = 5_000,
    othersWrite = true,
    onFailure = () => {},
    onSwap = () => {},
    onLeftOut = () => {},
  } = options;
  let snapshot = await takeFirstSnapshot(store);
  let inProgress: Promise<unknown> = Promise.resolve();
  let queued: Promise<ProjectionSnapshot> | null = null;

  let outside = NOTHING_OUTSIDE;
  let restsUntil = 0;
  let urgent = false;

  const takeIn = async (): Promise<void> => {
    if (!othersWrite || (!urgent && performance.now() < restsUntil)) return;
    urgent = false;
    const started = performance.now();
    try {
      const found = await store.takeIn();
      const changed = found.faults.join('\n') !== outside.faults.join('\n');
      outside = found;
      if (changed) onLeftOut(found);
    } finally {
      restsUntil = performance.now() + REST * (performance.now() - started);
    }
  };
  const look = async (): Promise<ProjectionSnapshot> => {
    if ((await store.loading()) !== null) return snapshot;
    // Where it fails, what Sentra itself wrote is followed all the same.
    const failure = await takeIn().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    if ((await store.revision()) !== snapshot.revision) {
      snapshot = await takeSnapshot(store);
      onSwap(snapshot.revision);
    }
    if (failure !== null) throw failure.error;
    return snapshot;
  };
  // A look that has already begun may have missed a write made since, so a caller always gets one that begins later.
  const lookNext = (): Promise<ProjectionSnapshot> => {
    queued ??= inProgress.then(() => {
      queued = null;
      const looking = look();
      inProgress = looking.catch(() => {});
      return looking;
    });
    return queued;
  };
  const refresh = (): Promise<ProjectionSnapshot> => {
    urgent = true;
    return lookNext();
  };
  const timer = checkEveryMs > 0 ? setInterval(() => void lookNext().catch(onFailure), checkEveryMs) : null;
  timer?.unref();

  return {
    current: () => snapshot,
    outside: () => outside,
    refresh,
    close: async () => {
      if (timer !== null) clearInterval(timer);
      await queued?.catch(() => {});
      await inProgress;
    },
  };
}
