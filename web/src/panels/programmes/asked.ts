import { NODE_TYPES, parsePartialDate, type NodeId, type NodeType, type PartialDate } from '#vocabulary';
import type { SupportAsked } from '../../actions/programmes.ts';

/** Nodes by which support can be asked for. */
export const SUPPORTER_TYPES = [
  'Programme',
  'Agency',
  'Organisation',
  'FundingSource',
  'LargeIndustry',
  'Facility',
] as const;
/** Whom support reaches. */
export const REACHED_TYPES = ['SmiCluster', 'Province', 'Regency'] as const;

/** What the rows are put together by. */
export const GROUPED_BY = ['CLUSTER', 'SUPPORTER', 'PLACE'] as const;
export type GroupedBy = (typeof GROUPED_BY)[number];

/** The first question: about the node that it was opened from, or about all. */
export function firstSupportAsked(of: NodeId | null, type: NodeType | null): SupportAsked {
  const anything: SupportAsked = { cluster: null, place: null, supporter: null, level: null, from: null, to: null };
  if (of === null || type === null) return anything;
  if (type === 'SmiCluster') return { ...anything, cluster: of };
  if (NODE_TYPES[type].family === 'places') return { ...anything, place: of };
  return { ...anything, supporter: of };
}

/** The year as a date; null is any. */
export function yearDate(year: string): PartialDate | null {
  return /^\d{4}$/.test(year) ? parsePartialDate(year) : null;
}
