import type { Language, NodeId } from '#vocabulary';
import { RELATION_TYPES } from '#vocabulary';
import type { LineLabel, VisibleGraph, VisibleNode } from '../exploration/visible-graph.ts';
import type { Boxes } from './layout/boxes.ts';
import { labelBox, type Box, type LabelSide, type Placement } from './layout/placement.ts';
import type { Point } from './nearest.ts';
import type { Light } from './reconcile.ts';
import { countText, WORDS } from './words.ts';

/** Half extent in pixels below which a node is a dot. */
const DOT = 4;

/** A node on the screen. */
export interface OnScreen {
  readonly node: VisibleNode;
  readonly at: Point;
  readonly half: Point;
  readonly side: LabelSide;
  readonly label: { readonly width: number; readonly height: number };
  /** Lines that end at it; of nodes of one kind those with more are named first. */
  readonly lines?: number;
}

export interface PlacedLabel {
  readonly id: NodeId;
  readonly box: Box;
  readonly side: LabelSide;
}

const SIDES: readonly LabelSide[] = ['right', 'left', 'below', 'above'];

/** What is pointed at, and so decides which names come first. */
export interface LabelFocus {
  /** Always named: what is pointed at, and where the keyboard stands. */
  readonly always: ReadonlySet<string>;
  readonly light: Light | null;
  /** Nodes without a name at rest: the block of clusters without a tie has one caption instead. */
  readonly unnamed: ReadonlySet<string>;
}

/** More important first: what is selected or pointed at, what is lit, what the answer names, what was brought. */
function importance({ node }: OnScreen, { always, light }: LabelFocus): number {
  if (node.selected || always.has(node.id)) return 0;
  if (light?.nodes.has(node.id) === true) return 1;
  if (node.marked || node.pinned) return 2;
  return node.type === 'SmiCluster' ? 3 : node.parent === null ? 4 : 5;
}

/**
 * Which labels are drawn, and where: none over another label or another node, the more important first. What is pointed
 * at or selected always has its label.
 */
export function planLabels(nodes: readonly OnScreen[], occupied: Boxes, focus: LabelFocus): readonly PlacedLabel[] {
  for (const { at, half } of nodes) {
    // Where nodes are dots a name may stand over some: it is what makes the crowd readable.
    if (half.x < DOT) continue;
    occupied.add({ left: at.x - half.x, right: at.x + half.x, top: at.y - half.y, bottom: at.y + half.y });
  }
  const inOrder = nodes
    .map((shown) => ({ shown, rank: importance(shown, focus) }))
    .sort((a, b) => a.rank - b.rank || (b.shown.lines ?? 0) - (a.shown.lines ?? 0));
  const placed: PlacedLabel[] = [];
  for (const { shown, rank } of inOrder) {
    if (shown.label.width === 0 || (rank > 1 && focus.unnamed.has(shown.node.id))) continue;
    const place = freeSide(shown, occupied) ?? (rank === 0 ? sideBox(shown, shown.side) : null);
    if (place === null) continue;
    occupied.add(place.box);
    placed.push({ id: shown.node.id, ...place });
  }
  return placed;
}

function freeSide(shown: OnScreen, occupied: Boxes): { readonly box: Box; readonly side: LabelSide } | null {
  for (const side of [shown.side, ...SIDES.filter((other) => other !== shown.side)]) {
    const place = sideBox(shown, side);
    if (!occupied.hits(place.box)) return place;
  }
  return null;
}

function sideBox({ at, half, label }: OnScreen, side: LabelSide): { readonly box: Box; readonly side: LabelSide } {
  const placement: Placement = { x: at.x, y: at.y, side };
  return { box: labelBox(placement, { half, label }), side };
}

/** What a line says. */
export function lineText(label: LineLabel, language: Language): string {
  const words = WORDS[language];
  switch (label.kind) {
    case 'through': {
      const count = countText(label.count, language);
      return label.firmsOnly ? words.firms(count) : words.bodies(count);
    }
    case 'type':
      return RELATION_TYPES[label.type].label[language];
    case 'programme':
      return words.sameProgramme;
    case 'count':
      return words.relationCount(countText(label.count, language));
  }
}

/** The caption of the block of clusters without a tie: how many, and a few of their names. */
export function untiedCaption(
  graph: VisibleGraph,
  block: readonly NodeId[],
  documentedOnly: boolean,
  language: Language,
): { readonly title: string; readonly names: string } {
  const words = WORDS[language];
  const names = block.flatMap((id) => graph.nodes.find((node) => node.id === id)?.name ?? []);
  const first = names.slice(0, 2).join(', ');
  const others = names.length - 2;
  return {
    title: words.untied(countText(block.length, language), documentedOnly),
    names: others > 0 ? words.andOthers(first, countText(others, language)) : first,
  };
}

/** Lines that end at each node. */
export function countLines(graph: VisibleGraph): ReadonlyMap<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const { from, to } of graph.lines) for (const end of [from, to]) counts.set(end, (counts.get(end) ?? 0) + 1);
  return counts;
}
