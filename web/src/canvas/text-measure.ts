import type { Measure, TextStyle } from './sizes.ts';

/** Fonts of the canvas's texts, as the canvas's context wants them. */
export const FONTS: Readonly<Record<TextStyle, string>> = {
  name: "550 12px 'Inter Variable', system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif",
  small: "450 11px 'Inter Variable', system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif",
};

/** Measures on the context, once per text. Make a new one when fonts have arrived. */
export function measureOn(context: CanvasRenderingContext2D): Measure {
  const known = new Map<string, number>();
  return (text, style) => {
    const key = style + text;
    const before = known.get(key);
    if (before !== undefined) return before;
    context.font = FONTS[style];
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

/** Longest wait for the fonts, in milliseconds; then names are measured in what the system has. */
const PATIENCE = 500;

/** When the fonts of the canvas can be measured. */
export async function fontsLoaded(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const fonts = Promise.all(Object.values(FONTS).map((font) => document.fonts.load(font)));
  // A font that cannot be had is no reason to draw nothing.
  await Promise.race([fonts.catch(() => undefined), patience]);
}
