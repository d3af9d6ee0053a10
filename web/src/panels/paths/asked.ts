import { isRelationType, NODE_TYPES, RELATION_TYPES, type NodeId, type NodeType, type RelationType } from '#vocabulary';
import type { WaysAsked } from '../../actions/analysis.ts';

/** Ways shown at once, and after each "show more"; the API looks for no more than the last. */
const WAYS_SHOWN = [3, 10, 25, 50] as const;
export const MOST_WAYS = 50;

/** What the panel asks, and which of the ways is looked at. */
export interface Asked {
  readonly from: NodeId | null;
  readonly to: NodeId | null;
  readonly direction: WaysAsked['direction'];
  /** Kinds of relation and nodes that no way may take, oldest first. */
  readonly withoutTypes: readonly RelationType[];
  readonly withoutNodes: readonly NodeId[];
  /** Also along place, requirements and sector input. */
  readonly everyType: boolean;
  readonly rows: number;
  /** Position of the way that is looked at. */
  readonly at: number;
}

export function firstAsked(from: NodeId | null, to: NodeId | null): Asked {
  const rows = WAYS_SHOWN[0];
  return { from, to, direction: 'BOTH', withoutTypes: [], withoutNodes: [], everyType: false, rows, at: 0 };
}

/** Asks something else: the first ways are shown again. Other ends let go of the nodes that were left out. */
export function askOther(asked: Asked, change: Partial<Asked>): Asked {
  const ends = 'from' in change || 'to' in change;
  return { ...asked, rows: WAYS_SHOWN[0], at: 0, ...(ends ? { withoutNodes: [] } : {}), ...change };
}

/** How many ways "show more" shows. */
export function moreRows(rows: number): number {
  return WAYS_SHOWN.find((more) => more > rows) ?? MOST_WAYS;
}

const isPlace = (type: NodeType | undefined): boolean => type !== undefined && NODE_TYPES[type].family === 'places';

/**
 * The kinds of relation that a way may take; null: those the API takes by itself, which are all but requirements, sector
 * input and place (lying in a place counts where an end is one).
 * @param ends the types of the two ends, as far as they are known
 */
export function typesAsked(
  { withoutTypes, everyType }: Pick<Asked, 'withoutTypes' | 'everyType'>,
  ends: readonly (NodeType | undefined)[],
): readonly RelationType[] | null {
  if (withoutTypes.length === 0 && !everyType) return null;
  const asksForPlace = ends.some(isPlace);
  return Object.keys(RELATION_TYPES)
    .filter(isRelationType)
    .filter((type) => {
      if (withoutTypes.includes(type)) return false;
      const { family } = RELATION_TYPES[type];
      if (everyType) return true;
      if (family === 'place') return type === 'LOCATED_IN' && asksForPlace;
      return family !== 'requirement' && family !== 'inputOutput';
    });
}

/** The question to the API; null while an end is missing, or both are the same. */
export function waysAsked(asked: Asked, ends: readonly (NodeType | undefined)[]): WaysAsked | null {
  const { from, to, direction, withoutNodes, rows } = asked;
  if (from === null || to === null || from === to) return null;
  const inner = withoutNodes.filter((id) => id !== from && id !== to);
  return { from, to, direction, first: rows, relationTypes: typesAsked(asked, ends), withoutNodes: inner };
}
