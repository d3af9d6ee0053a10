import type { NodeId } from '#vocabulary';
import type { Placements, Size } from './placement.ts';

/** Beyond so many nodes of fixed size the picture is a crowd of dots, and their names are not inside anyway. */
const MOST = 2_000;

/**
 * The smallest zoom at which nodes that keep their size on screen do not cover each other; 0 where there are fewer than two.
 * Seen from further away they have to shrink with the rest. Two that stand over each other even at full size, as after a
 * person put them there, do not count. O(n²) for n of fixed size, which are at most {@link MOST}.
 */
export function fixedFrom(places: Placements, sizes: ReadonlyMap<NodeId, Size>): number {
  const fixed = [...places].flatMap(([id, at]) => {
    const size = sizes.get(id);
    return size?.fixed === true ? [{ ...at, half: size.half }] : [];
  });
  if (fixed.length > MOST) return 1;
  let from = 0;
  fixed.forEach((a, index) => {
    for (const b of fixed.slice(index + 1)) {
      const across = (a.half.x + b.half.x) / Math.abs(a.x - b.x);
      const down = (a.half.y + b.half.y) / Math.abs(a.y - b.y);
      const apart = Math.min(across, down);
      if (apart <= 1) from = Math.max(from, apart);
    }
  });
  return from;
}

/** By how much a node of fixed size is drawn larger than at zoom 1, in the picture's own coordinates. */
export function fixedScale(zoom: number, from: number): number {
  return 1 / Math.max(zoom, from);
}

/** The part of its full size on screen that a node of fixed size has at a zoom, at most 1. */
export function fixedShare(zoom: number, from: number): number {
  return from === 0 ? 1 : Math.min(1, zoom / from);
}
