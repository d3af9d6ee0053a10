import type { NodeId, NodeType } from '#vocabulary';
import type { OpenPanel } from '../open-panel.ts';

/** Nodes that support reaches or comes from, and that have a panel of it. */
const SUPPORT_TYPES: readonly NodeType[] = [
  'SmiCluster',
  'Programme',
  'Province',
  'Regency',
  'FundingSource',
  'Agency',
];

/** The support of a cluster, in a place, or by a programme or agency; null for other nodes. */
export function supportOf(id: NodeId, type: NodeType): OpenPanel | null {
  return SUPPORT_TYPES.includes(type) ? { kind: 'PROGRAMMES', of: id, type } : null;
}
