import {
  EVIDENCE_KINDS_BY_STRENGTH,
  firstDay,
  lastDay,
  RELATION_TYPES,
  type PartialDate,
  type RelationType,
} from '#vocabulary';
import type { OtherEnds } from './other-ends.ts';
import type { BoundColumns } from './period-table.ts';
import type { AdjacencyRows, CompiledFilter, NodeIndex, RelationIndex, WalkFilter } from './projection.ts';
import { kindCount, kindOf } from './relation-columns.ts';

/** What a compiled filter reads; codes are positions in EVIDENCE_KINDS_BY_STRENGTH and in the code table of types. */
export interface FilteredColumns {
  readonly type: Uint8Array;
  readonly evidence: Uint8Array;
  /** Place among the bounds. */
  readonly period: Int32Array;
}

/** An empty list filters nothing, as everywhere. */
function given<T>(list: readonly T[] | undefined): readonly T[] | null {
  return list === undefined || list.length === 0 ? null : list;
}

/** 1 at the number of every pair of a type and an evidence class that are both kept. */
function allowedKinds(filter: WalkFilter, types: readonly RelationType[]): Uint8Array {
  const allowed = new Uint8Array(kindCount(types.length));
  const wanted = given(filter.relationTypes);
  const families = given(filter.families);
  const classes = given(filter.evidence) ?? ['DOCUMENTED'];
  for (const [code, type] of types.entries()) {
    if (wanted !== null && !wanted.includes(type)) continue;
    if (families !== null && !families.includes(RELATION_TYPES[type].family)) continue;
    for (const kind of classes) allowed[kindOf(code, EVIDENCE_KINDS_BY_STRENGTH.indexOf(kind))] = 1;
  }
  return allowed;
}

/** Days before and after all others, where no date is asked for. */
const [ANY_FIRST, ANY_LAST] = [-(2 ** 31), 2 ** 31 - 1];

/**
 * A filter as comparisons of small integers. `asOf` keeps what held or possibly held in [q⁻, q⁺]: F⁻ ≤ q⁺ and T⁺ ≥ q⁻
 * (ANALYSIS.md §11: all but NO).
 */
export function compileFilter(
  columns: FilteredColumns,
  bounds: BoundColumns,
  types: readonly RelationType[],
  excluded: ReadonlySet<NodeIndex>,
  filter: WalkFilter,
): CompiledFilter {
  return new ReadyFilter(columns, bounds, types, excluded, filter);
}

/** A class, since searches are short and many: functions of its own would have to be made for each. */
class ReadyFilter implements CompiledFilter {
  readonly kinds: Uint8Array;
  readonly kindsOnly: boolean;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly #columns: FilteredColumns;
  readonly #bounds: BoundColumns;
  readonly #excluded: ReadonlySet<NodeIndex>;

  constructor(
    columns: FilteredColumns,
    bounds: BoundColumns,
    types: readonly RelationType[],
    excluded: ReadonlySet<NodeIndex>,
    filter: WalkFilter,
  ) {
    const { asOf } = filter;
    this.kinds = allowedKinds(filter, types);
    this.kindsOnly = asOf === undefined && excluded.size === 0;
    this.firstDay = asOf === undefined ? ANY_FIRST : firstDay(asOf);
    this.lastDay = asOf === undefined ? ANY_LAST : lastDay(asOf);
    this.#columns = columns;
    this.#bounds = bounds;
    this.#excluded = excluded;
  }

  allowsRelation(relation: RelationIndex): boolean {
    const { type, evidence } = this.#columns;
    return this.kinds[kindOf(type[relation] ?? 0, evidence[relation] ?? 0)] === 1 && this.#holds(relation);
  }

  allowsNode(node: NodeIndex): boolean {
    return this.#excluded.size === 0 || !this.#excluded.has(node);
  }

  allowsStep(rows: AdjacencyRows, at: number): boolean {
    if (this.kinds[rows.kinds[at] ?? 0] !== 1) return false;
    return this.kindsOnly || (this.#holds(rows.relations[at] ?? -1) && this.allowsNode(rows.nodes[at] ?? -1));
  }

  allowsAny(rows: AdjacencyRows, node: NodeIndex): boolean {
    const end = rows.offsets[node + 1] ?? 0;
    for (let at = rows.offsets[node] ?? 0; at < end; at += 1) if (this.allowsStep(rows, at)) return true;
    return false;
  }

  placesOf(rows: AdjacencyRows, node: NodeIndex, into: Int32Array): number {
    const end = rows.offsets[node + 1] ?? 0;
    let count = 0;
    for (let at = rows.offsets[node] ?? 0; at < end; at += 1) {
      if (!this.allowsStep(rows, at)) continue;
      into[count] = at;
      count += 1;
    }
    return count;
  }

  appendSteps(rows: AdjacencyRows, node: NodeIndex, into: OtherEnds): void {
    const start = rows.offsets[node] ?? 0;
    const end = rows.offsets[node + 1] ?? 0;
    into.reserve(end - start);
    const found = into.nodes;
    let { count } = into;
    for (let at = start; at < end; at += 1) {
      if (!this.allowsStep(rows, at)) continue;
      found[count] = rows.nodes[at] ?? -1;
      count += 1;
    }
    into.count = count;
  }

  #holds(relation: RelationIndex): boolean {
    const place = this.#columns.period[relation] ?? -1;
    return (
      (this.#bounds.earliestStart[place] ?? 0) <= this.lastDay && (this.#bounds.latestEnd[place] ?? 0) >= this.firstDay
    );
  }
}

/** Whether a relation held or possibly held at some time in the date; always without one. */
export function possiblyHeld(
  { period }: Pick<FilteredColumns, 'period'>,
  { earliestStart, latestEnd }: BoundColumns,
  asOf: PartialDate | undefined,
): (relation: RelationIndex) => boolean {
  if (asOf === undefined) return () => true;
  const first = firstDay(asOf);
  const last = lastDay(asOf);
  return (relation) => {
    const place = period[relation] ?? -1;
    return (earliestStart[place] ?? 0) <= last && (latestEnd[place] ?? 0) >= first;
  };
}
