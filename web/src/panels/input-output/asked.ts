import type { InputOutputMatrix, OwnTable, TableAsked } from '../../actions/input-output.ts';

/** How a table is looked at. */
export const PICTURES = ['MATRIX', 'LINKAGES', 'EXTRACTION', 'FLOWS'] as const;
type Picture = (typeof PICTURES)[number];

export const MATRICES = [
  'FLOWS',
  'TECHNICAL',
  'ALLOCATION',
  'LEONTIEF',
  'GHOSH',
] as const satisfies readonly InputOutputMatrix[];

/** What bars are ordered by; TABLE: as the table has its sectors. */
export const ORDERS = ['BACKWARD', 'SENSITIVITY', 'FORWARD', 'TABLE'] as const;
export type Order = (typeof ORDERS)[number];

/** Flows drawn at once. */
export const FLOW_COUNTS = [20, 40, 80] as const;

/** What the panel asks, and how it shows it. */
export interface Asked {
  readonly table: string | null | OwnTable;
  readonly picture: Picture;
  readonly of: InputOutputMatrix;
  readonly order: Order;
  readonly flows: number;
  /** Code of the sector that is looked at closely. */
  readonly sector: string | null;
}

export const FIRST_ASKED: Asked = {
  table: null,
  picture: 'MATRIX',
  of: 'FLOWS',
  order: 'BACKWARD',
  flows: FLOW_COUNTS[0],
  sector: null,
};

export const tableAsked = ({ table, of, sector }: Asked): TableAsked => ({ table, of, without: sector });

/** Another table has other sectors. */
export function askOther(asked: Asked, change: Partial<Asked>): Asked {
  return { ...asked, ...('table' in change ? { sector: null } : {}), ...change };
}
