/** Names of the design's colours, as in `web/src/theme/tokens.css` (there with `--` in front). */
export const COLOUR_NAMES = [
  'canvas',
  'panel',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'select',
  'focus',
  'smi',
  'large',
  'support',
  'goods',
  'place',
  'rules',
  'on-node',
  'flow',
  'warn',
  'warn-bg',
  'hue-1',
  'hue-2',
  'hue-3',
  'hue-4',
  'hue-5',
  'hue-6',
  'hue-7',
  'hue-8',
] as const;

export type ColourName = (typeof COLOUR_NAMES)[number];

/** Colours of communities, in their order; what has none of them is as grey as `ink-3`. */
export const HUE_NAMES = COLOUR_NAMES.filter((name) => name.startsWith('hue-'));

/** Colours of one theme, as CSS colour values. */
export type Colours = Readonly<Record<ColourName, string>>;
