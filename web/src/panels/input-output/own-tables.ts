import { useSyncExternalStore } from 'react';
import type { OwnTable } from '../../actions/input-output.ts';

let tables: readonly OwnTable[] = [];
const listeners = new Set<() => void>();

/** Tables that were brought along are there until the page goes; the same one once. */
export function keepOwnTable(own: OwnTable): void {
  tables = [...tables.filter(({ id }) => id !== own.id), own];
  for (const listener of listeners) listener();
}

const read = (): readonly OwnTable[] => tables;

/** In the order in which they were brought along. */
export function useOwnTables(): readonly OwnTable[] {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
}
