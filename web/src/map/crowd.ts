import { collide, type Box } from '../canvas/layout/placement.ts';

const CELL = 120;

/** What stands on the screen already, by coarse cells, so that looking for room stays cheap however much that is. */
export class Crowd {
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const cell of cellsUnder(box)) {
      const boxes = this.cells.get(cell);
      if (boxes === undefined) this.cells.set(cell, [box]);
      else boxes.push(box);
    }
  }

  /** Whether something is in the way. */
  hits(box: Box): boolean {
    return cellsUnder(box).some((cell) => this.cells.get(cell)?.some((other) => collide(other, box)) === true);
  }
}

function cellsUnder(box: Box): readonly string[] {
  const cells: string[] = [];
  for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
    for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) cells.push(`${x},${y}`);
  }
  return cells;
}
