import { describe, expect, it } from 'vitest';
import {
  clampZoom,
  isWithin,
  onScreen,
  panInto,
  viewOf,
  wheelSteps,
  ZOOM,
  zoomedAt,
} from '../../web/src/canvas/camera.ts';
import type { Box } from '../../web/src/canvas/layout/placement.ts';
import { distanceToRun, nearestTowards, targetAt } from '../../web/src/canvas/nearest.ts';

const SCREEN: Box = { left: 0, top: 0, right: 1000, bottom: 700 };

describe('the camera', () => {
  it('keeps what is under the pointer there when it zooms, and stops at 0.2 and 4', () => {
    const view = { zoom: 1, pan: { x: 30, y: -20 } };
    const closer = zoomedAt(view, 1.2, { x: 130, y: 30 });
    expect(onScreen({ left: 100, right: 100, top: 50, bottom: 50 }, closer)).toEqual({
      left: expect.closeTo(130, 6),
      right: expect.closeTo(130, 6),
      top: expect.closeTo(30, 6),
      bottom: expect.closeTo(30, 6),
    });
    expect(clampZoom(100)).toBe(4);
    expect(clampZoom(0.001)).toBe(ZOOM.min);
    expect(clampZoom(0.001, 0.05)).toBe(0.05);
  });

  it('takes a notch of the wheel for one step, and a touchpad for parts of one', () => {
    expect(wheelSteps({ deltaY: -100, deltaMode: 0 })).toBe(1);
    expect(wheelSteps({ deltaY: 3, deltaMode: 1 })).toBeCloseTo(-0.99);
    expect(wheelSteps({ deltaY: -10, deltaMode: 0 })).toBeCloseTo(0.1);
  });

  it('fits everything with 48 pixels around it, and never larger than is pleasant', () => {
    const box = { left: -500, right: 1500, top: 0, bottom: 400 };
    const view = viewOf(() => ({ shapes: box, withNames: box }), SCREEN);
    const left = box.left * view.zoom + view.pan.x;
    const right = box.right * view.zoom + view.pan.x;
    expect(left).toBeGreaterThanOrEqual(48 - 1e-6);
    expect(right).toBeLessThanOrEqual(1000 - 48 + 1e-6);
    expect(view.zoom).toBeGreaterThan(0.44);
    const small = { left: 0, right: 20, top: 0, bottom: 20 };
    expect(viewOf(() => ({ shapes: small, withNames: small }), SCREEN).zoom).toBe(ZOOM.fitAtMost);
  });

  it('pans only when the selected node would not be seen', () => {
    const at = (x: number, y: number): Box => ({ left: x, right: x, top: y, bottom: y });
    expect(panInto(at(500, 300), SCREEN)).toBeNull();
    expect(panInto(at(1100, 300), SCREEN)).toEqual({ x: -140, y: 0 });
    // What is too wide for the screen is shown from its left.
    expect(panInto({ left: 100, right: 2000, top: 300, bottom: 310 }, SCREEN)).toEqual({ x: -60, y: 0 });
    expect(isWithin({ left: -5000, right: 5000, top: 0, bottom: 1 }, SCREEN)).toBe(false);
  });

  it('keeps what it shows out from under what covers the canvas', () => {
    const uncovered = { left: 0, top: 60, right: 390, bottom: 300 };
    const box = { left: 0, right: 300, top: 0, bottom: 500 };
    const view = viewOf(() => ({ shapes: box, withNames: box }), uncovered);
    const { top, bottom } = onScreen(box, view);
    expect(top).toBeGreaterThanOrEqual(60 + 48 - 1e-6);
    expect(bottom).toBeLessThanOrEqual(300 - 48 + 1e-6);
    expect(panInto({ left: 100, right: 110, top: 350, bottom: 360 }, uncovered)).toEqual({ x: 0, y: -100 });
  });
});

describe('pointing and keys', () => {
  it('hits the nearest node within its area, and misses outside', () => {
    const targets = [
      { id: 'a', at: { x: 0, y: 0 }, half: { x: 4, y: 4 } },
      { id: 'b', at: { x: 20, y: 0 }, half: { x: 4, y: 4 } },
    ];
    expect(targetAt(targets, { x: 11, y: 0 }, 24)).toBe('b');
    expect(targetAt(targets, { x: -11, y: 0 }, 24)).toBe('a');
    expect(targetAt(targets, { x: -13, y: 0 }, 24)).toBeNull();
    expect(targetAt(targets, { x: -13, y: 0 }, 44)).toBe('a');
  });

  it('measures the distance to a bent line', () => {
    const run = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ];
    expect(distanceToRun(run, { x: 5, y: 3 })).toBe(3);
    expect(distanceToRun(run, { x: 14, y: 5 })).toBe(4);
    expect(distanceToRun(run, { x: 13, y: 14 })).toBe(5);
  });

  it('goes to the nearest node in the direction of the arrow, and stays where there is none', () => {
    const targets = [
      { id: 'right', at: { x: 50, y: 10 } },
      { id: 'far right', at: { x: 90, y: 0 } },
      { id: 'steep', at: { x: 10, y: 80 } },
    ];
    const from = { x: 0, y: 0 };
    expect(nearestTowards(targets, from, 'ArrowRight')).toBe('right');
    expect(nearestTowards(targets, from, 'ArrowDown')).toBe('steep');
    expect(nearestTowards(targets, from, 'ArrowLeft')).toBeNull();
  });
});
