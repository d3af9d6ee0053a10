import type { Box } from './placement.ts';
import { Boxes } from './boxes.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Whether a straight piece touches a box (Liang and Barsky 1984). */
export function crosses(a: Spot, b: Spot, box: Box): boolean {
  let [enter, leave] = [0, 1];
  for (const [start, change, low, high] of [
    [a.x, b.x - a.x, box.left, box.right],
    [a.y, b.y - a.y, box.top, box.bottom],
  ] as const) {
    if (change === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [one, other] = [(low - start) / change, (high - start) / change];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter < leave;
}

/** A straight piece of a line, with the line's name. */
export interface Piece {
  readonly line: string;
  readonly a: Spot;
  readonly b: Spot;
}

/** Pieces of lines by coarse cells. */
export class Pieces {
  private readonly boxes = new Boxes(160);
  private readonly pieces = new Map<Box, Piece>();

  /** Long pieces are cut, so that their boxes stay small. */
  add(piece: Piece): void {
    const { a, b } = piece;
    const parts = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 160));
    for (let part = 0; part < parts; part += 1) {
      const at = (share: number): Spot => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
      const [from, to] = [at(part / parts), at((part + 1) / parts)];
      const box = {
        left: Math.min(from.x, to.x) - 0.5,
        right: Math.max(from.x, to.x) + 0.5,
        top: Math.min(from.y, to.y) - 0.5,
        bottom: Math.max(from.y, to.y) + 0.5,
      };
      this.boxes.add(box);
      this.pieces.set(box, { line: piece.line, a: from, b: to });
    }
  }

  /** Lines that touch a box. */
  touching(box: Box): ReadonlySet<string> {
    const lines = new Set<string>();
    for (const near of this.boxes.near(box)) {
      const piece = this.pieces.get(near);
      if (piece !== undefined && crosses(piece.a, piece.b, box)) lines.add(piece.line);
    }
    return lines;
  }
}
