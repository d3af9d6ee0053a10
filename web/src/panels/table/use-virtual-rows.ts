import type { RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';

/** The rows in sight, and a few around them. */
export interface VirtualRows {
  readonly items: readonly { readonly index: number; readonly start: number; readonly size: number }[];
  /** Of all rows, in pixels. */
  readonly height: number;
  readonly show: (row: number) => void;
  /** How many rows are in sight. */
  readonly page: () => number;
}

const OVERSCAN = 10;

/** Keeps only the rows in sight in the document, and the one where the keyboard stands. */
export function useVirtualRows(
  scroll: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  active: number,
): VirtualRows {
  // The React Compiler, which this library is not ready for, is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    // Drawing at once at every scroll event halves the frames; the rows around those in sight bridge the delay.
    useFlushSync: false,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return active < 0 || active >= count || rows.includes(active) ? rows : [...rows, active].sort((a, b) => a - b);
    },
  });
  return {
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    show: (row) => virtual.scrollToIndex(row),
    page: () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? rowHeight) / rowHeight) - 1),
  };
}
