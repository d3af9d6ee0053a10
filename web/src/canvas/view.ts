import type { NodeId } from '#vocabulary';
import { isGroupNodeId } from '../exploration/arrangement.ts';
import type { Selection } from '../exploration/selection.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { FIT, isWithin, onScreen, panInto, viewOf, viewWithMiddle, ZOOM, type Viewport } from './camera.ts';
import type { Middle } from './memory.ts';
import { extentsOf } from './extents.ts';
import { isOfGroups } from './layout/blocks.ts';
import {
  boundingBox,
  shapeBox,
  sizesAt,
  wholeBox,
  type Box,
  type Placements,
  type Room,
  type Size,
} from './layout/placement.ts';
import type { Lens } from './lens.ts';
import { lightOf } from './light.ts';

/** Below this zoom shapes and lines are too small to be read. */
const READABLE = 0.5;
/** Smallest zoom of the first view where everything at once could not be read. */
const OPENED = 0.6;
/** Elements of a picture that is looked at as a whole, however small it gets. */
const CROWD = 300;
/** No picture is smaller than this. */
const LEAST = 0.02;

/** What is looked at. */
export interface Shown {
  readonly lens: Lens;
  readonly graph: VisibleGraph;
  readonly lookedAt: Selection | null;
  /** Clusters that stand in a block under one caption, without names. */
  readonly block: ReadonlySet<NodeId>;
  readonly places: Placements;
  /** At zoom 1. */
  readonly sizes: ReadonlyMap<NodeId, Size>;
  /** The zoom below which nodes of fixed size shrink (`fixedFrom`). */
  readonly from: number;
  /** The part of the canvas that nothing covers. */
  readonly screen: Box;
}

const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Milliseconds that a movement takes, or none for whoever wants none. */
export const moving = (milliseconds: number): number => (reducedMotion() ? 0 : milliseconds);

/** What a fitted picture may fill. */
export function roomIn(screen: Box): Room {
  return {
    width: Math.max(1, screen.right - screen.left - 2 * FIT.nameMargin),
    height: Math.max(1, screen.bottom - screen.top - 2 * FIT.nameMargin),
  };
}

/** The view that shows everything. */
export function wholeView({ graph, block, places, sizes, from, screen }: Shown): Viewport {
  const crowd = graph.nodes.length > CROWD;
  // In a crowd names come and go with the room there is: the shapes decide.
  const named = crowd
    ? new Map([...sizes].map(([id, size]) => [id, { ...size, label: { width: 0, height: 0 } }]))
    : sizes;
  return viewOf((zoom) => extentsOf(places, named, block, zoom, from), screen, crowd ? LEAST : ZOOM.min);
}

/** The smallest zoom that the picture may be seen at. */
export function leastZoom(shown: Shown): number {
  return shown.graph.nodes.length > CROWD ? Math.min(ZOOM.min, wholeView(shown).zoom * 0.8) : ZOOM.min;
}

/** Shows everything, in so many milliseconds. */
export function fit(shown: Shown, duration: number): void {
  if (shown.screen.right - shown.screen.left < 1) return;
  shown.lens.look(wholeView(shown), moving(duration));
}

/** Shows what was seen of a picture that was kept. */
export function lookAgain(
  { lens }: Shown,
  middle: Middle,
  canvas: { readonly width: () => number; readonly height: () => number },
): void {
  lens.look(viewWithMiddle(middle, { width: canvas.width(), height: canvas.height() }), 0);
}

/**
 * The first view: everything; on a small screen, where that could not be read, what is selected, or else the best tie, and
 * one step around it.
 */
export function openView(shown: Shown): void {
  if (shown.screen.right - shown.screen.left < 1) return;
  const whole = wholeView(shown);
  // Groups are read as long as they have their full size, with the names inside.
  const readable = isOfGroups(shown.graph) ? Math.min(READABLE, shown.from) : READABLE;
  if (whole.zoom >= readable || shown.graph.nodes.length > CROWD) return shown.lens.look(whole, 0);
  const middle = middleOf(shown);
  if (middle.length === 0) return shown.lens.look(whole, 0);
  shown.lens.look(viewAround(shown, middle), 0);
}

/** The ends of what is selected or was last, or of the first line. */
function middleOf({ graph, lookedAt }: Shown): readonly NodeId[] {
  const nodes = graph.nodes.filter((node) => node.selected).map((node) => node.id);
  const selected = graph.lines.filter((line) => line.selected).flatMap((line) => [line.from, line.to]);
  const [first] = graph.lines;
  const last = lookedAt === null ? null : lightOf(graph, lookedAt);
  const looked =
    lookedAt?.kind === 'node' && last !== null
      ? [lookedAt.id]
      : graph.nodes.flatMap(({ id }) => (last?.nodes.has(id) === true ? [id] : []));
  const now = [...nodes, ...selected];
  const ends = now.length > 0 ? now : looked;
  return [...new Set(ends.length > 0 ? ends : first ? [first.from, first.to] : [])];
}

/** As many of the neighbours of some nodes as can be read together with them, the nearest first. */
function viewAround(shown: Shown, middle: readonly NodeId[]): Viewport {
  const { graph, places, sizes, from, screen } = shown;
  const around = new Set(
    graph.lines.flatMap(({ from, to }) => [
      ...(middle.includes(from) ? [to] : []),
      ...(middle.includes(to) ? [from] : []),
    ]),
  );
  const chosen = new Map(
    middle
      .flatMap((id) => (places.has(id) ? [[id, places.get(id)] as const] : []))
      .flatMap(([id, at]) => (at === undefined ? [] : [[id, at] as const])),
  );
  const spots = [...chosen.values()];
  const nearness = (id: NodeId): number => {
    const at = places.get(id);
    return at === undefined ? Infinity : Math.min(...spots.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)));
  };
  let view = viewOf((zoom) => extentsOf(chosen, sizes, new Set(), zoom, from), screen);
  for (const id of [...around].filter((other) => !chosen.has(other)).sort((a, b) => nearness(a) - nearness(b))) {
    const at = places.get(id);
    if (at === undefined) continue;
    const more = new Map(chosen).set(id, at);
    const wider = viewOf((zoom) => extentsOf(more, sizes, new Set(), zoom, from), screen);
    if (wider.zoom < OPENED) break;
    chosen.set(id, at);
    view = wider;
  }
  // A tie that is too long to be read whole is shown from its first end.
  if (view.zoom >= OPENED) return view;
  const [first] = spots;
  if (first === undefined) return view;
  const [width, height] = [screen.right - screen.left, screen.bottom - screen.top];
  return {
    zoom: OPENED,
    pan: { x: screen.left + width * 0.3 - first.x * OPENED, y: screen.top + height / 2 - first.y * OPENED },
  };
}

/**
 * After something came into the picture: nothing when it is seen already. What an expansion brought is shown with the node
 * it came from, by as little as it takes; for anything else, and for members of a group, everything is shown.
 */
export function showNewcomers(shown: Shown, newcomers: ReadonlySet<NodeId>): void {
  const { lens, graph, places, sizes, from, screen } = shown;
  const brought = boxAround(shown, [...newcomers], lens.now().zoom);
  if (brought === null || isWithin(onScreen(brought, lens.now()), screen)) return;
  const parents = graph.nodes.flatMap(({ id, parent }) => (newcomers.has(id) ? [parent] : []));
  if (parents.some((parent) => parent === null || isGroupNodeId(parent))) return fit(shown, FIT.arrival);
  const together = new Map([...places].filter(([id]) => newcomers.has(id) || parents.includes(id)));
  const view = viewOf((zoom) => extentsOf(together, sizes, new Set(), zoom, from), screen);
  if (view.zoom >= lens.now().zoom) reveal(shown, [...together.keys()], FIT.arrival);
  else lens.look(view, moving(FIT.arrival));
}

/** The picture is moved only when the selected node, or an end of the selected line, would not be seen. */
function revealSelected(shown: Shown): void {
  const { graph } = shown;
  const ends = graph.lines.filter((line) => line.selected).flatMap(({ from, to }) => [from, to]);
  reveal(shown, [...graph.nodes.filter((node) => node.selected).map((node) => node.id), ...ends]);
}

/** Pans as little as shows all of them, with their names where there is room. */
export function reveal(shown: Shown, ids: readonly NodeId[], duration: number = FIT.duration): void {
  const { lens, screen } = shown;
  const view = lens.now();
  const shapes = boundingBox(
    ids.flatMap((id) => {
      const [at, size] = [shown.places.get(id), shown.sizes.get(id)];
      return at === undefined || size === undefined ? [] : [shapeBox(at, size)];
    }),
  );
  if (shapes === null) return;
  const by = panInto(onScreen(shapes, view), screen);
  const named = boxAround(shown, ids, view.zoom);
  const whole = named === null || by !== null ? null : panInto(onScreen(named, view), grown(screen));
  const move = by ?? whole;
  if (move === null) return;
  lens.look({ zoom: view.zoom, pan: { x: view.pan.x + move.x, y: view.pan.y + move.y } }, moving(duration));
}

/** Names may come nearer to the rim than shapes. */
function grown({ left, right, top, bottom }: Box): Box {
  return { left: left - 34, right: right + 34, top: top - 34, bottom: bottom + 34 };
}

function boxAround({ places, sizes, from }: Shown, ids: readonly NodeId[], zoom: number): Box | null {
  const own = new Map(
    ids.flatMap((id) => {
      const size = sizes.get(id);
      return size === undefined ? [] : [[id, size] as const];
    }),
  );
  const atZoom = sizesAt(own, zoom, from);
  return boundingBox(
    ids.flatMap((id) => {
      const [at, size] = [places.get(id), atZoom.get(id)];
      return at === undefined || size === undefined ? [] : [wholeBox(at, size)];
    }),
  );
}

/** Names are given room down to this zoom; further away most of them are left out. */
export const readable = (zoom: number): number => Math.min(1, Math.max(0.4, zoom));

/** After the canvas or what is said in it changed: as it was kept, as long as it is; else what is selected is not lost from sight. */
export function stay(shown: Shown, kept: Middle | null, canvas: Parameters<typeof lookAgain>[2]): void {
  if (kept === null) revealSelected(shown);
  else lookAgain(shown, kept, canvas);
}

/** Whether the same nodes and lines are selected. */
export function sameSelected(a: VisibleGraph, b: VisibleGraph | undefined): boolean {
  const selected = (graph: VisibleGraph | undefined): string =>
    [...(graph?.nodes ?? []), ...(graph?.lines ?? [])].flatMap((one) => (one.selected ? one.id : [])).join(' ');
  return selected(a) === selected(b);
}

/** Whether the picture holds the same nodes, so that only what is said of them changed. */
export function sameNodes(a: VisibleGraph, b: VisibleGraph | undefined): boolean {
  return (
    b !== undefined && a.nodes.length === b.nodes.length && a.nodes.every(({ id }, index) => id === b.nodes[index]?.id)
  );
}
