import type { NodeId } from '#vocabulary';
import type { VisibleGraph, VisibleLine } from '../../exploration/visible-graph.ts';
import { Boxes } from './boxes.ts';
import { componentsOf } from './components.ts';
import { Pieces } from './crossings.ts';
import { placeComponent } from './layered.ts';
import { blockNodes, boxAt, endsOf, packParts, placeBlock } from './parts.ts';
import { boundingBox, labelBox, shapeBox, type Box, type Placement, type Placements, type Size } from './placement.ts';

/** Room kept between a node that is brought and what stands already. */
const CLEARANCE = 10;
/** Lines through names are avoided within this distance of the anchor; further away nearness counts for more. */
const CARE = 460;

type Sizes = ReadonlyMap<NodeId, Size>;

/**
 * Room for nodes that come into a picture that stands: what was brought stands near where it came from, on the side its
 * line points to; whole new components stand below. What stands does not move.
 */
export function arrangeNew(graph: VisibleGraph, standing: Placements, sizes: Sizes): Placements {
  const placed = new Map<NodeId, Placement>();
  const placement = (id: NodeId): Placement | undefined => standing.get(id) ?? placed.get(id);
  const waiting = new Map(graph.nodes.filter(({ id }) => !standing.has(id)).map((node) => [node.id, node]));
  if (waiting.size === 0) return placed;
  const linesOf = linesByNode(graph.lines);
  const taken = takenBy(graph, standing, sizes);
  for (let grown = true; grown;) {
    grown = false;
    for (const [id, node] of waiting) {
      const anchor = anchorOf(id, node.parent, linesOf.get(id) ?? [], placement);
      if (anchor === null) continue;
      const at = nearAnchor(anchor, sizes.get(id), taken);
      placed.set(id, at);
      taken.add(at, sizes.get(id));
      taken.pieces.add({ line: id, a: anchor.at, b: at });
      waiting.delete(id);
      grown = true;
    }
  }
  placeBelow(graph, [...waiting.keys()], sizes, taken.whole(), placed);
  return placed;
}

/** What is in the way. */
interface Taken {
  readonly boxes: Boxes;
  readonly names: Boxes;
  readonly pieces: Pieces;
  readonly add: (at: Placement, size: Size | undefined) => void;
  readonly whole: () => Box | null;
}

function takenBy(graph: VisibleGraph, standing: Placements, sizes: Sizes): Taken {
  const [boxes, names, pieces, all] = [new Boxes(), new Boxes(), new Pieces(), [] as Box[]];
  const add = (at: Placement, size: Size | undefined): void => {
    const box = boxAt(at, size);
    boxes.add(box);
    all.push(box);
    if (size !== undefined) names.add(size.label.width > 0 ? labelBox(at, size) : shapeBox(at, size));
  };
  for (const [id, at] of standing) add(at, sizes.get(id));
  for (const { id, from, to } of graph.lines) {
    const [a, b] = [standing.get(from), standing.get(to)];
    if (a !== undefined && b !== undefined) pieces.add({ line: id, a, b });
  }
  return { boxes, names, pieces, add, whole: () => boundingBox(all) };
}

function linesByNode(lines: readonly VisibleLine[]): ReadonlyMap<NodeId, readonly VisibleLine[]> {
  const byNode = new Map<NodeId, VisibleLine[]>();
  for (const line of lines) {
    for (const end of [line.from, line.to]) {
      const own = byNode.get(end);
      if (own === undefined) byNode.set(end, [line]);
      else own.push(line);
    }
  }
  return byNode;
}

interface Anchor {
  readonly at: Placement;
  /** Where its line leads, as an angle from the anchor; null when there is no side to prefer. */
  readonly towards: number | null;
}

/** The node it was brought from, or else the first placed node a line joins it to. */
function anchorOf(
  id: NodeId,
  parent: NodeId | null,
  touching: readonly VisibleLine[],
  placement: (id: NodeId) => Placement | undefined,
): Anchor | null {
  const lines = [...touching].sort((a, b) => Number(touches(b, parent)) - Number(touches(a, parent)));
  const placedLines = lines.filter((line) => placement(otherEnd(line, id)) !== undefined);
  const [line] = placedLines;
  const [at, ...beyond] = placedLines.flatMap((placed) => placement(otherEnd(placed, id)) ?? []);
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

const otherEnd = (line: VisibleLine, id: NodeId): NodeId => (line.from === id ? line.to : line.from);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function touches(line: { readonly from: NodeId; readonly to: NodeId }, id: NodeId | null): boolean {
  return line.from === id || line.to === id;
}

/**
 * The nearest free place around the anchor, the side the line points to first; where its line runs through no name and it
 * stands on no line, if there is one not far away.
 */
function nearAnchor({ at, towards }: Anchor, size: Size | undefined, taken: Taken): Placement {
  const start = towards ?? -Math.PI / 2;
  let free: Placement | null = null;
  for (let radius = 120; radius < 4000; radius += 50) {
    if (free !== null && radius > CARE) return free;
    const count = Math.max(8, Math.floor((2 * Math.PI * radius) / 46));
    for (let step = 0; step < count; step += 1) {
      const turn = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / count);
      // One side first: the other half circle is tried only on the next, wider ring.
      if (towards !== null && Math.abs(turn) > (radius > 300 ? Math.PI : Math.PI * 0.45)) continue;
      const x = Math.round(at.x + radius * Math.cos(start + turn));
      const y = Math.round(at.y + radius * Math.sin(start + turn));
      const candidate: Placement = { x, y, side: x >= at.x ? 'right' : 'left' };
      const box = boxAt(candidate, size);
      if (taken.boxes.hits(box, CLEARANCE)) continue;
      free ??= candidate;
      if (radius > CARE || isClear(at, candidate, box, taken)) return candidate;
    }
  }
  return free ?? { x: at.x, y: at.y + 4000, side: 'below' };
}

function isClear(from: Placement, to: Placement, box: Box, { names, pieces }: Taken): boolean {
  if (pieces.touching(box).size > 0) return false;
  const way = new Pieces();
  way.add({ line: 'way', a: from, b: to });
  const around = {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
  // Names that touch the anchor itself are beside its shape: its own.
  return names.near(around).every((name) => way.touching(name).size === 0);
}

/** Components that nothing standing is joined to, and clusters that lost their tie: packed under what stands. */
function placeBelow(
  graph: VisibleGraph,
  ids: readonly NodeId[],
  sizes: Sizes,
  standing: Box | null,
  placed: Map<NodeId, Placement>,
): void {
  if (ids.length === 0) return;
  const whole = standing ?? { left: 0, right: 800, top: 0, bottom: 0 };
  const waiting = new Set(ids);
  const block = new Set(blockNodes(graph).filter((id) => waiting.has(id)));
  const parts = componentsOf(
    ids.filter((id) => !block.has(id)),
    endsOf(graph),
  ).map((component) => placeComponent(component, sizes));
  if (block.size > 0) parts.push(placeBlock([...block]));
  const packed = packParts(parts, sizes, block, { width: Math.max(600, whole.right - whole.left), height: 300 });
  for (const [id, at] of packed.placed) {
    placed.set(id, { ...at, x: at.x + whole.left, y: at.y + whole.bottom + 48 });
  }
}
