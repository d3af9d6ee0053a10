import { HUE_NAMES } from '../appearance/colours.ts';
import type { DrawnLooks } from '../exploration/drawn-looks.ts';
import type { VisibleLine, VisibleNode } from '../exploration/visible-graph.ts';
import type { LabelScene } from './label-layer.ts';
import type { OnScreen } from './label-plan.ts';
import { isBlock, isPill } from './sizes.ts';
import { FONTS } from './text-measure.ts';
import { countText } from './words.ts';

/** What becomes of something when a node is gone: it is that node, or what is then lost or apart. Nothing of it is removed. */
export type Fate = 'gone' | 'apart';

/** A group is gone or apart only when all of it is. */
export function nodeFate({ id, group }: VisibleNode, { removed }: DrawnLooks): Fate | null {
  if (removed === null) return null;
  const members = group?.members ?? [id];
  if (members.every((member) => member === removed.node)) return 'gone';
  return members.every((member) => member === removed.node || removed.apart.has(member)) ? 'apart' : null;
}

/** A line goes with the node it ends at, and with every tie that runs along it; one between two that are apart stays with them. */
export function lineFate({ from, to, ties }: VisibleLine, { removed }: DrawnLooks): Fate | null {
  if (removed === null) return null;
  if (from === removed.node || to === removed.node) return 'gone';
  if (ties.length > 0 && ties.every((tie) => removed.lost.has(tie))) return 'gone';
  return removed.apart.has(from) && removed.apart.has(to) ? 'apart' : null;
}

/** The number of a node's colour; 0 for a community without one; null where nothing is coloured, or the node is in no community. */
export function hueOf(node: VisibleNode, { colour }: DrawnLooks): number | null {
  if (colour === null || isBlock(node)) return null;
  return colour.hues.get(node.id) ?? null;
}

/** Half extent in pixels below which a number would cover its node. */
const NUMBERED_FROM = 7;

/** The number of a node's community beside it, so that no colour need be told from another. */
export function paintCommunity(
  context: CanvasRenderingContext2D,
  scene: LabelScene,
  { node, at, half }: OnScreen,
): void {
  const number = scene.looks.colour?.numbers.get(node.id);
  const hue = hueOf(node, scene.looks);
  if (number === undefined || hue === null || half.x < NUMBERED_FROM) return;
  const { colours } = scene;
  const text = countText(number, scene.language);
  context.font = FONTS.small;
  const width = Math.max(16, scene.measure(text, 'small') + 8);
  const [x, y] = [at.x - half.x * 0.8, at.y + half.y * 0.8];
  context.beginPath();
  context.roundRect(x - width / 2, y - 8, width, 16, 8);
  context.fillStyle = colours.canvas;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = hue === 0 ? colours['ink-3'] : colours[HUE_NAMES[hue - 1] ?? 'ink-3'];
  context.stroke();
  context.fillStyle = colours.ink;
  context.textAlign = 'center';
  context.fillText(text, x, y + 0.5);
}

/** A cross over what is looked at as if it were gone. */
export function paintGone(
  context: CanvasRenderingContext2D,
  { colours }: LabelScene,
  { node, at, half }: OnScreen,
): void {
  const reach = isPill(node) ? half.y : Math.max(9, Math.min(half.x, half.y) * 1.15);
  context.lineCap = 'round';
  for (const [width, colour] of [
    [5, colours.canvas],
    [2.2, colours.ink],
  ] as const) {
    context.beginPath();
    context.moveTo(at.x - reach, at.y - reach);
    context.lineTo(at.x + reach, at.y + reach);
    context.moveTo(at.x + reach, at.y - reach);
    context.lineTo(at.x - reach, at.y + reach);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  context.lineCap = 'butt';
}
