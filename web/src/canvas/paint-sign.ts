import type { ColourName } from '../appearance/colours.ts';
import type { Point } from './nearest.ts';

/** ≠ on a disc: sources disagree. On the graph and on the map. @param radius in pixels */
export function paintDisputed(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  colours: Readonly<Record<Extract<ColourName, 'warn' | 'warn-bg'>, string>>,
  radius = 8,
): void {
  context.save();
  context.translate(x, y);
  context.scale(radius / 8, radius / 8);
  context.beginPath();
  context.arc(0, 0, 8, 0, 2 * Math.PI);
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
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  context.restore();
}
