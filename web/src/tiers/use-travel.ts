import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { TierLayout } from './layout.ts';

/** Each step of the zoom, nearest and furthest. */
const STEP = 1.2;
const LEAST = 0.3;
const MOST = 3;
/** A press that moves less than this is no drag. */
const STILL = 4;

/** Moving and zooming a picture that is larger than its frame; the frame scrolls, so wheel, touch and keys work as everywhere. */
export interface Travel {
  readonly scale: number;
  /** By so many steps, around the middle of what is seen. */
  readonly zoom: (steps: number) => void;
  /** So that all of it is seen. */
  readonly fit: () => void;
  /** Begins a drag of the ground. */
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
}

/** @param view the frame that scrolls */
export function useTravel(
  view: RefObject<HTMLElement | null>,
  { width, height }: Pick<TierLayout, 'width' | 'height'>,
  direction: 'UPSTREAM' | 'DOWNSTREAM',
): Travel {
  const [scale, setScale] = useState(1);
  /** Where what is seen at a point of the frame should be after the next scaling. */
  const kept = useRef<{ readonly x: number; readonly y: number; readonly from: number } | null>(null);

  const scaleTo = (next: number, x: number, y: number): void => {
    const bounded = Math.min(MOST, Math.max(LEAST, next));
    kept.current = { x, y, from: scale };
    setScale(bounded);
  };

  useLayoutEffect(() => {
    const frame = view.current;
    if (frame === null || kept.current === null) return;
    const { x, y, from } = kept.current;
    kept.current = null;
    const by = scale / from;
    frame.scrollTo({ left: (frame.scrollLeft + x) * by - x, top: (frame.scrollTop + y) * by - y });
  }, [view, scale]);

  // The root is what was asked about: it is seen first.
  useLayoutEffect(() => {
    view.current?.scrollTo({ left: direction === 'UPSTREAM' ? width + view.current.scrollWidth : 0 });
  }, [view, direction, width]);

  useEffect(() => {
    const frame = view.current;
    if (frame === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = frame.getBoundingClientRect();
      scaleTo(scale * STEP ** (-event.deltaY / 100), event.clientX - box.left, event.clientY - box.top);
    };
    // Not passive: the page itself must not zoom.
    frame.addEventListener('wheel', onWheel, { passive: false });
    return () => frame.removeEventListener('wheel', onWheel);
  });

  const zoom = (steps: number): void => {
    const frame = view.current;
    scaleTo(scale * STEP ** steps, (frame?.clientWidth ?? 0) / 2, (frame?.clientHeight ?? 0) / 2);
  };
  const fit = (): void => {
    const frame = view.current;
    if (frame === null) return;
    const room = Math.min(frame.clientWidth / (width + 40), (frame.clientHeight - 60) / (height + 40));
    scaleTo(Math.min(1, room), 0, 0);
  };
  return { scale, zoom, fit, onPointerDown: (event) => drag(view.current, event) };
}

/** Drags the ground of the frame with a mouse; fingers scroll it by themselves. */
function drag(frame: HTMLElement | null, { pointerType, button, clientX, clientY, target }: PointerEvent): void {
  if (frame === null || pointerType !== 'mouse' || button !== 0) return;
  if (target instanceof Element && target.closest('[role="button"]') !== null) return;
  const from = { left: frame.scrollLeft, top: frame.scrollTop };
  let moved = false;
  const move = (event: globalThis.PointerEvent): void => {
    const [x, y] = [event.clientX - clientX, event.clientY - clientY];
    moved ||= Math.hypot(x, y) > STILL;
    if (!moved) return;
    frame.scrollTo({ left: from.left - x, top: from.top - y });
  };
  const end = (): void => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
