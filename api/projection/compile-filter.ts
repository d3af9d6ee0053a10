import {
  EVIDENCE_KINDS_BY_STRENGTH,
  firstDay,
  heldWithin,
  lastDay,
  RELATION_TYPES,
  type PartialDate,
  type RelationType,
} from '#vocabulary';
import type { OtherEnds } from './other-ends.ts';
import type { KindTable } from './kind-table.ts';
import { boundsAt, type BoundColumns } from './period-table.ts';
import type { AdjacencyRows, CompiledFilter, NodeIndex, RelationIndex, WalkFilter } from './projection.ts';

/** What a compiled filter reads: kinds by relation, what they mean, the codes of types, and bounds by place of a period. */
export interface FilteredRelations {
  readonly columns: { readonly kind: Int32Array };
  readonly kinds: KindTable;
  readonly types: { readonly values: readonly RelationType[] };
  readonly periods: { readonly bounds: BoundColumns };
}

/** An empty list filters nothing, as everywhere. */
function given<T>(list: readonly T[] | undefined): readonly T[] | null {
  return list === undefined || list.length === 0 ? null : list;
}

/** 1 at the code of every type that `relationTypes` and `families` both keep. */
function allowedTypes(filter: WalkFilter, types: readonly RelationType[]): Uint8Array {
  const allowed = new Uint8Array(types.length);
  const wanted = given(filter.relationTypes);
  const families = given(filter.families);
  for (const [code, type] of types.entries()) {
    if (wanted !== null && !wanted.includes(type)) continue;
    if (families === null || families.includes(RELATION_TYPES[type].family)) allowed[code] = 1;
  }
  return allowed;
}

/** 1 at the position of every evidence class that is kept. */
function allowedClasses(filter: WalkFilter): Uint8Array {
  const allowed = new Uint8Array(EVIDENCE_KINDS_BY_STRENGTH.length);
  for (const kind of given(filter.evidence) ?? ['DOCUMENTED']) allowed[EVIDENCE_KINDS_BY_STRENGTH.indexOf(kind)] = 1;
  return allowed;
}

/** Days before and after all others, where no date is asked for. */
const ANY_FIRST = -(2 ** 31);
const ANY_LAST = 2 ** 31 - 1;

/** What is known of a kind. */
const UNKNOWN = 0;
const REFUSED = 1;
const ALLOWED = 2;

/**
 * A filter as one look at what it thinks of a kind, which it works out when the first relation of the kind is met: of all types, evidence
 * classes and dates that a graph has, a search meets few. `asOf` keeps what held or possibly held in [q⁻, q⁺]: F⁻ ≤ q⁺ and T⁺ ≥ q⁻
 * (ANALYSIS.md §11: all but NO).
 */
export function compileFilter(
  relations: FilteredRelations,
  excluded: ReadonlySet<NodeIndex>,
  filter: WalkFilter,
): CompiledFilter {
  return new ReadyFilter(relations, excluded, filter);
}

/** A class, since searches are short and many: functions of its own would have to be made for each. */
class ReadyFilter implements CompiledFilter {
  readonly #relations: FilteredRelations;
  readonly #excluded: ReadonlySet<NodeIndex>;
  readonly #types: Uint8Array;
  readonly #classes: Uint8Array;
  readonly #first: number;
  readonly #last: number;
  /** By kind. */
  readonly #known: Uint8Array;

  constructor(relations: FilteredRelations, excluded: ReadonlySet<NodeIndex>, filter: WalkFilter) {
    const { asOf } = filter;
    this.#relations = relations;
    this.#excluded = excluded;
    this.#types = allowedTypes(filter, relations.types.values);
    this.#classes = allowedClasses(filter);
    this.#first = asOf === undefined ? ANY_FIRST : firstDay(asOf);
    this.#last = asOf === undefined ? ANY_LAST : lastDay(asOf);
    this.#known = new Uint8Array(relations.kinds.type.length);
  }

  allowsKind(kind: number): boolean {
    const known = this.#known[kind] ?? REFUSED;
    return (known === UNKNOWN ? this.#learn(kind) : known) === ALLOWED;
  }

  allowsRelation(relation: RelationIndex): boolean {
    return this.allowsKind(this.#relations.columns.kind[relation] ?? -1);
  }

  allowsNode(node: NodeIndex): boolean {
    return this.#excluded.size === 0 || !this.#excluded.has(node);
  }

  allowsStep(rows: AdjacencyRows, at: number): boolean {
    return this.allowsKind(rows.kinds[at] ?? -1) && this.allowsNode(rows.nodes[at] ?? -1);
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

  #learn(kind: number): number {
    const { kinds, periods } = this.#relations;
    let known = REFUSED;
    if (this.#types[kinds.type[kind] ?? -1] === 1 && this.#classes[kinds.evidence[kind] ?? -1] === 1) {
      const bounds = boundsAt(periods.bounds, kinds.period[kind] ?? -1);
      if (heldWithin(bounds, this.#first, this.#last) !== 'NO') known = ALLOWED;
    }
    this.#known[kind] = known;
    return known;
  }
}

/** Whether a relation held or possibly held at some time in the date; always without one. */
export function possiblyHeld(
  { columns, kinds, periods }: FilteredRelations,
  asOf: PartialDate | undefined,
): (relation: RelationIndex) => boolean {
  if (asOf === undefined) return () => true;
  const first = firstDay(asOf);
  const last = lastDay(asOf);
  return (relation) => {
    const period = kinds.period[columns.kind[relation] ?? -1] ?? -1;
    return heldWithin(boundsAt(periods.bounds, period), first, last) !== 'NO';
  };
}
