/** A corner of a polygon; x to the right, y downwards, in radii. */
export type Corner = readonly [x: number, y: number];

/** Outlines of nodes: polygons in radii, except the two that are round. */
export const SHAPES = {
  hexagon: [
    [-1, 0],
    [-0.5, -0.866],
    [0.5, -0.866],
    [1, 0],
    [0.5, 0.866],
    [-0.5, 0.866],
  ],
  circle: 'circle',
  square: [
    [-0.94, -0.94],
    [0.94, -0.94],
    [0.94, 0.94],
    [-0.94, 0.94],
  ],
  cutSquare: [
    [-0.94, -0.42],
    [-0.42, -0.94],
    [0.42, -0.94],
    [0.94, -0.42],
    [0.94, 0.42],
    [0.42, 0.94],
    [-0.42, 0.94],
    [-0.94, 0.42],
  ],
  shield: [
    [-0.92, -1],
    [0.92, -1],
    [0.92, 0.2],
    [0.78, 0.52],
    [0.46, 0.78],
    [0, 1],
    [-0.46, 0.78],
    [-0.78, 0.52],
    [-0.92, 0.2],
  ],
  diamond: [
    [0, -1.12],
    [1.12, 0],
    [0, 1.12],
    [-1.12, 0],
  ],
  pill: 'pill',
  page: [
    [-0.8, -1],
    [0.26, -1],
    [0.8, -0.46],
    [0.8, 1],
    [-0.8, 1],
  ],
} as const satisfies Record<string, readonly Corner[] | 'circle' | 'pill'>;

export type ShapeName = keyof typeof SHAPES;

/** Half the extent of a shape of the given radius. */
export function halfExtent(shape: ShapeName, radius: number): { readonly x: number; readonly y: number } {
  const outline: readonly Corner[] | 'circle' | 'pill' = SHAPES[shape];
  if (outline === 'circle') return { x: radius, y: radius };
  if (outline === 'pill') return { x: radius * 1.32, y: radius * 0.8 };
  return {
    x: radius * Math.max(...outline.map(([x]) => Math.abs(x))),
    y: radius * Math.max(...outline.map(([, y]) => Math.abs(y))),
  };
}

/** The outline as an SVG path around the origin. */
export function shapePath(shape: ShapeName, radius: number): string {
  const outline: readonly Corner[] | 'circle' | 'pill' = SHAPES[shape];
  const at = (value: number): string => String(Math.round(value * radius * 100) / 100);
  if (outline === 'circle') return roundPath(radius, radius, radius);
  if (outline === 'pill') {
    const half = halfExtent(shape, radius);
    return roundPath(half.x, half.y, half.y);
  }
  return `M${outline.map(([x, y]) => `${at(x)} ${at(y)}`).join('L')}Z`;
}

/** A rectangle with rounded ends, by its half width, half height and corner radius. */
function roundPath(halfX: number, halfY: number, r: number): string {
  const straight = 2 * (halfX - r);
  return (
    `M${r - halfX} ${-halfY}h${straight}a${r} ${r} 0 0 1 0 ${2 * halfY}` +
    `h${-straight}a${r} ${r} 0 0 1 0 ${-2 * halfY}Z`
  );
}
