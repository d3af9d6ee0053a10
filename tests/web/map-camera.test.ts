import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geographicDistance } from '../../web/src/exploration/distance.ts';
import { fitted, kept, toMap, toScreen, zoomed, ZOOM, type Camera } from '../../web/src/map/camera.ts';
import { planNames, type NameWish } from '../../web/src/map/name-plan.ts';
import { INDONESIA, onEarth, onMap, REACH } from '../../web/src/map/projection.ts';
import { scaleBar } from '../../web/src/map/scale-bar.ts';

const ROOM = { width: 1080, height: 600 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const camera = fc.record({ zoom: number(0.5, 32), pan: fc.record({ x: number(-2000, 2000), y: number(-2000, 2000) }) });

describe('the map', () => {
  it('gives back the point of the earth that stands at a point of it', () => {
    fc.assert(
      fc.property(number(90, 148), number(-16, 12), (longitude, latitude) => {
        const back = onEarth(onMap({ longitude, latitude }));
        expect(back.longitude).toBeCloseTo(longitude, 6);
        expect(back.latitude).toBeCloseTo(latitude, 6);
      }),
    );
  });

  it('has the north up and the east to the right', () => {
    const [sabang, merauke] = [onMap({ longitude: 95.3, latitude: 5.9 }), onMap({ longitude: 140.4, latitude: -8.5 })];
    expect(merauke.x).toBeGreaterThan(sabang.x);
    expect(merauke.y).toBeGreaterThan(sabang.y);
  });

  it('zooms to the pointer: what is under it stays', () => {
    fc.assert(
      fc.property(camera, number(-5, 5), number(0, 1080), number(0, 600), (before, steps, x, y) => {
        const after = zoomed(before, steps, { x, y }, 0.5);
        const there = toScreen(after, toMap(before, { x, y }));
        expect(there.x).toBeCloseTo(x, 3);
        expect(there.y).toBeCloseTo(y, 3);
        expect(after.zoom).toBeLessThanOrEqual(ZOOM.max);
        expect(after.zoom).toBeGreaterThanOrEqual(0.5);
      }),
    );
  });

  it('shows all of Indonesia first, with a margin', () => {
    const view = fitted(INDONESIA, ROOM);
    const [from, to] = [toScreen(view, INDONESIA.from), toScreen(view, INDONESIA.to)];
    expect(Math.min(from.x, from.y)).toBeGreaterThanOrEqual(47.9);
    expect(to.x).toBeLessThanOrEqual(ROOM.width - 47.9);
    expect(to.y).toBeLessThanOrEqual(ROOM.height - 47.9);
  });

  it('never loses the land, however far it is moved', () => {
    fc.assert(
      fc.property(camera, (far) => {
        const view = kept(far, REACH, ROOM);
        const [from, to] = [toScreen(view, REACH.from), toScreen(view, REACH.to)];
        expect(to.x).toBeGreaterThan(0);
        expect(to.y).toBeGreaterThan(0);
        expect(from.x).toBeLessThan(ROOM.width);
        expect(from.y).toBeLessThan(ROOM.height);
      }),
    );
  });

  it('measures its scale bar where one looks: a round length, at most as long as asked, true to 1 %', () => {
    fc.assert(
      fc.property(number(1, 30), number(96, 140), number(-10, 5), (zoom, longitude, latitude) => {
        const middle = onMap({ longitude, latitude });
        const view: Camera = { zoom, pan: { x: 540 - middle.x * zoom, y: 300 - middle.y * zoom } };
        const bar = scaleBar(view, { x: 540, y: 300 });
        expect(bar.pixels).toBeLessThanOrEqual(100);
        expect(bar.pixels).toBeGreaterThan(30);
        expect(String(bar.kilometres)).toMatch(/^[125]0*$|^0\.[0-9]*[125]$/);
        const ends = [540 - bar.pixels / 2, 540 + bar.pixels / 2].map((x) => onEarth(toMap(view, { x, y: 300 })));
        const [west, east] = ends;
        const length = west === undefined || east === undefined ? 0 : geographicDistance(west, east);
        expect(length / bar.kilometres).toBeCloseTo(1, 2);
      }),
    );
  });
});

describe('names on the map', () => {
  const SCREEN = { left: 0, top: 0, right: 800, bottom: 600 };
  const wish = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 600 }),
    width: fc.integer({ min: 10, max: 160 }),
    rank: fc.integer({ min: 1, max: 4 }),
  });
  const asWish = (
    { x, y, width, rank }: { x: number; y: number; width: number; rank: number },
    id: number,
  ): NameWish => ({
    id: String(id),
    at: { x, y },
    half: { x: 8, y: 8 },
    width,
    height: 15,
    rank,
  });
  const overlap = (a: { left: number; right: number; top: number; bottom: number }, b: typeof a): boolean =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  it('never cover each other or a shape, and stand whole on the screen', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (given) => {
        const wishes = given.map(asWish);
        const shapes = wishes.map(({ at, half }) => ({
          left: at.x - half.x,
          right: at.x + half.x,
          top: at.y - half.y,
          bottom: at.y + half.y,
        }));
        const planned = planNames(shapes, wishes, [], SCREEN);
        for (const [index, { box }] of planned.entries()) {
          expect(box.left >= 0 && box.right <= 800 && box.top >= 0 && box.bottom <= 600).toBe(true);
          expect(shapes.some((shape) => overlap(shape, box))).toBe(false);
          expect(planned.slice(index + 1).some((other) => overlap(other.box, box))).toBe(false);
        }
      }),
    );
  });

  it('come by rank, and that of what is pointed at is there whatever is in the way', () => {
    const [a, b] = [
      asWish({ x: 100, y: 100, width: 90, rank: 3 }, 1),
      asWish({ x: 104, y: 100, width: 90, rank: 2 }, 2),
    ];
    const wall = [
      { left: 0, right: 800, top: 110, bottom: 600 },
      { left: 0, right: 95, top: 0, bottom: 600 },
    ];
    expect(planNames(wall, [a, b], [], SCREEN).map(({ id }) => id)).toEqual(['2']);
    expect(planNames(wall, [{ ...a, rank: 0 }, b], [], SCREEN).map(({ id }) => id)).toContain('1');
  });
});
