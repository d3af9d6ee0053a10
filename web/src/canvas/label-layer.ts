import type { Language, NodeId } from '#vocabulary';
import type cytoscape from 'cytoscape';
import type { Colours } from '../appearance/colours.ts';
import type { DrawnLooks } from '../exploration/drawn-looks.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { paintLine } from './label-lines.ts';
import { countBox, paintBlock, paintCount, paintLock, paintPill, paintPin, paintShrunk } from './label-marks.ts';
import { planLabels, untiedCaption, type OnScreen, type PlacedLabel } from './label-plan.ts';
import { Boxes } from './layout/boxes.ts';
import { fixedShare } from './layout/fixed.ts';
import { CAPTION_WIDTH } from './layout/parts.ts';
import type { LabelSide, Placements, Size } from './layout/placement.ts';
import { nodeFate, paintCommunity, paintGone, type Fate } from './look-marks.ts';
import type { Point } from './nearest.ts';
import { paintName, paintText } from './paint-text.ts';
import type { Light } from './reconcile.ts';
import { cut, isBlock, isCut, isPill, wholeLabel, type LabelText, type Lettering, type Measure } from './sizes.ts';
import { REST_OPACITY } from './stylesheet.ts';
import { FONTS } from './text-measure.ts';

/** Everything the layer needs to know to paint one frame. */
export interface LabelScene {
  readonly graph: VisibleGraph;
  readonly looks: DrawnLooks;
  readonly places: Placements;
  /** At zoom 1. */
  readonly sizes: ReadonlyMap<NodeId, Size>;
  readonly lettering: Lettering;
  /** The zoom below which nodes of fixed size shrink (`fixedFrom`). */
  readonly from: number;
  /** Lines that end at each node. */
  readonly lineCounts: ReadonlyMap<NodeId, number>;
  readonly light: Light | null;
  /** Nodes that are pointed at, or where the keyboard stands: named whatever is in the way. */
  readonly always: ReadonlySet<string>;
  readonly block: ReadonlySet<NodeId>;
  readonly documentedOnly: boolean;
  readonly language: Language;
  readonly colours: Colours;
  readonly measure: Measure;
}

/** Names in the block of clusters without a tie are drawn from this zoom on. */
const NAME_BLOCK_FROM = 1.9;
/** The share of its size from which a pill or a group's block has its name inside. */
const FULL = 0.96;

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
  // A name that runs the other way is still set at the side where it stands.
  context.direction = 'ltr';
  const texts = new Map<NodeId, LabelText>();
  const shown = nodesOnScreen(cy, scene, texts);
  const occupied = new Boxes();
  paintCaption(context, cy, scene, occupied);
  const labels = planLabels(shown, occupied, {
    light: scene.light,
    always: scene.always,
    unnamed: cy.zoom() >= NAME_BLOCK_FROM ? new Set() : scene.block,
  });
  const sides = new Map(labels.map((label) => [label.id, label.side]));
  const sideOf = (node: OnScreen): LabelSide => sides.get(node.node.id) ?? node.side;
  for (const node of shown) if (hasCount(scene, node)) occupied.add(countBox(scene, node, sideOf(node)));
  const signs = new Boxes();
  for (const line of scene.graph.lines) paintLine(context, cy, scene, line, occupied, signs);
  const share = fixedShare(cy.zoom(), scene.from);
  const fates = fatesOf(scene);
  for (const label of labels) {
    const text = texts.get(label.id);
    if (text === undefined) continue;
    context.globalAlpha = rests(scene, label.id) || fates.has(label.id) ? REST_OPACITY : 1;
    paintName(context, label, text, scene.colours, true);
  }
  for (const node of shown) {
    context.globalAlpha = rests(scene, node.node.id) || fates.has(node.node.id) ? REST_OPACITY : 1;
    const text = scene.lettering(node.node);
    const inside = isPill(node.node) || isBlock(node.node) ? share : 0;
    if (inside > 0 && inside < FULL) {
      const name = shortName(node.half, text, scene.measure);
      paintShrunk(context, scene, node, name, inside);
    } else if (isPill(node.node)) paintPill(context, scene, node, text);
    else if (isBlock(node.node)) paintBlock(context, scene, node, text);
    const side = sideOf(node);
    if (hasCount(scene, node)) paintCount(context, scene, node, side);
    if (node.node.pinned) paintPin(context, scene, node, side);
    if (node.node.restricted === true) paintLock(context, scene, node, side);
    paintCommunity(context, scene, node);
    if (fates.get(node.node.id) !== 'gone') continue;
    context.globalAlpha = 1;
    paintGone(context, scene, node);
  }
  context.globalAlpha = 1;
  return labels;
}

/** What is looked at as if it were gone or apart; never what is pointed at. */
function fatesOf({ graph, looks, always }: LabelScene): ReadonlyMap<NodeId, Fate> {
  if (looks.removed === null) return new Map();
  return new Map(
    graph.nodes.flatMap((node) => {
      const fate = nodeFate(node, looks);
      return fate === null || (fate === 'apart' && always.has(node.id)) ? [] : [[node.id, fate] as const];
    }),
  );
}

/** Counts are left out where nodes are too small to carry them, but for what is pointed at. */
function hasCount({ light, always }: LabelScene, { node, half }: OnScreen): boolean {
  if ((node.hidden ?? 0) === 0 || node.hollow) return false;
  return half.x >= 9 || node.selected || always.has(node.id) || light?.nodes.has(node.id) === true;
}

/** Names as cut to fit into what has shrunk; forgotten when there are too many of them. */
const SHORTENED = new Map<string, string>();

/** What of a name fits into a pill or block that has shrunk; null where too little would. */
function shortName(half: Point, text: LabelText, measure: Measure): readonly string[] | null {
  if (text.width + 8 <= 2 * half.x && text.height <= 2 * half.y) return text.name;
  const room = Math.floor(2 * half.x - 8);
  if (2 * half.y < 13 || room < 40) return null;
  const name = text.name.join(' ');
  const key = `${room} ${name}`;
  const short = SHORTENED.get(key) ?? cut(name, 'name', room, measure);
  if (SHORTENED.size > 4_000) SHORTENED.clear();
  SHORTENED.set(key, short);
  return [short];
}

function rests({ light, always }: LabelScene, id: NodeId): boolean {
  return light !== null && !light.nodes.has(id) && !always.has(id);
}

function nodesOnScreen(cy: cytoscape.Core, scene: LabelScene, texts: Map<NodeId, LabelText>): readonly OnScreen[] {
  const [width, height, zoom, pan] = [cy.width(), cy.height(), cy.zoom(), cy.pan()];
  const shown: OnScreen[] = [];
  const share = fixedShare(zoom, scene.from);
  // What is pointed at has its whole name.
  const beside = (id: NodeId, half: Point, text: LabelText): boolean => {
    const inside = shortName(half, text, scene.measure);
    return inside === null || (inside !== text.name && scene.always.has(id));
  };
  for (const node of scene.graph.nodes) {
    const [drawn, size] = [cy.getElementById(node.id), scene.sizes.get(node.id)];
    if (drawn.empty() || size === undefined) continue;
    // Where it is drawn, not where it belongs: it may be on its way there.
    const { x, y } = drawn.position();
    const at = { x: x * zoom + pan.x, y: y * zoom + pan.y };
    if (at.x < -220 || at.y < -80 || at.x > width + 220 || at.y > height + 80) continue;
    const scale = size.fixed === true ? share : zoom;
    const text = scene.lettering(node);
    // What is pointed at has its whole name; where the shape holds it, beside that.
    const whole = scene.always.has(node.id) && isCut(text) ? wholeLabel(node, scene.language, scene.measure) : null;
    texts.set(node.id, whole ?? text);
    const half = { x: size.half.x * scale, y: size.half.y * scale };
    shown.push({
      node,
      at,
      half,
      side: scene.places.get(node.id)?.side ?? 'below',
      // What has shrunk has no room for its name inside: it gets one beside it, as the others do.
      label: whole ?? (size.fixed === true && share < FULL && beside(node.id, half, text) ? text : size.label),
      lines: scene.lineCounts.get(node.id) ?? 0,
    });
  }
  return shown;
}

function paintCaption(context: CanvasRenderingContext2D, cy: cytoscape.Core, scene: LabelScene, occupied: Boxes): void {
  const spots = [...scene.block].flatMap((id) => {
    const drawn = cy.getElementById(id);
    return drawn.empty() ? [] : [drawn.renderedPosition()];
  });
  if (spots.length === 0) return;
  const left = Math.min(...spots.map((spot) => spot.x)) - 12 * cy.zoom();
  const top = Math.min(...spots.map((spot) => spot.y)) - 16 * cy.zoom();
  const caption = untiedCaption(scene.graph, [...scene.block], scene.documentedOnly, scene.language);
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
