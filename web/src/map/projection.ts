import { geoMercator } from 'd3-geo';
import type { Point } from '../canvas/nearest.ts';
import type { Coordinates } from '../exploration/distance.ts';
import { EXTENT } from './coastline/coastline.ts';

/** Pixels to a degree at the equator, at zoom 1. */
const DEGREE = 20;

/**
 * Mercator: Indonesia lies along the equator (11° S to 6° N), where it keeps both shapes and, within 2 %, lengths. At zoom 1
 * a degree is 20 pixels; x to the east, y to the south, the origin at 118° E on the equator.
 */
const MERCATOR = geoMercator()
  .center([118, 0])
  .scale((DEGREE * 180) / Math.PI)
  .translate([0, 0]);

/** Where a point of the earth stands on the map, at zoom 1. */
export function onMap({ longitude, latitude }: Coordinates): Point {
  const at = MERCATOR([longitude, latitude]);
  return at === null ? { x: 0, y: 0 } : { x: at[0], y: at[1] };
}

/** The point of the earth that stands there. */
export function onEarth({ x, y }: Point): Coordinates {
  const at = MERCATOR.invert?.([x, y]) ?? null;
  return at === null ? { longitude: 0, latitude: 0 } : { longitude: at[0], latitude: at[1] };
}

/** The corners of the land that the map has. */
export const REACH = {
  from: onMap({ longitude: EXTENT.west, latitude: EXTENT.north }),
  to: onMap({ longitude: EXTENT.east, latitude: EXTENT.south }),
} as const;

/** What is shown first: Sabang to Merauke, Miangas to Rote. */
export const INDONESIA = {
  from: onMap({ longitude: 95, latitude: 6.1 }),
  to: onMap({ longitude: 141.1, latitude: -11.1 }),
} as const;
