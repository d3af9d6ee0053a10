/**
 * What stands behind each type of the schema, as `<Type>Parent`: what its resolvers receive. api/schema/generate.ts lists
 * which types have one; every node type has NodeParent.
 */
import type { Unclear, Understanding } from '../questions/grammar/understand.ts';
import type { Answer, AnswerView, Cell, ParameterDefinition, QuestionDefinition } from '../questions/question-types.ts';
import type { Value } from '../questions/values.ts';
import type { TierDirection } from '../analysis/tiers/tier-types.ts';
import type { Words } from '../questions/words.ts';
import type { NodeId, NodeType, PartialDate, RelationId, RelationType } from '#vocabulary';
import type { CentralityAnswer, CentralityRank } from '../analysis/structure/centrality-types.ts';
import type { ClusterSize, SizeTotal } from '../analysis/what-if/known-size.ts';
import type { ClusterEffect } from '../analysis/what-if/what-if-types.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import type { Gap } from '../analysis/gaps/gap-types.ts';
import type { TierNode } from '../analysis/tiers/tier-types.ts';
import type {
  Neighbourhood,
  RelationFilter,
  Revision,
  StoredDisagreement,
  StoredNode,
  StoredRelation,
} from '../store/graph-store.ts';
import type { SearchAnswer } from '../projection/search-index.ts';
import type { Connection } from './connection.ts';
import type { ProjectedNode, ProjectedRelation } from './projected.ts';

export type { Evidence as EvidenceParent, Period as PeriodParent, Source as SourceParent } from '#vocabulary';
export type {
  DatasetSummary as DatasetParent,
  RelationGroup as RelationGroupParent,
  StoredFigure as FigureParent,
} from '../store/graph-store.ts';
export type { SearchHit as SearchMatchParent } from '../projection/search-index.ts';
export type {
  Tie as TieParent,
  TieChain as TieChainParent,
  TieSummary as TieSummaryParent,
} from '../analysis/ties/tie-types.ts';
export type { Path as PathParent } from '../analysis/paths/path-types.ts';
export type {
  ClusterWithoutCandidate as ClusterWithoutCandidateParent,
  Distance as GapDistanceParent,
  Fit as GapFitParent,
  SupportThere as GapSupportParent,
} from '../analysis/gaps/gap-types.ts';
export type {
  ClusterCoverage as ClusterCoverageParent,
  EndedSupport as EndedSupportParent,
  OverlapSide as OverlapSideParent,
  Support as SupportParent,
  SupportOverlap as SupportOverlapParent,
  SupportRow as SupportRowParent,
} from '../analysis/programmes/coverage-types.ts';
export type {
  PlaceDesignation as PlaceDesignationParent,
  PlacePart as PlacePartParent,
  PlaceProfile as PlaceProfileParent,
  PlaceSector as PlaceSectorParent,
  PlaceSupport as PlaceSupportParent,
  PlaceTarget as PlaceTargetParent,
  PlaceUnknown as PlaceUnknownParent,
  RelatedClass as RelatedClassParent,
  SharedByPlaces as SharedByPlacesParent,
} from '../analysis/places/place-types.ts';
export type { Gap as PlaceGapParent } from '../analysis/gaps/gap-types.ts';
export type {
  PhaseCluster as PhaseClusterParent,
  PhaseComparison as PhaseComparisonParent,
  PhasePlace as PhasePlaceParent,
  PhaseSide as PhaseSideParent,
} from '../analysis/programmes/phase-types.ts';
export type {
  CriterionDemand as CriterionDemandParent,
  CriterionRead as CriterionReadParent,
  PlaceCriteria as PlaceCriteriaParent,
  PlaceFinding as PlaceFindingParent,
  ProgrammeCriteria as ProgrammeCriteriaParent,
} from '../analysis/programmes/criteria-types.ts';
export type { Community as CommunityParent } from '../analysis/communities/community-types.ts';
export type {
  PictureReading as PictureParent,
  PictureReading as PictureGroupsParent,
  PictureReading as PictureNodesParent,
  PictureReading as PictureRelationsParent,
} from './picture-reading.ts';
export type { TierPath as TierPathParent, TierStep as TierStepParent } from '../analysis/tiers/tier-types.ts';

/** The record, or what the projection knows of it: `wholeNode` of projected.ts asks for the rest. */
export type NodeParent = StoredNode | ProjectedNode;
/** As {@link NodeParent}: `wholeRelation`. */
export type RelationParent = StoredRelation | ProjectedRelation;

export type {
  Bridge as BridgeParent,
  Concentration as ConcentrationParent,
  ConcentrationPart as ConcentrationPartParent,
  CutNode as CutNodeParent,
  CutOff as CutOffParent,
  SingleBuyer as SingleBuyerParent,
  SingleSource as SingleSourceParent,
} from '../analysis/structure/fragility-types.ts';

export interface GapParent extends Gap {
  readonly rank: number;
}

export interface CentralityRankParent extends CentralityRank {
  readonly rank: number;
}

/** A page of ranks, and what it was cut from. */
export interface CentralityConnectionParent extends Connection<CentralityRankParent>, Omit<CentralityAnswer, 'ranks'> {}

/** A node of a trace with the date it was traced at, for its clusters. */
export interface TierNodeParent extends TierNode {
  readonly asOf: PartialDate;
}

export type { InputOutputTable as InputOutputTableParent } from '../projection/input-output-table.ts';

export type {
  ClosedNode as ClosedNodeParent,
  LosingSupplier as LosingSupplierParent,
  ShortBuyer as ShortBuyerParent,
} from '../analysis/what-if/what-if-types.ts';
export type { KnownCount as KnownCountParent } from '../analysis/what-if/known-size.ts';

/** An effect with what is known of the cluster's size. */
export interface ClusterEffectParent extends ClusterEffect, ClusterSize {}

export interface ClusterTierParent {
  readonly tier: number;
  readonly clusters: readonly NodeId[];
  readonly clusterCount: number;
  readonly units: SizeTotal;
  readonly workers: SizeTotal;
}

export interface SectorClustersParent {
  readonly sector: InputOutputSectorParent;
  readonly outputPercent: number;
  readonly clusters: readonly NodeId[];
  readonly clusterCount: number;
}

export interface ClusterComparisonParent {
  readonly cluster: NodeId;
  readonly effects: readonly (ClusterEffectParent | null)[];
}

/** A sector by its place in its table. */
export interface InputOutputSectorParent {
  readonly table: InputOutputTable;
  readonly place: number;
}

/** What was found, and the revision it was found in. */
export interface SearchResultParent extends SearchAnswer {
  readonly revision: Revision;
}

/** The record, or its id where no more of it was asked for yet. */
export type DisagreementParent = StoredDisagreement | Pick<StoredDisagreement, 'id'>;

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

/** A named question in a language. */
export interface NamedQuestionParent {
  readonly question: QuestionDefinition;
  readonly words: Words;
}

export interface QuestionParameterParent extends NamedQuestionParent {
  readonly parameter: ParameterDefinition;
}

/** One parameter of a question with its value. */
export interface AskedParameterParent extends NamedQuestionParent {
  readonly name: string;
  readonly value: Value;
}

export interface AskedQuestionParent extends NamedQuestionParent {
  readonly values: ReadonlyMap<string, Value>;
}

export interface QuestionAnswerParent extends AskedQuestionParent {
  readonly answer: Answer;
}

export interface AnswerRowParent {
  readonly cells: readonly Cell[];
  readonly words: Words;
}

export interface AnswerCellParent {
  readonly cell: Cell;
  readonly words: Words;
}

/** Where the explorer shows an answer; what does not belong to the kind is null or empty. */
export interface AnswerViewParent {
  readonly kind: AnswerView['kind'];
  readonly place: NodeId | null;
  readonly cluster: NodeId | null;
  readonly largeIndustry: NodeId | null;
  readonly from: NodeId | null;
  readonly to: NodeId | null;
  readonly root: NodeId | null;
  readonly without: NodeId | null;
  readonly of: NodeId | null;
  readonly sector: NodeId | null;
  readonly percent: number | null;
  readonly picture: 'LINKAGES' | 'EXTRACTION' | null;
  readonly direction: TierDirection | null;
  readonly inferred: boolean;
  readonly nodes: readonly NodeId[];
}

export interface UnclearNameParent extends Unclear {
  readonly words: Words;
}

/** What was understood, to be said in a language. */
export interface UnderstandingParent {
  readonly found: Understanding;
  readonly words: Words;
}
