import type cytoscape from 'cytoscape';
import type { Box } from './layout/placement.ts';

export const ZOOM = { min: 0.2, max: 4, step: 1.2, fitAtMost: 1.2 } as const;
/** Room around what is fitted, and the time it takes. */
export const FIT = { margin: 48, duration: 240 } as const;
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

/** The view that shows the box whole, with its margin; never larger than is pleasant for few nodes. */
export function viewOf(
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly zoom: number; readonly pan: cytoscape.Position } {
  const [w, h] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const fits = Math.min((width - 2 * FIT.margin) / w, (height - 2 * FIT.margin) / h);
  const zoom = Math.min(ZOOM.fitAtMost, Math.max(ZOOM.min, fits));
  return {
    zoom,
    pan: { x: width / 2 - ((box.left + box.right) / 2) * zoom, y: height / 2 - ((box.top + box.bottom) / 2) * zoom },
  };
}

/** By how much to pan so that the point comes inside the rim; null when it is inside already. */
export function panInto(
  at: cytoscape.Position,
  { width, height }: { readonly width: number; readonly height: number },
): cytoscape.Position | null {
  const inside = (value: number, size: number): number =>
    value < RIM ? RIM - value : value > size - RIM ? size - RIM - value : 0;
  const by = { x: inside(at.x, width), y: inside(at.y, height) };
  return by.x === 0 && by.y === 0 ? null : by;
}

/** Whether a box of the picture lies whole on the screen. */
export function isInView(cy: cytoscape.Core, box: Box): boolean {
  const view = cy.extent();
  return box.left >= view.x1 && box.right <= view.x2 && box.top >= view.y1 && box.bottom <= view.y2;
}
