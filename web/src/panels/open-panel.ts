import { useSyncExternalStore } from 'react';
import { NODE_TYPES, type NodeId, type NodeType } from '#vocabulary';
import type { QuestionAsked } from '../actions/questions.ts';
import type { Measure } from '../exploration/looks.ts';
import type { TiersTraced } from '../exploration/way.ts';

/** An analysis that stands in the place of the answer's list until it is closed. */
export type OpenPanel =
  /** Ways between two nodes; null: still to be chosen. */
  | { readonly kind: 'PATHS'; readonly from: NodeId | null; readonly to: NodeId | null }
  /** Who could deal with whom; null: any. */
  | { readonly kind: 'GAPS'; readonly cluster: NodeId | null; readonly firm: NodeId | null }
  /** Suppliers or buyers, tier by tier; null: still to be chosen. */
  | { readonly kind: 'TIERS'; readonly root: NodeId | null; readonly direction: TiersTraced }
  /** Which nodes matter most for how others are linked. */
  | { readonly kind: 'RANKS'; readonly measure: Measure }
  /** Which nodes belong together. */
  | { readonly kind: 'COMMUNITIES' }
  /** What the data hold of a province or regency; null: still to be chosen. */
  | { readonly kind: 'PLACES'; readonly place: NodeId | null }
  /** Which support reached whom: about a cluster, a place or a supporter; null: about all. */
  | { readonly kind: 'PROGRAMMES'; readonly of: NodeId | null; readonly type: NodeType | null }
  /** Where one loss does most; with a node, what falls off with it. */
  | { readonly kind: 'FRAGILITY'; readonly without: NodeId | null }
  /** How sectors are linked, by an input-output table. */
  | { readonly kind: 'INPUT_OUTPUT'; readonly picture?: 'LINKAGES' | 'EXTRACTION'; readonly sector?: string | null }
  /** What would happen to the others; null: shocks are still to be chosen. */
  | { readonly kind: 'WHAT_IF'; readonly closes: NodeId | null; readonly demand?: AskedDemand }
  /** Named questions; with one it is answered at once, with a typed text that is matched to one. */
  | { readonly kind: 'QUESTIONS'; readonly asked: QuestionAsked | null; readonly typed: string | null };

/** A change of the final demand for a product of the table, by its code, in percent. */
export interface AskedDemand {
  readonly sector: string;
  readonly percent: number;
}

/** Who can close, and where all makers can. */
export const MAKERS = ['LargeIndustry', 'SmiCluster', 'SmallIndustry', 'Facility', 'Organisation'] as const;
export const PLACES = ['Province', 'Regency', 'Locality'] as const;

/** What if the maker, or all makers of the place, closed; null for other nodes. */
export function whatIfEnds(id: NodeId, type: NodeType): OpenPanel | null {
  return [...MAKERS, ...PLACES].some((one) => one === type) ? { kind: 'WHAT_IF', closes: id } : null;
}

/** Analyses that stand in the place of the picture, too; their own pictures, or rows. */
export function drawsItself(panel: OpenPanel | null): boolean {
  return panel?.kind === 'TIERS' || panel?.kind === 'INPUT_OUTPUT' || panel?.kind === 'WHAT_IF';
}

let open: OpenPanel | null = null;
const listeners = new Set<() => void>();

/** Opens an analysis in place of the one that stands; null goes back to the answer. */
export function openPanel(panel: OpenPanel | null): void {
  open = panel;
  for (const listener of listeners) listener();
}

/**
 * Opens the tiers around a node. Unless a direction is given they are those that a person most likely wants: from small
 * makers who buys, from all others who supplies.
 */
export function openTrace(node: { readonly id: NodeId; readonly type: NodeType }, direction?: TiersTraced): void {
  const usual = NODE_TYPES[node.type].family === 'smallMakers' ? 'DOWNSTREAM' : 'UPSTREAM';
  openPanel({ kind: 'TIERS', root: node.id, direction: direction ?? usual });
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
