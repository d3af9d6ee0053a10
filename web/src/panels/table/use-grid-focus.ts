import { useEffect, useRef, useState, type RefObject } from 'react';
import type { GridCell } from './grid-keys.ts';

/** Where the keyboard stands in a grid, and how it gets elsewhere. */
export interface GridFocus {
  readonly at: GridCell;
  readonly moveTo: (cell: GridCell, focus: boolean) => void;
}

/** Frames that are waited for a cell to be drawn after the grid was scrolled to it. */
const PATIENCE = 10;

/** One cell of the grid is in the order of Tab; the arrow keys move which. */
export function useGridFocus(grid: RefObject<HTMLElement | null>, rows: number): GridFocus {
  const [at, setAt] = useState<GridCell>({ row: 0, column: 1 });
  const wanted = useRef(false);
  // Rows may be fewer than they were.
  const there = at.row < rows ? at : { ...at, row: rows - 1 };

  useEffect(() => {
    if (!wanted.current) return undefined;
    wanted.current = false;
    let frame = 0;
    const focus = (left: number): void => {
      const cell = grid.current?.querySelector<HTMLElement>(`[data-row="${at.row}"][data-column="${at.column}"]`);
      if (cell !== null && cell !== undefined) (cell.querySelector<HTMLElement>('[data-part]') ?? cell).focus();
      else if (left > 0) frame = window.requestAnimationFrame(() => focus(left - 1));
    };
    focus(PATIENCE);
    return () => window.cancelAnimationFrame(frame);
  }, [at, grid]);

  return {
    at: there,
    moveTo: (cell, focus) => {
      wanted.current = focus;
      setAt(cell);
    },
  };
}
