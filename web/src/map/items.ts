import type { Point } from '../canvas/nearest.ts';
import type { Spot } from '../exploration/spot.ts';
import type { VisibleNode } from '../exploration/visible-graph.ts';
import { onMap } from './projection.ts';

/** A node with its place on the map at zoom 1. */
export interface PlacedNode {
  readonly node: VisibleNode;
  readonly spot: Spot;
  readonly at: Point;
  /** The same for all that stand at the same point. */
  readonly point: string;
}

/**
 * What is drawn at one place: a node, or several that would cover each other, counted. Points are in pixels of the map at
 * the zoom asked for, before panning.
 */
export interface MapItem {
  readonly id: string;
  /** The most important first: as the picture orders them. */
  readonly nodes: readonly PlacedNode[];
  readonly at: Point;
  /** Where it belongs, for a node that was moved aside to show it. */
  readonly root: Point | null;
  /** All of them stand at one point: zooming further does not part them. */
  readonly together: boolean;
}

/** Nearer than this on the screen, places are drawn as one. */
export const STACK_WITHIN = 30;
/** From this zoom on a degree is 160 pixels; then what stands at one point is spread around it. */
export const SPREAD_FROM = 8;
/** As many are spread without being asked for. */
const SPREAD_AT_MOST = 8;
/** Room for each node on a ring. */
const RING_ROOM = 30;

/** The nodes of the picture with a place, in its order, and those without. */
export function placeNodes(
  nodes: readonly VisibleNode[],
  spotOf: (node: VisibleNode) => Spot | null,
): { readonly placed: readonly PlacedNode[]; readonly unplaced: readonly VisibleNode[] } {
  const placed: PlacedNode[] = [];
  const unplaced: VisibleNode[] = [];
  for (const node of nodes) {
    const spot = spotOf(node);
    if (spot === null) unplaced.push(node);
    else placed.push({ node, spot, at: onMap(spot), point: `${spot.longitude},${spot.latitude}` });
  }
  return { placed, unplaced };
}

interface Stack {
  readonly at: Point;
  readonly nodes: PlacedNode[];
}

/**
 * What is drawn at a zoom: the same whatever part of the map is looked at. Places within 30 pixels of a more important
 * one join it. What stands at one point is spread around it from zoom 8 on, or when its point was opened.
 */
export function itemsAt(placed: readonly PlacedNode[], zoom: number, opened: ReadonlySet<string>): readonly MapItem[] {
  return stacksAt(placed, zoom).flatMap((stack) => itemsOf(stack, zoom, opened));
}

function stacksAt(placed: readonly PlacedNode[], zoom: number): readonly Stack[] {
  const stacks: Stack[] = [];
  const cells = new Map<string, Stack[]>();
  const byPoint = new Map<string, Stack>();
  const cellOf = (value: number): number => Math.floor(value / STACK_WITHIN);
  for (const node of placed) {
    const before = byPoint.get(node.point);
    if (before !== undefined) {
      before.nodes.push(node);
      continue;
    }
    const at = { x: node.at.x * zoom, y: node.at.y * zoom };
    const near = nearestStack(cells, at, cellOf);
    const stack = near ?? { at, nodes: [] };
    stack.nodes.push(node);
    byPoint.set(node.point, stack);
    if (near !== null) continue;
    stacks.push(stack);
    const key = `${cellOf(at.x)},${cellOf(at.y)}`;
    cells.set(key, [...(cells.get(key) ?? []), stack]);
  }
  return stacks;
}

function nearestStack(
  cells: ReadonlyMap<string, readonly Stack[]>,
  at: Point,
  cellOf: (value: number) => number,
): Stack | null {
  let best: { readonly stack: Stack; readonly distance: number } | null = null;
  for (const dx of [-1, 0, 1]) {
    for (const dy of [-1, 0, 1]) {
      for (const stack of cells.get(`${cellOf(at.x) + dx},${cellOf(at.y) + dy}`) ?? []) {
        const distance = Math.hypot(stack.at.x - at.x, stack.at.y - at.y);
        if (distance < STACK_WITHIN && (best === null || distance < best.distance)) best = { stack, distance };
      }
    }
  }
  return best?.stack ?? null;
}

function itemsOf({ at, nodes }: Stack, zoom: number, opened: ReadonlySet<string>): readonly MapItem[] {
  const [first] = nodes;
  if (first === undefined) return [];
  const together = nodes.every((node) => node.point === first.point);
  if (nodes.length === 1) return [{ id: first.node.id, nodes, at, root: null, together }];
  const spread = together && (opened.has(first.point) || (zoom >= SPREAD_FROM && nodes.length <= SPREAD_AT_MOST));
  if (!spread) return [{ id: `stack:${first.node.id}`, nodes, at, root: null, together }];
  const ring = ringOf(nodes.length);
  return nodes.map((node, index) => {
    const aside = ring[index] ?? { x: 0, y: 0 };
    return { id: node.node.id, nodes: [node], at: { x: at.x + aside.x, y: at.y + aside.y }, root: at, together };
  });
}

/** Places around a point: rings of growing length, the first node to the upper right, then clockwise. */
export function ringOf(count: number): readonly Point[] {
  const places: Point[] = [];
  for (let ring = 1; places.length < count; ring += 1) {
    const radius = ring === 1 ? Math.max(22, (Math.min(count, 8) * RING_ROOM) / (2 * Math.PI)) : 38 + (ring - 1) * 34;
    const room = ring === 1 ? 8 : Math.floor((2 * Math.PI * radius) / RING_ROOM);
    const here = Math.min(room, count - places.length);
    for (let i = 0; i < here; i += 1) {
      const angle = -Math.PI / 4 + (2 * Math.PI * i) / here;
      places.push({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
  }
  return places;
}
