import { lineAppearance, type LineEnd } from '../appearance/appearance.ts';
import type { Point } from '../canvas/nearest.ts';
import { paintDisputed } from '../canvas/paint-sign.ts';
import type { MapColours } from './colours.ts';
import type { MapLine } from './map-lines.ts';

/** An arc on the screen. */
export interface ShownLine {
  readonly line: MapLine;
  /** From rim to rim; never empty. */
  readonly run: readonly Point[];
  /** Not among what is pointed at. */
  readonly dimmed: boolean;
}

/** What is out of focus is this visible. */
export const REST_OPACITY = 0.28;
/** Length of a line's end. */
const END = { arrow: 8, hollowArrow: 8, openArrow: 2, round: 5, tee: 6, diamond: 6, none: 0 } as const;

/** Paints an arc as the graph paints its line: filled is seen, hollow is agreed, dots are inferred, dashes are possibly. */
export function paintLine(
  context: CanvasRenderingContext2D,
  { line, run, dimmed }: ShownLine,
  colours: MapColours,
): void {
  const look = lineAppearance(line.family);
  const end: LineEnd | 'openArrow' =
    !line.directed || look.end === 'none' ? 'none' : line.inferred ? 'openArrow' : look.end;
  const width = line.inferred ? 1.8 : line.width;
  const scale = Math.min(1.8, 0.75 + width / 6);
  const shaft = shortened(run, END[end] * scale);
  context.globalAlpha = dimmed ? REST_OPACITY : 1;
  context.lineJoin = 'round';
  if (line.selected) {
    context.lineCap = 'round';
    stroke(context, run, colours.select, width + 10, 0.16 * context.globalAlpha);
  }
  context.lineCap = line.inferred ? 'round' : 'butt';
  context.setLineDash(line.inferred ? [0.1, 5.2] : line.possible ? [9, 5] : []);
  if (look.pipe && !line.inferred) {
    stroke(context, shaft, colours[look.colour], width + 2.4);
    context.setLineDash([]);
    stroke(context, shaft, colours.canvas, width);
  } else stroke(context, shaft, colours[look.colour], width);
  context.setLineDash([]);
  paintEnd(context, run, end, scale, colours[look.colour], colours.canvas);
  const middle = run[Math.floor(run.length / 2)];
  if (line.disputed && middle !== undefined) paintDisputed(context, middle, colours, 7);
  context.globalAlpha = 1;
}

function stroke(
  context: CanvasRenderingContext2D,
  run: readonly Point[],
  colour: string,
  width: number,
  alpha?: number,
): void {
  const before = context.globalAlpha;
  if (alpha !== undefined) context.globalAlpha = alpha;
  context.beginPath();
  for (const [index, { x, y }] of run.entries()) {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = before;
}

/** The run without its last few pixels, where its end stands. */
function shortened(run: readonly Point[], by: number): readonly Point[] {
  const kept = [...run];
  let left = by;
  while (kept.length > 1) {
    const [last, before] = [kept.at(-1), kept.at(-2)];
    if (last === undefined || before === undefined) break;
    const length = Math.hypot(last.x - before.x, last.y - before.y);
    if (length > left) {
      const part = left / length;
      kept[kept.length - 1] = { x: last.x + (before.x - last.x) * part, y: last.y + (before.y - last.y) * part };
      break;
    }
    left -= length;
    kept.pop();
  }
  return kept;
}

function paintEnd(
  context: CanvasRenderingContext2D,
  run: readonly Point[],
  end: LineEnd | 'openArrow',
  scale: number,
  colour: string,
  ground: string,
): void {
  const [tip, before] = [run.at(-1), run.at(-3) ?? run[0]];
  if (end === 'none' || tip === undefined || before === undefined) return;
  context.save();
  context.translate(tip.x, tip.y);
  context.rotate(Math.atan2(tip.y - before.y, tip.x - before.x));
  context.scale(scale, scale);
  context.beginPath();
  context.lineWidth = 1.4;
  context.lineCap = 'butt';
  context.strokeStyle = colour;
  context.fillStyle = colour;
  switch (end) {
    case 'arrow':
    case 'hollowArrow':
      polygon(context, [0, 0, -8.5, -4.4, -8.5, 4.4]);
      break;
    case 'openArrow':
      context.moveTo(-6, -4);
      context.lineTo(0, 0);
      context.lineTo(-6, 4);
      context.stroke();
      break;
    case 'round':
      context.arc(-3, 0, 3, 0, 2 * Math.PI);
      break;
    case 'tee':
      context.moveTo(-1, -4);
      context.lineTo(-1, 4);
      context.stroke();
      break;
    case 'diamond':
      polygon(context, [-7, 0, -3.5, -3, 0, 0, -3.5, 3]);
      break;
  }
  if (end === 'hollowArrow') {
    context.fillStyle = ground;
    context.fill();
    context.stroke();
  } else if (end === 'arrow' || end === 'round' || end === 'diamond') context.fill();
  context.restore();
}

function polygon(context: CanvasRenderingContext2D, corners: readonly number[]): void {
  for (let i = 0; i + 1 < corners.length; i += 2) {
    const [x, y] = [corners[i] ?? 0, corners[i + 1] ?? 0];
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
}
