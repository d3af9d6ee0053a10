import type { ExplorationStore } from '../exploration/store.ts';
import { around, type Camera, type Room } from './camera.ts';

/** A point of the map in the middle of a room of some size. */
export interface MapMiddle extends Room {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** What the map leaves behind when another view takes its room, so that it comes back as it was. */
export interface MapMemory {
  camera: Camera | null;
  /** The room it had last; null before it was drawn. */
  room: Room | null;
  /** What is to be seen of it next; null: as the map decides. */
  wanted: MapMiddle | null;
  /** Whether a person has moved the map; then a change of size does not fit it anew. */
  touched: boolean;
  /** Points whose nodes were spread out by hand. */
  opened: ReadonlySet<string>;
  /** Whether the tray is open; null until a person has said so. */
  trayOpen: boolean | null;
}

const MEMORIES = new WeakMap<ExplorationStore, MapMemory>();

/** Keeps whether the tray beside the map is open. */
export function keepTray(store: ExplorationStore, open: boolean): void {
  mapMemoryOf(store).trayOpen = open;
}

/** One memory per exploration, for as long as that lives. */
export function mapMemoryOf(store: ExplorationStore): MapMemory {
  const before = MEMORIES.get(store);
  if (before !== undefined) return before;
  const memory: MapMemory = {
    camera: null,
    room: null,
    wanted: null,
    touched: false,
    opened: new Set(),
    trayOpen: null,
  };
  MEMORIES.set(store, memory);
  return memory;
}

/** What is seen of the map where a person has moved it; null where it shows what it shows by itself. */
export function mapMiddleOf(store: ExplorationStore): MapMiddle | null {
  const { camera, room, touched } = mapMemoryOf(store);
  if (camera === null || room === null || !touched) return null;
  const { zoom, pan } = camera;
  return { zoom, x: (room.width / 2 - pan.x) / zoom, y: (room.height / 2 - pan.y) / zoom, ...room };
}

/** What is to be seen of the map when it is drawn next; null: as it decides. */
export function restoreMap(store: ExplorationStore, middle: MapMiddle | null): void {
  const memory = mapMemoryOf(store);
  memory.wanted = middle;
  memory.opened = new Set();
  if (middle === null) memory.touched = false;
}

/** The camera that is wanted in a room, smaller in a smaller one; null when none is. It is wanted once. */
export function takeWanted(memory: MapMemory, room: Room): Camera | null {
  const middle = memory.wanted;
  if (middle === null || room.width < 1) return null;
  memory.wanted = null;
  memory.touched = true;
  const share = Math.min(1, room.width / middle.width, room.height / middle.height);
  return around(middle, middle.zoom * share, room);
}
