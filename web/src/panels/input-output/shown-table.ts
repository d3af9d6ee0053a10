import { useSyncExternalStore } from 'react';
import type { InputOutputTable } from '../../actions/input-output.ts';
import type { Asked } from './asked.ts';

/** What the panel shows, for the picture beside it. */
export interface ShownTable {
  /** As it was answered: `asked.of` names the matrix of the table. */
  readonly asked: Asked;
  readonly table: InputOutputTable;
  readonly change: (change: Partial<Asked>) => void;
}

let shown: ShownTable | null = null;
const listeners = new Set<() => void>();

/** null: nothing to draw, for it is awaited or failed. */
export function showTable(next: ShownTable | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

const read = (): ShownTable | null => shown;

/** The table that the panel shows. */
export function useShownTable(): ShownTable | null {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
}
