/** What `findFragility` and `removeNode` are asked and what they answer. */
import type { EvidenceKind, NodeId, PartialDate, RelationId } from '#vocabulary';
import type { NodeIndex, Revision } from '../../projection/projection.ts';
import type { ShareInterval } from '../tiers/tier-types.ts';
import type { Tie } from '../ties/tie-types.ts';

export interface FragilityRequest {
  /** Evidence classes that count; absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Required: shares of different times must not be added. Keeps what held or possibly held then. */
  readonly asOf: PartialDate;
  /** What suppliers are counted under for the concentration; default SUPPLIER, each by itself. */
  readonly concentrationBy?: ConcentrationBy | undefined;
  /** Sectors of the scheme that is preferred, for SECTOR; absent: the widest of any scheme. */
  readonly mainSectors?: ReadonlySet<NodeIndex> | undefined;
}

/** SUPPLIER: each by itself. PLACE: its province. SECTOR: its widest sector. */
type ConcentrationBy = 'SUPPLIER' | 'PLACE' | 'SECTOR';

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
  /** What the stated shares go to, largest first. */
  readonly parts: readonly ConcentrationPart[];
}

/** Suppliers of a buyer that are counted as one, with their stated share. */
export interface ConcentrationPart {
  /** The supplier, province or sector; null where none, or several, are recorded: such a supplier stands for itself. */
  readonly by: NodeId | null;
  readonly suppliers: readonly NodeId[];
  /** Sum of the stated shares, 0 to 1. */
  readonly share: number;
  readonly relations: readonly RelationId[];
}

/** A cluster of whom one buyer is recorded, by itself or through who stands in for it. */
export interface SingleBuyer {
  readonly cluster: NodeId;
  readonly buyer: NodeId;
  /** Goods seen to go to the buyer, or to be sold on by it, ascending. */
  readonly relations: readonly RelationId[];
  /** Memberships and the like by which those who sell stand in for the cluster, ascending. */
  readonly through: readonly RelationId[];
}

/** A node without which more parts would be apart. */
export interface CutNode {
  readonly node: NodeId;
  /** Nodes that link to it. */
  readonly neighbourCount: number;
  /** Parts that its own part falls into without it; at least 2. */
  readonly partCount: number;
  /** What links it, ascending. */
  readonly relations: readonly RelationId[];
}

/** Two nodes whose link alone holds two parts together. */
export interface Bridge {
  /** The smaller id first. */
  readonly ends: readonly [NodeId, NodeId];
  /** Everything recorded between the two, ascending. */
  readonly relations: readonly RelationId[];
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
  /** By ids. */
  readonly bridges: readonly Bridge[];
  /** By cluster id. */
  readonly singleBuyer: readonly SingleBuyer[];
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
  /** Parts that are left of what it was linked with; 0 where it was linked with nobody. */
  readonly partCount: number;
  /** Nodes that are apart from the largest of these parts: by steps, then id. */
  readonly cutOff: readonly CutOff[];
}

/** A node that is apart from the rest when another is gone. */
export interface CutOff {
  readonly node: NodeId;
  /** From the node that is gone, before it went. */
  readonly steps: number;
}
