import type cytoscape from 'cytoscape';
import type { Colours } from '../appearance/colours.ts';
import type { VisibleLine } from '../exploration/visible-graph.ts';
import type { LabelScene } from './label-layer.ts';
import { lineText } from './label-plan.ts';
import type { Boxes } from './layout/boxes.ts';
import type { Box } from './layout/placement.ts';
import type { Point } from './nearest.ts';
import { paintDisputed } from './paint-sign.ts';
import { REST_OPACITY } from './stylesheet.ts';
import { FONTS } from './text-measure.ts';

/** Below this zoom the signs of disputed lines would hide the picture; those of lit lines stay. */
const SIGNS_FROM = 0.35;

/** What a line says, and that sources disagree about it: in its middle, where there is room. */
export function paintLine(
  context: CanvasRenderingContext2D,
  cy: cytoscape.Core,
  scene: LabelScene,
  line: VisibleLine,
  occupied: Boxes,
  signs: Boxes,
): void {
  const lit = scene.light?.lines.has(line.id) === true || line.selected;
  const named = line.label !== null && (line.labelAtRest || lit);
  const disputed = line.disputed && (lit || cy.zoom() >= SIGNS_FROM);
  if (!named && !disputed) return;
  const drawn = cy.getElementById(line.id);
  if (drawn.empty()) return;
  const edge = drawn.edges().first();
  if (!isOnScreen(cy, edge)) return;
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
    const spot = tagSpot(middle, scene.measure(text, 'small'), length, forced, occupied);
    if (spot !== null) {
      const { box, at } = spot;
      occupied.add(box);
      paintTag(context, scene.colours, text, at, box);
      signAt = { x: box.left - 9, y: at.y };
    }
  }
  // Several lines between the same two nodes have their signs at about the same spot: one is enough.
  const sign = signBox(signAt);
  if (disputed && (lit || !signs.hits(sign))) {
    signs.add(sign);
    paintDisputed(context, signAt, scene.colours);
  }
}

/** Where what a line says may stand beside its middle, nearest first, in pixels. */
const BESIDE: readonly (readonly [x: number, y: number])[] = [0, -18, 18, -26, 26, -36, 36, -48, 48, -64, 64]
  .flatMap((y) => [0, -40, 40, -80, 80].map((x) => [x, y] as const))
  .toSorted(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by));

/** On the line where it is long enough and nothing is in the way; what has to be said stands beside it, or else over what is there. */
function tagSpot(
  middle: Point,
  width: number,
  length: number,
  forced: boolean,
  occupied: Boxes,
): { readonly at: Point; readonly box: Box } | null {
  const spots = (forced ? BESIDE : BESIDE.slice(0, 1)).map(([x, y]) => {
    const at = { x: middle.x + x, y: middle.y + y };
    return { at, box: textBox(at, width) };
  });
  const [first] = spots;
  if (!forced && length <= width + 36) return null;
  return spots.find(({ box }) => !occupied.hits(widened(box))) ?? (forced ? (first ?? null) : null);
}

/** Letters reach a little out of their lines. */
const widened = ({ left, right, top, bottom }: Box): Box => ({ left, right, top: top - 2, bottom: bottom + 2 });

const signBox = ({ x, y }: Point): Box => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 });

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

/** Its middle is looked at only when its ends may have it on the screen. */
function isOnScreen(cy: cytoscape.Core, line: cytoscape.EdgeSingular): boolean {
  const [a, b] = [line.source().renderedPosition(), line.target().renderedPosition()];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return middle.x > -200 && middle.y > -200 && middle.x < cy.width() + 200 && middle.y < cy.height() + 200;
}
