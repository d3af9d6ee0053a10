/** How many chains of each tie are listed: as many for all, so that an answer stays one that can be handed on and read. */
import { MOST_CHAINS_LISTED } from './tie-types.ts';

/** However many ties there are, the best chains of each are listed. */
const LEAST_LISTED = 3;

export interface Listing {
  /** Chains listed of a tie, now. */
  readonly most: number;
  /** A tie lists one chain more. */
  oneMore(): void;
}

interface Lists {
  letGo(most: number): number;
}

/**
 * Begins with {@link MOST_CHAINS_LISTED} and halves it, for all ties alike, whenever the ties together list more than `inAll`: in the end
 * it is the largest of 50, 25, 12, 6 and 3 under which they do not, or 3. It does not depend on the order in which chains are found.
 */
export function listingOf(ties: () => Iterable<Lists>, inAll: number): Listing {
  let most = MOST_CHAINS_LISTED;
  let listed = 0;
  return {
    get most() {
      return most;
    },
    oneMore: () => {
      listed += 1;
      while (listed > inAll && most > LEAST_LISTED) {
        most = Math.max(LEAST_LISTED, Math.floor(most / 2));
        for (const tie of ties()) listed -= tie.letGo(most);
      }
    },
  };
}
