import type { NodeId } from '#vocabulary';
import type { Arrow, Point } from '../canvas/nearest.ts';
import type { MapItem } from './items.ts';
import type { MapController } from './map-controller.ts';

/** What keys on the map bring about. */
export interface KeyEvents {
  readonly onCursor: (item: MapItem | null) => void;
  readonly onDetails: (id: NodeId) => void;
  readonly onMark: (item: MapItem) => void;
  readonly onExpand: (id: NodeId) => void;
  readonly onCollapse: (id: NodeId) => void;
}

/** Pixels that Shift with an arrow moves the map by. */
const STEP = 80;
const MOVES: Readonly<Record<Arrow, Point>> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};
/** Through all items, in the picture's order: so none is out of reach. */
const TURNS = ['Home', 'End', 'PageDown', 'PageUp'] as const;

const isArrow = (key: string): key is Arrow => key in MOVES;

/** Acts on a key; answers whether it meant anything. @param from where the keyboard stands, or else what is selected */
export function keyOn(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  map: MapController,
  from: MapItem | null,
  events: KeyEvents,
): boolean {
  if (isArrow(key)) {
    if (shiftKey) map.panBy(MOVES[key]);
    else events.onCursor(map.step(key));
    return true;
  }
  const turn = TURNS.find((name) => name === key);
  if (turn !== undefined) {
    events.onCursor(map.turn(turn));
    return true;
  }
  const [first, second] = from?.nodes ?? [];
  const only = second === undefined ? first?.node.id : undefined;
  switch (key.toLowerCase()) {
    case 'enter':
    case ' ':
      if (from === null || first === undefined) return false;
      if (only !== undefined) events.onDetails(only);
      else {
        map.setCursor(first.node.id);
        map.open(from);
        events.onCursor(map.itemOf(first.node.id));
      }
      return true;
    case 'e':
      if (only === undefined) return false;
      events.onExpand(only);
      return true;
    case 'c':
      if (only === undefined) return false;
      events.onCollapse(only);
      return true;
    case 'm':
      if (from === null) return false;
      events.onMark(from);
      return true;
    case 'f':
      map.fit();
      return true;
    case '+':
    case '=':
      map.zoomBy(1);
      return true;
    case '-':
      map.zoomBy(-1);
      return true;
    default:
      return false;
  }
}
