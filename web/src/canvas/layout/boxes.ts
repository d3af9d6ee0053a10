import { collide, type Box } from './placement.ts';

/** Boxes by coarse cells, so that asking what is in the way stays cheap however many there are. */
export class Boxes {
  private readonly cells = new Map<number, Box[]>();
  private readonly cell: number;

  /** @param cell side of a cell: about the size of a usual box */
  constructor(cell = 120) {
    this.cell = cell;
  }

  add(box: Box): void {
    this.each(box, 0, (key) => {
      const boxes = this.cells.get(key);
      if (boxes === undefined) this.cells.set(key, [box]);
      else boxes.push(box);
      return false;
    });
  }

  /** Whether something comes nearer than `room`. */
  hits(box: Box, room = 0): boolean {
    return this.each(box, room, (key) => this.cells.get(key)?.some((other) => collide(other, box, room)) === true);
  }

  /** All that come nearer than `room`; one that lies in several cells comes several times. */
  near(box: Box, room = 0): readonly Box[] {
    const found: Box[] = [];
    this.each(box, room, (key) => {
      for (const other of this.cells.get(key) ?? []) if (collide(other, box, room)) found.push(other);
      return false;
    });
    return found;
  }

  /** Goes through the cells under a box until the work says that it is done. */
  private each(box: Box, room: number, work: (key: number) => boolean): boolean {
    const [left, right] = [Math.floor((box.left - room) / this.cell), Math.floor((box.right + room) / this.cell)];
    const [top, bottom] = [Math.floor((box.top - room) / this.cell), Math.floor((box.bottom + room) / this.cell)];
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) if (work(x * 1_048_583 + y)) return true;
    }
    return false;
  }
}
