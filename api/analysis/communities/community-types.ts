/** What communities are asked and what is answered. */
import type { GraphFilter } from '../picture-types.ts';
import type { NodeIndex, Revision } from '../../projection/projection.ts';
import type { CommunitySweep } from './sweep.ts';

/**
 * CPM: weight inside less resolution · n(n − 1)/2, so that a community is one whose density inside is above the resolution;
 * it has no resolution limit. MODULARITY: weight inside less what chance would put there, for comparison with other tools.
 */
export type CommunityQuality = 'CPM' | 'MODULARITY';

export interface CommunityRequest {
  /** Absent evidence: DOCUMENTED only. Absent types and families: all but requirements, sector input and place. */
  readonly filter: GraphFilter;
  readonly quality: CommunityQuality;
  /** Above 0. */
  readonly resolution: number;
  readonly seed: number;
}

/** A star of n leaves stays whole below 1/n and apart from its neighbour stars above w/(n + 1)² (ANALYSIS.md §7). */
export const USUAL_RESOLUTION: Readonly<Record<CommunityQuality, number>> = { CPM: 0.03, MODULARITY: 1 };

/** Plain arrays, so that a worker thread can take it. */
export interface CommunityInput {
  /** Nodes of the part asked about; pairs are positions in it. */
  readonly nodes: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quality: CommunityQuality;
  readonly resolution: number;
  readonly seed: number;
}

/** Positions are those of the input's `nodes`. */
export interface CommunityPartition {
  /** Positions by community (larger first, then smallest id), in it by weight inside descending, then id. */
  readonly members: Int32Array;
  /** Community c stands at `offsets[c]` to `offsets[c + 1]`. */
  readonly offsets: Int32Array;
  /** Relations inside each community. */
  readonly inside: Float64Array;
  readonly modularity: number;
  readonly quality: number;
}

export interface Community {
  /** 1 upwards: larger first, then smallest id. */
  readonly number: number;
  /** Relations inside the community descending, then id. */
  readonly members: readonly NodeIndex[];
  /** Relations with both ends in it. */
  readonly relationsInside: number;
}

export interface CommunitiesAnswer {
  readonly revision: Revision;
  readonly communities: readonly Community[];
  readonly nodeCount: number;
  readonly relationCount: number;
  /** Communities of one node. */
  readonly singletons: number;
  /** Of the partition, at resolution 1 (Newman and Girvan 2004), whichever quality was asked for; 0 without relations. */
  readonly modularity: number;
  /** The value of the quality asked for. */
  readonly quality: number;
}

/** Communities over a range of resolutions (sweep.ts), and what they were looked for in. */
export interface CommunitySweepAnswer extends CommunitySweep {
  readonly nodeCount: number;
  readonly relationCount: number;
  readonly revision: Revision;
}
