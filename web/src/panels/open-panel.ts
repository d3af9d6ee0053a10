import { useSyncExternalStore } from 'react';
import type { NodeId } from '#vocabulary';

/** An analysis that stands in the place of the answer's list until it is closed. */
export interface OpenPanel {
  /** Ways between two nodes. */
  readonly kind: 'PATHS';
  /** null: still to be chosen. */
  readonly from: NodeId | null;
  readonly to: NodeId | null;
}

let open: OpenPanel | null = null;
const listeners = new Set<() => void>();

/** Opens an analysis in place of the one that stands; null goes back to the answer. */
export function openPanel(panel: OpenPanel | null): void {
  open = panel;
  for (const listener of listeners) listener();
}

/** Closes the analysis that stands; false when none does. */
export function closePanel(): boolean {
  if (open === null) return false;
  openPanel(null);
  return true;
}

const read = (): OpenPanel | null => open;

/** The analysis that stands; null for the answer. Another object each time one is opened. */
export function useOpenPanel(): OpenPanel | null {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
}
