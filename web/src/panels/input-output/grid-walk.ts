/** A cell of a square grid, from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Rows that Page Up and Page Down pass. */
const PAGE = 5;

/** The cell that a key leads to; null for keys that do not walk. @param size rows, and columns, of the grid */
export function nextCell(
  { row, column }: Cell,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  size: number,
): Cell | null {
  const last = size - 1;
  const within = (place: number): number => Math.min(last, Math.max(0, place));
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1), column };
    case 'ArrowDown':
      return { row: within(row + 1), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1) };
    case 'ArrowRight':
      return { row, column: within(column + 1) };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? last : row, column: last };
    case 'PageUp':
      return { row: within(row - PAGE), column };
    case 'PageDown':
      return { row: within(row + PAGE), column };
    default:
      return null;
  }
}
