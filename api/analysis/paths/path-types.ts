/** What `findPaths` is asked and what it answers. */
import type { EvidenceKind, NodeId, PartialDate, RelationId, RelationType } from '#vocabulary';
import type { Direction, Revision } from '../../projection/projection.ts';

export interface PathsRequest {
  readonly from: NodeId;
  /** Another node than `from`. */
  readonly to: NodeId;
  /** Absent or empty: all but requirements, sector input and same place (LOCATED_IN stays where an end is a place). */
  readonly relationTypes?: readonly RelationType[] | undefined;
  /** OUT follows relations as they point, IN against, BOTH either. Absent: BOTH. */
  readonly direction?: Direction | undefined;
  /** Absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Keeps relations that held or possibly held then; absent: any time. */
  readonly asOf?: PartialDate | undefined;
  /** Nodes no path may touch; neither `from` nor `to`. */
  readonly excludeNodes?: readonly NodeId[] | undefined;
  /** At most this many relations, 1 to {@link LONGEST_PATH}; absent: any number. */
  readonly maxLength?: number | undefined;
}

/** At most so many paths are found and counted. */
export const MOST_PATHS = 50;
/** The largest `maxLength`. */
export const LONGEST_PATH = 12;

/** A simple path: no node twice. */
export interface Path {
  /** Number of relations from end to end. */
  readonly length: number;
  /** From `from` to `to`. */
  readonly nodes: readonly NodeId[];
  /** For every step, all relations under the filter that make it, ascending; at least one. */
  readonly steps: readonly (readonly RelationId[])[];
}

/** The filters of a request, from the broadest; the defaults of types and evidence are filters too. */
export const PATH_FILTERS = ['relationTypes', 'direction', 'evidence', 'asOf', 'excludeNodes', 'maxLength'] as const;
export type PathFilter = (typeof PATH_FILTERS)[number];

export interface PathsAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  /** Length, then node ids from `from` on; at most {@link MOST_PATHS}: show as many as asked for. */
  readonly paths: readonly Path[];
  /** Whether there are more than {@link MOST_PATHS}. */
  readonly hasMore: boolean;
  /**
   * Where there is no path: the last filter (in the order of PATH_FILTERS) without which alone there would be one; where
   * no single one would do, the one that closes the last route when they are applied in that order. null where there are
   * paths, or the nodes are not connected at all.
   */
  readonly closedBy: PathFilter | null;
}
