import type {
  EvidenceKind,
  NodeId,
  NodeType,
  PartialDate,
  RelationFamily,
  RelationId,
  RelationType,
} from '#vocabulary';
import type { Exploration } from './exploration.ts';

/** A group of a node's relations: of one type, in one direction, to one type of node. */
export interface GroupKey {
  readonly of: NodeId;
  readonly relationType: RelationType;
  readonly direction: 'OUT' | 'IN';
  readonly nodeType: NodeType;
}

/** One text per group, for maps and React keys. */
export function groupId(group: GroupKey): string {
  return `${group.of} ${group.direction} ${group.relationType} ${group.nodeType}`;
}

/** How much of something there is. */
export interface Extent {
  readonly nodes: number;
  readonly relations: number;
}

/** What an expansion was narrowed to when it was opened. An empty list narrows nothing. */
export interface ExpansionFilter {
  readonly relationFamilies: readonly RelationFamily[];
  readonly relationTypes: readonly RelationType[];
  /** As seen from the node that is expanded; null: both. */
  readonly direction: 'OUT' | 'IN' | null;
  /** Types of the other ends. */
  readonly nodeTypes: readonly NodeType[];
  /** Kinds of evidence that count; null: as the question says. */
  readonly evidence: readonly EvidenceKind[] | null;
  /** Keeps what held, or possibly held, then; null: as the question says. */
  readonly asOf: PartialDate | null;
}

export const NO_EXPANSION_FILTER: ExpansionFilter = {
  relationFamilies: [],
  relationTypes: [],
  direction: null,
  nodeTypes: [],
  evidence: null,
  asOf: null,
};

/** Relations that one step of an expansion adds at most. */
export const EXPAND_AT_MOST = 25;

/** From this many relations on, adding them at once is worth a second thought: the page asks first. */
export const EXPAND_MUCH = 200;

/** A group that was opened, with exactly what it brought. It holds the node it starts from, too. */
export interface Expansion {
  readonly group: GroupKey;
  /** With which it was opened; `evidence` and `asOf` decide what it holds. */
  readonly filter: ExpansionFilter;
  /** Relations asked for so far: {@link EXPAND_AT_MOST}, and more with every "show more". */
  readonly cap: number;
  /** Other ends, in the API's order, without repeats. */
  readonly nodes: readonly NodeId[];
  /** In the API's order, without repeats. */
  readonly relations: readonly RelationId[];
  /** The whole group's size under the filters. */
  readonly total: Extent;
  /** Cursor for "show more"; null when all of it is there. */
  readonly endCursor: string | null;
}

/** The open group, if it is open. */
export function expansionOf({ expansions }: Pick<Exploration, 'expansions'>, group: GroupKey): Expansion | undefined {
  const key = groupId(group);
  return expansions.find((expansion) => groupId(expansion.group) === key);
}

/** Of a node's groups those that a filter keeps; its date and evidence are asked of the API, not looked at here. */
export function groupsWithin<Group extends Omit<GroupKey, 'of'> & { readonly family: RelationFamily }>(
  { relationFamilies, relationTypes, direction, nodeTypes }: ExpansionFilter,
  groups: readonly Group[],
): readonly Group[] {
  const keeps = <Value>(list: readonly Value[], value: Value): boolean => list.length === 0 || list.includes(value);
  return groups.filter(
    (group) =>
      keeps(relationFamilies, group.family) &&
      keeps(relationTypes, group.relationType) &&
      keeps(nodeTypes, group.nodeType) &&
      (direction === null || direction === group.direction),
  );
}
