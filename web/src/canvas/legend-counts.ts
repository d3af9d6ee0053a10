import { NODE_TYPES, RELATION_FAMILIES, type NodeType, type RelationFamily } from '#vocabulary';
import type { VisibleGraph } from '../exploration/visible-graph.ts';

/** What is drawn now, counted: types of node and families of relation in the vocabulary's order; what is not drawn is left out. */
export interface LegendCounts {
  readonly nodes: readonly { readonly type: NodeType; readonly count: number }[];
  /** Relations, not lines; inferred ones are counted apart. */
  readonly families: readonly { readonly family: RelationFamily; readonly count: number }[];
  readonly inferred: number;
  readonly possible: number;
  readonly disputed: number;
}

export function legendCounts(graph: VisibleGraph): LegendCounts {
  const types = Object.keys(NODE_TYPES).filter((key): key is NodeType => key in NODE_TYPES);
  const families = Object.keys(RELATION_FAMILIES).filter((key): key is RelationFamily => key in RELATION_FAMILIES);
  const counted = new Map<NodeType, number>();
  for (const node of graph.nodes) {
    const within = node.group?.types ?? [{ type: node.type, count: 1 }];
    for (const { type, count } of within) counted.set(type, (counted.get(type) ?? 0) + count);
  }
  const relationsWhere = (keep: (line: VisibleGraph['lines'][number]) => boolean): number =>
    new Set(graph.lines.filter(keep).flatMap((line) => line.relations)).size;
  return {
    nodes: types.map((type) => ({ type, count: counted.get(type) ?? 0 })).filter(({ count }) => count > 0),
    families: families
      .map((family) => ({ family, count: relationsWhere((line) => line.family === family && !line.inferred) }))
      .filter(({ count }) => count > 0),
    inferred: relationsWhere((line) => line.inferred),
    possible: relationsWhere((line) => line.possible),
    disputed: relationsWhere((line) => line.disputed),
  };
}
