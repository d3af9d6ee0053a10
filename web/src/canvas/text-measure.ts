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
