/** Loads: changes of any size, which an engine may write in several transactions. */
import type { Revision } from './graph-store.ts';

/** A load that has begun and not ended: it is running, or it was cut off and can be gone on with. */
export interface Loading {
  /** The revision that the store will have at its end. */
  readonly target: Revision;
  /** Records written and records to write, of the run that last wrote. */
  readonly done: number;
  readonly total: number;
  /** Milliseconds since it last wrote, by the store's own clock. */
  readonly quietMs: number;
}

export interface LoadOptions {
  /** The revision that the store will have at the end: says whether an interrupted load was this one. */
  readonly target: Revision;
  /** Records a transaction, for engines that take several; 4,000 unless told. */
  readonly batch?: number | undefined;
  /**
   * What the caller has just seen: every record's digest by its id, and the revision they belong to. As long as the store still
   * has that revision, none is looked up again.
   */
  readonly seen?: { readonly revision: Revision; readonly digests: ReadonlyMap<string, string> } | undefined;
  /** Told after each step; what it throws ends the load there. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}
