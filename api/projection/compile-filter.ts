import {
  EVIDENCE_KINDS_BY_STRENGTH,
  firstDay,
  lastDay,
  RELATION_TYPES,
  type PartialDate,
  type RelationType,
} from '#vocabulary';
import type { AdjacencyRows, CompiledFilter, NodeIndex, RelationIndex, WalkFilter } from './projection.ts';
import { kindOf } from './relation-columns.ts';

/** What a compiled filter reads; codes are positions in EVIDENCE_KINDS_BY_STRENGTH and in the code table of types. */
export interface FilteredColumns {
  readonly type: Uint8Array;
  readonly evidence: Uint8Array;
  readonly earliestStart: Int32Array;
  readonly latestEnd: Int32Array;
}

/** An empty list filters nothing, as everywhere. */
function given<T>(list: readonly T[] | undefined): readonly T[] | null {
  return list === undefined || list.length === 0 ? null : list;
}

/** 1 at the code of every relation type that `relationTypes` and `families` both keep. */
function allowedTypes(filter: WalkFilter, types: readonly RelationType[]): Uint8Array {
  const wanted = given(filter.relationTypes);
  const families = given(filter.families);
  return Uint8Array.from(types, (type) =>
    (wanted === null || wanted.includes(type)) && (families === null || families.includes(RELATION_TYPES[type].family))
      ? 1
      : 0,
  );
}

/** 1 at the number of every pair of a type and an evidence class that are both kept. */
function allowedKinds(filter: WalkFilter, types: readonly RelationType[]): Uint8Array {
  const allowed = new Uint8Array(types.length * EVIDENCE_KINDS_BY_STRENGTH.length);
  const typeAllowed = allowedTypes(filter, types);
  for (const kind of given(filter.evidence) ?? ['DOCUMENTED']) {
    const position = EVIDENCE_KINDS_BY_STRENGTH.indexOf(kind);
    typeAllowed.forEach((yes, type) => (allowed[kindOf(type, position)] = yes));
  }
  return allowed;
}

/**
 * A filter as comparisons of small integers. `asOf` keeps what held or possibly held in [q⁻, q⁺]: F⁻ ≤ q⁺ and T⁺ ≥ q⁻
 * (ANALYSIS.md §11: all but NO).
 */
export function compileFilter(
  columns: FilteredColumns,
  types: readonly RelationType[],
  excluded: ReadonlySet<NodeIndex>,
  filter: WalkFilter,
): CompiledFilter {
  const holds = possiblyHeld(columns, filter.asOf);
  const kindAllowed = allowedKinds(filter, types);
  /** Nothing but types and evidence is asked for: what stands in the rows answers. */
  const byKind = filter.asOf === undefined && excluded.size === 0;
  const allowsStep = (rows: AdjacencyRows, at: number): boolean =>
    kindAllowed[rows.kinds[at] ?? 0] === 1 &&
    (byKind || (holds(rows.relations[at] ?? -1) && !excluded.has(rows.nodes[at] ?? -1)));
  return {
    allowsRelation: (relation) =>
      kindAllowed[kindOf(columns.type[relation] ?? 0, columns.evidence[relation] ?? 0)] === 1 && holds(relation),
    allowsNode: excluded.size === 0 ? () => true : (node) => !excluded.has(node),
    allowsStep,
    kinds: kindAllowed,
    kindsOnly: byKind,
    appendSteps: (rows, node, into) => {
      const { offsets, nodes } = rows;
      const start = offsets[node] ?? 0;
      const end = offsets[node + 1] ?? 0;
      into.reserve(end - start);
      const found = into.nodes;
      let { count } = into;
      for (let at = start; at < end; at += 1) {
        if (!allowsStep(rows, at)) continue;
        found[count] = nodes[at] ?? -1;
        count += 1;
      }
      into.count = count;
    },
  };
}

/** Whether a relation held or possibly held at some time in the date; always without one. */
export function possiblyHeld(
  columns: Pick<FilteredColumns, 'earliestStart' | 'latestEnd'>,
  asOf: PartialDate | undefined,
): (relation: RelationIndex) => boolean {
  if (asOf === undefined) return () => true;
  const first = firstDay(asOf);
  const last = lastDay(asOf);
  return (relation) => (columns.earliestStart[relation] ?? 0) <= last && (columns.latestEnd[relation] ?? 0) >= first;
}
