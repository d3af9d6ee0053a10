import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXTENT, ringPoints } from '../../web/src/map/coastline/coastline.ts';
import { makeCoastline, simplify } from '../../web/src/map/coastline/write-coastline.ts';

const MADE = makeCoastline();
type LonLat = readonly [number, number];

/** Whether a point lies on the land of some rings, by the even-odd rule. */
function onLand(rings: readonly string[], [x, y]: LonLat): boolean {
  let inside = false;
  for (const ring of rings) {
    const points = ringPoints(ring);
    for (let i = 0; i < points.length; i += 1) {
      const [[x1, y1], [x2, y2]] = [points[i] ?? [0, 0], points[(i + 1) % points.length] ?? [0, 0]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

describe('the coastline', () => {
  it('is the one that world-atlas gives now', () => {
    expect(JSON.parse(readFileSync('web/src/map/coastline/coastline.json', 'utf8'))).toEqual(MADE);
  });

  it.each([
    ['Tegal', 109.16, -7.03],
    ['Dogiyai', 135.61, -4.05],
    ['Pamekasan on Madura', 113.48, -7.1],
    ['Pontianak', 109.33, -0.03],
  ])('has %s on Indonesian land', (_name, longitude, latitude) => {
    expect(onLand(MADE.indonesia, [longitude, latitude])).toBe(true);
    expect(onLand(MADE.others, [longitude, latitude])).toBe(false);
  });

  it.each([
    ['Kuala Lumpur', 101.69, 3.14],
    ['Dili', 125.6, -8.75],
    ['Port Moresby', 147.2, -9.4],
  ])('has %s on the land of others', (_name, longitude, latitude) => {
    expect(onLand(MADE.others, [longitude, latitude])).toBe(true);
    expect(onLand(MADE.indonesia, [longitude, latitude])).toBe(false);
  });

  it('has the Java Sea and the Makassar Strait on no land', () => {
    for (const sea of [
      [110, -5],
      [117.8, -1],
    ] as const) {
      expect(onLand([...MADE.indonesia, ...MADE.others], sea)).toBe(false);
    }
  });

  it('ends where the map does', () => {
    for (const [longitude, latitude] of [...MADE.indonesia, ...MADE.others].flatMap(ringPoints)) {
      expect(longitude >= EXTENT.west && longitude <= EXTENT.east).toBe(true);
      expect(latitude >= EXTENT.south && latitude <= EXTENT.north).toBe(true);
    }
  });
});

describe('simplifying a run', () => {
  const run = fc.array(
    fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true })),
    {
      minLength: 2,
      maxLength: 40,
    },
  );
  const distance = ([x, y]: LonLat, [x1, y1]: LonLat, [x2, y2]: LonLat): number => {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
    return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
  };

  it('keeps both ends, keeps points in order, and never strays further than the tolerance', () => {
    fc.assert(
      fc.property(run, fc.double({ min: 0, max: 3, noNaN: true }), (points, tolerance) => {
        const kept = simplify(points, tolerance);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        let at = 0;
        for (const point of points) {
          if (point === kept[at + 1]) at += 1;
          const near = [at - 1, at, at + 1].some((i) => {
            const [a, b] = [kept[i], kept[i + 1]];
            return a !== undefined && b !== undefined && distance(point, a, b) <= tolerance + 1e-9;
          });
          expect(near).toBe(true);
        }
      }),
    );
  });
});
