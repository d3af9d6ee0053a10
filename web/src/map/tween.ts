import type { Camera } from './camera.ts';

/** Milliseconds in which a view changes. */
const DURATION = 240;

/** Moves a camera from where it is to where it shall be; at once with reduced motion. Returns how to stop on the way. */
export function flyTo(from: Camera, to: Camera, show: (camera: Camera) => void): () => void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    show(to);
    return () => undefined;
  }
  const begun = performance.now();
  let frame = requestAnimationFrame(step);
  function step(now: number): void {
    const part = Math.min(1, Math.max(0, (now - begun) / DURATION));
    show(between(from, to, 1 - (1 - part) ** 3));
    if (part < 1) frame = requestAnimationFrame(step);
  }
  return () => cancelAnimationFrame(frame);
}

/** The zoom grows by the same factor in the same time. */
function between(from: Camera, to: Camera, part: number): Camera {
  if (part === 1) return to;
  const along = (a: number, b: number): number => a + (b - a) * part;
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  return { zoom, pan: { x: along(from.pan.x, to.pan.x), y: along(from.pan.y, to.pan.y) } };
}
