import { isRelationType, RELATION_TYPES, type NodeId, type RelationType } from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
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
  const rows = joinedRows(nodeCount, relationCount, (relation, join) => {
    if (!filter.allowsRelation(relation)) return;
    const from = projection.relationFrom(relation);
    const to = projection.relationTo(relation);
    if (from !== to && allows(from) && allows(to)) join(from, to);
  });
  const nodes = Int32Array.from(rows.keys()).filter((node) => (rows[node]?.length ?? 0) > 0);
  const positions = new Int32Array(nodeCount).fill(-1);
  nodes.forEach((node, position) => (positions[node] = position));
  const offsets = new Int32Array(nodes.length + 1);
  nodes.forEach((node, position) => {
    offsets[position + 1] = (offsets[position] ?? 0) + (rows[node]?.length ?? 0);
  });
  const neighbours = new Int32Array(offsets.at(-1) ?? 0);
  nodes.forEach((node, position) => {
    rows[node]?.forEach((other, i) => (neighbours[(offsets[position] ?? 0) + i] = positions[other] ?? -1));
  });
  return { nodes, offsets, neighbours };
}

/**
 * For every node those joined with it, ascending, each once: counted first, then put in their places.
 * @param eachPair calls `join` with the two ends of a relation, or not
 */
function joinedRows(
  nodeCount: number,
  relationCount: number,
  eachPair: (relation: RelationIndex, join: (a: NodeIndex, b: NodeIndex) => void) => void,
): readonly Int32Array[] {
  const offsets = new Int32Array(nodeCount + 1);
  const count = (node: NodeIndex): void => void (offsets[node + 1] = (offsets[node + 1] ?? 0) + 1);
  for (let relation = 0; relation < relationCount; relation += 1) {
    eachPair(relation, (a, b) => {
      count(a);
      count(b);
    });
  }
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const joined = new Int32Array(offsets.at(-1) ?? 0);
  const free = offsets.slice(0, nodeCount);
  const put = (node: NodeIndex, other: NodeIndex): void => {
    const place = free[node] ?? 0;
    joined[place] = other;
    free[node] = place + 1;
  };
  for (let relation = 0; relation < relationCount; relation += 1) {
    eachPair(relation, (a, b) => {
      put(a, b);
      put(b, a);
    });
  }
  return Array.from({ length: nodeCount }, (_, node) => {
    const row = joined.subarray(offsets[node], offsets[node + 1]).sort();
    return row.filter((other, i) => i === 0 || other !== row[i - 1]);
  });
}
