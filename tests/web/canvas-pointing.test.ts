import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import { isInView, panInto, viewOf, wheelSteps, zoomBy, ZOOM } from '../../web/src/canvas/camera.ts';
import type { Box } from '../../web/src/canvas/layout/placement.ts';
import { distanceToRun, nearestTowards, targetAt } from '../../web/src/canvas/nearest.ts';

const ROOM = { width: 1000, height: 700 };

describe('the camera', () => {
  const core = (): cytoscape.Core => cytoscape({ headless: true, minZoom: ZOOM.min, maxZoom: ZOOM.max });

  it('zooms by 1.2 a step, stops at 0.2 and 4, and keeps what is under the pointer there', () => {
    const cy = core();
    cy.add({ data: { id: 'a' }, position: { x: 100, y: 50 } });
    const under = cy.getElementById('a').renderedPosition();
    zoomBy(cy, 1, { x: under.x, y: under.y });
    expect(cy.zoom()).toBeCloseTo(1.2, 6);
    expect(cy.getElementById('a').renderedPosition()).toEqual({
      x: expect.closeTo(under.x, 6),
      y: expect.closeTo(under.y, 6),
    });
    zoomBy(cy, 100, { x: 0, y: 0 });
    expect(cy.zoom()).toBe(4);
    zoomBy(cy, -100, { x: 0, y: 0 });
    expect(cy.zoom()).toBe(0.2);
  });

  it('takes a notch of the wheel for one step, and a touchpad for parts of one', () => {
    expect(wheelSteps({ deltaY: -100, deltaMode: 0 })).toBe(1);
    expect(wheelSteps({ deltaY: 3, deltaMode: 1 })).toBeCloseTo(-0.99);
    expect(wheelSteps({ deltaY: -10, deltaMode: 0 })).toBeCloseTo(0.1);
  });

  it('fits everything with 48 pixels around it, and never larger than is pleasant', () => {
    const box = { left: -500, right: 1500, top: 0, bottom: 400 };
    const view = viewOf(() => ({ shapes: box, withNames: box }), ROOM);
    const left = box.left * view.zoom + view.pan.x;
    const right = box.right * view.zoom + view.pan.x;
    expect(left).toBeGreaterThanOrEqual(48 - 1e-6);
    expect(right).toBeLessThanOrEqual(ROOM.width - 48 + 1e-6);
    expect(view.zoom).toBeGreaterThan(0.44);
    const small = { left: 0, right: 20, top: 0, bottom: 20 };
    expect(viewOf(() => ({ shapes: small, withNames: small }), ROOM).zoom).toBe(ZOOM.fitAtMost);
  });

  it('pans only when the selected node would not be seen', () => {
    const at = (x: number, y: number): Box => ({ left: x, right: x, top: y, bottom: y });
    expect(panInto(at(500, 300), ROOM)).toBeNull();
    expect(panInto(at(1100, 300), ROOM)).toEqual({ x: -140, y: 0 });
    // What is too wide for the screen is shown from its left.
    expect(panInto({ left: 100, right: 2000, top: 300, bottom: 310 }, ROOM)).toEqual({ x: -60, y: 0 });
    const cy = core();
    expect(isInView(cy, { left: -5000, right: 5000, top: 0, bottom: 1 })).toBe(false);
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
