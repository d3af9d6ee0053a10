import type { NodeId } from '#vocabulary';
import type { Selection } from '../exploration/selection.ts';
import { sameSelection } from '../exploration/selection.ts';
import { wheelSteps } from './camera.ts';
import type { Point } from './nearest.ts';

/** How long the pointer must rest on something before it lights up, and a finger before it asks for the menu. */
const TIMES = { hover: 60, press: 500, again: 320 } as const;
/** How far a pointer may slip, in pixels, and still tap. */
const SLIP = { mouse: 4, touch: 9 } as const;

/** A rectangle on the screen, in pixels from the canvas's corner. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What gestures do. Points are in pixels from the canvas's corner. */
export interface GestureEvents {
  readonly hit: (point: Point, coarse: boolean) => Selection | null;
  readonly onTap: (found: Selection | null, add: boolean) => void;
  readonly onDoubleTap: (id: NodeId) => void;
  readonly onHover: (found: Selection | null) => void;
  readonly onMenu: (id: NodeId, at: Point) => void;
  readonly onPan: (x: number, y: number) => void;
  readonly onZoom: (steps: number, at: Point) => void;
  /** The node follows the pointer; `end` when it is let go. */
  readonly onDrag: (id: NodeId, by: Point, end: boolean) => void;
  /** The box so far; `end` when it is whole; null takes it away. */
  readonly onBox: (box: Rectangle | null, end: boolean, add: boolean) => void;
  /** Whether a drag on the ground draws a box: the tool is on. */
  readonly boxing: () => boolean;
}

interface Press {
  readonly at: Point;
  readonly found: Selection | null;
  readonly coarse: boolean;
  last: Point;
  does: 'nothing yet' | 'pan' | 'drag' | 'box' | 'nothing more';
}

/** Mouse, pen and touch on one element, without Cytoscape, which looks through everything drawn at every move. */
export function listen(surface: HTMLElement, events: GestureEvents): () => void {
  const fingers = new Map<number, Point>();
  let press: Press | null = null;
  let pointedAt: Selection | null = null;
  let tapped: { readonly id: NodeId; readonly time: number } | null = null;
  let intent: ReturnType<typeof setTimeout> | undefined;
  let long: ReturnType<typeof setTimeout> | undefined;

  const pointOf = (event: MouseEvent): Point => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const isTouch = (event: PointerEvent): boolean => event.pointerType === 'touch';

  function point(next: Selection | null): void {
    if (sameSelection(pointedAt, next)) return;
    pointedAt = next;
    surface.classList.toggle('pointing', next !== null);
    clearTimeout(intent);
    intent = setTimeout(() => events.onHover(next), TIMES.hover);
  }

  function down(event: PointerEvent): void {
    const at = pointOf(event);
    if (event.button !== 0) return;
    fingers.set(event.pointerId, at);
    surface.setPointerCapture(event.pointerId);
    clearTimeout(long);
    if (fingers.size > 1) {
      abandon();
      return;
    }
    const coarse = isTouch(event);
    const found = events.hit(at, coarse);
    press = { at, found, coarse, last: at, does: 'nothing yet' };
    if (coarse) long = setTimeout(() => longPress(at, found), TIMES.press);
  }

  /** A second finger, or a gesture that was taken away: what had begun ends where it is. */
  function abandon(): void {
    clearTimeout(long);
    if (press?.does === 'drag' && press.found?.kind === 'node') events.onDrag(press.found.id, { x: 0, y: 0 }, true);
    if (press?.does === 'box') events.onBox(null, false, false);
    press = null;
  }

  function longPress(at: Point, found: Selection | null): void {
    if (press === null || press.does !== 'nothing yet') return;
    press.does = found?.kind === 'node' ? 'nothing more' : 'box';
    if (found?.kind === 'node') events.onMenu(found.id, at);
    else events.onBox({ left: at.x, right: at.x, top: at.y, bottom: at.y }, false, false);
  }

  function move(event: PointerEvent): void {
    const at = pointOf(event);
    const before = fingers.get(event.pointerId);
    if (before === undefined) {
      if (!isTouch(event)) point(events.hit(at, false));
      return;
    }
    if (fingers.size > 1) pinch(event.pointerId, before, at);
    fingers.set(event.pointerId, at);
    if (press === null) return;
    if (press.does === 'nothing yet') begin(press, at, event.shiftKey);
    const by = { x: at.x - press.last.x, y: at.y - press.last.y };
    if (press.does === 'nothing yet' || (by.x === 0 && by.y === 0)) return;
    press.last = at;
    if (press.does === 'pan') events.onPan(by.x, by.y);
    else if (press.does === 'drag' && press.found?.kind === 'node') events.onDrag(press.found.id, by, false);
    else if (press.does === 'box') events.onBox(rectangle(press.at, at), false, false);
  }

  function begin(pressed: Press, at: Point, shift: boolean): void {
    const slip = pressed.coarse ? SLIP.touch : SLIP.mouse;
    if (Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) < slip) return;
    clearTimeout(long);
    if (shift || events.boxing()) pressed.does = 'box';
    else pressed.does = pressed.found?.kind === 'node' ? 'drag' : 'pan';
    point(null);
  }

  function pinch(moved: number, before: Point, at: Point): void {
    const other = [...fingers].find(([id]) => id !== moved)?.[1];
    if (other === undefined) return;
    const distance = (a: Point): number => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    events.onPan((at.x - before.x) / 2, (at.y - before.y) / 2);
    events.onZoom(Math.log(distance(at) / distance(before)) / Math.log(1.2), middle);
  }

  function up(event: PointerEvent): void {
    fingers.delete(event.pointerId);
    clearTimeout(long);
    const pressed = press;
    press = null;
    if (pressed === null) return;
    const add = event.shiftKey || event.ctrlKey || event.metaKey;
    if (pressed.does === 'nothing yet') tap(pressed.found, event.timeStamp, add);
    else if (pressed.does === 'drag' && pressed.found?.kind === 'node') {
      events.onDrag(pressed.found.id, { x: 0, y: 0 }, true);
    } else if (pressed.does === 'box') {
      events.onBox(rectangle(pressed.at, pressed.last), true, event.ctrlKey || event.metaKey);
    }
  }

  function tap(found: Selection | null, time: number, add: boolean): void {
    events.onTap(found, add);
    const id = found?.kind === 'node' ? found.id : null;
    if (id !== null && tapped?.id === id && time - tapped.time < TIMES.again) {
      tapped = null;
      events.onDoubleTap(id);
    } else tapped = id === null ? null : { id, time };
  }

  const cancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    abandon();
  };
  const leave = (): void => point(null);
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    events.onZoom(wheelSteps(event), pointOf(event));
  };
  const menu = (event: MouseEvent): void => {
    // A finger's long press has asked already.
    event.preventDefault();
    const found = events.hit(pointOf(event), false);
    if (found?.kind === 'node' && fingers.size === 0) events.onMenu(found.id, pointOf(event));
  };

  surface.addEventListener('pointerdown', down);
  surface.addEventListener('pointermove', move);
  surface.addEventListener('pointerup', up);
  surface.addEventListener('pointercancel', cancel);
  surface.addEventListener('pointerleave', leave);
  surface.addEventListener('wheel', wheel, { passive: false });
  surface.addEventListener('contextmenu', menu);
  return () => {
    clearTimeout(intent);
    clearTimeout(long);
    surface.removeEventListener('pointerdown', down);
    surface.removeEventListener('pointermove', move);
    surface.removeEventListener('pointerup', up);
    surface.removeEventListener('pointercancel', cancel);
    surface.removeEventListener('pointerleave', leave);
    surface.removeEventListener('wheel', wheel);
    surface.removeEventListener('contextmenu', menu);
  };
}

function rectangle(a: Point, b: Point): Rectangle {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}
