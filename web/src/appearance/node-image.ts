import type { NodeType } from '#vocabulary';
import { nodeAppearance } from './appearance.ts';
import { ICONS } from './icons.ts';

/** Side of the image in pixels: large enough to stay sharp at zoom 4. */
const SIDE = 128;

/**
 * A type's icon as an SVG data URI (the content policy allows `data:` for images), from the same paths as the glyphs.
 * @param colour a CSS colour value; the canvas cannot read custom properties
 */
export function iconImage(type: NodeType, colour: string): string {
  const paths = ICONS[nodeAppearance(type).icon].map((path) => `<path d="${path}"/>`).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="-8.5 -8.5 17 17">` +
    `<g fill="${colour}" fill-rule="evenodd">${paths}</g></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
