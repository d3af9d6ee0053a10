import { isRelationType, RELATION_TYPES, type NodeId, type RelationType } from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection } from '../../projection/projection.ts';
import { TIE_ROLES } from '../ties/tie-roles.ts';

/**
 * The types that link makers, traders and firms: goods that went or were agreed on, and who belongs to or stands for whom.
 * Support, place and what is only possible link nobody.
 */
export const LINKAGE_TYPES: readonly RelationType[] = Object.keys(RELATION_TYPES)
  .filter(isRelationType)
  .filter((type) => {
    const role = TIE_ROLES[type];
    if (role?.part === 'goods') return role.claim !== 'POTENTIAL_SUPPLY';
    return role?.part === 'standIn' || role?.part === 'twin' || role?.part === 'facilityOwner';
  });

/** A simple undirected graph over part of a projection: no parallel relations, no relation of a node with itself. */
export interface UndirectedView {
  /** Nodes with at least one neighbour, ascending; positions in it number the view's nodes. */
  readonly nodes: Int32Array;
  /** Neighbours of node n: `neighbours[offsets[n]..offsets[n + 1]]`, positions, ascending. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/**
 * O(relations · log of the largest degree).
 * @param among only these nodes; absent: all. Ids that are not in the projection are passed over
 */
export function undirectedView(
  projection: Projection,
  filter: CompiledFilter,
  among?: readonly NodeId[],
): UndirectedView {
  const kept = among === undefined ? null : new Set(among.map((id) => projection.nodeIndex(id)));
  const allows = (node: NodeIndex): boolean => filter.allowsNode(node) && (kept === null || kept.has(node));
  const { nodeCount, relationCount } = projection;
  const around = new Map<NodeIndex, Set<NodeIndex>>();
  const join = (a: NodeIndex, b: NodeIndex): void => {
    const neighbours = around.get(a) ?? new Set<NodeIndex>();
    around.set(a, neighbours.add(b));
  };
  for (let relation = 0; relation < relationCount; relation += 1) {
    if (!filter.allowsRelation(relation)) continue;
    const from = projection.relationFrom(relation);
    const to = projection.relationTo(relation);
    if (from === to || !allows(from) || !allows(to)) continue;
    join(from, to);
    join(to, from);
  }
  const nodes = Int32Array.from(around.keys()).sort();
  const positions = new Int32Array(nodeCount).fill(-1);
  nodes.forEach((node, position) => (positions[node] = position));
  const offsets = new Int32Array(nodes.length + 1);
  nodes.forEach((node, position) => {
    offsets[position + 1] = (offsets[position] ?? 0) + (around.get(node)?.size ?? 0);
  });
  const neighbours = new Int32Array(offsets.at(-1) ?? 0);
  nodes.forEach((node, position) => {
    const own = Int32Array.from(around.get(node) ?? [], (other) => positions[other] ?? -1).sort();
    neighbours.set(own, offsets[position]);
  });
  return { nodes, offsets, neighbours };
}
