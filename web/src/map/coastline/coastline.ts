/** The map reaches this far, in degrees: Indonesia with some of its neighbours. */
export const EXTENT = { west: 88, south: -17, east: 150, north: 13 } as const;
/** One step of the coast's grid, in degrees: about 0.6 km. */
export const STEP = 0.005;

/** Rings of land, each as steps on the grid: `x y` from the origin, then from point to point. */
export interface Coastline {
  readonly indonesia: readonly string[];
  readonly others: readonly string[];
}

/** The points of a ring, in degrees; it is not closed by its first point. */
export function ringPoints(ring: string): readonly (readonly [longitude: number, latitude: number])[] {
  const steps = ring.split(' ').map(Number);
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    [x, y] = [x + (steps[i] ?? 0), y + (steps[i + 1] ?? 0)];
    points.push([x * STEP, y * STEP]);
  }
  return points;
}
