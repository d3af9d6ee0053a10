/** What `findGaps` is asked and what it answers (ANALYSIS.md §4). A gap is a candidate, never a relation. */
import type { NodeId, PartialDate, RelationId } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';
import type { TieScope } from '../ties/tie-types.ts';

/** NO_TIE: no documented tie of any kind. NO_SUPPLY: a documented tie, but no goods and no agreement to supply. */
type GapLevel = 'NO_TIE' | 'NO_SUPPLY';

/** OUTPUT: the cluster would supply the firm. INPUT: the firm the cluster. EITHER: both make the same. */
export const GAP_DIRECTIONS = ['OUTPUT', 'INPUT', 'EITHER'] as const;
export type GapDirection = (typeof GAP_DIRECTIONS)[number];

/**
 * Why the two fit. SAME_CLASS: the same class of KBLI. PRODUCT: one makes the product that the other uses. USED_BY: the class of
 * one is an input of the other's, by uses.json. SAME_GROUP: the same three digits only.
 */
export const FIT_RULES = ['SAME_CLASS', 'PRODUCT', 'USED_BY', 'SAME_GROUP'] as const;
export type FitRule = (typeof FIT_RULES)[number];

/** Fit of at least so much is a candidate; less is listed only when wide candidates are asked for. */
export const LEAST_CORE_FIT = 0.6;

export interface GapsRequest {
  /** Only candidates of this cluster. */
  readonly cluster?: NodeId | undefined;
  /** Only candidates of this large industry. */
  readonly largeIndustry?: NodeId | undefined;
  /** Only clusters in this place, over any number of steps, as for ties. */
  readonly place?: NodeId | undefined;
  /** Only clusters in this sector or one below it, as for ties. */
  readonly sector?: NodeId | undefined;
  /** Only candidates at most so far apart, in kilometres; those of unknown distance are counted apart. */
  readonly withinKm?: number | undefined;
  /** Absent: CLUSTER. */
  readonly scope?: TieScope | undefined;
  /** Also candidates of fit below {@link LEAST_CORE_FIT}. */
  readonly wide?: boolean | undefined;
  /** What held or possibly held then, for ties, places, sectors and support; absent: any time. */
  readonly asOf?: PartialDate | undefined;
}

/** F: how well what they make fits, and what that rests on. */
export interface Fit {
  /** 0 to 1. */
  readonly value: number;
  readonly rule: FitRule;
  readonly direction: GapDirection;
  /** Classes of KBLI, or products where the rule is PRODUCT: the cluster's and the firm's. */
  readonly clusterSide: NodeId;
  readonly firmSide: NodeId;
  /** Ascending: what puts the cluster and the firm there, whatever its evidence. Most classification is inferred. */
  readonly relations: readonly RelationId[];
}

/** D: 2^(−km / 100) between the centres of the nearest regencies of both. */
export interface Distance {
  readonly km: number;
  readonly value: number;
  readonly clusterPlace: NodeId;
  readonly firmPlace: NodeId;
}

/** Sup: 1 with a documented programme that brings in large industry, 0.5 with any documented support, 0 with none. */
export interface SupportThere {
  readonly value: 0 | 0.5 | 1;
  /** Ascending. */
  readonly relations: readonly RelationId[];
}

/** A cluster and a large industry that could deal with each other as far as the data show, and do not on any documented word. */
export interface Gap {
  readonly cluster: NodeId;
  readonly largeIndustry: NodeId;
  readonly level: GapLevel;
  readonly fit: Fit;
  /** null: a place of one of them is unknown. */
  readonly distance: Distance | null;
  readonly support: SupportThere;
  /** Rel, 0 to 1: how near what the cluster makes is to what the firm already buys. null: too little is known. */
  readonly relatedness: number | null;
  /** `F · (0.5 + 0.5 · (0.4 D + 0.2 Cap + 0.2 Rel + 0.2 Sup))`, what is unknown as 0. Cap is unknown: no source states a firm's need. */
  readonly low: number;
  /** The same, what is unknown as 1. */
  readonly high: number;
  /** Relations of the documented tie without goods, where there is one; ascending. */
  readonly documentedTie: readonly RelationId[];
  /** Relations of the strongest chain that rests on inferred evidence, from the cluster to the firm; empty when there is none. */
  readonly inferredTie: readonly RelationId[];
}

/** Why a cluster has no candidate. CLASS_UNKNOWN: nothing says what it makes. NONE_IN_DATA: nobody in the data fits. */
type NoCandidateReason = 'CLASS_UNKNOWN' | 'NONE_IN_DATA';

export interface ClusterWithoutCandidate {
  readonly cluster: NodeId;
  readonly reason: NoCandidateReason;
  /** Its classes of KBLI, ascending. */
  readonly classes: readonly NodeId[];
}

export interface GapsAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  /** Low score descending, then high descending (to six decimals), then cluster and firm. */
  readonly gaps: readonly Gap[];
  /** Candidates left out because a distance was asked for and theirs is unknown. */
  readonly unknownDistanceCount: number;
  /** Clusters in scope. */
  readonly clusterCount: number;
  /** Of them, those that fit no large industry at fit {@link LEAST_CORE_FIT} or more, tied or not; by sort name, then id. */
  readonly withoutCandidate: readonly ClusterWithoutCandidate[];
}
