import type cytoscape from 'cytoscape';
import { clampZoom, ZOOM, zoomedAt, type Viewport } from './camera.ts';

/** Above this many elements the picture moves as a still of itself, and is drawn anew once it rests. */
const STILL_ABOVE = 400;
/** Milliseconds without movement after which a still is drawn anew. */
const REST = 140;

/**
 * What a person sees of the picture. It follows at once, whatever the size of the picture: Cytoscape draws 1,000
 * elements in a frame but not 8,000, so a large picture is moved by the browser as it was last drawn.
 */
export interface Lens {
  /** What is seen now; Cytoscape's own viewport lags behind while a still moves. */
  readonly now: () => Viewport;
  /** @param milliseconds 0 for at once; eased out otherwise */
  readonly look: (view: Viewport, milliseconds: number) => void;
  readonly panBy: (x: number, y: number) => void;
  /** Zooms by steps of 1.2 towards a point on the screen; the point stays where it is. */
  readonly zoomBy: (steps: number, at: { readonly x: number; readonly y: number }) => void;
  /** The smallest zoom to which a person may go. */
  readonly keepAbove: (zoom: number) => void;
  /** Draws what is seen, so that it can be pointed at. */
  readonly settle: () => void;
  readonly destroy: () => void;
}

/** @param still the element that holds everything drawn, and is moved in its place */
export function createLens(cy: cytoscape.Core, still: HTMLElement): Lens {
  let seen: Viewport = { zoom: cy.zoom(), pan: { ...cy.pan() } };
  let drawn = seen;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let least: number = ZOOM.min;

  function transform(): void {
    const zoom = seen.zoom / drawn.zoom;
    const [x, y] = [seen.pan.x - drawn.pan.x * zoom, seen.pan.y - drawn.pan.y * zoom];
    const none = Math.abs(x) < 0.01 && Math.abs(y) < 0.01 && Math.abs(zoom - 1) < 1e-6;
    still.style.transform = none ? '' : `translate(${x}px, ${y}px) scale(${zoom})`;
  }

  function settle(): void {
    clearTimeout(resting);
    const { zoom, pan } = seen;
    if (cy.zoom() !== zoom || cy.pan().x !== pan.x || cy.pan().y !== pan.y) cy.viewport({ zoom, pan: { ...pan } });
  }

  function see(view: Viewport): void {
    seen = view;
    if (cy.elements().length <= STILL_ABOVE) return settle();
    transform();
    clearTimeout(resting);
    resting = setTimeout(settle, REST);
  }

  // Only when Cytoscape has drawn may the still go back to its place, or it would be seen there for a frame.
  cy.on('render', () => {
    drawn = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    transform();
  });

  function look(view: Viewport, milliseconds: number): void {
    cancelAnimationFrame(frame);
    if (milliseconds === 0) {
      see(view);
      return settle();
    }
    const from = seen;
    const start = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - start) / milliseconds));
      const eased = 1 - (1 - share) ** 3;
      see(between(from, view, eased));
      if (share < 1) frame = requestAnimationFrame(step);
      else settle();
    };
    frame = requestAnimationFrame(step);
  }

  return {
    now: () => seen,
    look,
    panBy: (x, y) => {
      cancelAnimationFrame(frame);
      see({ zoom: seen.zoom, pan: { x: seen.pan.x + x, y: seen.pan.y + y } });
    },
    zoomBy: (steps, at) => {
      cancelAnimationFrame(frame);
      see(zoomedAt(seen, clampZoom(seen.zoom * ZOOM.step ** steps, least), at));
    },
    keepAbove: (zoom) => (least = zoom),
    settle,
    destroy: () => {
      clearTimeout(resting);
      cancelAnimationFrame(frame);
    },
  };
}

function between(from: Viewport, to: Viewport, share: number): Viewport {
  const mix = (a: number, b: number): number => (share === 1 ? b : a + (b - a) * share);
  return {
    zoom: mix(from.zoom, to.zoom),
    pan: { x: mix(from.pan.x, to.pan.x), y: mix(from.pan.y, to.pan.y) },
  };
}
