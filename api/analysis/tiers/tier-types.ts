/** What `traceTiers` is asked and what it answers. Ids throughout, so that every number can be recomputed from its relations. */
import type { EvidenceKind, Held, NodeId, PartialDate, RelationId, RelationType } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';

/** UPSTREAM: who supplies the root, and who supplies them. DOWNSTREAM: whom the root supplies, and whom they do. */
const TIER_DIRECTIONS = ['UPSTREAM', 'DOWNSTREAM'] as const;
export type TierDirection = (typeof TIER_DIRECTIONS)[number];

/** The types along which tiers can be traced: goods that went, were passed on, or were agreed on. */
export const TIER_RELATION_TYPES = ['SUPPLIES', 'DISTRIBUTES_THROUGH', 'AGREED_TO_SUPPLY'] as const;
/** Observed supply only: an agreement is no supply. */
export const DEFAULT_TIER_TYPES: readonly RelationType[] = ['SUPPLIES'];

/** The largest depth. */
export const DEEPEST_TIER = 6;
/** At most so many ways are followed; beyond them the trace says that there are more. */
export const MOST_TIER_PATHS = 10_000;

export interface TiersRequest {
  readonly root: NodeId;
  /** Absent: UPSTREAM. */
  readonly direction?: TierDirection | undefined;
  /** Number of tiers, 1 to {@link DEEPEST_TIER}. */
  readonly depth: number;
  /** Required: shares of different times must not be added. Keeps what held or possibly held then. */
  readonly asOf: PartialDate;
  /** Evidence classes to walk on; absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Of {@link TIER_RELATION_TYPES}; absent or empty: {@link DEFAULT_TIER_TYPES}. */
  readonly relationTypes?: readonly RelationType[] | undefined;
}

/** From `low`, what is stated, to `high`, what is possible: 0 ≤ low ≤ high ≤ 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** One step of a way, from supplier to buyer whatever the direction of the trace. */
export interface TierStep {
  readonly supplier: NodeId;
  readonly buyer: NodeId;
  /** All relations under the filters that make it, ascending; at least one. */
  readonly relations: readonly RelationId[];
  /** The supplier's part of the buyer's recorded purchases; null where no relation of the step states one. */
  readonly share: number | null;
  /** With what is unstated: 0, or the buyer's whole unattributed rest. */
  readonly interval: ShareInterval;
  /** NO never appears; POSSIBLY where nothing proves that it held at the date. */
  readonly held: Held;
  readonly evidenceClass: EvidenceKind;
}

/** CYCLE: the node is already on the way, so it is not followed. TRUNCATED: there are further steps beyond the depth. */
type TierEnd = 'CYCLE' | 'TRUNCATED';

/** A way from the root, one tier deeper a step. A simple path but for the last node of a cycle. */
export interface TierPath {
  /** 1 for direct suppliers or buyers. */
  readonly tier: number;
  /** From the root on; `tier` + 1 of them. */
  readonly nodes: readonly NodeId[];
  /** `steps[i]` joins `nodes[i]` and `nodes[i + 1]`. */
  readonly steps: readonly TierStep[];
  /** Product of the steps' intervals: the last node's part of the root's purchases (upstream), or the root's part of its (downstream), by this way. */
  readonly contribution: ShareInterval;
  /** The weakest of its steps. */
  readonly held: Held;
  readonly evidenceClass: EvidenceKind;
  /** null where the way ends because nothing further is recorded, or goes on in the rows of the next tier. */
  readonly end: TierEnd | null;
}

/** A node of the trace over all its ways. */
export interface TierNode {
  readonly node: NodeId;
  /** The nearest tier it stands in. */
  readonly tier: number;
  /** Ways that end at it, those that close a cycle left out. */
  readonly pathCount: number;
  /** Sum over its ways, at most 1. The high end is a bound that need not be attained. */
  readonly contribution: ShareInterval;
}

/** Where the root's purchases went, by stated shares; the four add up to 1 (up to rounding). */
export interface TierBalance {
  /** Suppliers of whom no further supplier is recorded. */
  readonly end: number;
  /** Parts that no recorded share attributes to a supplier. */
  readonly unattributed: number;
  readonly cycle: number;
  /** Suppliers beyond the depth. */
  readonly truncated: number;
}

export interface TiersAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  /** By tier, low contribution descending, high descending, then node ids from the root on; at most {@link MOST_TIER_PATHS}. */
  readonly paths: readonly TierPath[];
  /** Whether there are more ways than {@link MOST_TIER_PATHS}; nodes and balance then speak of those followed. */
  readonly hasMore: boolean;
  /** By tier, low contribution descending, high descending, then id. */
  readonly nodes: readonly TierNode[];
  /** null downstream, where shares of purchases do not add up over buyers, and where there are more ways than were followed. */
  readonly balance: TierBalance | null;
}
