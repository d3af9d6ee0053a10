/** What `askWhatIf` is asked and what it answers: firms or a place close, and who is met. Ids throughout. */
import type { EvidenceKind, NodeId, NodeType, PartialDate, RelationId, RelationType } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';
import type { ShareInterval } from '../tiers/tier-types.ts';
import type { Tie } from '../ties/tie-types.ts';

/** What makes goods and can close. */
export const CLOSING_TYPES: readonly NodeType[] = [
  'SmiCluster',
  'SmallIndustry',
  'LargeIndustry',
  'Facility',
  'Organisation',
];
/** Places that can be closed whole. */
export const CLOSING_PLACES: readonly NodeType[] = ['Province', 'Regency', 'Locality'];
/** The largest number of steps that is looked along. */
export const DEEPEST_REACH = 6;

export interface WhatIfRequest {
  /** Of {@link CLOSING_TYPES}. */
  readonly nodes: readonly NodeId[];
  /** Of {@link CLOSING_PLACES}: all makers inside close. */
  readonly places: readonly NodeId[];
  /** How much of what they supply is lost, above 0 to 1; absent: 1, all. */
  readonly part?: number | undefined;
  /** Tiers to look along on either side, 1 to {@link DEEPEST_REACH}; lost input is worked out as far as it goes. */
  readonly depth: number;
  /** Required: shares of different times must not be added. Keeps what held or possibly held then. */
  readonly asOf: PartialDate;
  /** Ages the evidence of ties; absent: the dataset's day. */
  readonly referenceDay?: PartialDate | undefined;
  /** Absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Of the types of tiers; absent or empty: SUPPLIES. */
  readonly relationTypes?: readonly RelationType[] | undefined;
}

/** ASKED by id; IN_PLACE inside a place that was asked; MEMBER of a closed cluster; FACILITY of a closed firm. */
export type ClosedBecause = 'ASKED' | 'IN_PLACE' | 'MEMBER' | 'FACILITY';

export interface ClosedNode {
  readonly node: NodeId;
  readonly because: ClosedBecause;
  /** What leads from it to what was asked, where that is another node. */
  readonly relations: readonly RelationId[];
}

/** From the first node to the last, one relation a step (the first by id). */
export interface Way {
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
}

/** A buyer whose goods may fall short. */
export interface ShortBuyer {
  readonly node: NodeId;
  /** Steps of goods from the nearest closed node, at least 1. */
  readonly tier: number;
  /** Part of its recorded purchases that is lost: as stated, and as possible. The low end may be 0, never the high one. */
  readonly lostInput: ShareInterval;
  /** Goods from the nearest closed node; the first by ids. */
  readonly way: Way;
}

/** A supplier that loses a buyer. How much of its sales cannot be said: no source states parts of sales. */
export interface LosingSupplier {
  readonly node: NodeId;
  /** Steps of goods to the nearest closed node, at least 1. */
  readonly tier: number;
  /** Those it is recorded to supply, closed ones included. */
  readonly buyerCount: number;
  /** Of them, closed. */
  readonly closedBuyerCount: number;
  readonly way: Way;
}

/**
 * CLOSED: itself. PART_CLOSED: a member, organisation or part of it. LOSES_BUYER: it or one of them supplies what is closed,
 * through `tier` steps. LOSES_SUPPLIER: is supplied by it.
 */
export type ClusterEffectKind = 'CLOSED' | 'PART_CLOSED' | 'LOSES_BUYER' | 'LOSES_SUPPLIER';

export interface ClusterEffect {
  readonly cluster: NodeId;
  readonly kind: ClusterEffectKind;
  /** 0 where it or a part is closed, else the fewest steps of goods. */
  readonly tier: number;
  /** LOSES_SUPPLIER: of whoever it is that buys, the largest; else null. */
  readonly lostInput: ShareInterval | null;
  /** One for the cluster itself and each that stands in for it, from the cluster on: fewest goods steps, fewest steps, then ids; at most 20. */
  readonly ways: readonly Way[];
  readonly wayCount: number;
}

export interface WhatIfAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  /** In order of reason as listed at {@link ClosedBecause}, then id. */
  readonly closed: readonly ClosedNode[];
  /** Makers that are in no recorded province: whether they lie in a closed place is unknown. 0 where no place was asked. */
  readonly unplacedCount: number;
  /** By low loss descending, high descending, tier, id. */
  readonly shortBuyers: readonly ShortBuyer[];
  /** By tier, then id. */
  readonly losingSuppliers: readonly LosingSupplier[];
  /** By tier, kind as listed, then id; a cluster stands once for each kind. */
  readonly clusters: readonly ClusterEffect[];
  /** Ties of clusters and groups to large industry that would be gone, strongest first; none where only a part is lost. */
  readonly lostTies: readonly Tie[];
}
