/** What `readCriteria` answers: what a programme's criteria ask for, and what the data hold of it for each place. */
import type { EvidenceKind, NodeId, RelationId } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';

export interface CriteriaRequest {
  /** A programme that is SELECTED_BY criteria; absent: all such. */
  readonly programme?: NodeId | undefined;
  /** Absent: DOCUMENTED. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
}

/**
 * RECORDED: relations say so. NONE_RECORDED: the data hold what would tell, and nothing for this place, which does not mean that it
 * fails. NOT_HELD: the data hold nothing of the kind for any place.
 */
export type CriterionFinding = 'RECORDED' | 'NONE_RECORDED' | 'NOT_HELD';

/** Something that a criterion asks for in the end: a budget, a list of places, a market, or a wish that nothing stands below. */
export interface CriterionDemand {
  readonly demand: NodeId;
  /** From the programme's criterion to the demand: ASKS_FOR, in order. */
  readonly asked: readonly RelationId[];
  /** Of the weakest of these. */
  readonly evidence: EvidenceKind;
}

export interface CriterionRead {
  readonly criterion: NodeId;
  /** SELECTED_BY. */
  readonly relations: readonly RelationId[];
  /** By id of the demand. */
  readonly demands: readonly CriterionDemand[];
}

export interface PlaceFinding {
  readonly criterion: NodeId;
  readonly demand: NodeId;
  readonly finding: CriterionFinding;
  /** What says so, ascending. */
  readonly relations: readonly RelationId[];
}

export interface PlaceCriteria {
  readonly place: NodeId;
  /** TARGETS of it and of what it lies in, ascending. */
  readonly targets: readonly RelationId[];
  /** Clusters that the programme supports there or draws from, ascending. */
  readonly clusters: readonly NodeId[];
  /** One for each demand of each criterion, in their order. */
  readonly findings: readonly PlaceFinding[];
}

export interface ProgrammeCriteria {
  readonly programme: NodeId;
  readonly criteria: readonly CriterionRead[];
  /** Regencies that it targets, and provinces of which it targets none; by sort name. */
  readonly places: readonly PlaceCriteria[];
}

export interface CriteriaAnswer {
  readonly revision: Revision;
  /** By id of the programme. */
  readonly programmes: readonly ProgrammeCriteria[];
}
