/**
 * `npx tsx web/src/map/coastline/write-coastline.ts`: cuts Indonesia and the land around it out of world-atlas (Natural
 * Earth 1:10m, public domain) and writes `coastline.json` beside it. Run it when world-atlas has a new version; a test
 * says when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoIdentity, geoStream, type GeoStream } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { z } from 'zod';
import { EXTENT, STEP, type Coastline } from './coastline.ts';

type LonLat = readonly [longitude: number, latitude: number];

/** ISO 3166-1 numeric, as world-atlas names countries. */
const INDONESIA = '360';
/** What a simplified coast may be off by, in degrees: about 0.9 km, less than the places' own coordinates are. */
const TOLERANCE = 0.008;
/** The same for land that Indonesia has no part in: it is there to know where one is. */
const TOLERANCE_ABROAD = 0.03;
/** Islets smaller than this in both directions are left out, in degrees (about 1.3 km; abroad 7 km). */
const SMALLEST = 0.012;
const SMALLEST_ABROAD = 0.06;

const topologySchema = z.custom<Topology<{ countries: GeometryCollection }>>(
  (value) =>
    z
      .object({
        type: z.literal('Topology'),
        arcs: z.array(z.array(z.array(z.number()))),
        transform: z.object({ scale: z.array(z.number()), translate: z.array(z.number()) }),
        objects: z.object({ countries: z.object({ type: z.literal('GeometryCollection') }) }),
      })
      .safeParse(value).success,
  'world-atlas/countries-10m.json is not a topology of countries',
);

/** Everything the map draws of land. @throws ZodError when world-atlas has another form */
export function makeCoastline(): Coastline {
  const file = fileURLToPath(import.meta.resolve('world-atlas/countries-10m.json'));
  const atlas = simplified(topologySchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  const { features } = feature(atlas, atlas.objects.countries);
  const ringsWhere = (keep: (id: string) => boolean, smallest: number): readonly string[] =>
    features
      .filter(({ id }) => keep(String(id)))
      .flatMap((country) => clippedRings(country))
      .filter((ring) => isDrawn(ring, smallest))
      .map(encodeRing);
  return {
    indonesia: ringsWhere((id) => id === INDONESIA, SMALLEST),
    others: ringsWhere((id) => id !== INDONESIA, SMALLEST_ABROAD),
  };
}

/** Borders are simplified once for both their countries, so that no gap opens between them. */
function simplified(topology: Topology<{ countries: GeometryCollection }>): typeof topology {
  const { scale, translate } = topology.transform ?? { scale: [1, 1], translate: [0, 0] };
  const own = arcsOf(topology.objects.countries.geometries.find(({ id }) => String(id) === INDONESIA));
  const arcs = topology.arcs.map((arc, index) => {
    let [x, y] = [0, 0];
    const points = arc.map(([dx = 0, dy = 0]): LonLat => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    return simplify(points, own.has(index) ? TOLERANCE : TOLERANCE_ABROAD).map(([longitude, latitude]) => [
      longitude,
      latitude,
    ]);
  });
  const { transform: _, ...rest } = topology;
  return { ...rest, arcs };
}

/** The arcs that a country is made of; one that is walked backwards is named by its complement. */
function arcsOf(country: GeometryObject | undefined): ReadonlySet<number> {
  if (country?.type !== 'MultiPolygon') throw new Error('world-atlas has no Indonesia of several polygons');
  return new Set(country.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc)));
}

/** Ramer (1972), Douglas and Peucker (1973): keeps the ends and whatever lies farther than the tolerance from the run. */
export function simplify(points: readonly LonLat[], tolerance: number): readonly LonLat[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length < 3 || first === undefined || last === undefined) return points;
  let [farthest, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i += 1) {
    const distance = distanceToStretch(points[i] ?? first, first, last);
    if (distance > farthest) [farthest, at] = [distance, i];
  }
  if (farthest <= tolerance) return [first, last];
  return [...simplify(points.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(points.slice(at), tolerance)];
}

function distanceToStretch([x, y]: LonLat, [x1, y1]: LonLat, [x2, y2]: LonLat): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** The rings of a country inside the map's extent, cut at its rim. */
function clippedRings(country: Parameters<typeof geoStream>[0]): readonly (readonly LonLat[])[] {
  const rings: LonLat[][] = [];
  let ring: LonLat[] = [];
  const sink: GeoStream = {
    point: (longitude, latitude) => void ring.push([longitude, latitude]),
    lineStart: () => (ring = []),
    lineEnd: () => void rings.push(ring),
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
  };
  const clip = geoIdentity().clipExtent([
    [EXTENT.west, EXTENT.south],
    [EXTENT.east, EXTENT.north],
  ]);
  geoStream(country, clip.stream(sink));
  return rings;
}

/** Leaves out islets, what simplifying left without an area, and what goes around the earth (Fiji, cut at 180°). */
function isDrawn(points: readonly LonLat[], smallest: number): boolean {
  const [width, height] = [0, 1].map((axis) => {
    const along = points.map((point) => point[axis] ?? 0);
    return Math.max(...along) - Math.min(...along);
  });
  const corners = new Set(points.map(([longitude, latitude]) => `${longitude} ${latitude}`)).size;
  return corners > 2 && width !== EXTENT.east - EXTENT.west && Math.max(width ?? 0, height ?? 0) >= smallest;
}

/** Steps of the grid from point to point, the first from the origin; steps that stay on their point are left out. */
function encodeRing(points: readonly LonLat[]): string {
  let [x, y] = [0, 0];
  const steps: string[] = [];
  for (const [longitude, latitude] of points) {
    const [nextX, nextY] = [Math.round(longitude / STEP), Math.round(latitude / STEP)];
    if (nextX === x && nextY === y) continue;
    steps.push(`${nextX - x} ${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  return steps.join(' ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('coastline.json', import.meta.url), `${JSON.stringify(makeCoastline(), null, 1)}\n`);
}
