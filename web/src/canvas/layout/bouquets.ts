import type { NodeId } from '#vocabulary';
import { componentsOf, type Component, type Ends } from './components.ts';
import type { Placement, Placements, Size } from './placement.ts';

/** The golden angle: points turned by it fill a disc evenly, as a sunflower's seeds do (Vogel 1979). */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Room for each node in its bouquet, and between two bouquets. */
const SEED = 44;
const BETWEEN = 90;
/** A node is the middle of a bouquet when this many others would stand around it. */
const LEAST = 6;
/** Layers of bouquets wrap when they get this much taller than wide. */
const TALL = 1.2;

interface Bouquet {
  readonly middle: NodeId;
  readonly members: readonly NodeId[];
  readonly radius: number;
}

/**
 * A crowd that shows its structure: every node stands in a disc around the greatest node that it is joined to, discs that
 * belong together near each other, the greatest first. Linear in nodes and lines but for sorting. The same every time.
 */
export function placeBouquets(
  ids: readonly NodeId[],
  lines: readonly Ends[],
  sizes: ReadonlyMap<NodeId, Size>,
): readonly Placements[] {
  return componentsOf(ids, lines).map((component) => placePart(component, sizes));
}

function placePart(component: Component, sizes: ReadonlyMap<NodeId, Size>): Placements {
  const bouquets = gatherBouquets(component, sizes);
  const spots = spiral(inOrder(bouquets, component));
  const placed = new Map<NodeId, Placement>();
  for (const { middle, members } of bouquets) {
    const at = spots.get(middle) ?? { x: 0, y: 0 };
    placed.set(middle, { x: Math.round(at.x), y: Math.round(at.y), side: 'below' });
    const core = seedOf(sizes.get(middle)) / SEED;
    members.forEach((id, index) => {
      const distance = SEED * Math.sqrt(index + 1.4 * core * core + 0.6);
      const angle = index * GOLDEN;
      const x = Math.round(at.x + distance * Math.cos(angle));
      placed.set(id, {
        x,
        y: Math.round(at.y + distance * Math.sin(angle)),
        side: x >= at.x ? 'right' : 'left',
      });
    });
  }
  return placed;
}

const seedOf = (size: Size | undefined): number => 2 * Math.max(size?.half.x ?? 10, size?.half.y ?? 10);

function gatherBouquets({ nodes, lines }: Component, sizes: ReadonlyMap<NodeId, Size>): readonly Bouquet[] {
  const neighbours = new Map<NodeId, Set<NodeId>>(nodes.map((id) => [id, new Set<NodeId>()]));
  for (const { from, to } of lines) {
    if (from === to) continue;
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  const degree = (id: NodeId): number => neighbours.get(id)?.size ?? 0;
  const order = new Map(nodes.map((id, index) => [id, index]));
  const greatestFirst = [...nodes].sort((a, b) => degree(b) - degree(a) || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const membersOf = new Map<NodeId, NodeId[]>();
  const home = new Map<NodeId, NodeId>();
  for (const id of greatestFirst) {
    if (home.has(id)) continue;
    const free = [...(neighbours.get(id) ?? [])].filter((other) => !home.has(other) && degree(other) < degree(id));
    const joined = [...(neighbours.get(id) ?? [])].find((other) => membersOf.has(other));
    if (free.length < LEAST && joined !== undefined) {
      home.set(id, joined);
      membersOf.get(joined)?.push(id);
      continue;
    }
    home.set(id, id);
    membersOf.set(id, []);
    // Those with an even greater neighbour went there already; the rest of its neighbours stand around it.
    for (const other of free) {
      if (degree(other) * 3 > degree(id)) continue;
      home.set(other, id);
      membersOf.get(id)?.push(other);
    }
  }
  return [...membersOf].map(([middle, members]) => ({
    middle,
    members,
    radius: SEED * Math.sqrt(members.length + 1.6) + seedOf(sizes.get(middle)) / 2,
  }));
}

/** Bouquets, each after the one placed before with which it shares most lines. */
function inOrder(bouquets: readonly Bouquet[], { lines }: Component): readonly Bouquet[] {
  const bouquetOf = new Map<NodeId, Bouquet>();
  for (const bouquet of bouquets) for (const id of [bouquet.middle, ...bouquet.members]) bouquetOf.set(id, bouquet);
  const shared = new Map<Bouquet, Map<Bouquet, number>>(bouquets.map((bouquet) => [bouquet, new Map()]));
  for (const { from, to } of lines) {
    const [a, b] = [bouquetOf.get(from), bouquetOf.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const counts = shared.get(one);
      counts?.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const left = new Set([...bouquets].sort((a, b) => b.members.length - a.members.length));
  const pull = new Map<Bouquet, number>();
  const order: Bouquet[] = [];
  while (left.size > 0) {
    let next: Bouquet | undefined;
    for (const bouquet of left) {
      if (next === undefined || (pull.get(bouquet) ?? 0) > (pull.get(next) ?? 0)) next = bouquet;
    }
    if (next === undefined) break;
    left.delete(next);
    order.push(next);
    for (const [other, count] of shared.get(next) ?? []) {
      pull.set(other, (pull.get(other) ?? 0) + count / Math.sqrt(other.members.length + 1));
    }
  }
  return order;
}

/** Discs from the middle outwards, each at the free place nearest to the middle; wider than tall. */
function spiral(bouquets: readonly Bouquet[]): ReadonlyMap<NodeId, { readonly x: number; readonly y: number }> {
  const placed: { readonly x: number; readonly y: number; readonly radius: number }[] = [];
  const spots = new Map<NodeId, { readonly x: number; readonly y: number }>();
  // Where a disc found no room, one as large or larger finds none later.
  const tried: { readonly radius: number; readonly turn: number }[] = [];
  for (const { middle, radius } of bouquets) {
    for (let turn = Math.max(0, ...tried.map((before) => (before.radius <= radius ? before.turn : 0))); ; turn += 1) {
      const distance = 30 * Math.sqrt(turn);
      const [x, y] = [distance * TALL * Math.cos(turn * GOLDEN), (distance / TALL) * Math.sin(turn * GOLDEN)];
      const free = placed.every((other) => Math.hypot(other.x - x, other.y - y) >= other.radius + radius + BETWEEN);
      if (!free) continue;
      tried.push({ radius, turn });
      placed.push({ x, y, radius });
      spots.set(middle, { x, y });
      break;
    }
  }
  return spots;
}
