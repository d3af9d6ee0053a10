import type { NodeId } from '#vocabulary';
import type cytoscape from 'cytoscape';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { FIT, isInView, panInto, viewOf } from './camera.ts';
import { extentsOf } from './extents.ts';
import { blockNodes, type Room } from './layout/arrange.ts';
import { boundingBox, shapeBox, type Placements, type Size } from './layout/placement.ts';

/** Below this zoom shapes and lines are too small to be read. */
const READABLE = 0.5;
/** Zoom of the first view where everything at once could not be read. */
const OPENED = 0.75;

/** What is looked at. */
export interface Shown {
  readonly cy: cytoscape.Core;
  readonly graph: VisibleGraph;
  readonly places: Placements;
  readonly sizes: ReadonlyMap<NodeId, Size>;
}

export const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

function screenOf(cy: cytoscape.Core): Room {
  return { width: cy.width(), height: cy.height() };
}

/** What a fitted picture may fill. */
export function roomOf(cy: cytoscape.Core): Room {
  return { width: cy.width() - 2 * FIT.nameMargin, height: cy.height() - FIT.margin - FIT.nameMargin };
}

/** Shows everything, in so many milliseconds. */
export function fit({ cy, graph, places, sizes }: Shown, duration: number): void {
  if (cy.width() < 1) return;
  const block = new Set(blockNodes(graph));
  const view = viewOf((zoom) => extentsOf(places, sizes, block, zoom), screenOf(cy));
  go(cy, view, duration);
}

function go(cy: cytoscape.Core, view: ReturnType<typeof viewOf>, duration: number): void {
  cy.stop();
  if (duration === 0 || reducedMotion()) cy.viewport(view);
  else cy.animate({ zoom: view.zoom, pan: view.pan }, { duration, easing: 'ease-out' });
}

/** The first view: everything; on a small screen, where that could not be read, the best tie and what is around it. */
export function openView(shown: Shown): void {
  const { cy, graph, places } = shown;
  fit(shown, 0);
  if (cy.zoom() >= READABLE) return;
  const line = graph.lines.find((candidate) => candidate.selected) ?? graph.lines[0];
  const middle = graph.nodes.find((node) => node.selected)?.id ?? line?.from;
  const at = middle === undefined ? undefined : places.get(middle);
  if (at === undefined) return;
  cy.viewport({
    zoom: OPENED,
    pan: { x: cy.width() * 0.36 - at.x * OPENED, y: cy.height() / 2 - at.y * OPENED },
  });
}

/**
 * After something came into the picture: nothing when it is seen already. What an expansion brought is shown with the node
 * it came from, by as little as it takes; for anything else everything is shown.
 */
export function showNewcomers(shown: Shown, newcomers: Placements): void {
  const { cy, graph, places, sizes } = shown;
  const brought = boundingBox(
    [...newcomers].flatMap(([id, at]) => {
      const size = sizes.get(id);
      return size === undefined ? [] : [shapeBox(at, size)];
    }),
  );
  if (brought === null || isInView(cy, brought)) return;
  const parents = graph.nodes.flatMap(({ id, parent }) => (newcomers.has(id) ? [parent] : []));
  if (parents.includes(null)) return fit(shown, FIT.duration);
  const together = new Map([...places].filter(([id]) => newcomers.has(id) || parents.includes(id)));
  const view = viewOf((zoom) => extentsOf(together, sizes, new Set(), zoom), screenOf(cy));
  if (view.zoom >= cy.zoom()) reveal(cy, places, [...together.keys()]);
  else go(cy, view, FIT.duration);
}

/** The picture is moved only when the selected node, or an end of the selected line, would not be seen. */
export function revealSelected(cy: cytoscape.Core, graph: VisibleGraph, places: Placements): void {
  const ends = graph.lines.filter((line) => line.selected).flatMap(({ from, to }) => [from, to]);
  reveal(cy, places, [...graph.nodes.filter((node) => node.selected).map((node) => node.id), ...ends]);
}

/** Pans as little as shows all of them. */
export function reveal(cy: cytoscape.Core, places: Placements, ids: readonly NodeId[]): void {
  const zoom = cy.zoom();
  const pan = cy.pan();
  const spots = ids.flatMap((id) => places.get(id) ?? []);
  const onScreen = spots.map(({ x, y }) => ({ x: x * zoom + pan.x, y: y * zoom + pan.y }));
  const box = boundingBox(onScreen.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })));
  const by = box === null ? null : panInto(box, screenOf(cy));
  if (by === null) return;
  cy.stop();
  if (reducedMotion()) cy.panBy(by);
  else cy.animate({ panBy: by }, { duration: FIT.duration, easing: 'ease-out' });
}
