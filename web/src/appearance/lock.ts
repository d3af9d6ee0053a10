/** A small lock around the origin, in pixels: on a node, in the legend and wherever a record is restricted. */
export const LOCK = {
  shackle: 'M-2 0V-1.8A2 2 0 0 1 2 -1.8V0',
  body: 'M-3.4 -0.4H3.4V3.8H-3.4Z',
  width: 1.3,
} as const;
