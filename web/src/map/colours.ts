import type { Colours } from '../appearance/colours.ts';
import { documentColours } from '../canvas/colours.ts';

/** The theme's colours with those of the land. */
export type MapColours = Colours & Readonly<Record<'land' | 'land-edge' | 'land-other', string>>;

/** As the document has them now. */
export function mapColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ...documentColours(),
    land: colour('land'),
    'land-edge': colour('land-edge'),
    'land-other': colour('land-other'),
  };
}
