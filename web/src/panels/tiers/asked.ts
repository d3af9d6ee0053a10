import { SUPPLY_TYPES, type SupplyType, type TraceAsked } from '../../actions/tracing.ts';
import type { TiersTraced } from '../../exploration/way.ts';

/** The API traces no further. */
export const DEPTHS = [1, 2, 3, 4, 5, 6] as const;
/** Two tiers and whether a third is recorded. */
const FIRST_DEPTH = 3;
/** Ways shown at once, and after each "show more". */
const WAYS_SHOWN = [50, 100, 200, 500] as const;
export const MOST_WAYS = 500;

/** What the panel asks. */
export type Asked = Omit<TraceAsked, 'root'> & { readonly root: TraceAsked['root'] | null };

/** Every kind of supply is counted, agreements too: of many firms nothing else is recorded. */
export function firstAsked(root: Asked['root'], direction: TiersTraced): Asked {
  return { root, direction, depth: FIRST_DEPTH, relationTypes: SUPPLY_TYPES, rows: WAYS_SHOWN[0] };
}

/** Asks something else: the first ways are shown again. */
export function askOther(asked: Asked, change: Partial<Asked>): Asked {
  return { ...asked, rows: WAYS_SHOWN[0], ...change };
}

/** The kinds with one more, or one less; in the vocabulary's order. The last one stays. */
export function toggled(types: readonly SupplyType[], type: SupplyType): readonly SupplyType[] {
  const kept = SUPPLY_TYPES.filter((each) => (each === type ? !types.includes(each) : types.includes(each)));
  return kept.length === 0 ? types : kept;
}

/** How many ways "show more" shows. */
export function moreRows(rows: number): number {
  return WAYS_SHOWN.find((more) => more > rows) ?? MOST_WAYS;
}
