import type { KeyboardEvent } from 'react';

/** Up and down go from row to row, Home and End to the ends; Tab goes through them, too. */
export function stepThroughRows(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest('[data-rows]');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(event.currentTarget);
  const next = nextRow(event.key, at, rows.length);
  if (at < 0 || next === null) return;
  rows[next]?.focus();
  event.preventDefault();
}

function nextRow(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
