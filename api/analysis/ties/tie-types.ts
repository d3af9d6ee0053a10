/** What `findTies` is asked and what it answers. Ids throughout, so that every number can be recomputed from its relations. */
import type { EvidenceKind, Held, NodeId, PartialDate, RelationId, RelationType } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';

/** CLUSTER: makers in one place. GROUP: a cooperative or scattered trade (`kind` GROUP); listed apart, never mixed in. */
export type TieScope = 'CLUSTER' | 'GROUP';

/** What a tie or chain claims, strongest kind of claim first. */
export const TIE_KINDS = ['GOODS_OBSERVED', 'SUPPLY_AGREED', 'SUPPORT', 'SAME_PROGRAMME', 'POTENTIAL'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** OUTPUT: goods go from the cluster to the firm. INPUT: from the firm to the cluster. In this order wherever listed. */
export const TIE_DIRECTIONS = ['OUTPUT', 'INPUT', 'SUPPORT', 'PROGRAMME'] as const;
export type TieDirection = (typeof TIE_DIRECTIONS)[number];

/** Who stands in for the cluster at the start of a chain, by the relation that makes it so. */
export type StandInType = Extract<RelationType, 'MEMBER_OF' | 'REPRESENTS' | 'PART_OF' | 'SAME_AS_PROBABLY'>;

/** The relation type, or shared programme, whose weight is K: the weakest claim of the chain. */
export type TieClaim =
  | Extract<
      RelationType,
      | 'SUPPLIES'
      | 'DISTRIBUTES_THROUGH'
      | 'AGREED_TO_SUPPLY'
      | 'POTENTIAL_SUPPLY'
      | 'FOSTERS'
      | 'AGREED_TO_COOPERATE'
      | 'FUNDS'
      | 'TRAINS'
    >
  | 'SHARED_PROGRAMME';

export interface TiesRequest {
  /** Evidence classes a chain may rest on; absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Keeps relations that held or possibly held then; absent: any time. */
  readonly asOf?: PartialDate | undefined;
  /** Ages evidence, filters nothing. Of a month or year, the last day. Absent: the vocabulary's REFERENCE_DAY. */
  readonly referenceDay?: PartialDate | undefined;
  /** Absent: CLUSTER. */
  readonly scope?: TieScope | undefined;
  /** Only clusters in this place, by LOCATED_IN over any number of steps (under `asOf`, whatever its evidence). */
  readonly place?: NodeId | undefined;
  /** Only clusters IN_SECTOR this sector or one below it by CLASSIFIED_UNDER or PART_OF (under `asOf`, whatever its evidence). */
  readonly sector?: NodeId | undefined;
  readonly cluster?: NodeId | undefined;
  readonly largeIndustry?: NodeId | undefined;
  /** Nodes that no chain may touch, as if they were gone; a cluster among them has no tie and still counts as in scope. */
  readonly excludeNodes?: readonly NodeId[] | undefined;
  /** 0 to 1; ties weaker than this are left out. Absent: none is. */
  readonly minimumStrength?: number | undefined;
}

/** The five factors whose product is the strength; each above 0, at most 1. ANALYSIS.md §1. */
export interface TieFactors {
  /** K: smallest kind weight on the chain. */
  readonly kind: number;
  /** 0.5 for every goods step after the first. */
  readonly goodsSteps: number;
  /** M: 0.9 for every stand-in; a facility's owner costs nothing. */
  readonly standIns: number;
  /** C: weakest evidence on the chain. */
  readonly evidence: number;
  /** R: age of the oldest goods, support or programme relation, halved every five years. */
  readonly recency: number;
}

/** One way from a cluster to a large industry. */
export interface TieChain {
  readonly strength: number;
  readonly factors: TieFactors;
  /** Weakest class among its relations. */
  readonly evidenceClass: EvidenceKind;
  readonly kind: TieKind;
  readonly claim: TieClaim;
  readonly direction: TieDirection;
  /** From the cluster to the large industry: one more than there are relations. */
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
  /** Stand-ins in order from the cluster; empty when the cluster itself acts. */
  readonly standIns: readonly StandInType[];
  /** Goods relations on the chain: 1 to 3, or 0 for support and shared programme. */
  readonly goodsStepCount: number;
  /** Whether it ends at a facility of the large industry. */
  readonly throughFacility: boolean;
  /**
   * Last day on which all its goods, support or programme relations are known to hold (the smallest T⁻); the reference day
   * when they are known to go on; null when nothing is known. Stand-ins and FACILITY_OF do not count, as in R.
   */
  readonly lastCertainDay: PartialDate | null;
  /** Whether all its relations held on the reference day. */
  readonly heldAtReferenceDay: Held;
}

/** A cluster and a large industry with at least one chain between them. */
export interface Tie {
  readonly cluster: NodeId;
  readonly largeIndustry: NodeId;
  /** Class of its best-evidenced chain. */
  readonly evidenceClass: EvidenceKind;
  /** Largest strength among the chains of its evidence class. */
  readonly strength: number;
  /** Largest strength among all chains found; equals `strength` unless weaker evidence was asked for too. */
  readonly strengthAnyEvidence: number;
  /** Strongest kind of claim among the chains of its evidence class. */
  readonly kind: TieKind;
  /** Of all its chains, in the order of TIE_DIRECTIONS. */
  readonly directions: readonly TieDirection[];
  /** The chain that gives `strength`: strongest, then fewest relations, then relation ids. */
  readonly best: TieChain;
  /** Chains of its evidence class. */
  readonly chainCount: number;
  readonly chainCountAnyEvidence: number;
  /** Best first (evidence class, strength, fewest relations, relation ids), at most {@link MOST_CHAINS_LISTED}; fewer of each where all would be more than {@link MOST_LISTED_IN_ALL}. */
  readonly chains: readonly TieChain[];
  /** Of the best chain. */
  readonly lastCertainDay: PartialDate | null;
  /** The most that any chain of its evidence class says. */
  readonly heldAtReferenceDay: Held;
  /** Relations of all its chains, listed or not, ascending. */
  readonly relations: readonly RelationId[];
}

/** A tie may have more chains than anybody reads; all are counted, so many are listed. */
export const MOST_CHAINS_LISTED = 50;
/** All ties of an answer together list no more, unless there are more ties than a third of it: then each lists fewer, but 3 at least. */
export const MOST_LISTED_IN_ALL = 50_000;

/** About the whole answer, however many ties a page of it shows. */
export interface TieSummary {
  /** Clusters (or groups) in scope under the place, sector and cluster filters. */
  readonly clusterCount: number;
  /** Of them, with at least one tie in this answer. */
  readonly tiedClusterCount: number;
  /** Of them, the others: by sort name, then id. */
  readonly untiedClusters: readonly NodeId[];
  /** Kinds with at least one tie, in the order of TIE_KINDS. */
  readonly byKind: readonly { readonly kind: TieKind; readonly count: number }[];
  /** Relations of all chains of all ties, ascending: count them, and look up their evidence. */
  readonly relations: readonly RelationId[];
  /** Pairs tied only when inferred evidence counts, under the same filters. */
  readonly inferredTieCount: number;
}

export interface TiesAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  readonly referenceDay: PartialDate;
  /**
   * All ties: evidence class, strength (6 decimals) descending, chainCount descending, relations of the best chain
   * ascending, last certain day descending, cluster id, large industry id.
   */
  readonly ties: readonly Tie[];
  readonly summary: TieSummary;
}
