/** A circle as a closed path. */
function disc(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** A ring: the inner circle is cut out by the even-odd rule. */
function ring(x: number, y: number, outer: number, inner: number): string {
  return disc(x, y, outer) + disc(x, y, inner);
}

/**
 * Icons as filled paths around the origin, within a square of side 16 (−8 to 8), y downwards; each path by the even-odd
 * rule. The same paths draw React's glyphs and Cytoscape's images.
 */
export const ICONS = {
  threeDots: [disc(0, -4.6, 3.2), disc(-4.8, 4, 3.2), disc(4.8, 4, 3.2)],
  dot: [disc(0, 0, 3.2)],
  factory: ['M-7.5 7V-2.5L-3 1V-2.5L1.5 1V-7.5H7.5V7Z'],
  warehouse: ['M-7.5 7.5V-2L0 -7.5L7.5 -2V7.5H4.8V.5H-4.8V7.5Z', 'M-3 2.2H3V7.5H1.4V4H-1.4V7.5H-3Z'],
  columns: [
    'M0 -8L7.5 -4V-2.4H-7.5V-4Z',
    'M-6 -1H-3.6V4H-6ZM-1.2 -1H1.2V4H-1.2ZM3.6 -1H6V4H3.6Z',
    'M-7.5 5.4H7.5V7.6H-7.5Z',
  ],
  flag: ['M-6 -8H-4V8H-6Z', 'M-3.4 -7.4H7L4.2 -3.4L7 .6H-3.4Z'],
  rings: [ring(-3.3, 0, 5, 3), ring(3.3, 0, 5, 3)],
  coin: [ring(0, 0, 7.8, 5.9), 'M-1 -4H1V-1H4V1H1V4H-1V1H-4V-1H-1Z'],
  bars: ['M-7 1H-3.4V7H-7Z', 'M-1.8 -2.5H1.8V7H-1.8Z', 'M3.4 -6.5H7V7H3.4Z'],
  box: ['M0 -7.8L6.2 -4.3L0 -.9L-6.2 -4.3Z', 'M-6.9 -2.8L-.8 .6V7.8L-6.9 4.3Z', 'M6.9 -2.8L.8 .6V7.8L6.9 4.3Z'],
  arrow: ['M-7.5 -1.5H1.4L-2.2 -5.1L0 -7.3L7.3 0L0 7.3L-2.2 5.1L1.4 1.5H-7.5Z'],
  ringedDisc: [ring(0, 0, 7.2, 5.4), disc(0, 0, 3)],
  disc: [disc(0, 0, 6)],
  halfDisc: [ring(0, 0, 6, 4.4), 'M0 -5.2A5.2 5.2 0 0 1 0 5.2Z'],
  emptyDisc: [ring(0, 0, 5, 3)],
  tick: ['M-5.8 -2.2L-4.2 -3.8L-1.6 -1.2L4.2 -7L5.8 -5.4L-1.6 2Z', 'M-5 4.4H5V6.6H-5Z'],
  star: ['M0 -7.6L2.2 -2.6L7.4 -2.2L3.4 1.3L4.6 6.6L0 3.8L-4.6 6.6L-3.4 1.3L-7.4 -2.2L-2.2 -2.6Z'],
  person: [disc(0, -3.2, 3.4), 'M-6.2 6.6C-6.2 2.6 -3.6 1.4 0 1.4C3.6 1.4 6.2 2.6 6.2 6.6Z'],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof ICONS;
