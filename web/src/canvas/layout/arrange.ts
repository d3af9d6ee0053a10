import type { NodeId } from '#vocabulary';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { componentsOf, type Ends } from './components.ts';
import { placeComponent, RUNS } from './layered.ts';
import { pack } from './pack.ts';
import {
  boundingBox,
  collide,
  shapeBox,
  wholeBox,
  type Box,
  type LabelSide,
  type Placement,
  type Placements,
  type Size,
} from './placement.ts';

/** Distance between clusters without a tie in their block, and how many stand in a row. */
const STEP = { x: 34, y: 36 };
const PER_ROW = 10;
/** Room for the caption above that block. */
const CAPTION_HEIGHT = 40;
export const CAPTION_WIDTH = 290;
/** Room kept between a node that is brought and what stands already. */
const CLEARANCE = 10;

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Zooms at which the whole may be shown, the largest that fits is taken; above so many nodes only the last is tried. */
const ZOOMS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4] as const;
const MANY = 150;
/** A picture that goes this little over its margin fits. */
const ENOUGH = 0.93;

type Sizes = ReadonlyMap<NodeId, Size>;

/**
 * The whole picture from nothing: every component from left to right, the block of clusters without a tie, packed. Lines
 * are as long as lets the whole fit the room at full size; where it cannot, as short as is still read well.
 */
export function arrangeAll(graph: VisibleGraph, sizes: Sizes, room: Room): Placements {
  const block = blockNodes(graph);
  const rest = graph.nodes.map((node) => node.id).filter((id) => !block.includes(id));
  const components = componentsOf(rest, endsOf(graph));
  let best: { readonly placed: Placements; readonly fits: number } | null = null;
  // Text keeps its size on screen, so at a smaller zoom it takes more of the picture.
  for (const zoom of rest.length > MANY ? ZOOMS.slice(-1) : ZOOMS) {
    const atZoom = scaleLabels(sizes, zoom);
    for (const run of RUNS) {
      const parts = components.map((component) => placeComponent(component, atZoom, run));
      if (block.length > 0) parts.push(placeBlock(block));
      const { placed, scale } = packParts(parts, atZoom, block, room);
      if (scale / zoom >= ENOUGH) return placed;
      const fits = scale / Math.sqrt(zoom);
      if (best === null || fits > best.fits + 0.02) best = { placed, fits };
    }
  }
  return best?.placed ?? new Map<NodeId, Placement>();
}

/**
 * The lines as the layout reads them: where neither end is first, makers stand before the others. What is inferred does
 * not decide where something stands that documented lines place.
 */
function endsOf(graph: VisibleGraph): readonly Ends[] {
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

/** Room that labels take when the picture is shown at a zoom. */
export function scaleLabels(sizes: Sizes, zoom: number): Map<NodeId, Size> {
  return new Map(
    [...sizes].map(([id, { half, label }]) => [
      id,
      { half, label: { width: label.width / zoom, height: label.height / zoom } },
    ]),
  );
}

function packParts(
  parts: readonly Placements[],
  sizes: Sizes,
  block: readonly NodeId[],
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

/**
 * Room for nodes that come into a picture that stands: what was brought stands near where it came from, on the side its
 * line points to; whole new components stand below. What stands does not move.
 */
export function arrangeNew(graph: VisibleGraph, standing: Placements, sizes: Sizes): Placements {
  const placed = new Map<NodeId, Placement>();
  const newcomers = graph.nodes.filter((node) => !standing.has(node.id)).map((node) => node.id);
  const taken = new Map<NodeId, Box>();
  for (const [id, at] of standing) taken.set(id, boxAt(at, sizes.get(id)));
  const waiting = new Set(newcomers);
  for (let grown = true; grown;) {
    grown = false;
    for (const id of waiting) {
      const anchor = anchorOf(graph, id, (other) => standing.get(other) ?? placed.get(other));
      if (anchor === null) continue;
      const at = nearAnchor(anchor, sizes.get(id), taken);
      placed.set(id, at);
      taken.set(id, boxAt(at, sizes.get(id)));
      waiting.delete(id);
      grown = true;
    }
  }
  placeBelow(graph, [...waiting], sizes, taken, placed);
  return placed;
}

/** Clusters without a tie that no line reaches; they stand in a block of their own. */
export function blockNodes(graph: VisibleGraph): readonly NodeId[] {
  const reached = new Set(graph.lines.flatMap((line) => [line.from, line.to]));
  return graph.untied.filter((id) => !reached.has(id));
}

function placeBlock(ids: readonly NodeId[]): Map<NodeId, Placement> {
  const perRow = Math.min(PER_ROW, Math.max(3, Math.ceil(Math.sqrt(ids.length * 4))));
  return new Map(
    ids.map((id, index) => [
      id,
      { x: (index % perRow) * STEP.x, y: Math.floor(index / perRow) * STEP.y, side: 'below' as const },
    ]),
  );
}

function boxOf(part: Placements, sizes: Sizes, block: readonly NodeId[]): Box {
  const [first] = part.keys();
  const isBlock = first !== undefined && block.includes(first);
  const boxes = [...part].map(([id, at]) => {
    const size = sizes.get(id);
    if (size === undefined) return { left: at.x, right: at.x, top: at.y, bottom: at.y };
    return isBlock ? shapeBox(at, size) : wholeBox(at, size);
  });
  const box = boundingBox(boxes) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  return isBlock ? withCaption(box, 1) : box;
}

/** A block with the caption above, which is wider than a short block. */
export function withCaption(box: Box, zoom: number): Box {
  return {
    ...box,
    top: box.top - CAPTION_HEIGHT / zoom,
    right: Math.max(box.right, box.left + CAPTION_WIDTH / zoom),
  };
}

function boxAt(at: Placement, size: Size | undefined): Box {
  return size === undefined ? { left: at.x, right: at.x, top: at.y, bottom: at.y } : wholeBox(at, size);
}

interface Anchor {
  readonly at: Placement;
  /** Where its line leads, as an angle from the anchor; null when there is no side to prefer. */
  readonly towards: number | null;
}

/** The node it was brought from, or else the first placed node a line joins it to. */
function anchorOf(graph: VisibleGraph, id: NodeId, placement: (id: NodeId) => Placement | undefined): Anchor | null {
  const parent = graph.nodes.find((node) => node.id === id)?.parent ?? null;
  const touching = graph.lines.filter((line) => line.from === id || line.to === id);
  const lines = [...touching].sort((a, b) => Number(touches(b, parent)) - Number(touches(a, parent)));
  const others = lines.flatMap((line) => placement(line.from === id ? line.to : line.from) ?? []);
  const [line] = lines.filter((candidate) => placement(candidate.from === id ? candidate.to : candidate.from));
  const [at, ...beyond] = others;
  if (at === undefined || line === undefined) {
    const parentAt = parent === null ? undefined : placement(parent);
    return parentAt === undefined ? null : { at: parentAt, towards: null };
  }
  if (beyond.length > 0) {
    // It joins what stands already: between them is where its lines are shortest.
    const [x, y] = [mean(beyond.map((other) => other.x)), mean(beyond.map((other) => other.y))];
    return { at, towards: Math.atan2(y - at.y, x - at.x) };
  }
  return { at, towards: line.directed ? (line.to === id ? 0 : Math.PI) : null };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function touches(line: { readonly from: NodeId; readonly to: NodeId }, id: NodeId | null): boolean {
  return line.from === id || line.to === id;
}

/** The nearest free place around the anchor, the side the line points to first. */
function nearAnchor({ at, towards }: Anchor, size: Size | undefined, taken: ReadonlyMap<NodeId, Box>): Placement {
  const start = towards ?? -Math.PI / 2;
  for (let radius = 120; radius < 4000; radius += 50) {
    const count = Math.max(8, Math.floor((2 * Math.PI * radius) / 46));
    for (let step = 0; step < count; step += 1) {
      const turn = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / count);
      // One side first: the other half circle is tried only on the next, wider ring.
      if (towards !== null && Math.abs(turn) > (radius > 300 ? Math.PI : Math.PI * 0.45)) continue;
      const x = at.x + radius * Math.cos(start + turn);
      const y = at.y + radius * Math.sin(start + turn);
      const side: LabelSide = Math.abs(x - at.x) > Math.abs(y - at.y) * 0.6 ? (x > at.x ? 'right' : 'left') : 'below';
      const candidate: Placement = { x: Math.round(x), y: Math.round(y), side };
      const box = boxAt(candidate, size);
      if (![...taken.values()].some((other) => collide(box, other, CLEARANCE))) return candidate;
    }
  }
  return { x: at.x, y: at.y + 4000, side: 'below' };
}

/** Components that nothing standing is joined to, and clusters that lost their tie: packed under what stands. */
function placeBelow(
  graph: VisibleGraph,
  ids: readonly NodeId[],
  sizes: Sizes,
  taken: ReadonlyMap<NodeId, Box>,
  placed: Map<NodeId, Placement>,
): void {
  if (ids.length === 0) return;
  const whole = boundingBox(taken.values()) ?? { left: 0, right: 800, top: 0, bottom: 0 };
  const block = blockNodes(graph).filter((id) => ids.includes(id));
  const parts = componentsOf(
    ids.filter((id) => !block.includes(id)),
    endsOf(graph),
  ).map((component) => placeComponent(component, sizes));
  if (block.length > 0) parts.push(placeBlock(block));
  const packed = packParts(parts, sizes, block, { width: Math.max(600, whole.right - whole.left), height: 300 });
  for (const [id, at] of packed.placed) {
    placed.set(id, { ...at, x: at.x + whole.left, y: at.y + whole.bottom + 48 });
  }
}
