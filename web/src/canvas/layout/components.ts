import type { NodeId } from '#vocabulary';

/** The two ends of a line; the direction is that of the goods, money or care. */
export interface Ends {
  readonly from: NodeId;
  readonly to: NodeId;
  /** Neither end is first, so that they may stand in one layer. */
  readonly level?: boolean;
}

export interface Component {
  readonly nodes: readonly NodeId[];
  readonly lines: readonly Ends[];
}

/** Connected parts, in order of their first node; nodes and lines keep their order. Lines with an end elsewhere are left out. */
export function componentsOf(nodes: readonly NodeId[], lines: readonly Ends[]): readonly Component[] {
  const leader = new Map<NodeId, NodeId>(nodes.map((id) => [id, id]));
  const find = (id: NodeId): NodeId => {
    let at = id;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    leader.set(id, at);
    return at;
  };
  const inside = lines.filter(({ from, to }) => leader.has(from) && leader.has(to));
  for (const { from, to } of inside) leader.set(find(to), find(from));
  const parts = new Map<NodeId, { nodes: NodeId[]; lines: Ends[] }>();
  for (const id of nodes) {
    const part = parts.get(find(id)) ?? { nodes: [], lines: [] };
    parts.set(find(id), part);
    part.nodes.push(id);
  }
  for (const line of inside) parts.get(find(line.from))?.lines.push(line);
  return [...parts.values()];
}
