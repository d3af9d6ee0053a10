import type { NodeId } from '#vocabulary';
import { Boxes } from './boxes.ts';
import { boxAt } from './parts.ts';
import type { Placement, Placements, Size } from './placement.ts';

const CLEARANCE = 8;
/** Golden angle: the places around a node are tried from near to far, evenly all round. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** A picture in which some nodes are held where they are: the others give way to them, by as little as there is room. */
export function giveWay(
  places: Placements,
  held: Placements,
  sizes: ReadonlyMap<NodeId, Size>,
): Map<NodeId, Placement> {
  const around = new Map(places);
  if (held.size === 0) return around;
  const holding = new Boxes();
  for (const [id, at] of held) {
    around.set(id, at);
    holding.add(boxAt(at, sizes.get(id)));
  }
  const taken = new Boxes();
  const moving: NodeId[] = [];
  for (const [id, at] of around) {
    const box = boxAt(at, sizes.get(id));
    if (!held.has(id) && holding.hits(box)) moving.push(id);
    else taken.add(box);
  }
  for (const id of moving) {
    const at = around.get(id);
    if (at === undefined) continue;
    const free = nearestFree(at, sizes.get(id), taken);
    around.set(id, free);
    taken.add(boxAt(free, sizes.get(id)));
  }
  return around;
}

function nearestFree(at: Placement, size: Size | undefined, taken: Boxes): Placement {
  for (let turn = 0; turn < 3_000; turn += 1) {
    const distance = 16 * Math.sqrt(turn);
    const there = {
      ...at,
      x: Math.round(at.x + distance * Math.cos(turn * GOLDEN)),
      y: Math.round(at.y + distance * Math.sin(turn * GOLDEN)),
    };
    if (!taken.hits(boxAt(there, size), CLEARANCE)) return there;
  }
  return at;
}
