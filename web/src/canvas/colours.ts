import { COLOUR_NAMES, type ColourName, type Colours } from '../appearance/colours.ts';

/** The theme's colours as the document has them now. */
export function documentColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const entries = COLOUR_NAMES.map((name): [ColourName, string] => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(entries) as Record<ColourName, string>;
}
