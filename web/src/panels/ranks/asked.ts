import { RELATION_FAMILIES, type NodeId, type NodeType, type RelationFamily } from '#vocabulary';
import type { RanksAsked } from '../../actions/structure.ts';
import type { Measure } from '../../exploration/looks.ts';

/** The families that count unless others are chosen: goods, agreements to supply and memberships. */
export const LINKING: readonly RelationFamily[] = ['supply', 'agreement', 'membership'];

/** What the panel asks. */
export interface Asked {
  readonly measure: Measure;
  /** USUAL: {@link LINKING} but for what is only possible, owned or made, as the API has it. */
  readonly families: RelationFamily | 'USUAL' | 'ALL';
  /** What is listed; null: every type. */
  readonly type: NodeType | null;
  readonly over: 'WHOLE' | 'VIEW';
  readonly rows: number;
}

/** Rows shown at once, and after each "show more". */
const ROWS = [10, 25, 50, 100, 200] as const;

export const FIRST_ASKED: Asked = {
  measure: 'BETWEENNESS',
  families: 'USUAL',
  type: null,
  over: 'WHOLE',
  rows: ROWS[0],
};

/** Asks something else: the first rows are shown again. */
export function askOther(asked: Asked, change: Partial<Asked>): Asked {
  return { ...asked, rows: ROWS[0], ...change };
}

/** How many rows "show more" shows: beyond 200 as many more as the API gives at once. */
export function moreRows(rows: number): number {
  return ROWS.find((more) => more > rows) ?? rows + ROWS[4];
}

export const isFamily = (id: string): id is RelationFamily => Object.hasOwn(RELATION_FAMILIES, id);

/** Families as the API is asked; none are the usual ones. */
function familiesOf({ families }: Pick<Asked, 'families'>): readonly RelationFamily[] {
  if (families === 'USUAL') return [];
  return families === 'ALL' ? Object.keys(RELATION_FAMILIES).filter(isFamily) : [families];
}

/** The question to the API. @param inView the nodes of the picture */
export function ranksAsked(asked: Asked, inView: readonly NodeId[]): RanksAsked {
  const { measure, type, over } = asked;
  return { measure, type, families: familiesOf(asked), among: over === 'VIEW' ? inView : null };
}
