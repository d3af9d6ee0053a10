import type { NodeId } from '#vocabulary';
import type { Exploration } from './exploration.ts';
import { gatheredLike } from './grouping.ts';
import type { Selection } from './selection.ts';
import type { VisibleGraph, VisibleLine, VisibleNode } from './visible-graph.ts';

type States = Pick<Exploration, 'selection' | 'marked' | 'pinned'>;

/** Where each node of a graph stands in its list. */
const INDEXES = new WeakMap<VisibleGraph, ReadonlyMap<string, number>>();

function indexOf(graph: VisibleGraph): ReadonlyMap<string, number> {
  const known = INDEXES.get(graph) ?? new Map<string, number>(graph.nodes.map(({ id }, index) => [id, index]));
  INDEXES.set(graph, known);
  return known;
}

/**
 * The picture with what is selected, marked and pinned. Only what they are about is made anew; all else is the same object as
 * before. A group is marked when all of its members are.
 * @param graph with nothing selected, marked or pinned
 */
export function withStates(graph: VisibleGraph, { selection, marked, pinned }: States): VisibleGraph {
  const nodes = nodesWithStates(graph, { selection, marked, pinned });
  const lines = linesSelected(graph.lines, selection);
  if (nodes === graph.nodes && lines === graph.lines) return graph;
  return gatheredLike({ ...graph, nodes, lines }, graph);
}

function nodesWithStates(graph: VisibleGraph, { selection, marked, pinned }: States): readonly VisibleNode[] {
  const held = Object.keys(pinned);
  if (selection?.kind !== 'node' && marked.length === 0 && held.length === 0) return graph.nodes;
  const index = indexOf(graph);
  const nodes = [...graph.nodes];
  const change = (id: string, state: Partial<VisibleNode>): void => {
    const at = index.get(id);
    const node = at === undefined ? undefined : nodes[at];
    if (at !== undefined && node !== undefined) nodes[at] = { ...node, ...state };
  };
  if (selection?.kind === 'node') change(selection.id, { selected: true });
  for (const id of marked) change(id, { marked: true });
  for (const id of held) change(id, { pinned: true });
  if (marked.length > 0) {
    const all = new Set<NodeId>(marked);
    for (const { id, group } of graph.nodes) {
      if (group !== null && group.members.every((member) => all.has(member))) change(id, { marked: true });
    }
  }
  return nodes;
}

function linesSelected(lines: readonly VisibleLine[], selection: Selection | null): readonly VisibleLine[] {
  if (selection?.kind !== 'tie' && selection?.kind !== 'relations') return lines;
  const ids = new Set<string>(selection.kind === 'relations' ? selection.ids : []);
  const isSelected = ({ ties, relations }: VisibleLine): boolean =>
    selection.kind === 'tie' ? ties.includes(selection.id) : relations.some((id) => ids.has(id));
  return lines.map((line) => (isSelected(line) ? { ...line, selected: true } : line));
}
