import { distanceToRun, HIT, targetAt, type Point } from '../canvas/nearest.ts';
import type { Drawing } from './drawing.ts';
import type { MapItem } from './items.ts';
import type { MapLine } from './map-lines.ts';
import type { PlannedName } from './name-plan.ts';

/** What a person points at on the map. */
export type MapTarget =
  { readonly kind: 'item'; readonly item: MapItem } | { readonly kind: 'line'; readonly line: MapLine };

/** What stands at a point: an item by its shape or name, or else an arc. Areas as in the graph, larger for a finger. */
export function mapTargetAt(
  drawing: Drawing,
  names: readonly PlannedName[],
  point: Point,
  coarse: boolean,
): MapTarget | null {
  const kind = coarse ? 'coarse' : 'fine';
  const shapes = drawing.items.map(({ item, at, half }) => ({ id: item.id, at, half }));
  const id = targetAt(shapes, point, HIT.node[kind]) ?? nameAt(names, point);
  const shown = id === null ? undefined : drawing.items.find(({ item }) => item.id === id);
  if (shown !== undefined) return { kind: 'item', item: shown.item };
  let best: { readonly line: MapLine; readonly distance: number } | null = null;
  for (const { line, run } of drawing.lines) {
    const distance = distanceToRun(run, point);
    const reach = Math.max(HIT.line[kind] / 2, line.width / 2 + 2);
    if (distance <= reach && (best === null || distance < best.distance)) best = { line, distance };
  }
  return best === null ? null : { kind: 'line', line: best.line };
}

function nameAt(names: readonly PlannedName[], { x, y }: Point): string | null {
  const name = names.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  return name?.id ?? null;
}
