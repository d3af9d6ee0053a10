import type { Box } from './layout/placement.ts';

export const ZOOM = { min: 0.2, max: 4, step: 1.2, fitAtMost: 1.2 } as const;
/** Room around what is fitted, the time it takes, and the time in which what was brought comes to its place. */
export const FIT = { margin: 48, nameMargin: 14, duration: 240, arrival: 140 } as const;
/** How near to the rim a selected node may stand before the picture is moved. */
const RIM = 40;

/** What is seen of the picture: a point of it stands on the screen at `point * zoom + pan`. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

/** @param least the smallest zoom of this picture: a large one may be seen smaller than others */
export function clampZoom(zoom: number, least: number = ZOOM.min): number {
  return Math.min(ZOOM.max, Math.max(least, zoom));
}

/** The view at another zoom; what is under the point on the screen stays there. */
export function zoomedAt(view: Viewport, zoom: number, at: { readonly x: number; readonly y: number }): Viewport {
  const share = zoom / view.zoom;
  return { zoom, pan: { x: at.x - (at.x - view.pan.x) * share, y: at.y - (at.y - view.pan.y) * share } };
}

/** Steps of a turn of the wheel: a notch is one; a touchpad's small moves are parts of one. */
export function wheelSteps({ deltaY, deltaMode }: { readonly deltaY: number; readonly deltaMode: number }): number {
  const pixels = deltaMode === 0 ? deltaY : deltaY * 33;
  return -Math.max(-1, Math.min(1, pixels / 100));
}

/** The view with a point in the middle; on a smaller screen than it was seen on it is seen smaller, so that all of it is there. */
export function viewWithMiddle(
  middle: {
    readonly x: number;
    readonly y: number;
    readonly zoom: number;
    readonly width: number;
    readonly height: number;
  },
  screen: { readonly width: number; readonly height: number },
): Viewport {
  const zoom = middle.zoom * Math.min(1, screen.width / middle.width, screen.height / middle.height);
  return { zoom, pan: { x: screen.width / 2 - middle.x * zoom, y: screen.height / 2 - middle.y * zoom } };
}

/** What is to be fitted, at a zoom: text keeps its size on screen, so names take the more of the picture the smaller it is. */
export interface Extents {
  readonly shapes: Box;
  readonly withNames: Box;
}

/**
 * The largest view that shows everything: shapes with the margin around them, names within the rim of the screen; never
 * larger than is pleasant for few nodes.
 * @param screen the part of the canvas that nothing covers, in pixels from its corner
 */
export function viewOf(extents: (zoom: number) => Extents, screen: Box, least: number = ZOOM.min): Viewport {
  let [low, high]: [number, number] = [least, ZOOM.fitAtMost];
  if (fitsAt(extents(high), high, screen)) low = high;
  for (let round = 0; round < 12 && high - low > low * 0.01; round += 1) {
    const middle = (low + high) / 2;
    if (fitsAt(extents(middle), middle, screen)) low = middle;
    else high = middle;
  }
  const { shapes, withNames } = extents(low);
  const horizontal = panAlong(
    shapes.left,
    shapes.right,
    withNames.left,
    withNames.right,
    low,
    screen.right - screen.left,
  );
  const vertical = panAlong(
    shapes.top,
    shapes.bottom,
    withNames.top,
    withNames.bottom,
    low,
    screen.bottom - screen.top,
  );
  return { zoom: low, pan: { x: screen.left + horizontal, y: screen.top + vertical } };
}

function fitsAt({ shapes, withNames }: Extents, zoom: number, screen: Box): boolean {
  const [width, height] = [screen.right - screen.left, screen.bottom - screen.top];
  return (
    (shapes.right - shapes.left) * zoom <= width - 2 * FIT.margin &&
    (shapes.bottom - shapes.top) * zoom <= height - 2 * FIT.margin &&
    (withNames.right - withNames.left) * zoom <= width - 2 * FIT.nameMargin &&
    (withNames.bottom - withNames.top) * zoom <= height - 2 * FIT.nameMargin
  );
}

/** Names and shapes together in the middle, as long as shapes keep their margin. */
function panAlong(low: number, high: number, nameLow: number, nameHigh: number, zoom: number, size: number): number {
  const middle = size / 2 - ((nameLow + nameHigh) / 2) * zoom;
  const [least, most] = [FIT.margin - low * zoom, size - FIT.margin - high * zoom];
  return least <= most ? Math.min(most, Math.max(least, middle)) : middle;
}

/** By how much to pan so that the box on the screen comes inside the rim; null when it is inside already. */
export function panInto(box: Box, screen: Box): { readonly x: number; readonly y: number } | null {
  const inside = (low: number, high: number, least: number, most: number): number =>
    low < least + RIM ? least + RIM - low : high > most - RIM ? Math.max(least + RIM - low, most - RIM - high) : 0;
  const by = {
    x: inside(box.left, box.right, screen.left, screen.right),
    y: inside(box.top, box.bottom, screen.top, screen.bottom),
  };
  return by.x === 0 && by.y === 0 ? null : by;
}

/** A box of the picture as it stands on the screen. */
export function onScreen(box: Box, { zoom, pan }: Viewport): Box {
  return {
    left: box.left * zoom + pan.x,
    right: box.right * zoom + pan.x,
    top: box.top * zoom + pan.y,
    bottom: box.bottom * zoom + pan.y,
  };
}

/** Whether a box lies whole in another. */
export function isWithin(box: Box, screen: Box): boolean {
  return box.left >= screen.left && box.right <= screen.right && box.top >= screen.top && box.bottom <= screen.bottom;
}
