import { nodeAppearance, nodeColour } from '../../appearance/appearance.ts';
import { HUE_NAMES, type Colours } from '../../appearance/colours.ts';
import { ICONS } from '../../appearance/icons.ts';
import { halfExtent, shapePath } from '../../appearance/shapes.ts';
import { LINE_HEIGHT, pathMark, rounded, textMark, type Mark, type Measure } from './drawing.ts';
import type { PictureNode } from './scene.ts';
import { nameLines } from './text-lines.ts';

/** A name wraps at this width and at most once. */
const NAME_WIDTH = 142;
/** A cluster without a tie is smaller than one with. */
const HOLLOW_RADIUS = 12;
/** A ring reaches so far beyond its node, at zoom 1. */
const RING = 6;
/** Icons are drawn on a square of side 17. */
const ICON_SIDE = 17;
/** Room around a place's name in its pill. */
const PILL = { before: 26, after: 14, height: 28, disc: 15 };

/** A node on the sheet: where, how large, and what is written beside it (or inside a pill). */
export interface NodeOnSheet {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly half: { readonly x: number; readonly y: number };
  readonly pill: boolean;
  readonly name: readonly string[];
  readonly second: string | null;
  readonly label: { readonly width: number; readonly height: number };
}

/** Places stand in a pill with their name inside; all others have their name outside, and so does a group. */
function isPill(node: PictureNode): boolean {
  return node.members === null && nodeAppearance(node.type).shape === 'pill';
}

/** A group grows with its members, by area. */
function radiusOf(node: PictureNode): number {
  if (node.members !== null) return Math.min(44, 20 + 2.4 * Math.sqrt(node.members));
  if (node.radius !== undefined) return node.radius;
  return node.hollow ? HOLLOW_RADIUS : nodeAppearance(node.type).radius;
}

export function onSheet(
  node: PictureNode,
  at: { readonly x: number; readonly y: number },
  zoom: number,
  measure: Measure,
): NodeOnSheet {
  const pill = isPill(node);
  const name = nameLines(node.name, NAME_WIDTH, measure);
  const second = pill ? null : node.second;
  const widths = [...name.map((line) => measure(line, 'name')), second === null ? 0 : measure(second, 'small')];
  const width = Math.ceil(Math.max(...widths));
  const height = name.length * LINE_HEIGHT.name + (second === null ? 0 : LINE_HEIGHT.small);
  const extent = halfExtent(nodeAppearance(node.type).shape, radiusOf(node) * zoom);
  const half = pill ? { x: (width + PILL.before + PILL.after) / 2, y: Math.max(PILL.height, height + 10) / 2 } : extent;
  return { node, ...at, zoom, half, pill, name, second, label: pill ? { width: 0, height: 0 } : { width, height } };
}

/** The node itself, without its name (but a place's, which stands inside). */
export function nodeMarks(shown: NodeOnSheet, colours: Colours): readonly Mark[] {
  return shown.pill ? pillMarks(shown, colours) : shapeMarks(shown, colours);
}

function shapeMarks({ node, x, y, zoom }: NodeOnSheet, colours: Colours): readonly Mark[] {
  const look = nodeAppearance(node.type);
  const colour = colours[nodeColour(node.type)];
  const empty = look.outlined || node.hollow || node.inferred;
  const radius = radiusOf(node) * zoom;
  const icon = (node.radius !== undefined ? node.radius * 1.15 : node.hollow ? 13 : look.radius * 1.15) * zoom;
  const stroke = (node.inferred ? 2 : 1.6) * zoom;
  return [
    ...ringMarks(node, { x, y, reach: radius + RING * zoom }, colours),
    pathMark(shapePath(look.shape, radius), {
      x,
      y,
      fill: empty ? colours.canvas : colour,
      stroke: empty ? colour : node.members === null ? null : colours.line,
      width: rounded(stroke),
      dash: node.inferred ? [0.1, rounded(4 * zoom)] : [],
      round: true,
    }),
    ...iconMarks(node, x, y, icon / ICON_SIDE, empty ? colour : colours['on-node']),
  ];
}

/** Under the node, so that all that it says of evidence stays as it is. */
function ringMarks(
  { ring }: PictureNode,
  { x, y, reach }: { readonly x: number; readonly y: number; readonly reach: number },
  colours: Colours,
): readonly Mark[] {
  if (ring === undefined) return [];
  return [pathMark(circle(reach), { x, y, fill: ringColour(ring.hue, colours) })];
}

/** The colour of a community's ring. */
export function ringColour(hue: number, colours: Colours): string {
  return hue === 0 ? colours['ink-3'] : colours[HUE_NAMES[hue - 1] ?? 'ink-3'];
}

/** As a path around its middle. */
export function circle(radius: number): string {
  const r = rounded(radius);
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** The number of the community below the node on the left, so that no colour need be told from another. */
export function communityMarks({ node, x, y, half }: NodeOnSheet, colours: Colours, measure: Measure): readonly Mark[] {
  const { ring } = node;
  if (ring === undefined || half.x < 7) return [];
  const at = { x: x - half.x * 0.8, y: y + half.y * 0.8 };
  const width = Math.max(16, measure(ring.number, 'small') + 8) / 2;
  return [
    pathMark(roundBox(width, 8), { ...at, fill: colours.canvas, stroke: ringColour(ring.hue, colours), width: 2 }),
    textMark(ring.number, at, { look: 'small', ink: colours.ink, anchor: 'middle' }),
  ];
}

function iconMarks(node: PictureNode, x: number, y: number, scale: number, fill: string): readonly Mark[] {
  return ICONS[nodeAppearance(node.type).icon].map((path) => pathMark(path, { x, y, scale, fill, evenOdd: true }));
}

function pillMarks({ node, x, y, half, name }: NodeOnSheet, colours: Colours): readonly Mark[] {
  const colour = colours[nodeColour(node.type)];
  const left = x - half.x;
  const first = y - ((name.length - 1) * LINE_HEIGHT.name) / 2;
  return [
    pathMark(roundBox(half.x, half.y), { x, y, fill: colours.panel, stroke: colour, width: 1.6 }),
    ...iconMarks(node, left + PILL.disc, y, 0.8, colour),
    ...name.map((line, at) =>
      textMark(line, { x: left + PILL.before, y: first + at * LINE_HEIGHT.name }, { look: 'name', ink: colours.ink }),
    ),
  ];
}

function roundBox(halfX: number, halfY: number): string {
  const r = Math.min(halfX, halfY, 14);
  const [w, h] = [rounded(2 * (halfX - r)), rounded(2 * (halfY - r))];
  return (
    `M${rounded(r - halfX)} ${rounded(-halfY)}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${-w}a${r} ${r} 0 0 1 ${-r} ${-r}v${-h}a${r} ${r} 0 0 1 ${r} ${-r}Z`
  );
}

/** `+n`: what it has that no line shows; where the name is not: at the other side, and below where the name stands above. */
export function countMarks(shown: NodeOnSheet, side: string, colours: Colours, measure: Measure): readonly Mark[] {
  const { node, x, y, half, pill } = shown;
  if (node.count === null || half.x < 9) return [];
  const width = (measure(node.count, 'small') + 9) / 2;
  const aside = half.x * (pill ? 0.9 : 0.8) * (side === 'right' ? -1 : 1);
  const at = { x: x + aside, y: y + (half.y + 1) * (side === 'above' ? 1 : -1) };
  return [
    pathMark(roundBox(width, 8), { ...at, fill: colours.canvas, stroke: colours['line-strong'] }),
    textMark(node.count, at, { look: 'small', ink: colours['ink-2'], anchor: 'middle' }),
  ];
}
