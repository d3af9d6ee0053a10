import type { NodeId, NodeType } from '#vocabulary';
import type { Exploration } from './exploration.ts';
import type { VisibleGraph } from './visible-graph.ts';

/** SET marks these and nothing else; TOGGLE marks those that are not and unmarks those that are. */
export type Marking = 'SET' | 'ADD' | 'REMOVE' | 'TOGGLE';

/** Marks nodes to act on together. Marking is no step: it changes nothing that is drawn but the marks. */
export function mark(exploration: Exploration, ids: readonly NodeId[], how: Marking): Exploration {
  const marked = markedAfter(exploration.marked, [...new Set(ids)], how);
  return sameOrder(marked, exploration.marked) ? exploration : { ...exploration, marked };
}

function markedAfter(before: readonly NodeId[], ids: readonly NodeId[], how: Marking): readonly NodeId[] {
  const [old, given] = [new Set(before), new Set(ids)];
  const added = ids.filter((id) => !old.has(id));
  switch (how) {
    case 'SET':
      return ids;
    case 'ADD':
      return [...before, ...added];
    case 'REMOVE':
      return before.filter((id) => !given.has(id));
    case 'TOGGLE':
      return [...before.filter((id) => !given.has(id)), ...added];
  }
}

/** The marked nodes that are drawn, in the order of the picture. */
export function markedIn(graph: VisibleGraph): readonly NodeId[] {
  return graph.nodes.filter((node) => node.marked).map((node) => node.id);
}

/** The nodes of the picture that a line joins with one of these, without these. */
export function neighboursIn(graph: VisibleGraph, of: readonly NodeId[]): readonly NodeId[] {
  const from = new Set(of);
  const near = new Set<NodeId>();
  for (const line of graph.lines) {
    if (from.has(line.from)) near.add(line.to);
    if (from.has(line.to)) near.add(line.from);
  }
  return graph.nodes.map((node) => node.id).filter((id) => near.has(id) && !from.has(id));
}

/** The nodes of the picture of a type. */
export function ofTypeIn(graph: VisibleGraph, type: NodeType): readonly NodeId[] {
  return graph.nodes.filter((node) => node.group === null && node.type === type).map((node) => node.id);
}

/**
 * The nodes of the picture with at least so many relations under the question's filters, drawn or not; a node that is
 * not counted yet has those that are drawn.
 */
export function withAtLeastIn(graph: VisibleGraph, relations: number): readonly NodeId[] {
  const drawn = new Map<NodeId, number>();
  for (const line of graph.lines) {
    for (const end of [line.from, line.to]) drawn.set(end, (drawn.get(end) ?? 0) + line.relations.length);
  }
  return graph.nodes
    .filter((node) => (node.relationCount ?? drawn.get(node.id) ?? 0) >= relations)
    .map((node) => node.id);
}

const sameOrder = (a: readonly NodeId[], b: readonly NodeId[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);
