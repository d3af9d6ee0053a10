import type { RelationFamily, RelationId } from '#vocabulary';
import type { Point } from '../canvas/nearest.ts';
import { lineWidth, type VisibleLine } from '../exploration/visible-graph.ts';
import type { MapItem } from './items.ts';

/** Lines of the picture that run between the same two items and look the same. */
export interface MapLine {
  readonly id: string;
  readonly from: MapItem;
  readonly to: MapItem;
  readonly family: RelationFamily;
  readonly directed: boolean;
  readonly inferred: boolean;
  readonly possible: boolean;
  readonly disputed: boolean;
  readonly selected: boolean;
  readonly lines: readonly VisibleLine[];
  readonly width: number;
  /** How far it bends to its left, as a part of its length. */
  readonly bend: number;
}

/** What is drawn of the lines, and how many are not. */
export interface MapLines {
  readonly drawn: readonly MapLine[];
  /** Lines with an end that has no place. */
  readonly withoutPlace: readonly VisibleLine[];
  /** Lines between nodes that stand as one item. */
  readonly inside: readonly VisibleLine[];
}

const FIRST_BEND = 0.16;
const NEXT_BEND = 0.1;

/** Gathers the picture's lines between items; a line that cannot be drawn is counted, never dropped. */
export function mapLines(lines: readonly VisibleLine[], items: readonly MapItem[]): MapLines {
  const itemOf = new Map(items.flatMap((item) => item.nodes.map(({ node }) => [node.id, item] as const)));
  const withoutPlace: VisibleLine[] = [];
  const inside: VisibleLine[] = [];
  const gathered = new Map<string, { readonly from: MapItem; readonly to: MapItem; readonly lines: VisibleLine[] }>();
  for (const line of lines) {
    const [from, to] = [itemOf.get(line.from), itemOf.get(line.to)];
    if (from === undefined || to === undefined) withoutPlace.push(line);
    else if (from === to) inside.push(line);
    else {
      const [a, b] = line.directed || from.id < to.id ? [from, to] : [to, from];
      const look = [line.directed, line.inferred, line.possible].map(Number).join('');
      const key = `${a.id}|${line.family}${look}|${b.id}`;
      const same = gathered.get(key);
      if (same === undefined) gathered.set(key, { from: a, to: b, lines: [line] });
      else same.lines.push(line);
    }
  }
  const between = new Map<string, number>();
  const drawn = [...gathered].flatMap(([id, { from, to, lines: same }]) => {
    const [first] = same;
    if (first === undefined) return [];
    const pair = `${from.id}|${to.id}`;
    const earlier = between.get(pair) ?? 0;
    between.set(pair, earlier + 1);
    const relations = new Set<RelationId>(same.flatMap((line) => line.relations));
    return [
      {
        id,
        from,
        to,
        family: first.family,
        directed: first.directed,
        inferred: first.inferred,
        possible: first.possible,
        disputed: same.some((line) => line.disputed),
        selected: same.some((line) => line.selected),
        lines: same,
        width: lineWidth(first.family, relations.size),
        bend: FIRST_BEND + earlier * NEXT_BEND,
      },
    ];
  });
  return { drawn, withoutPlace, inside };
}

/** Straight pieces that an arc is drawn in. */
const PIECES = 24;

/**
 * An arc as a run of points, from the rim of one shape to the rim of the other (radii in pixels). It bends to the left of
 * its direction, so that there and back are two arcs. Empty when the shapes leave no room for it.
 */
export function arcRun(from: Point, to: Point, bend: number, fromRadius: number, toRadius: number): readonly Point[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length <= fromRadius + toRadius + 4) return [];
  const control = { x: (from.x + to.x) / 2 + dy * 2 * bend, y: (from.y + to.y) / 2 - dx * 2 * bend };
  const at = (t: number): Point => {
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  };
  const leaves = crossing(at, from, fromRadius, 0, 0.5);
  const arrives = crossing(at, to, toRadius, 1, 0.5);
  return Array.from({ length: PIECES + 1 }, (_, i) => at(leaves + ((arrives - leaves) * i) / PIECES));
}

/** Where the arc crosses a circle around one of its ends, between that end and its middle. */
function crossing(at: (t: number) => Point, end: Point, radius: number, inside: number, outside: number): number {
  let [near, far] = [inside, outside];
  for (let round = 0; round < 12; round += 1) {
    const middle = (near + far) / 2;
    const { x, y } = at(middle);
    if (Math.hypot(x - end.x, y - end.y) < radius) near = middle;
    else far = middle;
  }
  return far;
}
