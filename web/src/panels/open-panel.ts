import { useSyncExternalStore } from 'react';
import type { NodeId, NodeType } from '#vocabulary';

/** An analysis that stands in the place of the answer's list until it is closed. */
export type OpenPanel =
  /** Ways between two nodes; null: still to be chosen. */
  | { readonly kind: 'PATHS'; readonly from: NodeId | null; readonly to: NodeId | null }
  /** Who could deal with whom; null: any. */
  | { readonly kind: 'GAPS'; readonly cluster: NodeId | null; readonly firm: NodeId | null };

/** The gaps of a cluster or a large industry; null for other nodes. */
export function gapEnds(id: NodeId, type: NodeType): OpenPanel | null {
  if (type === 'SmiCluster') return { kind: 'GAPS', cluster: id, firm: null };
  return type === 'LargeIndustry' ? { kind: 'GAPS', cluster: null, firm: id } : null;
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
