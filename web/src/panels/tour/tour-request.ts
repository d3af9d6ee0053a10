/** Whether the tour is under way; anything on the page may begin it. */
import { useSyncExternalStore } from 'react';

let shown = false;
const listeners = new Set<() => void>();

function set(to: boolean): void {
  shown = to;
  for (const listener of listeners) listener();
}

/** Begins the tour. */
export function showTour(): void {
  set(true);
}

/** Ends it, wherever it stands. */
export function endTour(): void {
  set(false);
}

/** Whether the tour is under way. */
export function useTourShown(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => shown,
  );
}
