/** What `findFragility` and `removeNode` are asked and what they answer. */
import type { EvidenceKind, NodeId, PartialDate, RelationId } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';
import type { ShareInterval } from '../tiers/tier-types.ts';
import type { Tie } from '../ties/tie-types.ts';

export interface FragilityRequest {
  /** Evidence classes that count; absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Required: shares of different times must not be added. Keeps what held or possibly held then. */
  readonly asOf: PartialDate;
}

/** A buyer of whom one supplier is recorded: recorded, which need not be the only one there is. */
export interface SingleSource {
  readonly buyer: NodeId;
  readonly supplier: NodeId;
  /** All observed supply between them, ascending. */
  readonly relations: readonly RelationId[];
}

/** How few suppliers a buyer's purchases come from: Herfindahl–Hirschman, Σ share², 0 to 1. */
export interface Concentration {
  readonly buyer: NodeId;
  readonly supplierCount: number;
  /** Sum of the stated shares. */
  readonly stated: number;
  /** Low as if the unstated rest came from very many, high as if from one: `[Σs², Σs² + (1 − Σs)²]`. */
  readonly index: ShareInterval;
}

/** A node without which more parts would be apart. */
export interface CutNode {
  readonly node: NodeId;
  /** Nodes that link to it. */
  readonly neighbourCount: number;
}

export interface FragilityAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  /** By buyer id. */
  readonly singleSource: readonly SingleSource[];
  /** Buyers with at least one stated share: by low index descending, high descending, id. */
  readonly concentration: readonly Concentration[];
  /** By neighbours descending, then id. */
  readonly cutNodes: readonly CutNode[];
  /** Pairs that one relation alone holds together, by ids; the smaller id first. */
  readonly bridges: readonly (readonly [NodeId, NodeId])[];
}

export interface RemovalRequest {
  readonly node: NodeId;
  /** Evidence classes that count; absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Keeps relations that held or possibly held then; absent: any time, as for ties. */
  readonly asOf?: PartialDate | undefined;
  /** Ages evidence, as for ties. */
  readonly referenceDay?: PartialDate | undefined;
}

/** A tie that is weaker without the node. */
export interface WeakenedTie {
  readonly before: Tie;
  readonly after: Tie;
}

export interface RemovalAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  /** Ties of clusters and groups before the removal. */
  readonly tieCount: number;
  /** Strongest first; the node's own ties are among them. */
  readonly lost: readonly Tie[];
  /** By loss of strength descending, then cluster and firm. */
  readonly weakened: readonly WeakenedTie[];
}
