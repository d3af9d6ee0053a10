import type { NodeId } from '#vocabulary';
import { Boxes } from './boxes.ts';
import { crosses } from './crossings.ts';
import { labelBox, shapeBox, type Box, type Placements, type Size } from './placement.ts';

/** How a line leaves the straight: its control point's distance to the right of it, and where along it, from 0 to 1. */
export interface Bend {
  readonly distance: number;
  readonly weight: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface RoutedLine {
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
}

/** Above so many lines none is bent: in a picture as full as that it would show nothing. */
const MOST = 400;
const DISTANCES = [14, 26, 40, 56, 76, 100, 130, 165, 205, 260, 340] as const;
const WEIGHTS = [0.5, 0.3, 0.7, 0.14, 0.86] as const;
/** Between lines that join the same two nodes. */
const APART = 16;
/** What a bend as far out as the line is long costs, in names crossed. */
const DETOUR = 1.3;
const STRAIGHT: Bend = { distance: 0, weight: 0.5 };
/** Room between a line and a name. */
const CLEARANCE = 3;

/** A quadratic curve in straight pieces, from end to end. */
export function curve(a: Spot, b: Spot, { distance, weight }: Bend, pieces = 14): readonly Spot[] {
  const length = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  // As Cytoscape turns it: to the right of the way in a picture whose y points downwards is (−uy, ux).
  const control = {
    x: a.x + (b.x - a.x) * weight - uy * distance,
    y: a.y + (b.y - a.y) * weight + ux * distance,
  };
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const t = index / pieces;
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: p * a.x + q * control.x + r * b.x, y: p * a.y + q * control.y + r * b.y };
  });
}

/**
 * Bends lines that would run through a name or a node that is not theirs, by as little as takes them past, unless that is
 * a long way round. Lines between the same two nodes bend together, side by side. Straight lines are not
 * among the result.
 */
export function routesOf(
  lines: readonly RoutedLine[],
  places: Placements,
  sizes: ReadonlyMap<NodeId, Size>,
): ReadonlyMap<string, Bend> {
  const bends = new Map<string, Bend>();
  const obstacles = lines.length > MOST ? null : obstaclesOf(places, sizes);
  for (const bundle of bundlesOf(lines)) {
    const [first] = bundle;
    if (first === undefined || first.from === first.to) continue;
    const [a, b] = [places.get(first.from), places.get(first.to)];
    if (a === undefined || b === undefined) continue;
    const bend = obstacles === null ? STRAIGHT : bestBend(a, b, obstacles, first);
    bundle.forEach((line, index) => {
      const aside = (index - (bundle.length - 1) / 2) * APART;
      const distance = bend.distance + aside;
      if (distance === 0) return;
      const forwards = line.from === first.from;
      bends.set(line.id, {
        distance: forwards ? distance : -distance,
        weight: forwards ? bend.weight : 1 - bend.weight,
      });
    });
  }
  return bends;
}

function bundlesOf(lines: readonly RoutedLine[]): readonly (readonly RoutedLine[])[] {
  const bundles = new Map<string, RoutedLine[]>();
  for (const line of lines) {
    const key = [line.from, line.to].sort().join(' ');
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, [line]);
    else bundle.push(line);
  }
  return [...bundles.values()];
}

interface Obstacles {
  readonly boxes: Boxes;
  /** Whether a box is the shape of one of these two: a line may touch it. */
  readonly owner: (box: Box, ...ids: readonly NodeId[]) => boolean;
}

function obstaclesOf(places: Placements, sizes: ReadonlyMap<NodeId, Size>): Obstacles {
  const boxes = new Boxes();
  const shapeOf = new Map<Box, NodeId>();
  for (const [id, at] of places) {
    const size = sizes.get(id);
    if (size === undefined) continue;
    const shape = shapeBox(at, size);
    shapeOf.set(shape, id);
    boxes.add(shape);
    if (size.label.width > 0) boxes.add(labelBox(at, size));
  }
  return {
    boxes,
    owner: (box, ...ids) => {
      const id = shapeOf.get(box);
      return id !== undefined && ids.includes(id);
    },
  };
}

function bestBend(a: Spot, b: Spot, { boxes, owner }: Obstacles, { from, to }: RoutedLine): Bend {
  const own = (box: Box): boolean => owner(box, from, to);
  let best = STRAIGHT;
  let least = crossed([a, b], boxes, own);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  for (const distance of DISTANCES) {
    // A line that goes far out of its way is harder to follow than one that touches a name.
    const detour = (distance / length) * DETOUR;
    if (detour >= least) break;
    for (const weight of WEIGHTS) {
      for (const turned of [distance, -distance]) {
        const bend = { distance: turned, weight };
        const cost = detour + crossed(curve(a, b, bend), boxes, own);
        if (cost < least) [best, least] = [bend, cost];
      }
    }
  }
  return best;
}

function crossed(run: readonly Spot[], boxes: Boxes, own: (box: Box) => boolean): number {
  const touched = new Set<Box>();
  for (let index = 1; index < run.length; index += 1) {
    const [a, b] = [run[index - 1], run[index]];
    if (a === undefined || b === undefined) continue;
    const around = {
      left: Math.min(a.x, b.x),
      right: Math.max(a.x, b.x),
      top: Math.min(a.y, b.y),
      bottom: Math.max(a.y, b.y),
    };
    for (const box of boxes.near(around, CLEARANCE)) {
      if (!touched.has(box) && !own(box) && crosses(a, b, grown(box))) touched.add(box);
    }
  }
  return touched.size;
}

function grown({ left, right, top, bottom }: Box): Box {
  return { left: left - CLEARANCE, right: right + CLEARANCE, top: top - CLEARANCE, bottom: bottom + CLEARANCE };
}
