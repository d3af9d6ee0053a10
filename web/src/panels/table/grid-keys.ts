/** A cell of a grid; the heading is row −1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** How large a grid is. */
export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight. */
  readonly page: number;
}

/**
 * Where a key leads in a grid, as the ARIA practices have it: arrows by one, Home and End within the row, with Ctrl within
 * the grid, Page Up and Page Down by what is in sight. Null: the key leads nowhere.
 */
export function cellAfter(key: string, ctrl: boolean, at: GridCell, extent: GridExtent): GridCell | null {
  const to = target(key, ctrl, at, extent);
  if (to === null) return null;
  const cell = {
    row: Math.max(-1, Math.min(extent.rows - 1, to.row)),
    column: Math.max(0, Math.min(extent.columns - 1, to.column)),
  };
  return cell.row === at.row && cell.column === at.column ? null : cell;
}

function target(key: string, ctrl: boolean, { row, column }: GridCell, extent: GridExtent): GridCell | null {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + extent.page, column };
    case 'PageUp':
      return { row: Math.max(0, row - extent.page), column };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: extent.rows - 1, column: extent.columns - 1 } : { row, column: extent.columns - 1 };
    default:
      return null;
  }
}
