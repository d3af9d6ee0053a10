import type { NodeId } from '#vocabulary';
import { nearestTowards, type Arrow, type Point } from '../canvas/nearest.ts';
import { fontsLoaded, measureOn } from '../canvas/text-measure.ts';
import type { LabelText } from '../canvas/sizes.ts';
import {
  around,
  fitted,
  kept,
  panned,
  reachOf,
  toMap,
  toScreen,
  zoomed,
  ZOOM,
  type Camera,
  type Room,
} from './camera.ts';
import { mapColours } from './colours.ts';
import { drawingOf, type Drawing, type MapScene } from './drawing.ts';
import { itemsAt, type MapItem } from './items.ts';
import { mapLines, type MapLines } from './map-lines.ts';
import { takeWanted, type MapMemory } from './memory.ts';
import type { PlannedName } from './name-plan.ts';
import { paintMap } from './paint-map.ts';
import { mapTargetAt, type MapTarget } from './pointing.ts';
import { INDONESIA, REACH } from './projection.ts';
import { flyTo } from './tween.ts';

/** The map on its canvas: what may be asked of it. */
export interface MapController {
  readonly show: (scene: MapScene) => void;
  /** Takes the colours that the document has in this theme. */
  readonly recolour: (theme: string) => void;
  readonly fit: () => void;
  readonly zoomBy: (steps: number, at?: Point) => void;
  readonly panBy: (by: Point) => void;
  /** What stands at a point of the screen. */
  readonly at: (point: Point, coarse: boolean) => MapTarget | null;
  /** Shows what is in a stack: spread around its point, or so near that its places part. */
  readonly open: (item: MapItem) => void;
  /** Gathers again what was spread by hand. */
  readonly gather: () => void;
  /** Moves the keyboard's place to the nearest item in a direction; answers where it is now. */
  readonly step: (arrow: Arrow) => MapItem | null;
  /** Moves the keyboard's place to the first, last, next or previous item in the picture's order. */
  readonly turn: (turn: 'Home' | 'End' | 'PageDown' | 'PageUp') => MapItem | null;
  readonly setCursor: (id: NodeId | null) => void;
  readonly itemOf: (id: NodeId) => MapItem | null;
  readonly resize: () => void;
  readonly destroy: () => void;
}

/** How near to the rim what is selected may stand before the map is moved. */
const RIM = 40;
/** Below this width everything of the picture is shown first, not all of Indonesia. */
const NARROW = 600;

/** Keeps a canvas to the scene. @param onView is told the camera after every frame, and how many lines lie within one item */
export function createMap(
  canvas: HTMLCanvasElement,
  memory: MapMemory,
  onView: (camera: Camera, room: Room, inside: number) => void,
): MapController | null {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  const pen = context;
  const texts = new Map<string, LabelText>();
  let colours = mapColours();
  let measure = measureOn(pen);
  let scene: MapScene | null = null;
  let room: Room = { width: 0, height: 0 };
  let camera: Camera = memory.camera ?? fitted(INDONESIA, { width: 1000, height: 600 });
  let items: readonly MapItem[] = [];
  let lines: MapLines = { drawn: [], withoutPlace: [], inside: [] };
  let drawing: Drawing = { items: [], lines: [], candidates: [], litItems: null };
  let names: readonly PlannedName[] = [];
  let cursor: NodeId | null = null;
  let stop = (): void => undefined;
  let frame = 0;
  let made = '';
  let coloured = '';

  const least = (): number => Math.min(fitted(REACH, room, 0).zoom, ZOOM.max);

  /** What stands where depends on the zoom, the nodes and what was opened, not on where the map is moved to. */
  function arrange(): void {
    if (scene === null) return;
    const key = `${camera.zoom} ${[...memory.opened].join(' ')}`;
    if (key === made) return;
    made = key;
    items = itemsAt(scene.placed, camera.zoom, memory.opened);
    lines = mapLines(scene.graph.lines, items);
    texts.clear();
  }

  function paint(): void {
    frame = 0;
    if (scene === null || room.width < 1) return;
    arrange();
    const here = cursor === null ? null : (itemOf(cursor)?.id ?? null);
    drawing = drawingOf(scene, items, lines, camera, room, here);
    const ratio = window.devicePixelRatio || 1;
    names = paintMap({ context: pen, room, ratio, camera, colours, measure, texts }, scene, drawing);
    onView(camera, room, lines.inside.length);
  }

  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  function look(next: Camera): void {
    camera = kept(next, REACH, room);
    memory.camera = camera;
    soon();
  }

  function fly(to: Camera): void {
    stop();
    stop = flyTo(camera, kept(to, REACH, room), look);
  }

  const itemOf = (id: NodeId): MapItem | null =>
    items.find((item) => item.nodes.some(({ node }) => node.id === id)) ?? null;

  const placedReach = (): ReturnType<typeof reachOf> => reachOf((scene?.placed ?? []).map(({ at }) => at));

  function firstView(): Camera {
    const all = room.width < NARROW ? placedReach() : null;
    return fitted(all ?? INDONESIA, room);
  }

  /** Moves the map as little as shows the points, and not at all when they are seen. */
  function reveal(points: readonly Point[]): void {
    const box = reachOf(points.map((point) => toScreen(camera, point)));
    if (box === null) return;
    const inside = (low: number, high: number, size: number): number =>
      low < RIM ? RIM - low : high > size - RIM ? Math.max(RIM - low, size - RIM - high) : 0;
    const by = { x: inside(box.from.x, box.to.x, room.width), y: inside(box.from.y, box.to.y, room.height) };
    if (by.x !== 0 || by.y !== 0) fly(panned(camera, by));
  }

  function selectedPoints({ graph, placed }: MapScene): readonly Point[] {
    const ends = graph.lines.filter((line) => line.selected).flatMap(({ from, to }) => [from, to]);
    return placed.filter(({ node }) => node.selected || ends.includes(node.id)).map(({ at }) => at);
  }

  function show(next: MapScene): void {
    const before = scene;
    scene = next;
    if (before?.placed !== next.placed || before.graph !== next.graph || before.language !== next.language) made = '';
    const wanted = takeWanted(memory, room);
    if (wanted !== null) look(wanted);
    else if (before !== null && before.graph !== next.graph) reveal(selectedPoints(next));
    soon();
  }

  function open(item: MapItem): void {
    const [first] = item.nodes;
    if (first === undefined) return;
    memory.touched = true;
    cursor = cursor === null ? null : first.node.id;
    if (item.together) {
      memory.opened = new Set([...memory.opened, first.point]);
      soon();
      return;
    }
    const reach = reachOf(item.nodes.map(({ at }) => at));
    if (reach !== null) fly(nearer(fitted(reach, room, Math.min(120, room.width / 5))));
  }

  /** Opening always comes nearer. */
  function nearer(to: Camera): Camera {
    if (to.zoom > camera.zoom * 1.4) return to;
    const middle = toMap(to, { x: room.width / 2, y: room.height / 2 });
    return around(middle, Math.min(ZOOM.max, camera.zoom * 2), room);
  }

  function step(arrow: Arrow): MapItem | null {
    arrange();
    const selected = scene?.placed.find(({ node }) => node.selected)?.node.id ?? null;
    const from = cursor ?? selected;
    const here = from === null ? null : itemOf(from);
    const targets = items.map((item) => ({ id: item.id, at: item.at }));
    const nextId = here === null ? (items[0]?.id ?? null) : nearestTowards(targets, here.at, arrow);
    const next = items.find((item) => item.id === nextId) ?? here;
    setCursor(next?.nodes[0]?.node.id ?? null);
    return next;
  }

  function turn(to: 'Home' | 'End' | 'PageDown' | 'PageUp'): MapItem | null {
    arrange();
    const now = cursor;
    const here = now === null ? -1 : items.findIndex((item) => item.nodes.some(({ node }) => node.id === now));
    const last = items.length - 1;
    const next = { Home: 0, End: last, PageDown: Math.min(last, here + 1), PageUp: Math.max(0, here - 1) }[to];
    const item = items[next] ?? null;
    setCursor(item?.nodes[0]?.node.id ?? null);
    return item;
  }

  function setCursor(id: NodeId | null): void {
    cursor = id;
    const item = id === null ? null : itemOf(id);
    if (item !== null) reveal([{ x: item.at.x / camera.zoom, y: item.at.y / camera.zoom }]);
    soon();
  }

  function resize(): void {
    const ratio = window.devicePixelRatio || 1;
    const first = room.width === 0;
    room = { width: canvas.clientWidth, height: canvas.clientHeight };
    canvas.width = Math.round(room.width * ratio);
    canvas.height = Math.round(room.height * ratio);
    if (room.width < 1) return;
    const stays = memory.camera !== null && (memory.touched || first);
    memory.room = room;
    look(takeWanted(memory, room) ?? (stays ? camera : firstView()));
    if (scene !== null && !first) reveal(selectedPoints(scene));
  }

  void fontsLoaded().then(() => {
    measure = measureOn(pen);
    texts.clear();
    soon();
  });

  return {
    show,
    recolour: (theme) => {
      if (theme === coloured) return;
      coloured = theme;
      colours = mapColours();
      soon();
    },
    fit: () => {
      memory.touched = true;
      fly(fitted(placedReach() ?? INDONESIA, room));
    },
    zoomBy: (steps, at = { x: room.width / 2, y: room.height / 2 }) => {
      stop();
      memory.touched = true;
      look(zoomed(camera, steps, at, least()));
    },
    panBy: (by) => {
      stop();
      memory.touched = true;
      look(panned(camera, by));
    },
    at: (point, coarse) => mapTargetAt(drawing, names, point, coarse),
    open,
    gather: () => {
      if (memory.opened.size === 0) return;
      memory.opened = new Set();
      soon();
    },
    step,
    turn,
    setCursor,
    itemOf: (id) => {
      arrange();
      return itemOf(id);
    },
    resize,
    destroy: () => {
      stop();
      cancelAnimationFrame(frame);
    },
  };
}
