import { DAY_MAX, DAY_MIN, RELATION_TYPES, firstDay, lastDay } from '#vocabulary';
import type { EvidenceKind, NodeType, RelationType } from '#vocabulary';
import type { RelationFilter } from './graph-store.ts';

/** A relation filter made ready for an engine: `null` filters nothing, an empty list lets nothing through. */
export interface ReadyFilter {
  /** Relation types and families together. */
  readonly types: readonly RelationType[] | null;
  readonly nodeTypes: readonly NodeType[] | null;
  readonly evidence: readonly EvidenceKind[] | null;
  /** Whether a date was given; without one the two days keep all. */
  readonly dated: boolean;
  /** Keeps relations whose latest end (T⁺) is not before this day. DAY_MIN keeps all. */
  readonly firstDay: number;
  /** Keeps relations whose earliest start (F⁻) is not after this day. DAY_MAX keeps all. */
  readonly lastDay: number;
  readonly out: boolean;
  readonly in: boolean;
}

function listed<T>(values: readonly T[] | undefined): readonly T[] | null {
  return values === undefined || values.length === 0 ? null : values;
}

/** Every relation type, in the vocabulary's order. */
const relationTypes = Object.keys(RELATION_TYPES).filter((type): type is RelationType =>
  Object.hasOwn(RELATION_TYPES, type),
);

function allowedTypes(filter: RelationFilter): readonly RelationType[] | null {
  const types = listed(filter.relationTypes);
  const families = listed(filter.families);
  if (families === null) return types;
  return (types ?? relationTypes).filter((type) => families.includes(RELATION_TYPES[type].family));
}

/**
 * Settles what a filter means, so that no engine has to: families become types, a date becomes two days, and an absent or
 * empty list filters nothing. A relation held, or possibly held, at a date unless F⁻ > q⁺ or T⁺ < q⁻.
 */
export function readyFilter(filter: RelationFilter): ReadyFilter {
  const direction = filter.direction ?? 'BOTH';
  return {
    types: allowedTypes(filter),
    nodeTypes: listed(filter.nodeTypes),
    evidence: listed(filter.evidence),
    dated: filter.asOf !== undefined,
    firstDay: filter.asOf === undefined ? DAY_MIN : firstDay(filter.asOf),
    lastDay: filter.asOf === undefined ? DAY_MAX : lastDay(filter.asOf),
    out: direction !== 'IN',
    in: direction !== 'OUT',
  };
}
