import type { NodeId, NodeType } from '#vocabulary';
import type { OpenPanel } from '../open-panel.ts';

/** The gaps of a cluster or a large industry; null for other nodes. */
export function gapEnds(id: NodeId, type: NodeType): OpenPanel | null {
  if (type === 'SmiCluster') return { kind: 'GAPS', cluster: id, firm: null };
  return type === 'LargeIndustry' ? { kind: 'GAPS', cluster: null, firm: id } : null;
}
