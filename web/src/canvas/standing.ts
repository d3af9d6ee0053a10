import type { Layout } from '../exploration/arrangement.ts';
import type { Step } from '../exploration/step.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import type { Placements } from './layout/placement.ts';
import { memoryOf, type Middle, type Seen } from './memory.ts';

/** Where the nodes of the picture stand, and what of it is on the screen; for exports, to be read only. */
export function standing(store: ExplorationStore): { readonly places: Placements; readonly look: Seen | null } {
  const { places, seen } = memoryOf(store);
  return { places: new Map(places.now()), look: seen?.() ?? null };
}

/** What is seen of the picture, or was when another view took its room; null when it was never drawn. */
export function middleOf(store: ExplorationStore): Middle | null {
  const { seen, view } = memoryOf(store);
  const look = seen?.() ?? view;
  if (look === null || look.width < 1 || look.height < 1) return null;
  const { zoom, pan, width, height } = look;
  return { zoom, x: (width / 2 - pan.x) / zoom, y: (height / 2 - pan.y) / zoom, width, height };
}

/** How a picture that was kept elsewhere is to stand once the exploration has come to `step`. */
export interface KeptPicture {
  readonly graph: VisibleGraph;
  readonly places: Placements;
  readonly layout: Layout;
  readonly step: Step;
  readonly middle: Middle;
}

/** Puts a picture back that was kept elsewhere; to be called right before the exploration takes the step. */
export function restoreStanding(store: ExplorationStore, { graph, places, layout, step, middle }: KeptPicture): void {
  const memory = memoryOf(store);
  memory.places.restore(graph, places, layout, step);
  memory.wanted = middle;
  memory.view = null;
  memory.touched = true;
}
