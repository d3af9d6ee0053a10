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
] as const;

export type ColourName = (typeof COLOUR_NAMES)[number];

/** Colours of one theme, as CSS colour values. */
export type Colours = Readonly<Record<ColourName, string>>;
