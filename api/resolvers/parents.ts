/**
 * What stands behind each type of the schema, as `<Type>Parent`: what its resolvers receive. api/schema/generate.ts lists
 * which types have one; every node type has NodeParent.
 */
import type { NodeId, NodeType, PartialDate, RelationId, RelationType } from '#vocabulary';
import type { TierNode } from '../analysis/tier-types.ts';
import type { Neighbourhood, RelationFilter } from '../store/graph-store.ts';

export type { Evidence as EvidenceParent, Period as PeriodParent, Source as SourceParent } from '#vocabulary';
export type {
  DatasetSummary as DatasetParent,
  RelationGroup as RelationGroupParent,
  StoredDisagreement as DisagreementParent,
  StoredFigure as FigureParent,
  StoredNode as NodeParent,
  StoredRelation as RelationParent,
} from '../store/graph-store.ts';
export type { SearchAnswer as SearchResultParent, SearchHit as SearchMatchParent } from '../projection/search-index.ts';
export type {
  Tie as TieParent,
  TieChain as TieChainParent,
  TieSummary as TieSummaryParent,
} from '../analysis/tie-types.ts';
export type { Path as PathParent } from '../analysis/path-types.ts';
export type { TierPath as TierPathParent, TierStep as TierStepParent } from '../analysis/tier-types.ts';

/** A node of a trace with the date it was traced at, for its clusters. */
export interface TierNodeParent extends TierNode {
  readonly asOf: PartialDate;
}

/** A neighbourhood with the question that led to it, for its groups. */
export interface NeighbourhoodParent extends Neighbourhood {
  readonly of: readonly NodeId[];
  readonly filter: RelationFilter;
}

/** A chain of nodes and the relations between them, by id. */
export interface RouteParent {
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
}

export interface PathStepParent {
  readonly relations: readonly RelationId[];
}

export interface NodeTypeWordsParent {
  readonly type: NodeType;
}

export interface RelationTypeWordsParent {
  readonly type: RelationType;
}
