/** What `findCoverage` is asked and what it answers (ANALYSIS.md §8): which support reached which cluster, when, on whose word. */
import type {
  EvidenceKind,
  Held,
  NodeId,
  PartialDate,
  Period,
  PeriodBounds,
  RelationId,
  RelationType,
} from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';
import type { TieScope } from '../ties/tie-types.ts';

/**
 * Whom the support reached. CLUSTER: the cluster as such. MEMBER: makers that belong to it. ORGANISATION: a body that represents it.
 * FACILITY: a facility that serves or supplies it. PLACE: the place in which it lies; that the cluster got any of it is not said.
 */
export type SupportLevel = 'CLUSTER' | 'MEMBER' | 'ORGANISATION' | 'FACILITY' | 'PLACE';

/**
 * How far it is known to have come; never upgraded. PLANNED: announced. COMMITTED, INITIAL_TARGET: what the programme's TARGETS
 * say of the cluster's place, the further of the two. AGREED: signed. RECORDED: a source shows it, with no end of it known. BEGUN: its
 * beginning is known. CARRIED_OUT: its end is known, and past on the reference day.
 */
export type SupportStatus =
  'PLANNED' | 'COMMITTED' | 'INITIAL_TARGET' | 'AGREED' | 'RECORDED' | 'BEGUN' | 'CARRIED_OUT';

export interface CoverageRequest {
  readonly scope?: TieScope | undefined;
  readonly cluster?: NodeId | undefined;
  /** Only clusters in this place, over any number of steps. */
  readonly place?: NodeId | undefined;
  /** Only clusters in this sector or one below it. */
  readonly sector?: NodeId | undefined;
  /** Only support by this node, by a programme that it carries out, or by a part of it. */
  readonly supporter?: NodeId | undefined;
  /** Absent: all. */
  readonly levels?: readonly SupportLevel[] | undefined;
  /** Only support that held or possibly held at some time from the first day of `from` to the last of `to`; absent: open. */
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
  /** Absent: DOCUMENTED. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Absent: REFERENCE_DAY. */
  readonly referenceDay?: PartialDate | undefined;
}

/** What one support is, apart from whom it reached. */
export interface Support {
  readonly supporter: NodeId;
  /** Of the relation of support. */
  readonly type: RelationType;
  readonly level: SupportLevel;
  readonly status: SupportStatus;
  /** The TARGETS that the status rests on; empty when it follows from type and period. */
  readonly statusRelations: readonly RelationId[];
  /** Ends that the relation of support leaves unknown are taken from the programme, where all who carry it out agree on them. */
  readonly period: Period;
  readonly bounds: PeriodBounds;
  /** As the relation of support has it. */
  readonly stated: Period;
  /** IMPLEMENTS from which an end was taken; empty when none was. */
  readonly periodRelations: readonly RelationId[];
  /** By a programme, agency, budget or public facility, or signed by a public body. */
  readonly isPublic: boolean;
  /** Of the best-evidenced way from supporter to cluster, as its weakest relation. */
  readonly evidence: EvidenceKind;
  /** Of the ways with that evidence, ascending. */
  readonly relations: readonly RelationId[];
}

export interface SupportRow extends Support {
  readonly cluster: NodeId;
  /** The members, organisation, facility or place that got it, ascending; empty at the level of the cluster. */
  readonly through: readonly NodeId[];
  /** Whether it held within the time asked for; YES when none was. */
  readonly during: Exclude<Held, 'NO'>;
}

/** A closed stretch of days; null: no day is known. */
export interface DayInterval {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/** One of the two supports of an overlap. */
export interface OverlapSide extends Support {
  /** The clusters that it reached, ascending. */
  readonly clusters: readonly NodeId[];
}

/** Two supports of one cluster, or of clusters in one place, at one time. */
export interface SupportOverlap {
  /** The cluster or place. */
  readonly at: NodeId;
  readonly first: OverlapSide;
  readonly second: OverlapSide;
  /** YES: each had begun, by the latest, while the other certainly still held. */
  readonly held: Exclude<Held, 'NO'>;
  /** The same by the periods that the relations of support state, with nothing taken from programmes. */
  readonly heldAsStated: Held;
  /** The days on which both certainly held; null when no single day is certain. */
  readonly certain: DayInterval | null;
  /** The days outside which they cannot have met; an end is null when it is open. */
  readonly possible: DayInterval;
}

export interface ClusterCoverage {
  readonly cluster: NodeId;
  readonly supportCount: number;
  readonly publicSupportCount: number;
  readonly certainOverlapCount: number;
  readonly possibleOverlapCount: number;
}

/** Support that is over, of a cluster of which no buyer is documented. */
export interface EndedSupport {
  readonly cluster: NodeId;
  /** The relations of support that certainly ended before the reference day, ascending. */
  readonly relations: readonly RelationId[];
  /** The last day on which any of them can have held. */
  readonly lastDay: PartialDate;
  /** Other support may still hold. */
  readonly stillSupported: boolean;
  /** Documented exports, which name a country or market and no buyer; ascending. */
  readonly exports: readonly RelationId[];
}

export interface CoverageAnswer {
  readonly revision: Revision;
  readonly referenceDay: PartialDate;
  /** By the cluster's sort name, then latest start, latest end, supporter, type, level. */
  readonly rows: readonly SupportRow[];
  /** Every cluster in scope by sort name, with the counts of its rows. */
  readonly clusters: readonly ClusterCoverage[];
  /** Clusters without public support whatever supporter and level are asked for; by sort name. */
  readonly withoutPublicSupport: readonly NodeId[];
  /** Pairs of supports of one cluster: YES before POSSIBLY, then by sort name of the cluster, then as the rows. */
  readonly overlapsByCluster: readonly SupportOverlap[];
  /** Pairs of supports of clusters in one regency, in the same order. */
  readonly overlapsByPlace: readonly SupportOverlap[];
  /** By sort name; whatever supporter and level are asked for. */
  readonly endedWithoutBuyer: readonly EndedSupport[];
}
