import type { Look, Side } from '../../export/picture/scene.ts';

/** Where the nodes of the picture stand, and what of it is on the screen. */
export interface StandingNow {
  /** By id; a node that was never drawn has no place. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number; readonly side: Side }>;
  /** Null when the graph is not on the screen. */
  readonly look: Look | null;
}
