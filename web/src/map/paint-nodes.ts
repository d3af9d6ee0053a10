import type { NodeType } from '#vocabulary';
import { nodeAppearance, nodeColour } from '../appearance/appearance.ts';
import { ICONS, type IconName } from '../appearance/icons.ts';
import { halfExtent, shapePath, type ShapeName } from '../appearance/shapes.ts';
import type { Point } from '../canvas/nearest.ts';
import { FONTS } from '../canvas/text-measure.ts';
import { HUE_NAMES } from '../appearance/colours.ts';
import { NOTHING_DRAWN, type DrawnLooks } from '../exploration/drawn-looks.ts';
import type { MapColours } from './colours.ts';
import type { MapItem } from './items.ts';
import { REST_OPACITY } from './paint-lines.ts';

/** An item on the screen. */
export interface ShownItem {
  readonly item: MapItem;
  readonly at: Point;
  readonly root: Point | null;
  readonly half: Point;
  readonly radius: number;
  /** What stands in a stack's shape instead of an icon. */
  readonly count: string | null;
  readonly selected: boolean;
  readonly marked: boolean;
  /** The keyboard stands here. */
  readonly cursor: boolean;
  readonly pointedAt: boolean;
  readonly dimmed: boolean;
  /** The ring of its community and its number; null for none, and for a stack. */
  readonly ring: { readonly hue: number; readonly number: string } | null;
}

/** On the map shapes are smaller than in the graph: the places between them are what it shows. */
const SCALE = 0.66;
const HOLLOW_RADIUS = 9;
const SMALLEST = 8;

/** Radius in pixels, whatever the zoom. A stack grows with what it holds. */
export function itemRadius({ nodes }: MapItem, looks: DrawnLooks = NOTHING_DRAWN): number {
  const [first] = nodes;
  if (first === undefined) return SMALLEST;
  if (nodes.length > 1) return Math.min(22, 13 + 1.6 * Math.log2(nodes.length));
  const { node } = first;
  const sized = looks.size?.radii.get(node.id);
  if (sized !== undefined) return Math.max(SMALLEST / 2, sized * SCALE);
  return node.hollow ? HOLLOW_RADIUS : Math.max(SMALLEST, nodeAppearance(node.type).radius * SCALE);
}

/** Half the extent of an item's shape. */
export function itemHalf(item: MapItem, looks: DrawnLooks = NOTHING_DRAWN): Point {
  const [first] = item.nodes;
  return first === undefined ? { x: 0, y: 0 } : halfExtent(shapeOf(first.node.type), itemRadius(item, looks));
}

const shapeOf = (type: NodeType): ShapeName => nodeAppearance(type).shape;

const SHAPES = new Map<string, Path2D>();
function shapeOn(shape: ShapeName, radius: number): Path2D {
  const key = `${shape} ${radius.toFixed(1)}`;
  const made = SHAPES.get(key) ?? new Path2D(shapePath(shape, radius));
  SHAPES.set(key, made);
  return made;
}

const ICON_PATHS = new Map<IconName, readonly Path2D[]>();
function iconOf(icon: IconName): readonly Path2D[] {
  const made = ICON_PATHS.get(icon) ?? ICONS[icon].map((path) => new Path2D(path));
  ICON_PATHS.set(icon, made);
  return made;
}

/** Paints an item's shape: a node as in the graph, or a stack with the shape and colour of its first node and a number. */
export function paintItem(context: CanvasRenderingContext2D, shown: ShownItem, colours: MapColours): void {
  const { item, at, radius, count } = shown;
  const [first] = item.nodes;
  if (first === undefined) return;
  const { type } = first.node;
  const { outlined, icon, shape } = nodeAppearance(type);
  const hollow = item.nodes.every(({ node }) => node.hollow);
  const inferred = item.nodes.every(({ node }) => node.inferred);
  const empty = outlined || hollow || inferred;
  const colour = colours[nodeColour(type)];
  context.globalAlpha = shown.dimmed ? REST_OPACITY : 1;
  paintRoot(context, shown, colours);
  context.save();
  context.translate(at.x, at.y);
  paintCommunityRing(context, shown, colours);
  paintRings(context, shown, shape, colours, colour);
  const outline = shapeOn(shape, radius);
  fillPath(context, outline, empty ? colours.panel : colour);
  if (empty) {
    context.lineWidth = 1.6;
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.setLineDash(inferred ? [0.1, 3.2] : []);
    context.strokeStyle = colour;
    context.stroke(outline);
    context.setLineDash([]);
  }
  const ink = empty ? colour : colours['on-node'];
  if (count === null) paintIcon(context, icon, radius, ink);
  else paintCount(context, count, ink);
  context.restore();
  paintCommunityNumber(context, shown, colours);
  context.globalAlpha = 1;
}

const ringColour = (hue: number, colours: MapColours): string =>
  hue === 0 ? colours['ink-3'] : colours[HUE_NAMES[hue - 1] ?? 'ink-3'];

/** As in the graph: under the node, so that what it says of evidence stays. */
function paintCommunityRing(context: CanvasRenderingContext2D, { ring, radius }: ShownItem, colours: MapColours): void {
  if (ring === null) return;
  const disc = new Path2D();
  disc.arc(0, 0, radius + 5, 0, 2 * Math.PI);
  fillPath(context, disc, ringColour(ring.hue, colours));
}

/** The number of the community, so that no colour need be told from another. */
function paintCommunityNumber(
  context: CanvasRenderingContext2D,
  { ring, at, half }: ShownItem,
  colours: MapColours,
): void {
  if (ring === null) return;
  context.font = FONTS.small;
  const width = Math.max(14, context.measureText(ring.number).width + 6);
  const [x, y] = [at.x - half.x, at.y + half.y];
  const box = new Path2D();
  box.roundRect(x - width / 2, y - 7, width, 14, 7);
  fillPath(context, box, colours.canvas);
  context.lineWidth = 1.6;
  context.strokeStyle = ringColour(ring.hue, colours);
  context.stroke(box);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.ink;
  context.fillText(ring.number, x, y + 0.5);
}

function paintIcon(context: CanvasRenderingContext2D, icon: IconName, radius: number, ink: string): void {
  const scale = (radius * 1.05) / 16;
  context.scale(scale, scale);
  for (const path of iconOf(icon)) fillPath(context, path, ink);
}

function paintCount(context: CanvasRenderingContext2D, count: string, ink: string): void {
  context.font = FONTS.name;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink;
  context.fillText(count, 0, 0.5);
}

function fillPath(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  context.fillStyle = colour;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(path, 'evenodd');
}

/** Around what is selected, marked, pointed at, or where the keyboard stands. */
function paintRings(
  context: CanvasRenderingContext2D,
  { radius, selected, marked, cursor, pointedAt }: ShownItem,
  shape: ShapeName,
  colours: MapColours,
  colour: string,
): void {
  context.lineJoin = 'round';
  if (pointedAt && !selected) {
    const before = context.globalAlpha;
    context.globalAlpha = before * 0.2;
    fillPath(context, shapeOn(shape, radius + 6), colour);
    context.globalAlpha = before;
  }
  if (selected || marked) {
    fillPath(context, shapeOn(shape, radius + 5), colours.canvas);
    context.lineWidth = selected ? 2 : 1.6;
    context.setLineDash(selected ? [] : [4, 3]);
    context.strokeStyle = colours.select;
    context.stroke(shapeOn(shape, radius + 4.5));
    context.setLineDash([]);
  }
  if (cursor) {
    context.lineWidth = 2;
    context.strokeStyle = colours.focus;
    context.stroke(shapeOn(shape, radius + (selected || marked ? 8 : 4.5)));
  }
}

/** A thin line to the point that a node was moved away from, so that it can be seen. */
function paintRoot(context: CanvasRenderingContext2D, { at, root }: ShownItem, colours: MapColours): void {
  if (root === null) return;
  context.beginPath();
  context.moveTo(root.x, root.y);
  context.lineTo(at.x, at.y);
  context.lineWidth = 1;
  context.strokeStyle = colours['line-strong'];
  context.stroke();
  context.beginPath();
  context.arc(root.x, root.y, 2, 0, 2 * Math.PI);
  context.fillStyle = colours['ink-3'];
  context.fill();
}
