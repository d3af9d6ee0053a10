import type { ExplorationStore } from '../exploration/store.ts';
import type { Placements } from './layout/placement.ts';
import { memoryOf, type Seen } from './memory.ts';

/** Where the nodes of the picture stand, and what of it is on the screen; for exports, to be read only. */
export function standing(store: ExplorationStore): { readonly places: Placements; readonly look: Seen | null } {
  const { places, seen } = memoryOf(store);
  return { places: new Map(places.now()), look: seen?.() ?? null };
}
