import type { Colours } from '../appearance/colours.ts';
import type { Box, LabelSide } from './layout/placement.ts';
import { isolated, LINE_HEIGHT, type LabelText } from './sizes.ts';
import { FONTS } from './text-measure.ts';

/**
 * A name's lines and its second line in its box, beginning on the side that faces its node.
 * @param plate whether the ground is laid under the text first, so that no line runs through it
 */
export function paintName(
  context: CanvasRenderingContext2D,
  { box, side }: { readonly box: Box; readonly side: LabelSide },
  text: LabelText,
  colours: Colours,
  plate = false,
): void {
  if (plate) paintPlate(context, box, colours.canvas);
  const x = startOfText(context, box, side);
  let y = box.top + LINE_HEIGHT.name / 2;
  for (const line of text.name) {
    paintText(context, line, x, y, FONTS.name, colours.ink, colours.canvas);
    y += LINE_HEIGHT.name;
  }
  if (text.second !== null) paintText(context, text.second, x, y, FONTS.small, colours['ink-2'], colours.canvas);
}

/** The ground under a text: a line that has to pass there passes behind. */
function paintPlate(context: CanvasRenderingContext2D, { left, right, top, bottom }: Box, ground: string): void {
  context.fillStyle = ground;
  context.fillRect(left - 2, top, right - left + 4, bottom - top);
}

/** Aligns the context for text in a box on this side of its node, and answers where the text begins. */
export function startOfText(context: CanvasRenderingContext2D, box: Box, side: LabelSide): number {
  context.textAlign = side === 'right' ? 'left' : side === 'left' ? 'right' : 'center';
  return side === 'right' ? box.left : side === 'left' ? box.right : (box.left + box.right) / 2;
}

/** Text with a rim in the ground's colour, so that what lies under it does not make it hard to read. */
export function paintText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  ink: string,
  ground: string,
): void {
  context.font = font;
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = ground;
  context.strokeText(isolated(text), x, y);
  context.fillStyle = ink;
  context.fillText(isolated(text), x, y);
}
