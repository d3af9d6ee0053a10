import type { NodeId } from '#vocabulary';
import { Boxes } from './boxes.ts';
import { Pieces } from './crossings.ts';
import type { Ends } from './components.ts';
import { labelBox, shapeBox, type LabelSide, type Placement, type Placements, type Size } from './placement.ts';

const SIDES: readonly LabelSide[] = ['right', 'left', 'below', 'above'];

/**
 * Turns names to the side where the fewest lines run through them, as long as they cover nothing there. What stands
 * does not move; of equal sides the one that it has stays.
 * @param among nodes whose name may change its side; the others' names are in the way
 */
export function settleSides(
  places: Placements,
  lines: readonly Ends[],
  sizes: ReadonlyMap<NodeId, Size>,
  among: ReadonlySet<NodeId>,
): Map<NodeId, Placement> {
  const pieces = new Pieces();
  lines.forEach(({ from, to }, index) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (a !== undefined && b !== undefined) pieces.add({ line: String(index), a, b });
  });
  const shapes = new Boxes();
  const names = new Boxes();
  for (const [id, at] of places) {
    const size = sizes.get(id);
    if (size === undefined) continue;
    shapes.add(shapeBox(at, size));
    if (!among.has(id) && size.label.width > 0) names.add(labelBox(at, size));
  }
  const settled = new Map<NodeId, Placement>();
  for (const [id, at] of places) {
    const size = sizes.get(id);
    if (size === undefined || !among.has(id) || size.label.width === 0) continue;
    let best = at;
    let fewest = Infinity;
    for (const side of [at.side, ...SIDES.filter((other) => other !== at.side)]) {
      const box = labelBox({ ...at, side }, size);
      if (shapes.hits(box) || names.hits(box, 2)) continue;
      const crossing = pieces.touching(box).size;
      if (crossing < fewest) [best, fewest] = [{ ...at, side }, crossing];
      if (fewest === 0) break;
    }
    settled.set(id, best);
    names.add(labelBox(best, size));
  }
  return settled;
}
