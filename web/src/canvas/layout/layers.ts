import type { NodeId } from '#vocabulary';
import type { Component } from './components.ts';

/** What stands in a layer: a node, or the place where a line that spans layers passes through. */
export interface Slot {
  readonly node: NodeId | null;
  readonly neighbours: Slot[];
}

/**
 * Layers from left to right along the lines (Sugiyama, Tagawa and Toda 1981): a node stands one layer after the last
 * of those it gets something from. Lines that would close a circle are walked backwards. Sources move right, next to
 * what they feed. Within a layer, neighbours are near each other (barycentre sweeps).
 */
export function layersOf(component: Component): readonly (readonly Slot[])[] {
  const layerOf = assignLayers(component);
  const depth = Math.max(0, ...layerOf.values()) + 1;
  const layers: Slot[][] = Array.from({ length: depth }, () => []);
  const slots = new Map<NodeId, Slot>();
  for (const id of component.nodes) {
    const slot: Slot = { node: id, neighbours: [] };
    slots.set(id, slot);
    layers[layerOf.get(id) ?? 0]?.push(slot);
  }
  for (const { from, to } of component.lines) {
    const [a, b] = [layerOf.get(from) ?? 0, layerOf.get(to) ?? 0];
    const [first, last] = a <= b ? [from, to] : [to, from];
    let before = slots.get(first);
    for (let layer = Math.min(a, b) + 1; layer < Math.max(a, b); layer += 1) {
      const passing: Slot = { node: null, neighbours: [] };
      layers[layer]?.push(passing);
      connect(before, passing);
      before = passing;
    }
    connect(before, slots.get(last));
  }
  return order(layers);
}

function connect(a: Slot | undefined, b: Slot | undefined): void {
  if (a === undefined || b === undefined || a === b) return;
  a.neighbours.push(b);
  b.neighbours.push(a);
}

function assignLayers({ nodes, lines }: Component): Map<NodeId, number> {
  const forwards = new Map<NodeId, Set<NodeId>>(nodes.map((id) => [id, new Set<NodeId>()]));
  for (const { from, to, level } of lines) if (from !== to && level !== true) forwards.get(from)?.add(to);
  breakCircles(nodes, forwards);
  const before = new Map<NodeId, number>(nodes.map((id) => [id, 0]));
  for (const targets of forwards.values()) for (const to of targets) before.set(to, (before.get(to) ?? 0) + 1);
  const layer = new Map<NodeId, number>();
  const ready = nodes.filter((id) => before.get(id) === 0);
  for (const id of ready) layer.set(id, 0);
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    for (const to of forwards.get(next) ?? []) {
      layer.set(to, Math.max(layer.get(to) ?? 0, (layer.get(next) ?? 0) + 1));
      const left = (before.get(to) ?? 1) - 1;
      before.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  const hasBefore = new Set([...forwards.values()].flatMap((targets) => [...targets]));
  for (const id of nodes) {
    const after = [...(forwards.get(id) ?? [])].map((to) => layer.get(to) ?? 0);
    if (!hasBefore.has(id) && after.length > 0) layer.set(id, Math.max(0, Math.min(...after) - 1));
  }
  return layer;
}

/** Turns round the lines that lead back to a node still being walked from. */
function breakCircles(nodes: readonly NodeId[], forwards: Map<NodeId, Set<NodeId>>): void {
  const done = new Set<NodeId>();
  for (const start of nodes) {
    const open: { readonly id: NodeId; readonly left: NodeId[] }[] = [];
    const walking = new Set<NodeId>();
    const enter = (id: NodeId): void => {
      walking.add(id);
      open.push({ id, left: [...(forwards.get(id) ?? [])] });
    };
    if (!done.has(start)) enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const to = top.left.shift();
      if (to === undefined) {
        done.add(top.id);
        walking.delete(top.id);
        open.pop();
      } else if (walking.has(to)) {
        forwards.get(top.id)?.delete(to);
        forwards.get(to)?.add(top.id);
      } else if (!done.has(to)) enter(to);
    }
  }
}

function order(layers: Slot[][]): Slot[][] {
  const position = new Map<Slot, number>();
  const note = (layer: Slot[]): void =>
    layer.forEach((slot, i) => position.set(slot, i / Math.max(1, layer.length - 1)));
  layers.forEach(note);
  for (let sweep = 0; sweep < 8; sweep += 1) {
    const pass = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of pass) {
      const wish = new Map(layer.map((slot) => [slot, mean(slot.neighbours.map((other) => position.get(other) ?? 0))]));
      layer.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      note(layer);
    }
  }
  return layers;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
