import { geographicDistance } from '../exploration/distance.ts';
import type { Point } from '../canvas/nearest.ts';
import { onEarth } from './projection.ts';
import { toMap, type Camera } from './camera.ts';

/** A length that is easily read, and how long it is on the screen. */
export interface ScaleBar {
  readonly kilometres: number;
  readonly pixels: number;
}

/** Pixels that the bar's length is measured on: long enough to be exact, short enough to be straight. */
const STRETCH = 100;

/** The largest of 1, 2 or 5 times a power of ten kilometres that is at most `most` pixels long around a point of the screen. */
export function scaleBar(camera: Camera, at: Point, most = 100): ScaleBar {
  const west = onEarth(toMap(camera, { x: at.x - STRETCH / 2, y: at.y }));
  const east = onEarth(toMap(camera, { x: at.x + STRETCH / 2, y: at.y }));
  const pixel = geographicDistance(west, east) / STRETCH;
  const whole = 10 ** Math.floor(Math.log10(pixel * most));
  const kilometres = [5, 2, 1].map((times) => times * whole).find((length) => length <= pixel * most) ?? whole;
  return { kilometres, pixels: kilometres / pixel };
}
