import type { NodeId } from '#vocabulary';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { componentsOf, type Component, type Ends } from './components.ts';
import { endsOf } from './parts.ts';
import { LABEL_GAP, type LabelSide, type Placement, type Placements, type Size } from './placement.ts';

/** Between two rings, and between two nodes of a ring, at least. */
const RING = 150;
const ROOM = 14;

/**
 * CONCENTRIC: every component in rings around one node, by the fewest lines between them. In the middle is the one asked
 * for, or else the one with most lines. A node stands in the sector of the node it is reached from, so that lines between
 * rings do not cross.
 */
export function placeAround(
  graph: VisibleGraph,
  ids: readonly NodeId[],
  centre: NodeId | null,
  sizes: ReadonlyMap<NodeId, Size>,
): readonly Placements[] {
  return componentsOf(ids, endsOf(graph)).map((component) => placeRings(component, centre, sizes));
}

function placeRings(component: Component, wanted: NodeId | null, sizes: ReadonlyMap<NodeId, Size>): Placements {
  const neighbours = neighboursOf(component);
  const middle = middleOf(component, wanted, neighbours);
  if (middle === null) return new Map();
  const { rings, reached } = ringsFrom(middle, neighbours);
  const weight = weights(rings, reached);
  const sector = new Map([[middle, { start: startOf(rings[1] ?? [], middle, reached, weight), turn: 2 * Math.PI }]]);
  const placed = new Map<NodeId, Placement>([[middle, { x: 0, y: 0, side: 'left' }]]);
  let radius = 0;
  for (const ring of rings.slice(1)) {
    const angles = anglesOf(ring, reached, weight, sector);
    radius = radiusOf(ring, angles, radius + RING, sizes);
    for (const id of ring) {
      const angle = angles.get(id) ?? 0;
      const [x, y] = [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
      placed.set(id, { x, y, side: sideAt(angle) });
    }
  }
  return placed;
}

/** Where the circle begins, so that the widest gap of the first ring is at the left: there the name in the middle has room. */
function startOf(
  ring: readonly NodeId[],
  middle: NodeId,
  reached: ReadonlyMap<NodeId, NodeId>,
  weight: ReadonlyMap<NodeId, number>,
): number {
  const whole = new Map([[middle, { start: 0, turn: 2 * Math.PI }]]);
  const angles = [...anglesOf(ring, reached, weight, whole).values()].toSorted((a, b) => a - b);
  let widest = { size: 0, middle: 0 };
  angles.forEach((angle, index) => {
    const next = angles[index + 1] ?? (angles[0] ?? 0) + 2 * Math.PI;
    if (next - angle > widest.size + 1e-9) widest = { size: next - angle, middle: (angle + next) / 2 };
  });
  return Math.PI - widest.middle;
}

function neighboursOf({ nodes, lines }: Component): ReadonlyMap<NodeId, ReadonlySet<NodeId>> {
  const neighbours = new Map<NodeId, Set<NodeId>>(nodes.map((id) => [id, new Set<NodeId>()]));
  for (const { from, to } of lines as readonly Ends[]) {
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  return neighbours;
}

function middleOf(
  { nodes }: Component,
  wanted: NodeId | null,
  neighbours: ReadonlyMap<NodeId, ReadonlySet<NodeId>>,
): NodeId | null {
  if (wanted !== null && neighbours.has(wanted)) return wanted;
  let best: NodeId | null = null;
  for (const id of nodes) {
    if (best === null || (neighbours.get(id)?.size ?? 0) > (neighbours.get(best)?.size ?? 0)) best = id;
  }
  return best;
}

function ringsFrom(
  middle: NodeId,
  neighbours: ReadonlyMap<NodeId, ReadonlySet<NodeId>>,
): { readonly rings: readonly (readonly NodeId[])[]; readonly reached: ReadonlyMap<NodeId, NodeId> } {
  const reached = new Map<NodeId, NodeId>([[middle, middle]]);
  const rings: NodeId[][] = [[middle]];
  for (let ring = rings[0] ?? []; ring.length > 0;) {
    const next: NodeId[] = [];
    for (const id of ring) {
      for (const other of neighbours.get(id) ?? []) {
        if (reached.has(other)) continue;
        reached.set(other, id);
        next.push(other);
      }
    }
    if (next.length > 0) rings.push(next);
    ring = next;
  }
  return { rings, reached };
}

/** Leaves under each node: the share of the circle that it needs. */
function weights(
  rings: readonly (readonly NodeId[])[],
  reached: ReadonlyMap<NodeId, NodeId>,
): ReadonlyMap<NodeId, number> {
  const weight = new Map<NodeId, number>();
  for (const ring of [...rings].reverse()) {
    for (const id of ring) {
      const own = Math.max(1, weight.get(id) ?? 0);
      weight.set(id, own);
      const from = reached.get(id);
      if (from !== undefined && from !== id) weight.set(from, (weight.get(from) ?? 0) + own);
    }
  }
  return weight;
}

function anglesOf(
  ring: readonly NodeId[],
  reached: ReadonlyMap<NodeId, NodeId>,
  weight: ReadonlyMap<NodeId, number>,
  sector: Map<NodeId, { readonly start: number; readonly turn: number }>,
): ReadonlyMap<NodeId, number> {
  const used = new Map<NodeId, number>();
  const angles = new Map<NodeId, number>();
  for (const id of ring) {
    const from = reached.get(id) ?? id;
    const whole = sector.get(from) ?? { start: 0, turn: 0 };
    const turn = (whole.turn * (weight.get(id) ?? 1)) / Math.max(1, weight.get(from) ?? 1);
    const start = whole.start + (used.get(from) ?? 0);
    used.set(from, (used.get(from) ?? 0) + turn);
    sector.set(id, { start, turn });
    angles.set(id, start + turn / 2);
  }
  return angles;
}

/** The smallest radius from `least` on at which no node touches the next, with its name. */
function radiusOf(
  ring: readonly NodeId[],
  angles: ReadonlyMap<NodeId, number>,
  least: number,
  sizes: ReadonlyMap<NodeId, Size>,
): number {
  const inTurn = [...ring].sort((a, b) => (angles.get(a) ?? 0) - (angles.get(b) ?? 0));
  let radius = least;
  inTurn.forEach((id, index) => {
    const next = inTurn[(index + 1) % inTurn.length];
    if (next === undefined || next === id) return;
    const [angle, other] = [angles.get(id) ?? 0, angles.get(next) ?? 0];
    const between = Math.abs(other - angle + (index === inTurn.length - 1 ? 2 * Math.PI : 0));
    const across = (extent(sizes.get(id), angle) + extent(sizes.get(next), other)) / 2 + ROOM;
    radius = Math.max(radius, between < 0.001 ? least : across / (2 * Math.sin(Math.min(Math.PI / 2, between / 2))));
  });
  return radius;
}

/** How much of its ring a node takes at an angle: its height at the sides, its width above and below. */
function extent(size: Size | undefined, angle: number): number {
  if (size === undefined) return 2 * ROOM;
  const { half, label } = size;
  const side = sideAt(angle);
  const beside = side === 'left' || side === 'right';
  const height = beside ? Math.max(2 * half.y, label.height) : 2 * half.y + LABEL_GAP + label.height;
  const width = beside ? 2 * half.x + LABEL_GAP + label.width : Math.max(2 * half.x, label.width);
  return Math.abs(Math.cos(angle)) * height + Math.abs(Math.sin(angle)) * width;
}

function sideAt(angle: number): LabelSide {
  const across = Math.cos(angle);
  if (across > 0.25) return 'right';
  if (across < -0.25) return 'left';
  return Math.sin(angle) > 0 ? 'below' : 'above';
}
