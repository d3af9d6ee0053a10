import type { Language, NodeId } from '#vocabulary';
import type cytoscape from 'cytoscape';
import { nodeAppearance, nodeColour } from '../appearance/appearance.ts';
import type { Colours } from '../appearance/colours.ts';
import { ICONS } from '../appearance/icons.ts';
import type { VisibleGraph, VisibleLine } from '../exploration/visible-graph.ts';
import { lineText, Occupied, planLabels, untiedCaption, type OnScreen, type PlacedLabel } from './label-plan.ts';
import { CAPTION_WIDTH } from './layout/arrange.ts';
import type { Box, LabelSide } from './layout/placement.ts';
import type { Point } from './nearest.ts';
import type { Light } from './reconcile.ts';
import { cut, isPill, labelText, LINE_HEIGHT, type LabelText, type Measure } from './sizes.ts';
import { REST_OPACITY } from './stylesheet.ts';
import { FONTS } from './text-measure.ts';
import { countText } from './words.ts';

/** Everything the layer needs to know to paint one frame. */
export interface LabelScene {
  readonly graph: VisibleGraph;
  readonly sides: ReadonlyMap<NodeId, LabelSide>;
  readonly light: Light | null;
  /** Nodes that are pointed at, or where the keyboard stands: named whatever is in the way. */
  readonly always: ReadonlySet<string>;
  readonly block: readonly NodeId[];
  readonly documentedOnly: boolean;
  readonly language: Language;
  readonly colours: Colours;
  readonly measure: Measure;
}

/** Names in the block of clusters without a tie are drawn from this zoom on. */
const NAME_BLOCK_FROM = 1.9;

/**
 * Paints names, counts and signs above Cytoscape's canvas: text stays 12 px at any zoom, has two lines of different
 * weight, and never covers another. It only reads Cytoscape. Returns the boxes of the names, so that they can be hit.
 */
export function paintLabels(
  context: CanvasRenderingContext2D,
  cy: cytoscape.Core,
  scene: LabelScene,
): readonly PlacedLabel[] {
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, cy.width(), cy.height());
  context.textBaseline = 'middle';
  const texts = new Map<NodeId, LabelText>();
  const shown = nodesOnScreen(cy, scene, texts);
  const occupied = new Occupied();
  paintCaption(context, cy, scene, occupied);
  const labels = planLabels(shown, occupied, {
    light: scene.light,
    always: scene.always,
    unnamed: new Set(cy.zoom() >= NAME_BLOCK_FROM ? [] : scene.block),
  });
  for (const line of scene.graph.lines) paintLine(context, cy, scene, line, occupied);
  const sides = new Map(labels.map((label) => [label.id, label.side]));
  for (const label of labels) {
    const text = texts.get(label.id);
    if (text === undefined) continue;
    context.globalAlpha = rests(scene, label.id) ? REST_OPACITY : 1;
    paintName(context, scene, label, text);
  }
  for (const node of shown) {
    context.globalAlpha = rests(scene, node.node.id) ? REST_OPACITY : 1;
    if (isPill(node.node)) paintPill(context, scene, node, texts.get(node.node.id));
    if (hasCount(scene, node)) paintCount(context, scene, node, sides.get(node.node.id) ?? node.side);
  }
  context.globalAlpha = 1;
  return labels;
}

/** Counts are left out where nodes are too small to carry them, but for what is pointed at. */
function hasCount({ light, always }: LabelScene, { node, half }: OnScreen): boolean {
  if ((node.hidden ?? 0) === 0 || node.hollow) return false;
  return half.x >= 9 || node.selected || always.has(node.id) || light?.nodes.has(node.id) === true;
}

function rests({ light, always }: LabelScene, id: NodeId): boolean {
  return light !== null && !light.nodes.has(id) && !always.has(id);
}

function nodesOnScreen(cy: cytoscape.Core, scene: LabelScene, texts: Map<NodeId, LabelText>): readonly OnScreen[] {
  const [width, height] = [cy.width(), cy.height()];
  const shown: OnScreen[] = [];
  for (const node of scene.graph.nodes) {
    const drawn = cy.getElementById(node.id);
    if (drawn.empty()) continue;
    const at = drawn.renderedPosition();
    if (at.x < -220 || at.y < -80 || at.x > width + 220 || at.y > height + 80) continue;
    const text = labelText(node, scene.language, scene.measure);
    texts.set(node.id, text);
    const pill = isPill(node);
    shown.push({
      node,
      at,
      half: { x: drawn.renderedWidth() / 2, y: drawn.renderedHeight() / 2 },
      side: scene.sides.get(node.id) ?? 'below',
      label: pill ? { width: 0, height: 0 } : text,
    });
  }
  return shown;
}

function paintName(
  context: CanvasRenderingContext2D,
  { colours }: LabelScene,
  label: PlacedLabel,
  text: LabelText,
): void {
  const { box, side } = label;
  context.textAlign = side === 'right' ? 'left' : side === 'left' ? 'right' : 'center';
  const x = side === 'right' ? box.left : side === 'left' ? box.right : (box.left + box.right) / 2;
  let y = box.top + LINE_HEIGHT.name / 2;
  for (const line of text.name) {
    paintText(context, line, x, y, FONTS.name, colours.ink, colours.canvas);
    y += LINE_HEIGHT.name;
  }
  if (text.second !== null) paintText(context, text.second, x, y, FONTS.small, colours['ink-2'], colours.canvas);
}

/** Text with a rim in the ground's colour, so that lines under it do not make it hard to read. */
function paintText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  ink: string,
  ground: string,
): void {
  context.font = font;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = ground;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function paintPill(
  context: CanvasRenderingContext2D,
  { colours }: LabelScene,
  { node, at, half }: OnScreen,
  text: LabelText | undefined,
): void {
  const left = at.x - half.x;
  context.save();
  context.translate(left + 15, at.y);
  context.scale(0.8, 0.8);
  context.fillStyle = colours[nodeColour(node.type)];
  for (const path of ICONS[nodeAppearance(node.type).icon]) {
    const outline = new Path2D(path);
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(outline, 'evenodd');
  }
  context.restore();
  context.textAlign = 'left';
  let y = at.y - (((text?.name.length ?? 1) - 1) * LINE_HEIGHT.name) / 2;
  for (const line of text?.name ?? []) {
    context.font = FONTS.name;
    context.fillStyle = colours.ink;
    context.fillText(line, left + 26, y);
    y += LINE_HEIGHT.name;
  }
}

/** `+n`: relations that no line shows; on the side where the name is not. */
function paintCount(
  context: CanvasRenderingContext2D,
  scene: LabelScene,
  { node, at, half }: OnScreen,
  side: LabelSide,
): void {
  const { colours, language } = scene;
  const text = `+${countText(node.hidden ?? 0, language)}`;
  context.font = FONTS.small;
  const width = scene.measure(text, 'small') + 9;
  const aside = half.x * (isPill(node) ? 0.9 : 0.8) * (side === 'right' ? -1 : 1);
  const [x, y] = [at.x + aside, at.y - half.y - 1];
  context.beginPath();
  context.roundRect(x - width / 2, y - 8, width, 16, 8);
  context.fillStyle = colours.canvas;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colours['line-strong'];
  context.stroke();
  context.fillStyle = colours['ink-2'];
  context.textAlign = 'center';
  context.fillText(text, x, y + 0.5);
}

function paintLine(
  context: CanvasRenderingContext2D,
  cy: cytoscape.Core,
  scene: LabelScene,
  line: VisibleLine,
  occupied: Occupied,
): void {
  const lit = scene.light?.lines.has(line.id) === true || line.selected;
  const named = line.label !== null && (line.labelAtRest || lit);
  if (!named && !line.disputed) return;
  const drawn = cy.getElementById(line.id);
  if (drawn.empty()) return;
  const edge = drawn.edges().first();
  const middle: Point | undefined = edge.renderedMidpoint();
  if (middle === undefined || Number.isNaN(middle.x)) return;
  context.globalAlpha = scene.light !== null && !lit ? REST_OPACITY : 1;
  const length = Math.hypot(
    edge.renderedSourceEndpoint().x - edge.renderedTargetEndpoint().x,
    edge.renderedSourceEndpoint().y - edge.renderedTargetEndpoint().y,
  );
  let signAt = middle;
  // A few lit lines say what they are whatever is in the way; of many, those that have room.
  const forced = line.selected || (lit && (scene.light?.lines.size ?? 0) <= 3);
  if (named && line.label !== null) {
    const text = lineText(line.label, scene.language);
    const box = textBox(middle, scene.measure(text, 'small'));
    if (forced || (length > box.right - box.left + 26 && !occupied.hits(box))) {
      occupied.add(box);
      paintTag(context, scene.colours, text, middle, box);
      signAt = { x: box.left - 9, y: middle.y };
    }
  }
  if (line.disputed) paintDisputed(context, scene.colours, signAt);
}

function textBox(middle: Point, width: number): Box {
  return { left: middle.x - width / 2 - 5, right: middle.x + width / 2 + 5, top: middle.y - 8, bottom: middle.y + 8 };
}

function paintTag(context: CanvasRenderingContext2D, colours: Colours, text: string, middle: Point, box: Box): void {
  context.fillStyle = colours.canvas;
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.font = FONTS.small;
  context.textAlign = 'center';
  context.fillStyle = colours['ink-2'];
  context.fillText(text, middle.x, middle.y + 0.5);
}

/** ≠ on the line. */
function paintDisputed(context: CanvasRenderingContext2D, colours: Colours, { x, y }: Point): void {
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.fillStyle = colours['warn-bg'];
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = colours.warn;
  context.stroke();
  context.beginPath();
  for (const [x1, y1, x2, y2] of [
    [-4, -1.8, 4, -1.8],
    [-4, 1.8, 4, 1.8],
    [2.2, -4.6, -2.2, 4.6],
  ] as const) {
    context.moveTo(x + x1, y + y1);
    context.lineTo(x + x2, y + y2);
  }
  context.stroke();
}

function paintCaption(
  context: CanvasRenderingContext2D,
  cy: cytoscape.Core,
  scene: LabelScene,
  occupied: Occupied,
): void {
  const spots = scene.block.flatMap((id) => {
    const drawn = cy.getElementById(id);
    return drawn.empty() ? [] : [drawn.renderedPosition()];
  });
  if (spots.length === 0) return;
  const left = Math.min(...spots.map((spot) => spot.x)) - 12 * cy.zoom();
  const top = Math.min(...spots.map((spot) => spot.y)) - 16 * cy.zoom();
  const caption = untiedCaption(scene.graph, scene.block, scene.documentedOnly, scene.language);
  const title = caption.title;
  const names = cut(caption.names, 'small', CAPTION_WIDTH, scene.measure);
  const width = Math.max(scene.measure(title, 'name'), scene.measure(names, 'small'));
  const box = { left, right: left + width, top: top - 34, bottom: top };
  occupied.add(box);
  context.globalAlpha = scene.light === null ? 1 : REST_OPACITY;
  context.textAlign = 'left';
  paintText(context, title, left, box.top + 8, FONTS.name, scene.colours.ink, scene.colours.canvas);
  paintText(context, names, left, box.top + 24, FONTS.small, scene.colours['ink-2'], scene.colours.canvas);
}
