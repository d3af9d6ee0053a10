import type { Box } from './placement.ts';

/** Room between two parts of a picture. */
const ROOM = 36;

/** By how much each part is moved so that none overlaps another, in the order given. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/**
 * Packs parts into columns, the tallest first, so that the whole is about as wide for its height as the room it is
 * shown in. Of the column heights that parts suggest, the one that fits the room at the largest scale is taken.
 */
export function pack(
  boxes: readonly Box[],
  room: { readonly width: number; readonly height: number },
): { readonly shifts: readonly Shift[]; readonly scale: number } {
  const tallest = Math.max(0, ...boxes.map((box) => box.bottom - box.top));
  const whole = boxes.reduce((sum, box) => sum + box.bottom - box.top + ROOM, 0);
  let best: { readonly shifts: readonly Shift[]; readonly scale: number } | null = null;
  const step = Math.max(60, tallest / 8);
  // The last limit takes everything into one column.
  for (let limit = tallest; limit < whole + step; limit += step) {
    const packed = packColumns(boxes, limit);
    const scale = Math.min(room.width / packed.width, room.height / packed.height);
    if (best === null || scale > best.scale + 1e-6) best = { shifts: packed.shifts, scale };
  }
  return best === null ? { shifts: [], scale: 1 } : { shifts: best.shifts, scale: Math.min(1, best.scale) };
}

function packColumns(
  boxes: readonly Box[],
  limit: number,
): { readonly shifts: readonly Shift[]; readonly width: number; readonly height: number } {
  const tallestFirst = boxes
    .map((box, index) => ({ box, index, height: box.bottom - box.top }))
    .sort((a, b) => b.height - a.height || a.index - b.index);
  const columns: { filled: number; width: number; parts: { index: number; top: number }[] }[] = [];
  for (const { box, index, height } of tallestFirst) {
    let column = columns.find((open) => open.filled + height <= limit);
    if (column === undefined) columns.push((column = { filled: 0, width: 0, parts: [] }));
    column.parts.push({ index, top: column.filled });
    column.filled += height + ROOM;
    column.width = Math.max(column.width, box.right - box.left);
  }
  const shifts: Shift[] = boxes.map(() => ({ x: 0, y: 0 }));
  let x = 0;
  for (const column of columns) {
    for (const { index, top } of column.parts) {
      const box = boxes[index];
      if (box !== undefined) shifts[index] = { x: x - box.left, y: top - box.top };
    }
    x += column.width + ROOM;
  }
  return {
    shifts,
    width: Math.max(1, x - ROOM),
    height: Math.max(1, ...columns.map((column) => column.filled - ROOM)),
  };
}
