import type { Point } from '../canvas/nearest.ts';
import { wheelSteps } from '../canvas/camera.ts';

/** What hands do on the map. Points are in pixels from its corner. */
export interface Gestures {
  readonly onPan: (by: Point) => void;
  readonly onZoom: (steps: number, at: Point) => void;
  /** @param add Shift, Ctrl or ⌘ is held, as for marking several on the graph */
  readonly onTap: (at: Point, coarse: boolean, add: boolean) => void;
  readonly onDoubleTap: (at: Point, coarse: boolean) => void;
  /** Null when the pointer has left. */
  readonly onMove: (at: Point | null) => void;
}

/** Further than this a press is a drag. */
const SLOP = 5;
const DOUBLE_MS = 300;
const DOUBLE_WITHIN = 24;

/** Listens to mouse, pen, touch and wheel on an element; returns how to stop. */
export function listenTo(element: HTMLElement, gestures: Gestures): () => void {
  const down = new Map<number, Point>();
  let travelled = 0;
  let pinched = false;
  let lastTap: { readonly at: Point; readonly time: number } | null = null;

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const start = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (down.size === 0) [travelled, pinched] = [0, false];
    down.set(event.pointerId, pointOf(event));
    if (down.size > 1) pinched = true;
    element.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent): void => {
    const at = pointOf(event);
    const before = down.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === 'mouse') gestures.onMove(at);
      return;
    }
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      travelled += Math.hypot(at.x - before.x, at.y - before.y);
      if (travelled > SLOP) gestures.onPan({ x: at.x - before.x, y: at.y - before.y });
    } else pinch(before, at, other);
    down.set(event.pointerId, at);
  };

  function pinch(before: Point, at: Point, other: Point): void {
    const [was, is] = [distance(before, other), distance(at, other)];
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    gestures.onPan({ x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 });
    if (was > 10 && is > 10) gestures.onZoom(Math.log(is / was) / Math.log(1.2), middle);
  }

  const end = (event: PointerEvent): void => {
    const started = down.delete(event.pointerId);
    if (!started || event.type !== 'pointerup' || travelled > SLOP || pinched) return;
    const at = pointOf(event);
    const coarse = event.pointerType === 'touch';
    const again =
      lastTap !== null && event.timeStamp - lastTap.time < DOUBLE_MS && distance(lastTap.at, at) < DOUBLE_WITHIN;
    lastTap = again ? null : { at, time: event.timeStamp };
    const add = event.shiftKey || event.ctrlKey || event.metaKey;
    // Marking and taking the mark off again at once is no double tap.
    if (again && !add) gestures.onDoubleTap(at, coarse);
    else gestures.onTap(at, coarse, add);
  };

  const leave = (): void => gestures.onMove(null);
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    gestures.onZoom(wheelSteps(event), pointOf(event));
  };

  const quiet = new AbortController();
  const { signal } = quiet;
  element.addEventListener('pointerdown', start, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  element.addEventListener('pointerleave', leave, { signal });
  element.addEventListener('wheel', wheel, { signal, passive: false });
  return () => quiet.abort();
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
