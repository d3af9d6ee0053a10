/**
 * Which graph a request is answered from. Who may see restricted records gets the store itself. Everybody else gets the same as long as
 * no record was ever marked; from then on, a store of its own that holds what is open and nothing else. Where that one is not there yet, or
 * no longer to be trusted, they get nothing.
 */
import type { InputOutputTable } from '../projection/input-output-table.ts';
import { openProjectionKeeper, type ProjectionKeeper } from '../projection/projection-keeper.ts';
import type { GraphStore, Revision } from '../store/graph-store.ts';
import { bringUp, EditionError } from './bring-up.ts';

/** What answers are made from: all parts are of one edition. */
export interface Edition {
  readonly store: GraphStore;
  readonly keeper: ProjectionKeeper;
  /** Input-output tables beside the dataset's. */
  readonly tableFiles: readonly InputOutputTable[];
}

export interface Editions {
  /** The one for whoever asks; null: there is none yet, or no more; ask again in a few seconds. Never waits. */
  of(seesRestricted: boolean): Edition | null;
  /**
   * Whether what was answered from an edition may go out to somebody who may not see restricted records: asked after the answer was made, for
   * a record may have been marked meanwhile.
   */
  stillOpen(edition: Edition): Promise<boolean>;
  /** Brings the open edition up to the store now; never fails. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface EditionsOptions {
  /** Whether restricted records are for everybody who asks, as where nobody signs in: then no open edition is made. */
  readonly everybodySeesAll: () => boolean;
  /** Opens an empty store that nobody else reads or writes; closed by whoever opened it. */
  readonly openPrivateStore: () => Promise<GraphStore>;
  /** How often the store's revision is looked at, in milliseconds; default 5,000. 0: only `refresh` looks. */
  readonly checkEveryMs?: number | undefined;
  /** Told when the open edition could not follow the store. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
  /** Told the revision of an open edition that is answered from now on. */
  readonly onSwap?: ((revision: Revision) => void) | undefined;
}

/** A store that is written to faster than it is read is tried so often; then what is there stays for another while. */
const MOST_TRIES = 5;

/** Tables whose sectors are all in the graph that is answered from. */
function tablesWithin(tables: readonly InputOutputTable[], { projection }: ReturnType<ProjectionKeeper['current']>) {
  return tables.filter(({ sectors }) =>
    sectors.every(({ node }) => node === null || projection.nodeIndex(node) !== undefined),
  );
}

/** The open edition while it is kept: made at the first need, then brought up after every write. */
class OpenEditionKeeper {
  readonly #full: Edition;
  readonly #options: EditionsOptions;
  #store: GraphStore | null = null;
  #made: Edition | null = null;
  /** The store's revision that it is of. */
  #of: Revision | null = null;
  #broken = false;

  constructor(full: Edition, options: EditionsOptions) {
    this.#full = full;
    this.#options = options;
  }

  /** null: not made yet, or it may hold what is no longer open. */
  current(): Edition | null {
    return this.#broken ? null : this.#made;
  }

  async follow(): Promise<void> {
    const { store } = this.#full;
    // A load that is running moves the revision with every step; the edition follows its end.
    if (this.#made !== null && (await store.loading()) !== null) return;
    if ((await store.revision()) === this.#of && !this.#broken) return;
    try {
      await this.#bringUp();
      this.#broken = false;
    } catch (error) {
      if (error instanceof EditionError) this.#broken = true;
      throw error;
    }
  }

  async #bringUp(): Promise<void> {
    const { openPrivateStore, onSwap } = this.#options;
    this.#store ??= await openPrivateStore().catch((error: unknown) => {
      throw new EditionError('no file can be made for the open edition', { cause: error });
    });
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const revision = await bringUp(this.#full.store, this.#store, { inParts: this.#made === null });
      if (revision === null) continue;
      await this.#show(this.#store);
      this.#of = revision;
      onSwap?.(await this.#store.revision());
      return;
    }
  }

  async #show(store: GraphStore): Promise<void> {
    const keeper = this.#made?.keeper ?? (await openProjectionKeeper(store, { checkEveryMs: 0, othersWrite: false }));
    await keeper.refresh();
    this.#made = { store, keeper, tableFiles: tablesWithin(this.#full.tableFiles, keeper.current()) };
  }

  async close(): Promise<void> {
    await this.#made?.keeper.close();
  }
}

/** One edition for everybody, where nobody asks who may not see all of it. */
export function oneEdition(full: Edition): Editions {
  return { of: () => full, stillOpen: async () => true, refresh: async () => {}, close: async () => {} };
}

/** Looks whether an open edition is needed, and makes it in the background. @throws StoreError when the store does not answer */
export async function openEditions(full: Edition, options: EditionsOptions): Promise<Editions> {
  const { everybodySeesAll, checkEveryMs = 5_000, onFailure = () => {} } = options;
  const kept = new OpenEditionKeeper(full, options);
  // Once there was a mark, the store is never shared again: answers may rest on snapshots of before.
  let needed = await full.store.everRestricted();
  let closed = false;
  let inProgress: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    if (closed || everybodySeesAll()) return;
    try {
      needed ||= await full.store.everRestricted();
      if (needed) await kept.follow();
    } catch (error) {
      onFailure(error);
    }
  };
  let queued: Promise<void> | null = null;
  // A look that has already begun may have missed a write made since, so a caller always gets one that begins later.
  const refresh = (): Promise<void> => {
    queued ??= inProgress.then(() => {
      queued = null;
      inProgress = look();
      return inProgress;
    });
    return queued;
  };
  const timer = checkEveryMs > 0 ? setInterval(() => void refresh(), checkEveryMs) : null;
  timer?.unref();
  void refresh();

  return {
    of: (seesRestricted) => (seesRestricted || everybodySeesAll() || !needed ? full : kept.current()),
    stillOpen: async (edition) => {
      if (edition !== full || everybodySeesAll()) return true;
      if (needed) return false;
      try {
        needed = await full.store.everRestricted();
      } catch {
        // It cannot be told now; then nothing goes out.
        return false;
      }
      if (needed) void refresh();
      return !needed;
    },
    refresh,
    close: async () => {
      closed = true;
      if (timer !== null) clearInterval(timer);
      await queued?.catch(() => {});
      await inProgress;
      await kept.close();
    },
  };
}
