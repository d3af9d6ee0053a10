import type { View } from '../../exploration/exploration.ts';

/** The views that can be chosen, in the order of the keys: those that the page can draw. */
export const OFFERED_VIEWS = ['LIST', 'GRAPH', 'MAP', 'TABLE'] as const satisfies readonly View[];
export type OfferedView = (typeof OFFERED_VIEWS)[number];
