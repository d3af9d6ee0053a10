import type cytoscape from 'cytoscape';
import type { Box } from './layout/placement.ts';

export const ZOOM = { min: 0.2, max: 4, step: 1.2, fitAtMost: 1.2 } as const;
/** Room around what is fitted, and the time it takes. */
export const FIT = { margin: 48, nameMargin: 14, duration: 240 } as const;
/** How near to the rim a selected node may stand before the picture is moved. */
const RIM = 40;

/** Zooms by steps towards a point on the screen; the point stays where it is. */
export function zoomBy(cy: cytoscape.Core, steps: number, at: cytoscape.Position): void {
  const level = Math.min(ZOOM.max, Math.max(ZOOM.min, cy.zoom() * ZOOM.step ** steps));
  cy.zoom({ level, renderedPosition: at });
}

/** Steps of a turn of the wheel: a notch is one; a touchpad's small moves are parts of one. */
export function wheelSteps({ deltaY, deltaMode }: { readonly deltaY: number; readonly deltaMode: number }): number {
  const pixels = deltaMode === 0 ? deltaY : deltaY * 33;
  return -Math.max(-1, Math.min(1, pixels / 100));
}

/** What is to be fitted, at a zoom: text keeps its size on screen, so names take the more of the picture the smaller it is. */
export interface Extents {
  readonly shapes: Box;
  readonly withNames: Box;
}

/**
 * The largest view that shows everything: shapes with the margin around them, names within the rim of the screen; never
 * larger than is pleasant for few nodes.
 */
export function viewOf(
  extents: (zoom: number) => Extents,
  room: { readonly width: number; readonly height: number },
): { readonly zoom: number; readonly pan: cytoscape.Position } {
  let [low, high]: [number, number] = [ZOOM.min, ZOOM.fitAtMost];
  if (fitsAt(extents(high), high, room)) low = high;
  for (let round = 0; round < 10 && high - low > 0.005; round += 1) {
    const middle = (low + high) / 2;
    if (fitsAt(extents(middle), middle, room)) low = middle;
    else high = middle;
  }
  const { shapes, withNames } = extents(low);
  return {
    zoom: low,
    pan: {
      x: panAlong(shapes.left, shapes.right, withNames.left, withNames.right, low, room.width),
      y: panAlong(shapes.top, shapes.bottom, withNames.top, withNames.bottom, low, room.height),
    },
  };
}

function fitsAt(
  { shapes, withNames }: Extents,
  zoom: number,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  return (
    (shapes.right - shapes.left) * zoom <= width - 2 * FIT.margin &&
    (shapes.bottom - shapes.top) * zoom <= height - 2 * FIT.margin &&
    (withNames.right - withNames.left) * zoom <= width - 2 * FIT.nameMargin &&
    (withNames.bottom - withNames.top) * zoom <= height - FIT.margin - FIT.nameMargin
  );
}

/** Names and shapes together in the middle, as long as shapes keep their margin. */
function panAlong(low: number, high: number, nameLow: number, nameHigh: number, zoom: number, size: number): number {
  const middle = size / 2 - ((nameLow + nameHigh) / 2) * zoom;
  const [least, most] = [FIT.margin - low * zoom, size - FIT.margin - high * zoom];
  return least <= most ? Math.min(most, Math.max(least, middle)) : middle;
}

/** By how much to pan so that the box on the screen comes inside the rim; null when it is inside already. */
export function panInto(
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
): cytoscape.Position | null {
  const inside = (low: number, high: number, size: number): number =>
    low < RIM ? RIM - low : high > size - RIM ? Math.max(RIM - low, size - RIM - high) : 0;
  const by = { x: inside(box.left, box.right, width), y: inside(box.top, box.bottom, height) };
  return by.x === 0 && by.y === 0 ? null : by;
}

/** Whether a box of the picture lies whole on the screen. */
export function isInView(cy: cytoscape.Core, box: Box): boolean {
  const view = cy.extent();
  return box.left >= view.x1 && box.right <= view.x2 && box.top >= view.y1 && box.bottom <= view.y2;
}
