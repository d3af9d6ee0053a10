import type { Colours } from '../../appearance/colours.ts';
import { LINE_HEIGHT, textMark, type Mark } from './drawing.ts';
import type { NodeOnSheet } from './nodes.ts';
import type { Side } from './scene.ts';

/** A rectangle on the sheet, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface NamePlace {
  readonly shown: NodeOnSheet;
  readonly side: Side;
  readonly box: Box;
}

const SIDES: readonly Side[] = ['right', 'left', 'below', 'above'];
const GAP = 6;
const CELL = 120;

/** Boxes by coarse cells, so that thousands of names stay cheap. */
export class Occupied {
  readonly #cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes === undefined) this.#cells.set(cell, [box]);
      else boxes.push(box);
    }
  }

  hits(box: Box): boolean {
    return cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(other, box)) === true);
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function cellsOf(box: Box): readonly string[] {
  const cells: string[] = [];
  for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
    for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) cells.push(`${x} ${y}`);
  }
  return cells;
}

/** Room that a node takes without its name. */
export function nodeBox({ x, y, half }: NodeOnSheet): Box {
  return { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
}

/**
 * Where names stand: none over another name or node, those of lower rank first. A name without room has no place.
 * @param occupied what is taken already; nodes and names are added to it
 */
export function placeNames(nodes: readonly NodeOnSheet[], occupied: Occupied): readonly NamePlace[] {
  for (const shown of nodes) occupied.add(nodeBox(shown));
  const places: NamePlace[] = [];
  for (const shown of [...nodes].sort((a, b) => a.node.rank - b.node.rank)) {
    if (shown.pill || !shown.node.named) continue;
    const sides = [shown.node.side, ...SIDES.filter((side) => side !== shown.node.side)];
    const place = sides
      .map((side) => ({ shown, side, box: sideBox(shown, side) }))
      .find(({ box }) => !occupied.hits(box));
    if (place === undefined) continue;
    occupied.add(place.box);
    places.push(place);
  }
  return places;
}

function sideBox({ x, y, half, label: { width, height } }: NodeOnSheet, side: Side): Box {
  switch (side) {
    case 'right':
      return { left: x + half.x + GAP, right: x + half.x + GAP + width, top: y - height / 2, bottom: y + height / 2 };
    case 'left':
      return { left: x - half.x - GAP - width, right: x - half.x - GAP, top: y - height / 2, bottom: y + height / 2 };
    case 'above':
      return { left: x - width / 2, right: x + width / 2, top: y - half.y - 4 - height, bottom: y - half.y - 4 };
    case 'below':
      return { left: x - width / 2, right: x + width / 2, top: y + half.y + 4, bottom: y + half.y + 4 + height };
  }
}

export function nameMarks({ shown, side, box }: NamePlace, colours: Colours): readonly Mark[] {
  const anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle';
  const x = side === 'right' ? box.left : side === 'left' ? box.right : (box.left + box.right) / 2;
  const first = box.top + LINE_HEIGHT.name / 2;
  const name = shown.name.map((line, at) =>
    textMark(
      line,
      { x, y: first + at * LINE_HEIGHT.name },
      { look: 'name', ink: colours.ink, rim: colours.canvas, anchor },
    ),
  );
  if (shown.second === null) return name;
  const y = first + shown.name.length * LINE_HEIGHT.name;
  return [
    ...name,
    textMark(shown.second, { x, y }, { look: 'small', ink: colours['ink-2'], rim: colours.canvas, anchor }),
  ];
}
