/** A point on the screen, in pixels from the canvas's corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Something at a point that can be hit: its shape's half extent. */
export interface Target<Id> {
  readonly id: Id;
  readonly at: Point;
  readonly half: Point;
}

/** Smallest hit area: across, in pixels, by pointer. */
export const HIT = { node: { fine: 24, coarse: 44 }, line: { fine: 12, coarse: 24 } } as const;

/** The target whose hit area holds the point; of several, the one whose middle is nearest. */
export function targetAt<Id>(targets: Iterable<Target<Id>>, point: Point, smallest: number): Id | null {
  let best: { readonly id: Id; readonly distance: number } | null = null;
  for (const { id, at, half } of targets) {
    const [dx, dy] = [Math.abs(point.x - at.x), Math.abs(point.y - at.y)];
    if (dx > Math.max(half.x + 2, smallest / 2) || dy > Math.max(half.y + 2, smallest / 2)) continue;
    const distance = Math.hypot(dx, dy);
    if (best === null || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? null;
}

/** Distance from a point to a run of straight pieces. */
export function distanceToRun(run: readonly Point[], point: Point): number {
  let best = Infinity;
  for (let i = 1; i < run.length; i += 1) {
    const [a, b] = [run[i - 1], run[i]];
    if (a === undefined || b === undefined) continue;
    const [vx, vy] = [b.x - a.x, b.y - a.y];
    const length = vx * vx + vy * vy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * vx + (point.y - a.y) * vy) / length));
    best = Math.min(best, Math.hypot(point.x - a.x - t * vx, point.y - a.y - t * vy));
  }
  return best;
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * The nearest target in the arrow's direction: within 60° of it, distance counted double across it, so that what lies
 * straight ahead wins. Null when there is none. Ties go to the first.
 */
export function nearestTowards<Id>(
  targets: readonly { readonly id: Id; readonly at: Point }[],
  from: Point,
  arrow: Arrow,
): Id | null {
  let best: { readonly id: Id; readonly cost: number } | null = null;
  for (const { id, at } of targets) {
    const [dx, dy] = [at.x - from.x, at.y - from.y];
    const ahead = arrow === 'ArrowLeft' ? -dx : arrow === 'ArrowRight' ? dx : arrow === 'ArrowUp' ? -dy : dy;
    const across = Math.abs(arrow === 'ArrowLeft' || arrow === 'ArrowRight' ? dy : dx);
    if (ahead <= 0.5 || across > ahead * Math.tan(Math.PI / 3)) continue;
    const cost = ahead + 2 * across;
    if (best === null || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
