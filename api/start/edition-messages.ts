/** What the event loop and the thread that makes the open edition say to one another. */
import type { Followed, Hint } from '../edition/bring-up.ts';
import type { StoreOptions } from '../store/open-store.ts';

/** What the thread opens for itself; handed over when it is started. */
export interface EditionPlaces {
  /** Addresses of stores. */
  readonly full: string;
  readonly stands: string;
  readonly neo4j: Pick<StoreOptions, 'user' | 'password' | 'database'>;
}

export interface Follow {
  readonly hint: Hint | null;
}

/** EDITION: the edition may hold anything; STORE: the store could not be read, and the edition is as it was. */
export type FailureOf = 'EDITION' | 'STORE' | 'OTHER';

export type FromEditionThread =
  | { readonly kind: 'FOLLOWED'; readonly of: Followed | null }
  | { readonly kind: 'FAILED'; readonly of: FailureOf; readonly message: string };
