import type { NodeId } from '#vocabulary';
import type { Layout } from '../../exploration/arrangement.ts';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { isOfGroups, placeBlocks } from './blocks.ts';
import { placeBouquets } from './bouquets.ts';
import { componentsOf } from './components.ts';
import { placeAround } from './concentric.ts';
import { placeOnMap, type Coordinates } from './geographic.ts';
import { placeComponent, RUNS } from './layered.ts';
import { blockNodes, endsOf, packParts, placeBlock } from './parts.ts';
import { sizesAt, type Placements, type Room, type Size } from './placement.ts';
import { placeTiers } from './tiers.ts';

/** Zooms at which the whole may be shown, the largest that fits is taken; above so many nodes only the last is tried. */
const ZOOMS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4] as const;
const MANY = 150;
/** Above so many nodes layers would be columns without end: each node stands around the greatest it is joined to. */
const CROWD = 300;
/** A picture by place is wide, and so seen small: its names are given room for that. */
const MAP_ZOOM = 0.6;
/** A picture that goes this little over its margin fits. */
const ENOUGH = 0.93;

type Sizes = ReadonlyMap<NodeId, Size>;

/** What a layout is asked for, as plain values: it may cross to a worker. */
export interface ArrangeRequest {
  readonly graph: VisibleGraph;
  /** At zoom 1. */
  readonly sizes: Sizes;
  readonly room: Room;
  readonly layout: Layout;
  /** In the middle of CONCENTRIC; null for the one with most lines. */
  readonly centre: NodeId | null;
  /** For PLACES; a node without stands in a tray beside. */
  readonly coordinates: ReadonlyMap<NodeId, Coordinates>;
}

/** The whole picture from nothing, without overlap, the same every time. MANUAL begins as LAYERED does. */
export function arrange(request: ArrangeRequest): Placements {
  const { graph, sizes, room, centre, coordinates } = request;
  switch (request.layout) {
    case 'LAYERED':
    case 'MANUAL':
      return arrangeAll(graph, sizes, room);
    case 'TIERS':
      return withBlock(graph, sizes, room, (ids) => placeTiers(graph, ids, sizes));
    case 'CONCENTRIC':
      return withBlock(graph, sizes, room, (ids) => placeAround(graph, ids, centre, sizes));
    case 'PLACES':
      return placeOnMap(graph, coordinates, sizesAt(sizes, MAP_ZOOM));
  }
}

function withBlock(
  graph: VisibleGraph,
  sizes: Sizes,
  room: Room,
  place: (ids: readonly NodeId[]) => readonly Placements[],
): Placements {
  const block = new Set(blockNodes(graph));
  const rest = graph.nodes.map((node) => node.id).filter((id) => !block.has(id));
  const parts = [...place(rest), ...(block.size > 0 ? [placeBlock([...block])] : [])];
  return packParts(parts, sizes, block, room).placed;
}

/**
 * LAYERED: every component from left to right, the block of clusters without a tie, packed. Lines are as long as lets the
 * whole fit the room at full size; where it cannot, as short as is still read well. A crowd stands in bouquets, many groups in
 * columns.
 */
export function arrangeAll(graph: VisibleGraph, sizes: Sizes, room: Room): Placements {
  const block = new Set(blockNodes(graph));
  const rest = graph.nodes.map((node) => node.id).filter((id) => !block.has(id));
  const ends = endsOf(graph);
  if (isOfGroups(graph)) return withBlock(graph, sizes, room, (ids) => [placeBlocks(graph, ids, sizes, room)]);
  if (rest.length > CROWD) return withBlock(graph, sizes, room, (ids) => placeBouquets(ids, ends, sizes));
  const components = componentsOf(rest, ends);
  let best: { readonly placed: Placements; readonly fits: number } | null = null;
  // Text keeps its size on screen, so at a smaller zoom it takes more of the picture.
  for (const zoom of rest.length > MANY ? ZOOMS.slice(-1) : ZOOMS) {
    const atZoom = sizesAt(sizes, zoom);
    for (const run of RUNS) {
      const parts = components.map((component) => placeComponent(component, atZoom, run));
      if (block.size > 0) parts.push(placeBlock([...block]));
      const { placed, scale } = packParts(parts, atZoom, block, room);
      const fits = scale / zoom >= ENOUGH ? Infinity : scale / Math.sqrt(zoom);
      if (best === null || fits > best.fits + 0.02) best = { placed, fits };
      if (fits === Infinity) break;
    }
    if (best?.fits === Infinity) break;
  }
  return best?.placed ?? new Map();
}
