import type { NodeId } from '#vocabulary';

/** Where a node's label stands. */
export type LabelSide = 'left' | 'right' | 'below' | 'above';

/** Where a node stands, in the picture's own coordinates (pixels at zoom 1), and on which side its label. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly side: LabelSide;
}

export type Placements = ReadonlyMap<NodeId, Placement>;

/** How much room a node takes: half its shape, and its label. */
export interface Size {
  readonly half: { readonly x: number; readonly y: number };
  readonly label: { readonly width: number; readonly height: number };
  /** It keeps its size on screen whatever the zoom, as its label does. */
  readonly fixed?: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A size to fit into, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Room between a shape and its label. */
export const LABEL_GAP = 6;

/**
 * Room that is taken when the picture is shown at a zoom: labels, and shapes of fixed size, take the more the smaller it is.
 * @param from the zoom below which shapes of fixed size shrink with the rest (`fixedFrom`)
 */
export function sizesAt(sizes: ReadonlyMap<NodeId, Size>, zoom: number, from = 0): Map<NodeId, Size> {
  const fixedZoom = Math.max(zoom, from);
  const scaled = ({
    x,
    y,
  }: {
    readonly x: number;
    readonly y: number;
  }): { readonly x: number; readonly y: number } => ({
    x: x / fixedZoom,
    y: y / fixedZoom,
  });
  return new Map(
    [...sizes].map(([id, { half, label, fixed }]) => [
      id,
      {
        half: fixed === true ? scaled(half) : half,
        label: { width: label.width / zoom, height: label.height / zoom },
        ...(fixed === true ? { fixed } : {}),
      },
    ]),
  );
}

/** The label alone, for a node that stands at (x, y). */
export function labelBox({ x, y, side }: Placement, { half, label }: Size): Box {
  if (side === 'below' || side === 'above') {
    const top = side === 'below' ? y + half.y + LABEL_GAP - 2 : y - half.y - LABEL_GAP + 2 - label.height;
    return { left: x - label.width / 2, right: x + label.width / 2, top, bottom: top + label.height };
  }
  const near = half.x + LABEL_GAP;
  const left = side === 'right' ? x + near : x - near - label.width;
  return { left, right: left + label.width, top: y - label.height / 2, bottom: y + label.height / 2 };
}

export function shapeBox({ x, y }: { readonly x: number; readonly y: number }, { half }: Size): Box {
  return { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
}

/** Shape and label together. */
export function wholeBox(placement: Placement, size: Size): Box {
  return union(shapeBox(placement, size), labelBox(placement, size));
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Whether two boxes come nearer than `room`. */
export function collide(a: Box, b: Box, room = 0): boolean {
  return a.left < b.right + room && b.left < a.right + room && a.top < b.bottom + room && b.top < a.bottom + room;
}

/** The box around all of them; null when there are none. */
export function boundingBox(boxes: Iterable<Box>): Box | null {
  let whole: Box | null = null;
  for (const box of boxes) whole = whole === null ? box : union(whole, box);
  return whole;
}
