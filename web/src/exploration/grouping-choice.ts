import type { Grouping, GroupNodeId } from './arrangement.ts';
import type { Exploration } from './exploration.ts';
import { groupedGraph, ungrouped } from './grouping.ts';
import type { VisibleGraph } from './visible-graph.ts';

/** Nodes and lines beyond which a picture arrives grouped: more at once is a crowd in which nobody is found. */
export const ARRIVES_GROUPED_FROM = 1_500;
/** Nodes and lines beyond which a person is asked first: a canvas without a GPU draws more too slowly to be used. */
export const GROUPED_FROM = 2_000;
/** The most that is drawn ungrouped, when a person asks for it. */
export const UNGROUPED_AT_MOST = 8_000;

/** How much there is to draw. */
export function elementsOf({ nodes, lines }: VisibleGraph): number {
  return nodes.length + lines.length;
}

/** Whether a picture of so many elements is drawn as asked, only after a person has confirmed it, or not at all. */
export function drawable(elements: number): 'AT_ONCE' | 'WHEN_CONFIRMED' | 'NEVER' {
  if (elements <= GROUPED_FROM) return 'AT_ONCE';
  return elements <= UNGROUPED_AT_MOST ? 'WHEN_CONFIRMED' : 'NEVER';
}

/** How much would be drawn with everything ungrouped, or with one more group opened. */
export function elementsWith(graph: VisibleGraph, exploration: Exploration, open: GroupNodeId | 'ALL'): number {
  const plain = ungrouped(graph);
  if (open === 'ALL') return elementsOf(plain);
  return elementsOf(groupedGraph(plain, { ...exploration, opened: [...exploration.opened, open] }));
}

/** Groupings that need no further question, from the widest to the narrowest. */
const TRIED: readonly Exclude<Grouping, 'NONE'>[] = ['PROVINCE', 'SECTOR', 'COUNTRY'];

/**
 * How a picture that is too large arrives: by province unless that gathers badly (almost all of it in one group, or still too
 * much to draw); then by the grouping with the smallest largest group.
 */
export function arrivesGroupedBy(graph: VisibleGraph, exploration: Exploration): Grouping {
  const plain = ungrouped(graph);
  if (elementsOf(plain) <= ARRIVES_GROUPED_FROM) return exploration.grouping;
  const tried = TRIED.map((grouping) => {
    const grouped = groupedGraph(plain, { ...exploration, grouping, opened: [] });
    const largest = Math.max(1, ...grouped.nodes.map((node) => node.group?.members.length ?? 1));
    return { grouping, largest: largest / Math.max(1, plain.nodes.length), elements: elementsOf(grouped) };
  });
  const [province] = tried;
  if (province !== undefined && province.largest <= 0.5 && province.elements <= GROUPED_FROM) return province.grouping;
  const fitting = tried.filter(({ elements }) => elements <= GROUPED_FROM);
  const best = (fitting.length > 0 ? fitting : tried).toSorted((a, b) => a.largest - b.largest)[0];
  return best?.grouping ?? 'PROVINCE';
}
