/** What `findSentra` is asked and what it answers (ANALYSIS.md §10; Government Regulation 29/2018). */
import type { EvidenceKind, Held, NodeId, RelationId } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';

/** In what units are alike: what they make, what they make it of, how they make it. */
export const LIKENESSES = ['PRODUCT', 'MATERIAL', 'PROCESS'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** How many units of which size the regulation asks for. */
export interface SentraLimits {
  /** Units in one place that are alike. */
  readonly leastUnits: number;
  /** Workers of a unit, both ends included: micro, small and medium industry. */
  readonly workers: WorkerRange;
}

export interface WorkerRange {
  readonly least: number;
  readonly most: number;
}

/** PP 29/2018: at least five units; micro 1–4, small 5–19, medium 20–99 workers. */
export const LEGAL_LIMITS: SentraLimits = { leastUnits: 5, workers: { least: 1, most: 99 } };

/** A maker, as far as it is known. null is "not known": it may be anything. */
export interface RuleUnit {
  readonly unit: NodeId;
  /** The village, or whatever stands for one place. */
  readonly place: NodeId | null;
  readonly workers: WorkerRange | null;
  /** All its products, materials and processes; empty: none of that likeness. */
  readonly values: Readonly<Record<Likeness, readonly NodeId[] | null>>;
}

export interface SentraReason {
  readonly likeness: Likeness;
  readonly value: NodeId;
}

/** Alike units in one place, certainly at least as many as the limit asks for. */
export interface Sentra {
  readonly place: NodeId;
  /** Ascending. */
  readonly units: readonly NodeId[];
  /** All that all of them have in common: by likeness in the order of {@link LIKENESSES}, then value. */
  readonly reasons: readonly SentraReason[];
}

/** Too few alike units are certain, yet there may be enough. */
export interface UndecidedSentra extends SentraReason {
  readonly place: NodeId;
  /** Units that are certainly there and alike, ascending; fewer than the limit. */
  readonly known: readonly NodeId[];
  /** Units that may be, those that certainly are included, ascending. With an open list there may be others still. */
  readonly possible: readonly NodeId[];
}

export interface PlaceVerdict {
  readonly place: NodeId;
  /** Whether a sentra is there: YES, NO, or POSSIBLY where what is unknown decides. */
  readonly held: Held;
}

export interface SentraByRule {
  /** No set lies within another of the same place; by place, then units. */
  readonly sentra: readonly Sentra[];
  /** By place, likeness, value. */
  readonly undecided: readonly UndecidedSentra[];
  /** Every place that a unit is known to be in, ascending. */
  readonly places: readonly PlaceVerdict[];
}

/** What is taken for one place: the village, as the regulation has it, or the whole regency, which is wider. */
export type PlaceScale = 'VILLAGE' | 'REGENCY';

export interface ClusterUnitsRequest {
  /** Only clusters in this place, as for ties. */
  readonly place?: NodeId | undefined;
  readonly cluster?: NodeId | undefined;
  readonly scale: PlaceScale;
  /** Absent: DOCUMENTED. That a place lies in a place is taken on general knowledge, too. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
}

/** The named units of a cluster, and whether they alone make a sentra. */
export interface ClusterUnits {
  readonly cluster: NodeId;
  /** Small and medium makers that are its members, ascending. */
  readonly units: readonly NodeId[];
  /** MEMBER_OF, and what says where the units are and what they make, ascending. */
  readonly relations: readonly RelationId[];
  /** Never NO: no source lists all units of a cluster. */
  readonly held: Exclude<Held, 'NO'>;
  readonly sentra: readonly Sentra[];
  /** Units of which no place at that scale is recorded, ascending. */
  readonly placeUnknown: readonly NodeId[];
}

export interface ClusterUnitsAnswer {
  readonly revision: Revision;
  readonly scale: PlaceScale;
  /** By sort name. */
  readonly clusters: readonly ClusterUnits[];
}
