import type { NodeId, NodeType } from '#vocabulary';
import type { OpenPanel } from '../open-panel.ts';

/** The profile of a province or regency; null for other nodes. */
export function placeProfileOf(id: NodeId, type: NodeType): OpenPanel | null {
  return type === 'Province' || type === 'Regency' ? { kind: 'PLACES', place: id } : null;
}
