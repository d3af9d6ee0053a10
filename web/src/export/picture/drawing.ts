/** Two sizes of text, as in the graph: names and what stands under them; and the heading of what was asked. */
export type TextLook = 'name' | 'small' | 'heading';

/** Pixels from one line of text to the next. */
export const LINE_HEIGHT: Readonly<Record<TextLook, number>> = { heading: 22, name: 15, small: 14 };

/** Size in pixels and weight. */
export const TEXT: Readonly<Record<TextLook, { readonly size: number; readonly weight: number }>> = {
  heading: { size: 16, weight: 620 },
  name: { size: 12, weight: 550 },
  small: { size: 11, weight: 450 },
};

/** Width of a text in pixels. */
export type Measure = (text: string, look: TextLook) => number;

/** For where there is no screen to measure on: wide rather than narrow; a sign of East Asian scripts is as wide as high. */
export const roughMeasure: Measure = (text, look) => {
  const { size } = TEXT[look];
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? size : size * 0.56;
  return width;
};

/** A path around its own origin, moved to a point and scaled. */
export interface PathMark {
  readonly kind: 'path';
  /** As SVG writes paths. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: string | null;
  readonly evenOdd: boolean;
  readonly stroke: string | null;
  /** Before scaling. */
  readonly width: number;
  readonly dash: readonly number[];
  readonly round: boolean;
}

/** One line of text; y is the middle of its letters. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly look: TextLook;
  readonly ink: string;
  /** A rim in the ground's colour, so that lines under it do not make it hard to read; null for none. */
  readonly rim: string | null;
  /** Where it leads; only http and https. */
  readonly address: string | null;
}

export type Mark = PathMark | TextMark;

/** Marks that belong together, with what they stand for, in full, for those who cannot see them or point at them. */
export interface MarkGroup {
  readonly title: string | null;
  readonly marks: readonly Mark[];
}

/** A picture as marks, back to front: drawn by SVG or by a canvas, alike. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly title: string;
  readonly description: string;
  readonly groups: readonly MarkGroup[];
}

const PLAIN = { x: 0, y: 0, scale: 1, fill: null, evenOdd: false, stroke: null, width: 1, dash: [], round: false };

/** A path mark; what is not said is: no fill, no stroke, at the origin, not scaled. */
export function pathMark(path: string, look: Partial<Omit<PathMark, 'kind' | 'path'>>): PathMark {
  return { kind: 'path', path, ...PLAIN, ...look };
}

/** A text mark, from the left and without a rim unless said. */
export function textMark(
  text: string,
  at: { readonly x: number; readonly y: number },
  look: Pick<TextMark, 'look' | 'ink'> & Partial<Pick<TextMark, 'anchor' | 'rim' | 'address'>>,
): TextMark {
  return { kind: 'text', text, ...at, anchor: 'start', rim: null, address: null, ...look };
}

/** Hundredths of a pixel are enough. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
