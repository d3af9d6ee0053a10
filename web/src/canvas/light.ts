import type { NodeId } from '#vocabulary';
import { sameSelection } from '../exploration/selection.ts';
import type { Selection } from '../exploration/selection.ts';
import type { VisibleGraph, VisibleLine } from '../exploration/visible-graph.ts';
import type { Light } from './reconcile.ts';

/** What a line stands for when it is pointed at or clicked: its strongest tie, or else its relations. */
export function selectionOfLine(line: VisibleLine): Selection {
  const [tie] = line.ties;
  return tie === undefined ? { kind: 'relations', ids: line.relations } : { kind: 'tie', id: tie };
}

/**
 * What stays lit while something is pointed at: a tie's lines with their ends, or a node with its lines and neighbours;
 * null when nothing drawn is pointed at.
 */
export function lightOf(graph: VisibleGraph, pointedAt: Selection | null): Light | null {
  if (pointedAt === null) return null;
  const lines = graph.lines.filter((line) => isOn(line, pointedAt));
  const nodes = new Set<string>(lines.flatMap((line) => [line.from, line.to]));
  if (pointedAt.kind === 'node' && graph.nodes.some((node) => node.id === pointedAt.id)) nodes.add(pointedAt.id);
  return nodes.size === 0 ? null : { nodes, lines: new Set(lines.map((line) => line.id)) };
}

function isOn(line: VisibleLine, pointedAt: Selection): boolean {
  switch (pointedAt.kind) {
    case 'node':
      return line.from === pointedAt.id || line.to === pointedAt.id;
    case 'tie':
      return line.ties.includes(pointedAt.id);
    case 'relations':
      return pointedAt.ids.some((id) => line.relations.includes(id)) || sameSelection(selectionOfLine(line), pointedAt);
    case 'source':
      return false;
  }
}

/** The node or the ends of the tie that is pointed at, and where the keyboard stands. */
export function pointedAtIn(
  { graph, hover }: { readonly graph: VisibleGraph; readonly hover: Selection | null },
  cursor: NodeId | null,
): ReadonlySet<string> {
  const ends = hover === null || hover.kind === 'node' ? [] : [...(lightOf(graph, hover)?.nodes ?? [])];
  return new Set([...ends, ...(hover?.kind === 'node' ? [hover.id] : []), ...(cursor === null ? [] : [cursor])]);
}
