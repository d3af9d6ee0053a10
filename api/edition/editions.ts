/**
 * Which graph a request is answered from. Who may see restricted records gets the store itself. Everybody else gets the same as long as
 * no record was ever marked; from then on, a store of its own that holds what is open and nothing else. Where that one is not there yet, or
 * no longer to be trusted, they get nothing.
 */
import type { InputOutputTable } from '../projection/input-output-table.ts';
import { openProjectionKeeper, type ProjectionKeeper } from '../projection/projection-keeper.ts';
import type { GraphStore, Marks, Revision } from '../store/graph-store.ts';
import { EditionError, OpenEditionMaker, type EditionMaker, type Followed } from './bring-up.ts';

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
   * a record may have been marked meanwhile. False, too, when the store does not say: then a mark may hold that nobody here knows of.
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
  /** Who brings the open edition up to the store; default: this thread. Closed with the editions. */
  readonly openMaker?: ((full: GraphStore, stands: GraphStore) => EditionMaker) | undefined;
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

function makerHere(full: GraphStore, stands: GraphStore): EditionMaker {
  return new OpenEditionMaker(full, stands);
}

/** The open edition while it is kept: made at the first need, then brought up after every write. */
class OpenEditionKeeper {
  readonly #full: Edition;
  readonly #options: EditionsOptions;
  #store: GraphStore | null = null;
  #maker: EditionMaker | null = null;
  #made: Edition | null = null;
  /** What of the store it is of. */
  #of: Followed | null = null;
  /** As they were when each edition that was answered from was made. */
  readonly #marks = new WeakMap<Edition, Marks>();
  #broken = false;

  constructor(full: Edition, options: EditionsOptions) {
    this.#full = full;
    this.#options = options;
  }

  /** null: not made yet, or it may hold what is no longer open. */
  current(): Edition | null {
    return this.#broken ? null : this.#made;
  }

  /** Whether nothing was marked since the edition was made that it is asked about. */
  async holds(edition: Edition): Promise<boolean> {
    return !this.#broken && (await this.#full.store.marks()) === this.#marks.get(edition);
  }

  async follow(): Promise<void> {
    const { store } = this.#full;
    const unmarked = !this.#broken && this.#of?.marks === (await store.marks());
    // A load that is running moves the revision with every step; the edition follows its end, unless something is marked.
    if (this.#made !== null && unmarked && (await store.loading()) !== null) return;
    if (unmarked && (await store.revision()) === this.#of?.revision) return;
    try {
      await this.#bringUp();
      this.#broken = false;
    } catch (error) {
      if (error instanceof EditionError) this.#broken = true;
      throw error;
    }
  }

  async #bringUp(): Promise<void> {
    const { openPrivateStore, openMaker = makerHere, onSwap } = this.#options;
    this.#store ??= await openPrivateStore().catch((error: unknown) => {
      throw new EditionError('no file can be made for the open edition', { cause: error });
    });
    this.#maker ??= openMaker(this.#full.store, this.#store);
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const of = await this.#maker.follow(await this.#hint());
      if (of === null) continue;
      const before = this.#made?.keeper.current().revision;
      await this.#show(this.#store, of);
      const { revision } = await this.#store.dataset();
      if (revision !== before) onSwap?.(revision);
      return;
    }
  }

  /** What this very store wrote since; null: others did, or it is too long ago. */
  async #hint() {
    if (this.#of === null) return null;
    const { store } = this.#full;
    const [from, to] = [this.#of.revision, await store.revision()];
    const keys = store.writtenBetween(from, to);
    return keys && { from, to, keys };
  }

  async #show(store: GraphStore, of: Followed): Promise<void> {
    const keeper = this.#made?.keeper ?? (await openProjectionKeeper(store, { checkEveryMs: 0, othersWrite: false }));
    await keeper.refresh();
    const made = { store, keeper, tableFiles: tablesWithin(this.#full.tableFiles, keeper.current()) };
    // Another one each time: answers that are being made from the one before are of marks of before.
    this.#marks.set(made, of.marks);
    this.#made = made;
    this.#of = of;
  }

  async close(): Promise<void> {
    await this.#maker?.close();
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
  let needed = (await full.store.marks()) !== '';
  let closed = false;
  let inProgress: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    if (closed || everybodySeesAll()) return;
    try {
      needed ||= (await full.store.marks()) !== '';
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
      if (everybodySeesAll()) return true;
      if (edition === full && needed) return false;
      try {
        needed ||= (await full.store.marks()) !== '';
        const holds = edition === full ? !needed : await kept.holds(edition);
        if (!holds) void refresh();
        return holds;
      } catch {
        // It cannot be told now; then nothing goes out.
        return false;
      }
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
