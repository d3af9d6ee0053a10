import type { NodeId } from '#vocabulary';
import type { Extents } from './camera.ts';
import { withCaption } from './layout/parts.ts';
import { boundingBox, shapeBox, sizesAt, wholeBox, type Box, type Placements, type Size } from './layout/placement.ts';

const NOTHING: Box = { left: 0, right: 1, top: 0, bottom: 1 };

/**
 * Everything that stands, with and without its names and the caption of the block, as it is at a zoom.
 * @param from the zoom below which shapes of fixed size shrink (`fixedFrom`)
 */
export function extentsOf(
  places: Placements,
  sizes: ReadonlyMap<NodeId, Size>,
  block: ReadonlySet<NodeId>,
  zoom: number,
  from = 0,
): Extents {
  const atZoom = sizesAt(sizes, zoom, from);
  const shapes: Box[] = [];
  const named: Box[] = [];
  const inBlock: Box[] = [];
  for (const [id, at] of places) {
    const size = atZoom.get(id);
    if (size === undefined) continue;
    const shape = shapeBox(at, size);
    shapes.push(shape);
    if (block.has(id)) inBlock.push(shape);
    else named.push(wholeBox(at, size));
  }
  const blockBox = boundingBox(inBlock);
  if (blockBox !== null) named.push(withCaption(blockBox, zoom));
  return { shapes: boundingBox(shapes) ?? NOTHING, withNames: boundingBox(named) ?? NOTHING };
}
