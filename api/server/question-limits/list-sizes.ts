/**
 * How long a list of objects can be: by its page, by the ids it is given, or by what data of this kind hold. The latter are assumed, about
 * twice the longest in the dataset; longer ones meet the budget of look-ups (api/resolvers/question-budget.ts) while they are answered.
 */
export interface Asked {
  /** Of the field, then of the field around it, as the question gives them. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly around: Readonly<Record<string, unknown>>;
}

/** Of a list inside others that nothing says more of: the relations of a step, the reasons of one judgement. */
const ASSUMED = 10;
/** Of a list that stands once in an answer: everything that one analysis found. */
const WHOLE = 250;

/** By the type that a list stands in: what an analysis found. */
const WHOLE_LISTS: ReadonlySet<string> = new Set([
  'CoverageConnection',
  'CommunitySweep',
  'FinalDemandEffect',
  'GapConnection',
  'Overview',
  'ProgrammePhases',
  'Removal',
  'ShockOutcome',
  'TieSummary',
  'TierPathConnection',
  'Vocabulary',
  'WhatIf',
]);

/** By field, where another size is known. */
const BY_FIELD: Readonly<Record<string, number>> = {
  aliases: 12,
  chains: 20,
  comparisons: 10,
  ends: 2,
  evidence: 6,
  figures: 100,
  groups: 100,
  names: 4,
  relationGroups: 40,
  shocks: 10,
};

const PAGE = 20;

function lengthOf(value: unknown): number {
  if (value === undefined || value === null) return 0;
  return Array.isArray(value) ? value.length : 1;
}

function pageOf(args: Asked['own']): number | null {
  if (!('first' in args)) return null;
  const { first } = args;
  return typeof first === 'number' && first > 0 ? first : PAGE;
}

/** Items that a field can hold: see {@link listSize} and {@link pageSize}. */
export type SizeOf = (parent: string, field: string, asked: Asked) => number;

/** What the question itself says of a list's length, by `first` or by ids; null where it says nothing. */
function stated(parent: string, field: string, { own, around }: Asked): number | null {
  const ids = own['ids'];
  if (ids !== undefined) return lengthOf(ids);
  const shocks = field === 'shocks' || field === 'effects' ? lengthOf(around['shocks']) : 0;
  if (shocks > 0) return shocks;
  const page = pageOf(around);
  if (page === null) return null;
  // `first` counts relations, each with two ends beside the nodes asked about.
  if (parent === 'Neighbourhood' && field === 'nodes') return lengthOf(around['of']) + 2 * page;
  if (parent === 'Neighbourhood' && field === 'relations') return page;
  return field === 'nodes' || parent === 'Fragility' ? page : null;
}

/** At most, what is assumed included. */
export const listSize: SizeOf = (parent, field, asked) =>
  stated(parent, field, asked) ?? BY_FIELD[field] ?? (WHOLE_LISTS.has(parent) ? WHOLE : ASSUMED);

/** By pages and ids alone; lists that have neither count as one item. */
export const pageSize: SizeOf = (parent, field, asked) => stated(parent, field, asked) ?? 1;
