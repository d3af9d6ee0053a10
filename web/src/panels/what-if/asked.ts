import type { NodeId, NodeType } from '#vocabulary';
import { MAKERS, PLACES, type AskedDemand } from '../open-panel.ts';
import {
  OBSERVED,
  type AskedTable,
  type FinalDemandPart,
  type Shock,
  type SupplyType,
  type WhatIfAsked,
} from '../../actions/what-if.ts';

export const DEPTHS = [1, 2, 3, 4, 5, 6] as const;
/** How much of what somebody supplies is lost. */
export const PARTS = [1, 0.75, 0.5, 0.25, 0.1] as const;
/** Changes of final demand, in percent. */
export const PERCENTS = [-100, -50, -25, -10, -5, 5, 10, 25] as const;
export const DEMAND_PARTS = [
  'HOUSEHOLD_CONSUMPTION',
  'NPISH_CONSUMPTION',
  'GOVERNMENT_CONSUMPTION',
  'FIXED_CAPITAL_FORMATION',
  'INVENTORY_CHANGE',
  'GOODS_EXPORTS',
  'SERVICE_EXPORTS',
] as const satisfies readonly FinalDemandPart[];

/** The API compares no more. */
export const MOST_SHOCKS = 8;

export const SHOCK_KINDS = ['MAKER', 'PLACE', 'DEMAND'] as const;
export type ShockKind = (typeof SHOCK_KINDS)[number];

/** A shock as it is put together; what is still empty is not asked. */
export interface Draft extends Shock {
  /** Its own for as long as it stands. */
  readonly key: number;
  readonly kind: ShockKind;
}

export interface Asked {
  readonly drafts: readonly Draft[];
  readonly depth: number;
  readonly relationTypes: readonly SupplyType[];
  readonly table: AskedTable;
}

let lastKey = 0;

export function newDraft(kind: ShockKind, ids: readonly NodeId[] = []): Draft {
  lastKey += 1;
  return {
    key: lastKey,
    kind,
    close: kind === 'MAKER' ? ids : [],
    closePlaces: kind === 'PLACE' ? ids : [],
    part: 1,
    demand: kind === 'DEMAND' ? { sector: '', percent: -10, part: null } : null,
  };
}

export function firstAsked(
  node: { readonly id: NodeId; readonly type: NodeType } | null,
  demand: AskedDemand | null = null,
): Asked {
  const kind = node === null ? null : closingOf(node.type);
  return {
    drafts: [
      ...(node === null || kind === null ? [] : [newDraft(kind, [node.id])]),
      ...(demand === null ? [] : [{ ...newDraft('DEMAND'), demand: { ...demand, part: null } }]),
    ],
    depth: 3,
    relationTypes: OBSERVED,
    table: null,
  };
}

/** The same in another table, which has other sectors: they are still to be chosen. */
export function inTable(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => (draft.demand === null ? draft : { ...draft, demand: { ...draft.demand, sector: '' } }));
}

/** How a node of a type closes; null where it cannot. */
function closingOf(type: NodeType): Exclude<ShockKind, 'DEMAND'> | null {
  if (MAKERS.some((one) => one === type)) return 'MAKER';
  return PLACES.some((one) => one === type) ? 'PLACE' : null;
}

const isWhole = ({ close, closePlaces, demand }: Shock): boolean =>
  close.length + closePlaces.length > 0 || (demand !== null && demand.sector !== '');

/** The shocks that say something, and where they stand among the drafts; null while there is none. */
export function wanted({ drafts, depth, relationTypes, table }: Asked): WhatIfAsked | null {
  const shocks = drafts.filter(isWhole).map(({ close, closePlaces, part, demand }) => ({
    close,
    closePlaces,
    part,
    demand: demand?.sector === '' ? null : demand,
  }));
  return shocks.length === 0 ? null : { shocks, depth, relationTypes, table };
}

/** A letter for each shock, as its column is headed. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);
