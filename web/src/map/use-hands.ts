import type { NodeId } from '#vocabulary';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { Point } from '../canvas/nearest.ts';
import { listenTo } from './gestures.ts';
import type { MapItem } from './items.ts';
import type { MapController } from './map-controller.ts';
import type { MapLine } from './map-lines.ts';
import type { MapTarget } from './pointing.ts';
import { useTip, type Tip } from './use-tip.ts';

/** What mouse and touch bring about. */
export interface HandEvents {
  readonly onItem: (item: MapItem) => void;
  readonly onLine: (line: MapLine) => void;
  /** Shift: what stands there is marked, or no longer. */
  readonly onMark: (item: MapItem) => void;
  readonly onGround: () => void;
  readonly onExpand: (id: NodeId) => void;
  readonly onHover: (target: MapTarget | null) => void;
}

/** A tooltip with what it is about. */
export interface MapTipContent extends Tip {
  readonly item: MapItem;
}

/** How long the pointer must rest on something before it lights up, in milliseconds. */
const HOVER_INTENT = 60;

/** Mouse, pen, touch and wheel on the map. A tap on a stack shows what is in it, on the ground lets go of everything. */
export function useHands(
  surface: RefObject<HTMLElement | null>,
  controller: RefObject<MapController | null>,
  events: HandEvents,
): { readonly tip: MapTipContent | null } {
  const { tip, point } = useTip();
  const [about, setAbout] = useState<MapItem | null>(null);

  const tap = useEffectEvent((at: Point, coarse: boolean, add: boolean) => {
    const map = controller.current;
    const target = map?.at(at, coarse) ?? null;
    point(null);
    if (target === null) {
      map?.gather();
      events.onGround();
    } else if (add && target.kind === 'item') events.onMark(target.item);
    else if (target.kind === 'line') events.onLine(target.line);
    else if (target.item.nodes.length > 1) map?.open(target.item);
    else events.onItem(target.item);
  });
  const doubleTap = useEffectEvent((at: Point, coarse: boolean) => {
    const target = controller.current?.at(at, coarse) ?? null;
    if (target === null) controller.current?.zoomBy(2, at);
    else if (target.kind === 'item') {
      const [first, second] = target.item.nodes;
      if (first !== undefined && second === undefined) events.onExpand(first.node.id);
    }
  });
  const hover = useEffectEvent((target: MapTarget | null) => events.onHover(target));

  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    let before = '';
    let intent: ReturnType<typeof setTimeout> | undefined;
    const stop = listenTo(element, {
      onPan: (by) => {
        point(null);
        controller.current?.panBy(by);
      },
      onZoom: (steps, at) => {
        point(null);
        controller.current?.zoomBy(steps, at);
      },
      onTap: tap,
      onDoubleTap: (at, coarse) => doubleTap(at, coarse),
      onMove: (at) => {
        const target = at === null ? null : (controller.current?.at(at, false) ?? null);
        const key = target === null ? '' : target.kind === 'item' ? target.item.id : target.line.id;
        if (key === before) return;
        before = key;
        element.toggleAttribute('data-pointing', target !== null);
        clearTimeout(intent);
        intent = setTimeout(() => hover(target), HOVER_INTENT);
        if (at === null || target?.kind !== 'item') return point(null);
        setAbout(target.item);
        point({ key, at });
      },
    });
    return () => {
      clearTimeout(intent);
      stop();
    };
  }, [surface, controller, point]);

  return { tip: tip === null || about === null ? null : { ...tip, item: about } };
}
