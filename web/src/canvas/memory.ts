import type { NodeId } from '#vocabulary';
import type { Placing } from '../exploration/arrangement.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import { createPlaces, type Places } from './places.ts';

/** What of the picture is on the screen: zoom and pan as the canvas has them, and its size in pixels. */
export interface Seen {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** What a canvas leaves behind when another view takes its room, so that it comes back as it was. */
export interface CanvasMemory {
  readonly places: Places;
  view: { readonly zoom: number; readonly pan: { readonly x: number; readonly y: number } } | null;
  /** Whether a person has moved the view; then a change of size does not fit it anew. */
  touched: boolean;
  /** What is seen now; null while no canvas stands. */
  seen: (() => Seen) | null;
}

const MEMORIES = new WeakMap<ExplorationStore, CanvasMemory>();

/** One memory per exploration, for as long as that lives. */
export function memoryOf(store: ExplorationStore): CanvasMemory {
  const before = MEMORIES.get(store);
  if (before !== undefined) return before;
  const memory: CanvasMemory = { places: createPlaces(), view: null, touched: false, seen: null };
  MEMORIES.set(store, memory);
  return memory;
}

/** Says where nodes stand; those that are not placed are left out. */
export function standingIn({ places }: CanvasMemory): (ids: readonly NodeId[]) => readonly Placing[] {
  return (ids) =>
    ids.flatMap((id) => {
      const at = places.now().get(id);
      return at === undefined ? [] : [{ id, at: { x: at.x, y: at.y } }];
    });
}
