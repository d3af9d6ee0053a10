import type { NodeId } from '#vocabulary';
import type { Layout } from '../../exploration/arrangement.ts';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import type { Ends } from './components.ts';
import { pack } from './pack.ts';
import {
  boundingBox,
  shapeBox,
  wholeBox,
  type Box,
  type Placement,
  type Placements,
  type Room,
  type Size,
} from './placement.ts';

/** Distance between clusters without a tie in their block, and how many stand in a row. */
const STEP = { x: 34, y: 36 };
const PER_ROW = 10;
/** Room for the caption above that block. */
const CAPTION_HEIGHT = 40;
export const CAPTION_WIDTH = 290;

type Sizes = ReadonlyMap<NodeId, Size>;

/**
 * The lines as layouts read them: where neither end is first, makers stand before the others. What is inferred does not
 * decide where something stands that documented lines place.
 */
export function endsOf(graph: VisibleGraph): readonly Ends[] {
  const types = new Map(graph.nodes.map((node) => [node.id, node.type]));
  const sure = new Set(graph.lines.filter((line) => !line.inferred).flatMap((line) => [line.from, line.to]));
  return graph.lines.map(({ from, to, directed, inferred, types: says }) => {
    if (inferred && sure.has(to)) return { from, to, level: true };
    // A cluster stands left of its members, as they stand left of those they supply.
    if (says.every((type) => type === 'MEMBER_OF' || type === 'REPRESENTS')) return { from: to, to: from };
    if (directed) return { from, to };
    const [a, b] = [types.get(from), types.get(to)];
    if (a === b) return { from, to, level: true };
    return b === 'SmiCluster' || b === 'SmallIndustry' ? { from: to, to: from } : { from, to };
  });
}

/** Clusters without a tie that no line reaches; they stand in a block of their own, but by place where they are. */
export function blockNodes(graph: VisibleGraph, layout: Layout = 'LAYERED'): readonly NodeId[] {
  if (layout === 'PLACES') return [];
  const reached = new Set(graph.lines.flatMap((line) => [line.from, line.to]));
  return graph.untied.filter((id) => !reached.has(id));
}

export function placeBlock(ids: readonly NodeId[]): Map<NodeId, Placement> {
  const perRow = Math.min(PER_ROW, Math.max(3, Math.ceil(Math.sqrt(ids.length * 4))));
  return new Map(
    ids.map((id, index) => [
      id,
      { x: (index % perRow) * STEP.x, y: Math.floor(index / perRow) * STEP.y, side: 'below' as const },
    ]),
  );
}

/** A block with the caption above, which is wider than a short block. */
export function withCaption(box: Box, zoom: number): Box {
  return {
    ...box,
    top: box.top - CAPTION_HEIGHT / zoom,
    right: Math.max(box.right, box.left + CAPTION_WIDTH / zoom),
  };
}

/** Puts the parts of a picture side by side, none over another. */
export function packParts(
  parts: readonly Placements[],
  sizes: Sizes,
  block: ReadonlySet<NodeId>,
  room: Room,
): { readonly placed: Map<NodeId, Placement>; readonly scale: number } {
  const { shifts, scale } = pack(
    parts.map((part) => boxOf(part, sizes, block)),
    room,
  );
  const placed = new Map<NodeId, Placement>();
  parts.forEach((part, index) => {
    const shift = shifts[index] ?? { x: 0, y: 0 };
    for (const [id, at] of part) placed.set(id, { ...at, x: at.x + shift.x, y: at.y + shift.y });
  });
  return { placed, scale };
}

function boxOf(part: Placements, sizes: Sizes, block: ReadonlySet<NodeId>): Box {
  const [first] = part.keys();
  const isBlock = first !== undefined && block.has(first);
  const boxes = [...part].map(([id, at]) => {
    const size = sizes.get(id);
    return isBlock && size !== undefined ? shapeBox(at, size) : boxAt(at, size);
  });
  const box = boundingBox(boxes) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  return isBlock ? withCaption(box, 1) : box;
}

/** All the room that a node takes where it stands. */
export function boxAt(at: Placement, size: Size | undefined): Box {
  return size === undefined ? { left: at.x, right: at.x, top: at.y, bottom: at.y } : wholeBox(at, size);
}
