import { NODE_TYPES, RELATION_FAMILIES, type NodeType, type RelationFamily, type RelationId } from '#vocabulary';
import type { Doubtful, VisibleGraph } from '../exploration/visible-graph.ts';

/** What is drawn now, counted: types of node and families of relation in the vocabulary's order; what is not drawn is left out. */
export interface LegendCounts {
  readonly nodes: readonly { readonly type: NodeType; readonly count: number }[];
  /** Relations, not lines; those that are not documented themselves are counted apart. */
  readonly families: readonly { readonly family: RelationFamily; readonly count: number }[];
  readonly inferred: number;
  readonly possible: number;
  readonly disputed: number;
  /** Nodes that only those see whose role may see restricted records. */
  readonly restricted: number;
}

export function legendCounts(graph: VisibleGraph): LegendCounts {
  const types = Object.keys(NODE_TYPES).filter((key): key is NodeType => key in NODE_TYPES);
  const families = Object.keys(RELATION_FAMILIES).filter((key): key is RelationFamily => key in RELATION_FAMILIES);
  const counted = new Map<NodeType, number>();
  for (const node of graph.nodes) {
    const within = node.group?.types ?? [{ type: node.type, count: 1 }];
    for (const { type, count } of within) counted.set(type, (counted.get(type) ?? 0) + count);
  }
  const doubtful = (kind: keyof Doubtful): ReadonlySet<RelationId> =>
    new Set(graph.lines.flatMap((line) => line.doubtful[kind]));
  const inferred = doubtful('inferred');
  const documented = (family: RelationFamily): number =>
    new Set(
      graph.lines.flatMap((line) => (line.family === family ? line.relations.filter((id) => !inferred.has(id)) : [])),
    ).size;
  return {
    nodes: types.map((type) => ({ type, count: counted.get(type) ?? 0 })).filter(({ count }) => count > 0),
    families: families.map((family) => ({ family, count: documented(family) })).filter(({ count }) => count > 0),
    inferred: inferred.size,
    possible: doubtful('possible').size,
    disputed: doubtful('disputed').size,
    restricted: graph.nodes.filter(({ restricted }) => restricted === true).length,
  };
}
