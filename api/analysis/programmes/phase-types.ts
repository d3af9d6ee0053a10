/** What `comparePhases` answers: two phases that follow each other, province by province. */
import type { EvidenceKind, NodeId, RelationId, TargetStatus } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';

export interface PhasesRequest {
  /** Only phases that are this programme or part of it; absent: all. */
  readonly programme?: NodeId | undefined;
  /** Absent: DOCUMENTED. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
}

/** A cluster that a phase supports, and what it makes. */
export interface PhaseCluster {
  readonly cluster: NodeId;
  /** Sectors that sources name; where none does, its products; ascending. */
  readonly makes: readonly NodeId[];
  /** SUPPORTS, and what says what it makes; ascending. */
  readonly relations: readonly RelationId[];
}

/** What a phase said of a province. */
export interface PhaseSide {
  /** INITIAL_TARGET before COMMITTED; TARGETED alone says nothing of how far it came. null: clusters only, no TARGETS. */
  readonly status: TargetStatus | null;
  /** TARGETS of the province and of regencies in it, ascending. */
  readonly targets: readonly RelationId[];
  readonly clusters: readonly PhaseCluster[];
}

export interface PhasePlace {
  readonly province: NodeId;
  /** null: the phase was not there. */
  readonly earlier: PhaseSide | null;
  readonly later: PhaseSide | null;
}

export interface PhaseComparison {
  readonly earlier: NodeId;
  readonly later: NodeId;
  /** PRECEDES. */
  readonly relations: readonly RelationId[];
  /** Provinces in both phases first, then in the earlier, then in the later; within, by sort name. */
  readonly places: readonly PhasePlace[];
  readonly bothCount: number;
}

export interface PhasesAnswer {
  readonly revision: Revision;
  /** By ids of earlier and later phase. */
  readonly comparisons: readonly PhaseComparison[];
}
