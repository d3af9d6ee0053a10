import coastline from './coastline/coastline.json';
import { ringPoints } from './coastline/coastline.ts';
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
