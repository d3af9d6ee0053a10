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

/** A point of the picture in the middle of a screen of some size. */
export interface Middle {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a canvas leaves behind when another view takes its room, so that it comes back as it was. */
export interface CanvasMemory {
  readonly places: Places;
  view: Seen | null;
  /** What is to be seen of the next picture; null: as the canvas decides. */
  wanted: Middle | null;
  /** What was to be seen of this one, as long as nobody has looked elsewhere: it is seen again when the canvas has another size. */
  kept: Middle | null;
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
  const memory: CanvasMemory = {
    places: createPlaces(),
    view: null,
    wanted: null,
    kept: null,
    touched: false,
    seen: null,
  };
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

/** A person has moved the view. */
export function touch(memory: CanvasMemory): void {
  memory.touched = true;
  memory.kept = null;
}

/** What is to be seen of the picture that is drawn now; null: as the canvas decides. */
export function takeWanted(memory: CanvasMemory): Middle | null {
  const { wanted } = memory;
  if (wanted !== null) memory.kept = wanted;
  memory.wanted = null;
  return wanted;
}
