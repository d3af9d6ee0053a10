import type { Box } from './layout/placement.ts';

/** What lies over the canvas says so itself, with this attribute; the camera keeps what it shows out from under it. */
const COVERS = '[data-covers-picture]';

/**
 * The part of the canvas that nothing covers, in pixels from its corner: what covers most of its width takes its strip at
 * the top or bottom, what covers most of its height the strip at its side; a small thing at the top, such as the tools, its strip there.
 */
export function freeScreen(container: HTMLElement): Box {
  const own = container.getBoundingClientRect();
  const free = { left: 0, top: 0, right: own.width, bottom: own.height };
  for (const cover of document.querySelectorAll(COVERS)) {
    const box = cover.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, own.left) - own.left, Math.min(box.right, own.right) - own.left];
    const [top, bottom] = [Math.max(box.top, own.top) - own.top, Math.min(box.bottom, own.bottom) - own.top];
    if (right <= left || bottom <= top) continue;
    if (right - left < own.width * 0.6 && bottom - top > own.height * 0.6) {
      if (left < own.width / 2) free.left = Math.max(free.left, right);
      else free.right = Math.min(free.right, left);
    } else if (top < own.height / 3) free.top = Math.max(free.top, bottom);
    else free.bottom = Math.min(free.bottom, top);
  }
  // Covered whole: then it is shown as if nothing were there.
  const seen = free.right - free.left > 120 && free.bottom - free.top > 120;
  return seen ? free : { left: 0, top: 0, right: own.width, bottom: own.height };
}
