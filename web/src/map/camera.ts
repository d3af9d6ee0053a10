import type { Point } from '../canvas/nearest.ts';

/** How the map is looked at: a point of it at zoom 1 stands at `point × zoom + pan` on the screen. */
export interface Camera {
  readonly zoom: number;
  readonly pan: Point;
}

/** The room that the map has on the screen, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the map, at zoom 1. */
export interface Reach {
  readonly from: Point;
  readonly to: Point;
}

/** At most: one degree is 640 pixels, one hundredth (as exact as places are known) is 6. */
export const ZOOM = { max: 32, step: 1.2, fitAtMost: 10 } as const;
/** Room around what is fitted. */
const MARGIN = 48;
/** So much of the land stays on the screen, however far it is moved. */
const STAYS = 80;

export function toScreen({ zoom, pan }: Camera, { x, y }: Point): Point {
  return { x: x * zoom + pan.x, y: y * zoom + pan.y };
}

export function toMap({ zoom, pan }: Camera, { x, y }: Point): Point {
  return { x: (x - pan.x) / zoom, y: (y - pan.y) / zoom };
}

/** Shows a reach whole and in the middle, with a margin; a reach without extent is shown at `ZOOM.fitAtMost`. */
export function fitted({ from, to }: Reach, room: Room, margin = Math.min(MARGIN, room.width / 16)): Camera {
  const [width, height] = [Math.max(1e-6, to.x - from.x), Math.max(1e-6, to.y - from.y)];
  const zoom = Math.min(
    ZOOM.fitAtMost,
    Math.max(0.05, (room.width - 2 * margin) / width),
    Math.max(0.05, (room.height - 2 * margin) / height),
  );
  return around({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, zoom, room);
}

/** Shows a point in the middle. */
export function around(point: Point, zoom: number, { width, height }: Room): Camera {
  return { zoom, pan: { x: width / 2 - point.x * zoom, y: height / 2 - point.y * zoom } };
}

/** Zooms by steps of 1.2 towards a point on the screen, which stays where it is; never out of what fits the screen. */
export function zoomed(camera: Camera, steps: number, at: Point, least: number): Camera {
  const zoom = Math.min(ZOOM.max, Math.max(least, camera.zoom * ZOOM.step ** steps));
  const on = toMap(camera, at);
  return { zoom, pan: { x: at.x - on.x * zoom, y: at.y - on.y * zoom } };
}

/** Moves the map with the pointer. */
export function panned({ zoom, pan }: Camera, by: Point): Camera {
  return { zoom, pan: { x: pan.x + by.x, y: pan.y + by.y } };
}

/** Brings a camera back that has left the land: some of it always stays on the screen. */
export function kept(camera: Camera, land: Reach, { width, height }: Room): Camera {
  const [from, to] = [toScreen(camera, land.from), toScreen(camera, land.to)];
  const back = (low: number, high: number, size: number): number =>
    high < STAYS ? STAYS - high : low > size - STAYS ? size - STAYS - low : 0;
  return panned(camera, { x: back(from.x, to.x, width), y: back(from.y, to.y, height) });
}

/** The smallest reach that holds all points; null for none. */
export function reachOf(points: Iterable<Point>): Reach | null {
  let reach: Reach | null = null;
  for (const { x, y } of points) {
    reach =
      reach === null
        ? { from: { x, y }, to: { x, y } }
        : {
            from: { x: Math.min(reach.from.x, x), y: Math.min(reach.from.y, y) },
            to: { x: Math.max(reach.to.x, x), y: Math.max(reach.to.y, y) },
          };
  }
  return reach;
}
