import type { Box, LabelSide } from '../canvas/layout/placement.ts';
import { labelBox } from '../canvas/layout/placement.ts';
import { Boxes } from '../canvas/layout/boxes.ts';
import type { Point } from '../canvas/nearest.ts';

/** A name that would like to be drawn. */
export interface NameWish {
  readonly id: string;
  readonly at: Point;
  readonly half: Point;
  readonly width: number;
  readonly height: number;
  /** Lower comes first; 0 is drawn whatever is in the way. */
  readonly rank: number;
}

/** A name with its place on the screen. */
export interface PlannedName {
  readonly id: string;
  readonly box: Box;
  readonly side: LabelSide;
}

const SIDES: readonly LabelSide[] = ['right', 'left', 'below'];

/**
 * Which names are drawn, and on which side: none over another name or another shape, lower ranks first, then in the order
 * given; all of them whole on the screen. Names of rank 0 are always there. Names of places (`ground`) come last and only
 * where there is room.
 */
export function planNames(
  shapes: readonly Box[],
  wishes: readonly NameWish[],
  ground: readonly NameWish[],
  screen: Box,
): readonly PlannedName[] {
  const occupied = new Boxes();
  for (const box of shapes) occupied.add(box);
  const planned: PlannedName[] = [];
  const inOrder = wishes.map((wish, order) => ({ wish, order }));
  inOrder.sort((a, b) => a.wish.rank - b.wish.rank || a.order - b.order);
  for (const wish of [...inOrder.map(({ wish: next }) => next), ...ground]) {
    const sides = SIDES.map((side) => ({ id: wish.id, side, box: boxOf(wish, side) }));
    const place =
      sides.find(({ box }) => isWithin(box, screen) && !occupied.hits(box)) ?? (wish.rank === 0 ? sides[0] : undefined);
    if (place === undefined) continue;
    occupied.add(place.box);
    planned.push(place);
  }
  return planned;
}

function isWithin(box: Box, screen: Box): boolean {
  return box.left >= screen.left && box.right <= screen.right && box.top >= screen.top && box.bottom <= screen.bottom;
}

function boxOf({ at, half, width, height }: NameWish, side: LabelSide): Box {
  return labelBox({ ...at, side }, { half, label: { width, height } });
}
