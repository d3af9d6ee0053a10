import { lineAppearance, nodeAppearance, type LineEnd } from '../../appearance/appearance.ts';
import type { Colours } from '../../appearance/colours.ts';
import { SHAPES, type Corner } from '../../appearance/shapes.ts';
import { pathMark, rounded, textMark, type Mark, type Measure } from './drawing.ts';
import type { Occupied } from './labels.ts';
import type { NodeOnSheet } from './nodes.ts';
import type { PictureLine } from './scene.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Lines between the same two nodes stand so far apart, in pixels at zoom 1. */
const APART = 16;
/** Between a line and the node it ends at. */
const GAP = 3;

/** A line on the sheet: a quadratic curve whose middle is `middle`. */
export interface LineOnSheet {
  readonly line: PictureLine;
  readonly zoom: number;
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
  readonly middle: Point;
}

/** Where lines run: straight, and side by side where several join the same two nodes. Lines without both ends are left out. */
export function runLines(
  lines: readonly PictureLine[],
  nodes: ReadonlyMap<string, NodeOnSheet>,
): readonly LineOnSheet[] {
  const beside = new Map<string, PictureLine[]>();
  for (const line of lines) {
    const pair = [line.from, line.to].sort().join(' ');
    beside.set(pair, [...(beside.get(pair) ?? []), line]);
  }
  return [...beside.values()].flatMap((together) =>
    together.flatMap((line, at) => {
      const [from, to] = [nodes.get(line.from), nodes.get(line.to)];
      return from === undefined || to === undefined ? [] : [run(line, from, to, at - (together.length - 1) / 2)];
    }),
  );
}

function run(line: PictureLine, from: NodeOnSheet, to: NodeOnSheet, offset: number): LineOnSheet {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // Which way is aside must not depend on the line's direction, or two that run against each other fall together.
  const turned = line.from < line.to ? 1 : -1;
  const aside = offset * APART * 2 * from.zoom * turned;
  const control = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * aside,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * aside,
  };
  const start = rim(from, control);
  const end = rim(to, control);
  const middle = {
    x: start.x / 4 + control.x / 2 + end.x / 4,
    y: start.y / 4 + control.y / 2 + end.y / 4,
  };
  return { line, zoom: from.zoom, start, control, end, middle };
}

/** Where a ray from the node's middle towards a point leaves it, and a gap further. */
function rim(shown: NodeOnSheet, towards: Point): Point {
  const [dx, dy] = [towards.x - shown.x, towards.y - shown.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const reach = Math.min(reachOf(shown, ux, uy) + GAP * shown.zoom, length);
  return { x: shown.x + ux * reach, y: shown.y + uy * reach };
}

function reachOf({ node, half, pill }: NodeOnSheet, ux: number, uy: number): number {
  const outline: readonly Corner[] | 'circle' | 'pill' = SHAPES[nodeAppearance(node.type).shape];
  if (outline === 'circle') return half.x;
  if (pill || outline === 'pill') return Math.min(half.x / Math.abs(ux || 1e-9), half.y / Math.abs(uy || 1e-9));
  const spread = Math.max(...outline.map(([x]) => Math.abs(x)));
  const radius = half.x / spread;
  let reach = 0;
  for (let at = 0; at < outline.length; at += 1) {
    const [a, b] = [outline[at], outline[(at + 1) % outline.length]];
    if (a === undefined || b === undefined) continue;
    const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
    const cross = ux * ey - uy * ex;
    if (Math.abs(cross) < 1e-9) continue;
    const along = (a[0] * ey - a[1] * ex) / cross;
    const share = (a[0] * uy - a[1] * ux) / cross;
    if (along > 0 && share >= -1e-9 && share <= 1 + 1e-9) reach = Math.max(reach, along);
  }
  return (reach || 1) * radius;
}

export function lineMarks({ line, zoom, start, control, end, middle }: LineOnSheet, colours: Colours): readonly Mark[] {
  if (line.candidate !== undefined) return candidateMarks({ line, zoom, start, control, end, middle }, colours);
  const look = lineAppearance(line.family);
  const colour = colours[look.colour];
  const tip: LineEnd | 'openArrow' = !line.directed ? 'none' : line.inferred ? 'openArrow' : look.end;
  const width = (line.inferred ? 1.8 : line.width) * zoom;
  const direction = unit(control, end);
  const size = TIP_LENGTH[tip] * Math.max(0.5, zoom) * (0.8 + width / 10);
  const stop = { x: end.x - direction.x * size, y: end.y - direction.y * size };
  const path = `M${at(start)}Q${at(control)} ${at(stop)}`;
  const dash = line.inferred ? [0.1, rounded(5.2 * zoom)] : line.possible ? [rounded(9 * zoom), rounded(5 * zoom)] : [];
  const stroke = (ink: string, wide: number): Mark =>
    pathMark(path, { stroke: ink, width: rounded(wide), dash, round: line.inferred });
  const body =
    look.pipe && !line.inferred
      ? [stroke(colour, width + 2.4 * zoom), stroke(colours.canvas, Math.max(0.6, width))]
      : [stroke(colour, width)];
  return [
    ...body,
    ...tipMarks(tip, end, direction, size, colour, colours.canvas, Math.max(1, zoom)),
    ...(line.disputed ? disputedMarks(middle, colours) : []),
  ];
}

/** Thinner than any relation, in short dashes, as the graph draws it. */
function candidateMarks({ line, zoom, start, control, end }: LineOnSheet, colours: Colours): readonly Mark[] {
  const ink = colours['ink-2'];
  const width = rounded(1.5 * zoom);
  const dash = [rounded(1.5 * zoom), rounded(3.5 * zoom)];
  const size = TIP_LENGTH.openArrow * Math.max(0.5, zoom);
  const tipAt = (at: Point): readonly Mark[] =>
    tipMarks('openArrow', at, unit(control, at), size, ink, colours.canvas, Math.max(1, zoom));
  return [
    pathMark(`M${at(start)}Q${at(control)} ${at(end)}`, { stroke: ink, width, dash }),
    ...tipAt(end),
    ...(line.candidate === 'EITHER_WAY' ? tipAt(start) : []),
  ];
}

const TIP_LENGTH = { arrow: 9, hollowArrow: 9, openArrow: 7, round: 6, tee: 2, diamond: 9, none: 0 } as const;

function tipMarks(
  tip: LineEnd | 'openArrow',
  end: Point,
  along: Point,
  size: number,
  colour: string,
  ground: string,
  stroke: number,
): readonly Mark[] {
  const across = { x: -along.y, y: along.x };
  const from = (back: number, aside: number): Point => ({
    x: end.x - along.x * back + across.x * aside,
    y: end.y - along.y * back + across.y * aside,
  });
  const wide = size * 0.5;
  const triangle = `M${at(end)}L${at(from(size, wide))}L${at(from(size, -wide))}Z`;
  switch (tip) {
    case 'arrow':
      return [pathMark(triangle, { fill: colour })];
    case 'hollowArrow':
      return [pathMark(triangle, { fill: ground, stroke: colour, width: rounded(1.2 * stroke) })];
    case 'openArrow': {
      const open = `M${at(from(size, wide))}L${at(end)}L${at(from(size, -wide))}`;
      return [pathMark(open, { stroke: colour, width: rounded(1.4 * stroke), round: true })];
    }
    case 'round': {
      const r = rounded(size / 2);
      const middle = from(size / 2, 0);
      return [
        pathMark(`M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`, { ...middle, fill: colour }),
      ];
    }
    case 'tee':
      return [
        pathMark(`M${at(from(0, 5 * stroke))}L${at(from(0, -5 * stroke))}`, {
          stroke: colour,
          width: rounded(2 * stroke),
        }),
      ];
    case 'diamond': {
      const diamond = `M${at(end)}L${at(from(size / 2, wide * 0.8))}L${at(from(size, 0))}L${at(from(size / 2, -wide * 0.8))}Z`;
      return [pathMark(diamond, { fill: colour })];
    }
    case 'none':
      return [];
  }
}

/** ≠ on the line. */
function disputedMarks({ x, y }: Point, colours: Colours): readonly Mark[] {
  return [
    pathMark('M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z', {
      x,
      y,
      fill: colours['warn-bg'],
      stroke: colours.warn,
      width: 1.2,
    }),
    pathMark('M-4 -1.8H4M-4 1.8H4M2.2 -4.6L-2.2 4.6', { x, y, stroke: colours.warn, width: 1.2 }),
  ];
}

/** What a line says, on its middle (beside the sign of a disagreement), unless something is there already. */
export function lineLabelMarks(
  shown: LineOnSheet,
  occupied: Occupied,
  colours: Colours,
  measure: Measure,
): readonly Mark[] {
  const { line, middle, start, end } = shown;
  if (line.label === null) return [];
  const half = measure(line.label, 'small') / 2 + 5;
  if (Math.hypot(end.x - start.x, end.y - start.y) < 2 * half + 26) return [];
  const x = middle.x + (line.disputed ? half + 9 : 0);
  const box = { left: x - half, right: x + half, top: middle.y - 8, bottom: middle.y + 8 };
  if (occupied.hits(box)) return [];
  occupied.add(box);
  return [
    pathMark(`M${rounded(-half)} -8h${rounded(2 * half)}v16h${rounded(-2 * half)}Z`, {
      x,
      y: middle.y,
      fill: colours.canvas,
    }),
    textMark(line.label, { x, y: middle.y }, { look: 'small', ink: colours['ink-2'], anchor: 'middle' }),
  ];
}

function unit(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

const at = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
