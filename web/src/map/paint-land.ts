import coastline from './coastline/coastline.json';
import { EXTENT, ringPoints } from './coastline/coastline.ts';
import type { Point } from '../canvas/nearest.ts';
import { toScreen, type Camera, type Room } from './camera.ts';
import type { MapColours } from './colours.ts';
import { onMap } from './projection.ts';

/** Land as paths at zoom 1, made once. */
interface Land {
  readonly indonesia: Path2D;
  readonly others: Path2D;
}

let made: Land | null = null;

function land(): Land {
  made ??= { indonesia: pathOf(coastline.indonesia), others: pathOf(coastline.others) };
  return made;
}

function pathOf(rings: readonly string[]): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    for (const [index, [longitude, latitude]] of ringPoints(ring).entries()) {
      const { x, y } = onMap({ longitude, latitude });
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

/** Paints sea, land and the equator. No border inside Indonesia is drawn: there is none to be had for its 38 provinces. */
export function paintLand(
  context: CanvasRenderingContext2D,
  camera: Camera,
  room: Room,
  ratio: number,
  colours: MapColours,
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.canvas;
  context.fillRect(0, 0, room.width, room.height);
  paintEquator(context, camera, room, colours);
  const { zoom, pan } = camera;
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * pan.x, ratio * pan.y);
  context.lineJoin = 'round';
  context.lineWidth = 1 / zoom;
  const { indonesia, others } = land();
  paintPath(context, others, colours['land-other'], colours.line);
  paintPath(context, indonesia, colours.land, colours['land-edge']);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintRim(context, camera, room, colours);
}

/** Degrees in which the land fades towards the end of the map. */
const FADE = 3;

/** The land ends where the map does; it fades, so that the end is not taken for a coast. */
function paintRim(context: CanvasRenderingContext2D, camera: Camera, room: Room, colours: MapColours): void {
  const corner = (longitude: number, latitude: number): Point => toScreen(camera, onMap({ longitude, latitude }));
  const [from, to] = [corner(EXTENT.west, EXTENT.north), corner(EXTENT.east, EXTENT.south)];
  const inner = corner(EXTENT.west + FADE, EXTENT.north - FADE);
  const [wide, high] = [inner.x - from.x, inner.y - from.y];
  const fade = (
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    box: readonly [number, number, number, number],
  ): void => {
    const gradient = context.createLinearGradient(x1, y1, x2, y2);
    gradient.addColorStop(0, colours.canvas);
    gradient.addColorStop(1, `${colours.canvas}00`);
    context.fillStyle = gradient;
    context.fillRect(...box);
  };
  if (from.x + wide > 0) fade(from.x, 0, from.x + wide, 0, [from.x - 1, 0, wide + 1, room.height]);
  if (to.x - wide < room.width) fade(to.x, 0, to.x - wide, 0, [to.x - wide, 0, wide + 1, room.height]);
  if (from.y + high > 0) fade(0, from.y, 0, from.y + high, [0, from.y - 1, room.width, high + 1]);
  if (to.y - high < room.height) fade(0, to.y, 0, to.y - high, [0, to.y - high, room.width, high + 1]);
}

function paintPath(context: CanvasRenderingContext2D, path: Path2D, fill: string, edge: string): void {
  context.fillStyle = fill;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(path, 'evenodd');
  context.strokeStyle = edge;
  context.stroke(path);
}

function paintEquator(context: CanvasRenderingContext2D, camera: Camera, room: Room, colours: MapColours): void {
  const { y } = toScreen(camera, onMap({ longitude: 118, latitude: 0 }));
  if (y < 0 || y > room.height) return;
  context.beginPath();
  context.setLineDash([2, 4]);
  context.moveTo(0, y);
  context.lineTo(room.width, y);
  context.lineWidth = 1;
  context.strokeStyle = colours.line;
  context.stroke();
  context.setLineDash([]);
}
