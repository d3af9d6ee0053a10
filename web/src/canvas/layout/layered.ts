import type { NodeId } from '#vocabulary';
import type { Component } from './components.ts';
import { layersOf, type Slot } from './layers.ts';
import { LABEL_GAP, type LabelSide, type Placement, type Size } from './placement.ts';

/** Runs of a line between two layers, from roomy to tight: the roomiest that fits the screen is taken. */
export const RUNS = [150, 110, 80, 58, 42] as const;
/** Room between two nodes of a layer. */
const ROOM = 16;
/** How far the middle of a tall layer bulges, so that its lines part and are about as long. */
const BULGE = 46;

/**
 * Places one component from left to right. Labels stand outside: left of what only gives, right of what only gets,
 * below what does both; none touches another.
 */
export function placeComponent(
  component: Component,
  sizes: ReadonlyMap<NodeId, Size>,
  run: number = RUNS[1],
): Map<NodeId, Placement> {
  const layers = layersOf(component);
  const sides = labelSides(layers);
  const heights = (slot: Slot): number => slotHeight(slot, sides, sizes);
  const tops = placeVertically(layers, heights);
  const placed = new Map<NodeId, Placement>();
  let x = 0;
  let before = 0;
  layers.forEach((layer, index) => {
    const { left, right } = layerReach(layer, sides, sizes);
    if (index > 0) x += before + run + left;
    before = right;
    const [first, last] = [layer[0], layer.at(-1)];
    const middle = ((tops.get(first as Slot) ?? 0) + (tops.get(last as Slot) ?? 0)) / 2;
    const reach = Math.max(1, (tops.get(last as Slot) ?? 0) - middle);
    const bulge = index > 0 && layer.length > 3 ? Math.min(BULGE, 8 * layer.length) : 0;
    for (const slot of layer) {
      if (slot.node === null) continue;
      const y = tops.get(slot) ?? 0;
      const away = Math.min(1, Math.abs((y - middle) / reach));
      const side = sides.get(slot.node) ?? 'below';
      // A shape stands higher than the middle of its slot when its label hangs below.
      const lift = side === 'below' ? labelHeight(slot.node, sizes) / 2 : 0;
      placed.set(slot.node, { x: x + bulge * Math.sqrt(1 - away * away), y: y - lift, side });
    }
    before += bulge;
  });
  return placed;
}

function labelHeight(id: NodeId, sizes: ReadonlyMap<NodeId, Size>): number {
  return (sizes.get(id)?.label.height ?? 0) + LABEL_GAP;
}

function slotHeight(slot: Slot, sides: ReadonlyMap<NodeId, LabelSide>, sizes: ReadonlyMap<NodeId, Size>): number {
  if (slot.node === null) return 14;
  const size = sizes.get(slot.node);
  if (size === undefined) return 0;
  return sides.get(slot.node) === 'below'
    ? 2 * size.half.y + labelHeight(slot.node, sizes)
    : Math.max(2 * size.half.y, size.label.height);
}

function labelSides(layers: readonly (readonly Slot[])[]): Map<NodeId, LabelSide> {
  const layerOf = new Map<Slot, number>();
  layers.forEach((layer, index) => layer.forEach((slot) => layerOf.set(slot, index)));
  const sides = new Map<NodeId, LabelSide>();
  for (const [slot, index] of layerOf) {
    if (slot.node === null) continue;
    const others = slot.neighbours.map((other) => layerOf.get(other) ?? 0);
    const toLeft = others.some((other) => other <= index);
    const toRight = others.some((other) => other >= index);
    sides.set(slot.node, toLeft && toRight ? 'below' : toRight ? 'left' : toLeft ? 'right' : 'below');
  }
  return sides;
}

/** How far a layer's shapes and labels reach to either side of its middle. */
function layerReach(
  layer: readonly Slot[],
  sides: ReadonlyMap<NodeId, LabelSide>,
  sizes: ReadonlyMap<NodeId, Size>,
): { readonly left: number; readonly right: number } {
  let left = 0;
  let right = 0;
  for (const { node } of layer) {
    const size = node === null ? undefined : sizes.get(node);
    if (node === null || size === undefined) continue;
    const side = sides.get(node);
    const label = size.half.x + LABEL_GAP + size.label.width;
    const below = side === 'below' ? size.label.width / 2 : 0;
    left = Math.max(left, size.half.x, below, side === 'left' ? label : 0);
    right = Math.max(right, size.half.x, below, side === 'right' ? label : 0);
  }
  return { left, right };
}

/** Heights: every slot near the mean of its neighbours, none nearer to the next than it may be, the order kept. */
function placeVertically(
  layers: readonly (readonly Slot[])[],
  heightOf: (slot: Slot) => number,
): ReadonlyMap<Slot, number> {
  const at = new Map<Slot, number>();
  for (const layer of layers) {
    let y = 0;
    for (const slot of layer) {
      at.set(slot, y + heightOf(slot) / 2);
      y += heightOf(slot) + ROOM;
    }
    for (const slot of layer) at.set(slot, (at.get(slot) ?? 0) - y / 2);
  }
  for (let sweep = 0; sweep < 6; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) settle(layer, at, heightOf);
  }
  return at;
}

/**
 * Pool adjacent violators: neighbours' means in order, with room between. Blocks of slots that would overlap move
 * together to the mean of their wishes (isotonic regression, Ayer et al. 1955).
 */
function settle(layer: readonly Slot[], at: Map<Slot, number>, heightOf: (slot: Slot) => number): void {
  const blocks: { sum: number; count: number; slots: { readonly slot: Slot; readonly offset: number }[] }[] = [];
  let offset = 0;
  let before = 0;
  for (const slot of layer) {
    const half = heightOf(slot) / 2;
    if (before > 0) offset += before + ROOM + half;
    before = half;
    const wishes = slot.neighbours.map((other) => at.get(other) ?? 0);
    const wish = wishes.length === 0 ? (at.get(slot) ?? 0) : wishes.reduce((sum, y) => sum + y, 0) / wishes.length;
    blocks.push({ sum: wish - offset, count: 1, slots: [{ slot, offset }] });
    for (let last = blocks.at(-1), previous = blocks.at(-2); last && previous;) {
      if (previous.sum / previous.count <= last.sum / last.count) break;
      previous.sum += last.sum;
      previous.count += last.count;
      previous.slots.push(...last.slots);
      blocks.pop();
      [last, previous] = [blocks.at(-1), blocks.at(-2)];
    }
  }
  for (const block of blocks) {
    for (const { slot, offset: own } of block.slots) at.set(slot, block.sum / block.count + own);
  }
}
