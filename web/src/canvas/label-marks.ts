import type { NodeType } from '#vocabulary';
import { nodeAppearance, nodeColour } from '../appearance/appearance.ts';
import { ICONS } from '../appearance/icons.ts';
import { LOCK } from '../appearance/lock.ts';
import type { LabelScene } from './label-layer.ts';
import type { OnScreen } from './label-plan.ts';
import type { Box, LabelSide } from './layout/placement.ts';
import type { Point } from './nearest.ts';
import { GROUP_ROOM, isolated, isPill, LINE_HEIGHT, type LabelText } from './sizes.ts';
import { FONTS } from './text-measure.ts';
import { countText } from './words.ts';

function paintIcon(context: CanvasRenderingContext2D, type: NodeType, at: Point, scale: number, colour: string): void {
  context.save();
  context.translate(at.x, at.y);
  context.scale(scale, scale);
  context.fillStyle = colour;
  for (const path of ICONS[nodeAppearance(type).icon]) {
    const outline = new Path2D(path);
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(outline, 'evenodd');
  }
  context.restore();
}

/** A place's disc and name, in its pill. */
export function paintPill(
  context: CanvasRenderingContext2D,
  { colours }: LabelScene,
  { node, at, half }: OnScreen,
  text: LabelText | undefined,
): void {
  const left = at.x - half.x;
  paintIcon(context, node.type, { x: left + 15, y: at.y }, 0.8, colours[nodeColour(node.type)]);
  context.textAlign = 'left';
  let y = at.y - (((text?.name.length ?? 1) - 1) * LINE_HEIGHT.name) / 2;
  for (const line of text?.name ?? []) {
    context.font = FONTS.name;
    context.fillStyle = colours.ink;
    context.fillText(isolated(line), left + 26, y);
    y += LINE_HEIGHT.name;
  }
}

/** The name alone in a pill or block that is too small for more, or else the icon alone. */
export function paintShrunk(
  context: CanvasRenderingContext2D,
  { colours }: LabelScene,
  { node, at, half }: OnScreen,
  name: readonly string[] | null,
  share: number,
): void {
  if (half.y < 4) return;
  if (name !== null) {
    context.textAlign = 'center';
    context.font = FONTS.name;
    context.fillStyle = colours.ink;
    const top = at.y - ((name.length - 1) * LINE_HEIGHT.name) / 2;
    name.forEach((line, index) => context.fillText(isolated(line), at.x, top + index * LINE_HEIGHT.name));
    return;
  }
  const type = node.group?.types[0]?.type ?? node.type;
  paintIcon(context, type, at, Math.min(1, share), colours[nodeColour(type)]);
}

/** `+n`: relations that no line shows; where the name is not: at the other side, and below where the name stands above. */
export function paintCount(
  context: CanvasRenderingContext2D,
  scene: LabelScene,
  shown: OnScreen,
  side: LabelSide,
): void {
  const { colours } = scene;
  const text = countOf(scene, shown);
  const { left, right, top } = countBox(scene, shown, side);
  const [x, y] = [(left + right) / 2, top + 8];
  context.font = FONTS.small;
  context.beginPath();
  context.roundRect(left, top, right - left, 16, 8);
  context.fillStyle = colours.canvas;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colours['line-strong'];
  context.stroke();
  context.fillStyle = colours['ink-2'];
  context.textAlign = 'center';
  context.fillText(text, x, y + 0.5);
}

const countOf = ({ language }: LabelScene, { node }: OnScreen): string => `+${countText(node.hidden ?? 0, language)}`;

/** Room of the count beside a node: over the corner that its name leaves free. */
export function countBox(scene: LabelScene, shown: OnScreen, side: LabelSide): Box {
  const { node, at, half } = shown;
  const width = scene.measure(countOf(scene, shown), 'small') + 9;
  const x = at.x + half.x * (isPill(node) ? 0.9 : 0.8) * (side === 'right' ? -1 : 1);
  const y = at.y + (half.y + 1) * (side === 'above' ? 1 : -1);
  return { left: x - width / 2, right: x + width / 2, top: y - 8, bottom: y + 8 };
}

/** A group's icon, name and how many it stands for, in its block. */
export function paintBlock(
  context: CanvasRenderingContext2D,
  { colours, language, measure }: LabelScene,
  { node, at, half }: OnScreen,
  text: LabelText | undefined,
): void {
  const type = node.group?.types[0]?.type ?? node.type;
  const left = at.x - half.x;
  paintIcon(context, type, { x: left + 18, y: at.y }, 1, colours[nodeColour(type)]);
  context.textAlign = 'left';
  context.font = FONTS.name;
  context.fillStyle = colours.ink;
  let y = at.y - (((text?.name.length ?? 1) - 1) * LINE_HEIGHT.name) / 2;
  for (const line of text?.name ?? []) {
    context.fillText(isolated(line), left + GROUP_ROOM.before, y);
    y += LINE_HEIGHT.name;
  }
  const count = countText(node.group?.members.length ?? 0, language);
  context.font = FONTS.small;
  context.textAlign = 'right';
  context.fillStyle = colours['ink-2'];
  context.fillText(count, at.x + half.x - Math.max(10, (GROUP_ROOM.after - measure(count, 'small')) / 2), at.y + 0.5);
}

/**
 * A lock: only some see it. At the upper corner towards the name, beside its lines and across from the count; where the name stands above, at
 * the lower corner.
 */
export function paintLock(
  context: CanvasRenderingContext2D,
  { colours }: LabelScene,
  { node, at, half }: OnScreen,
  side: LabelSide,
): void {
  const x = at.x + half.x * (isPill(node) ? 0.9 : 0.8) * (side === 'right' ? 1 : -1);
  const y = at.y + (half.y + 1) * (side === 'above' ? 1 : -1);
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.arc(0, 0, 7, 0, 2 * Math.PI);
  context.fillStyle = colours.canvas;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colours['line-strong'];
  context.stroke();
  context.lineWidth = LOCK.width;
  context.strokeStyle = colours.ink;
  context.stroke(new Path2D(LOCK.shackle));
  context.fillStyle = colours.ink;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(new Path2D(LOCK.body));
  context.restore();
}

/** A small pin: placed by hand, no layout moves it. At the lower corner away from the name. */
export function paintPin(
  context: CanvasRenderingContext2D,
  { colours }: LabelScene,
  { at, half }: OnScreen,
  side: LabelSide,
): void {
  const x = at.x + half.x * (side === 'right' ? -1 : 1);
  const y = at.y + half.y;
  context.beginPath();
  context.arc(x, y, 7, 0, 2 * Math.PI);
  context.fillStyle = colours.canvas;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colours['line-strong'];
  context.stroke();
  context.beginPath();
  context.arc(x, y - 1.6, 2.4, 0, 2 * Math.PI);
  context.fillStyle = colours.ink;
  context.fill();
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, y + 4.6);
  context.lineWidth = 1.3;
  context.strokeStyle = colours.ink;
  context.stroke();
}
