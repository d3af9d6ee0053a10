/** Real gestures on a picture, and how many frames it answers them with. */
import type { Page } from '@playwright/test';
import { z } from 'zod';

const Point = z.object({ x: z.number(), y: z.number() });
type Point = z.infer<typeof Point>;

/** In the page: the Cytoscape, which hangs itself on its container; null before there is one. */
const CY = `(document.querySelector('.__________cytoscape_container')?._cyreg?.cy ?? null)`;

/**
 * In the page: where the picture's own origin is seen on the screen. Whoever moves a picture as a still transforms an
 * element around Cytoscape's, and Cytoscape's pan follows later: what is seen is both together.
 */
const SEEN = `(() => {
  const cy = ${CY};
  let { x, y } = cy.pan();
  for (let at = cy.container(); at !== null; at = at.parentElement) {
    const { transform } = getComputedStyle(at);
    if (transform === 'none') continue;
    const { a, d, e, f } = new DOMMatrix(transform);
    x = x * a + e;
    y = y * d + f;
  }
  return { x, y };
})()`;

/** What the picture holds now. */
export async function countDrawn(page: Page): Promise<{ readonly nodes: number; readonly lines: number }> {
  const found = await page.evaluate(`(() => { const cy = ${CY}; return cy === null ? { nodes: 0, lines: 0 }
    : { nodes: cy.nodes().length, lines: cy.edges().length }; })()`);
  return z.object({ nodes: z.number(), lines: z.number() }).parse(found);
}

/** A point of the ground, away from every node and its name, near the middle: there a drag moves the picture. */
async function groundNearMiddle(page: Page): Promise<Point> {
  const found = await page.evaluate(`(() => {
    const cy = ${CY};
    const box = cy.container().getBoundingClientRect();
    const nodes = cy.nodes().map((node) => ({ at: node.renderedPosition(), half: node.renderedOuterWidth() / 2 }));
    const away = (reach) => ({ at, half }, x, y) =>
      (Math.abs(x - at.x) > half + reach || Math.abs(y - at.y) > half + reach / 5) &&
      Math.hypot(x - at.x, y - at.y) > half + 13;
    for (const reach of [170, 90, 0])
    for (let ring = 0; ring < 200; ring += 1) {
      for (let turn = 0; turn < 24; turn += 1) {
        const angle = (turn / 24) * 2 * Math.PI;
        const x = box.width / 2 + (ring / 200) * (box.width / 2 - 8) * Math.cos(angle);
        const y = box.height / 2 + (ring / 200) * (box.height / 2 - 60) * Math.sin(angle);
        if (nodes.every((node) => away(reach)(node, x, y))) return { x: box.left + x, y: box.top + y };
      }
    }
    return null;
  })()`);
  return Point.parse(found);
}

/** Drags the picture by 60 pixels and waits until it is seen there. @throws when it does not follow */
export async function dragOnce(page: Page): Promise<void> {
  const start = await groundNearMiddle(page);
  const before = await seenIn(page);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y, { steps: 4 });
  await page.waitForFunction(`Math.abs(${SEEN}.x - ${before.x + 60}) < 1`);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await page.mouse.up();
}

const seenIn = async (page: Page): Promise<Point> => Point.parse(await page.evaluate(SEEN));

/** In the page: counts the frames in which the picture is seen elsewhere than in the frame before. */
const COUNT = `(() => {
  let last = ${SEEN};
  const frames = (window.framesMoved = { moved: 0, first: 0, last: 0, going: true });
  const tick = (now) => {
    const at = ${SEEN};
    if (at.x !== last.x || at.y !== last.y) {
      if (frames.moved === 0) frames.first = now;
      frames.moved += 1;
      frames.last = now;
      last = at;
    }
    if (frames.going) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})()`;

/**
 * Drags the picture about for so many milliseconds; frames a second in which it stood elsewhere than in the frame before.
 * @throws when the picture is not where the gesture has taken it
 */
export async function panRate(page: Page, milliseconds: number): Promise<number> {
  const start = await groundNearMiddle(page);
  const before = await seenIn(page);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.evaluate(COUNT);
  const began = Date.now();
  let at = start;
  while (Date.now() - began < milliseconds) {
    // Once round a circle of 120 pixels every second, as a hand would move it.
    const angle = ((Date.now() - began) / 1_000) * 2 * Math.PI;
    at = { x: start.x + 120 * Math.sin(angle), y: start.y + 120 * (1 - Math.cos(angle)) };
    await page.mouse.move(at.x, at.y);
  }
  const frames = z
    .object({ moved: z.number(), first: z.number(), last: z.number() })
    .parse(await page.evaluate('(() => { window.framesMoved.going = false; return window.framesMoved; })()'));
  await page.mouse.up();
  const after = await seenIn(page);
  const off = Math.hypot(after.x - before.x - (at.x - start.x), after.y - before.y - (at.y - start.y));
  if (off > 6) throw new Error(`the picture is ${off.toFixed(1)} pixels from where the gesture took it`);
  return frames.moved < 2 ? 0 : ((frames.moved - 1) * 1_000) / (frames.last - frames.first);
}
