import type { ExplorationStore } from '../exploration/store.ts';
import type { Camera } from './camera.ts';

/** What the map leaves behind when another view takes its room, so that it comes back as it was. */
export interface MapMemory {
  camera: Camera | null;
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
  const memory: MapMemory = { camera: null, touched: false, opened: new Set(), trayOpen: null };
  MEMORIES.set(store, memory);
  return memory;
}
