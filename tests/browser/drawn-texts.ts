import type { Page } from '@playwright/test';

/** A text as it stands on the graph's canvas: its ink, in pixels of the page. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Notes every text that is painted, from before the page's own scripts on; what is wiped is forgotten. */
export async function watchTexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const canvases = new Map<unknown, object[]>();
    const paint = CanvasRenderingContext2D.prototype;
    const { fillText, clearRect } = paint;
    paint.clearRect = function wiped(this: CanvasRenderingContext2D, ...box: [number, number, number, number]) {
      canvases.set(this.canvas, []);
      clearRect.apply(this, box);
    };
    paint.fillText = function painted(this: CanvasRenderingContext2D, text: string, x: number, y: number) {
      const ink = this.measureText(text);
      const { a, d, e, f } = this.getTransform();
      const texts = canvases.get(this.canvas) ?? [];
      // Relative to where it is painted, as baseline and alignment are set.
      texts.push({
        text,
        left: ((x - ink.actualBoundingBoxLeft) * a + e) / a,
        right: ((x + ink.actualBoundingBoxRight) * a + e) / a,
        top: ((y - ink.actualBoundingBoxAscent) * d + f) / d,
        bottom: ((y + ink.actualBoundingBoxDescent) * d + f) / d,
      });
      canvases.set(this.canvas, texts);
      fillText.call(this, text, x, y);
    };
    Reflect.set(window, 'drawnTexts', () =>
      [...canvases].flatMap(([canvas, texts]) => {
        if (!(canvas instanceof HTMLCanvasElement) || canvas.closest('[role="application"]') === null) return [];
        const { left, top, width, height } = canvas.getBoundingClientRect();
        return texts
          .map((text) => text as { text: string; left: number; right: number; top: number; bottom: number })
          .filter((text) => text.right > 0 && text.bottom > 0 && text.left < width && text.top < height)
          .map(({ text, ...at }) => ({
            text,
            left: at.left + left,
            right: at.right + left,
            top: at.top + top,
            bottom: at.bottom + top,
          }));
      }),
    );
  });
}

/** The texts on the graph now, as far as they are on the screen. */
export async function drawnTexts(page: Page): Promise<readonly DrawnText[]> {
  return page.evaluate(() => {
    const read: unknown = Reflect.get(window, 'drawnTexts');
    return typeof read === 'function' ? (read() as DrawnText[]) : [];
  });
}

/** Pairs of texts whose ink covers each other by more than a pixel each way. */
export function overlapping(texts: readonly DrawnText[]): readonly string[] {
  const pairs: string[] = [];
  for (const [at, a] of texts.entries()) {
    for (const b of texts.slice(at + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) pairs.push(`${a.text} | ${b.text} (${Math.round(wide)} × ${Math.round(high)})`);
    }
  }
  return pairs;
}
