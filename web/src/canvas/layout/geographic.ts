import type { NodeId } from '#vocabulary';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { Boxes } from './boxes.ts';
import { boxAt } from './parts.ts';
import { boundingBox, shapeBox, type Placement, type Placements, type Size } from './placement.ts';

/** Degrees, WGS 84. */
export interface Coordinates {
  readonly longitude: number;
  readonly latitude: number;
}

/** Pixels at zoom 1 across the longest side of what has coordinates; fewer nodes need less. */
const ACROSS = { least: 700, each: 90, most: 3200 } as const;
/** Pixels a degree at most, so that one regency alone does not become a continent. */
const DEGREE = 900;
/** Golden angle: where a place is taken, the nodes of the same place fill a disc around it. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const CLEARANCE = 4;
/** The tray beside: its distance, and the step from node to node. */
const TRAY = { beside: 120, room: 14, rows: 18 } as const;

/**
 * PLACES: as on a map with the north up (plate carrée, true at the middle latitude); nodes that share a place stand around
 * it, and none on another. What has no coordinates stands in a tray at the right.
 */
export function placeOnMap(
  graph: VisibleGraph,
  coordinates: ReadonlyMap<NodeId, Coordinates>,
  sizes: ReadonlyMap<NodeId, Size>,
): Placements {
  const placed = placeAtSpots(graph, coordinates, projection(graph, coordinates), new Map(), sizes);
  placeTray(
    graph.nodes.map((node) => node.id).filter((id) => !coordinates.has(id)),
    placed,
    sizes,
  );
  return placed;
}

/** Where degrees come to stand in the picture. */
export type Projection = (at: Coordinates) => { readonly x: number; readonly y: number };

/** Nodes with coordinates that do not stand yet, each as near to its spot as there is room. */
export function placeAtSpots(
  graph: VisibleGraph,
  coordinates: ReadonlyMap<NodeId, Coordinates>,
  project: Projection,
  standing: Placements,
  sizes: ReadonlyMap<NodeId, Size>,
): Map<NodeId, Placement> {
  const placed = new Map<NodeId, Placement>();
  const taken = new Boxes();
  for (const [id, at] of standing) taken.add(boxAt(at, sizes.get(id)));
  const waiting = graph.nodes.flatMap(({ id }) => {
    const at = standing.has(id) ? undefined : coordinates.get(id);
    return at === undefined ? [] : [{ id, at }];
  });
  // From the west, so that a name to the right finds its room before the next comes.
  for (const { id, at } of waiting.sort((a, b) => a.at.longitude - b.at.longitude)) {
    const place = freeNear(project(at), sizes.get(id), taken);
    placed.set(id, place);
    taken.add(boxAt(place, sizes.get(id)));
  }
  return placed;
}

/** The nodes with coordinates fill the picture: the fewer there are, the smaller it is. */
export function projection(graph: VisibleGraph, coordinates: ReadonlyMap<NodeId, Coordinates>): Projection {
  const spots = graph.nodes.flatMap(({ id }) => coordinates.get(id) ?? []);
  const [west, east] = [Math.min(...spots.map((at) => at.longitude)), Math.max(...spots.map((at) => at.longitude))];
  const [south, north] = [Math.min(...spots.map((at) => at.latitude)), Math.max(...spots.map((at) => at.latitude))];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const degrees = Math.max((east - west) * narrowing, north - south, 1e-6);
  const across = Math.min(ACROSS.most, ACROSS.least + ACROSS.each * Math.sqrt(spots.length) * 2);
  const scale = Math.min(DEGREE, across / degrees);
  return ({ longitude, latitude }) => ({
    x: (longitude - west) * narrowing * scale,
    y: (north - latitude) * scale,
  });
}

function freeNear(
  { x, y }: { readonly x: number; readonly y: number },
  size: Size | undefined,
  taken: Boxes,
): Placement {
  for (let turn = 0; turn < 4_000; turn += 1) {
    const distance = 11 * Math.sqrt(turn);
    const [dx, dy] = [distance * Math.cos(turn * GOLDEN), distance * Math.sin(turn * GOLDEN)];
    for (const side of dx >= 0 ? (['right', 'left'] as const) : (['left', 'right'] as const)) {
      const place: Placement = { x: Math.round(x + dx), y: Math.round(y + dy), side };
      if (!taken.hits(boxAt(place, size), CLEARANCE)) return place;
    }
  }
  // So many share the place that there is no room for names: they are left out there.
  return { x: Math.round(x), y: Math.round(y), side: 'right' };
}

/** What has no coordinates, in rows from the top, named at the right. */
function placeTray(ids: readonly NodeId[], placed: Map<NodeId, Placement>, sizes: ReadonlyMap<NodeId, Size>): void {
  const whole = boundingBox([...placed].map(([id, at]) => boxAt(at, sizes.get(id)))) ?? {
    left: 0,
    right: -TRAY.beside,
    top: 0,
    bottom: 0,
  };
  let left = whole.right + TRAY.beside;
  for (let start = 0; start < ids.length; start += TRAY.rows) {
    let y = whole.top;
    let right = left;
    for (const id of ids.slice(start, start + TRAY.rows)) {
      const size = sizes.get(id) ?? { half: { x: 10, y: 10 }, label: { width: 0, height: 0 } };
      const height = Math.max(2 * size.half.y, size.label.height);
      const at: Placement = { x: Math.round(left + size.half.x), y: Math.round(y + height / 2), side: 'right' };
      placed.set(id, at);
      right = Math.max(right, boxAt(at, size).right, shapeBox(at, size).right);
      y += height + TRAY.room;
    }
    left = right + TRAY.room * 2;
  }
}
