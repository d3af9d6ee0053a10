import type { NodeId } from '#vocabulary';
import type { GapsAsked } from '../../actions/gaps.ts';

/** Radii that can be chosen, in kilometres. */
export const RADII = [50, 100, 250, 500] as const;
/** Rows shown at once; "show more" adds as many. */
const ROWS = 25;
/** The API gives no longer list. */
export const MOST_ROWS = 200;

export function firstGapsAsked(cluster: NodeId | null, largeIndustry: NodeId | null): GapsAsked {
  return { cluster, largeIndustry, withinKm: null, wide: false, first: ROWS };
}

/** Asks something else: the first rows are shown again. */
export function askOtherGaps(asked: GapsAsked, change: Partial<GapsAsked>): GapsAsked {
  return { ...asked, first: ROWS, ...change };
}

export function moreGaps({ first }: GapsAsked): number {
  return Math.min(MOST_ROWS, first + ROWS);
}
