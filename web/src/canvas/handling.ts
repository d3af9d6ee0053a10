import type { NodeId } from '#vocabulary';
import type cytoscape from 'cytoscape';
import type { VisibleNode } from '../exploration/visible-graph.ts';
import { listen, type Rectangle } from './gestures.ts';
import type { HitTester } from './hit.ts';
import type { Lens } from './lens.ts';
import type { Point } from './nearest.ts';
import type { Places } from './places.ts';
import { carry } from './reconcile.ts';
import type { CanvasEvents } from './scene.ts';

/** What gestures act on. */
export interface Handled {
  readonly cy: cytoscape.Core;
  readonly lens: Lens;
  readonly places: Places;
  readonly hit: HitTester;
  readonly events: CanvasEvents;
  readonly nodes: () => readonly VisibleNode[];
  /** A person moved the view. */
  readonly onView: () => void;
}

/** Says what each gesture does to the picture and the exploration. Returns the way to stop listening. */
export function handle(surface: HTMLElement, { cy, lens, places, hit, events, nodes, onView }: Handled): () => void {
  /** The node goes with the pointer, and with it all that is marked when it is marked itself. */
  function drag(id: NodeId, by: Point, end: boolean): void {
    const marked = nodes().filter((node) => node.marked);
    const together = marked.some((node) => node.id === id) ? marked.map((node) => node.id) : [id];
    const zoom = cy.zoom();
    const placings = together.flatMap((each) => {
      const at = places.now().get(each);
      return at === undefined ? [] : [{ id: each, at: { x: at.x + by.x / zoom, y: at.y + by.y / zoom } }];
    });
    const whole = end
      ? placings.map((one) => ({ ...one, at: { x: Math.round(one.at.x), y: Math.round(one.at.y) } }))
      : placings;
    for (const { id: each, at } of whole) {
      places.moved(each, at);
      carry(cy, each, at);
    }
    if (!end) return;
    hit.forget();
    events.onPin(whole);
  }

  function box(rectangle: Rectangle | null, end: boolean, add: boolean): void {
    events.onBox(end ? null : rectangle);
    if (!end || rectangle === null) return;
    const { zoom, pan } = lens.now();
    const inside = nodes().filter(({ id }) => {
      const at = places.now().get(id);
      if (at === undefined) return false;
      const [x, y] = [at.x * zoom + pan.x, at.y * zoom + pan.y];
      return x >= rectangle.left && x <= rectangle.right && y >= rectangle.top && y <= rectangle.bottom;
    });
    events.onMark(
      inside.map((node) => node.id),
      add ? 'ADD' : 'SET',
    );
  }

  return listen(surface, {
    hit: (point, coarse) => {
      lens.settle();
      return hit.at(point, coarse);
    },
    onTap: (found, add) => {
      if (add && found?.kind === 'node') events.onMark([found.id], 'TOGGLE');
      else events.onSelect(found);
    },
    onDoubleTap: events.onExpand,
    onHover: events.onHover,
    onMenu: events.onMenu,
    onPan: (x, y) => {
      onView();
      lens.panBy(x, y);
    },
    onZoom: (steps, at) => {
      onView();
      lens.zoomBy(steps, at);
    },
    onDrag: drag,
    onBox: box,
    boxing: events.boxing,
  });
}
