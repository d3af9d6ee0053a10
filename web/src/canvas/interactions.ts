import type cytoscape from 'cytoscape';
import type { Selection } from '../exploration/selection.ts';
import { sameSelection } from '../exploration/selection.ts';
import { wheelSteps, zoomBy } from './camera.ts';
import type { CanvasEvents } from './controller.ts';
import type { HitTester } from './hit.ts';

/** How long the pointer must rest on something before it lights up. */
const HOVER_INTENT = 60;

const isCoarse = (event: cytoscape.EventObject): boolean => {
  const original: unknown = event.originalEvent;
  return typeof TouchEvent !== 'undefined' && original instanceof TouchEvent;
};

/** Mouse and touch: tap selects, double tap expands, pointing lights, the wheel zooms to the pointer. */
export function listen(
  cy: cytoscape.Core,
  container: HTMLElement,
  hit: HitTester,
  events: CanvasEvents,
  onView: () => void,
): void {
  let pointedAt: Selection | null = null;
  let intent: ReturnType<typeof setTimeout> | undefined;

  function point(next: Selection | null): void {
    if (sameSelection(pointedAt, next)) return;
    pointedAt = next;
    container.classList.toggle('pointing', next !== null);
    clearTimeout(intent);
    intent = setTimeout(() => events.onHover(next), HOVER_INTENT);
  }

  cy.on('tap', (event) => events.onSelect(hit.at(event.renderedPosition, isCoarse(event))));
  cy.on('dbltap', (event) => {
    const found = hit.at(event.renderedPosition, isCoarse(event));
    if (found?.kind === 'node') events.onExpand(found.id);
  });
  cy.on('mousemove', (event) => point(hit.at(event.renderedPosition, false)));
  cy.on('dragpan pinchzoom', onView);
  const leave = (): void => point(null);
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const box = container.getBoundingClientRect();
    onView();
    zoomBy(cy, wheelSteps(event), { x: event.clientX - box.left, y: event.clientY - box.top });
  };
  container.addEventListener('mouseleave', leave);
  // On the way down to Cytoscape's own listener on the container, which would zoom by its own measure as well.
  const above = container.parentElement ?? container;
  above.addEventListener('wheel', wheel, { capture: true, passive: false });
  cy.one('destroy', () => {
    clearTimeout(intent);
    container.removeEventListener('mouseleave', leave);
    above.removeEventListener('wheel', wheel, { capture: true });
  });
}
