import type {
  EvidenceKind,
  Held,
  NodeId,
  NodeType,
  Period,
  RelationFamily,
  RelationId,
  RelationType,
} from '#vocabulary';
import type { Spot } from './spot.ts';

/** A node as far as the page knows it. */
export interface KnownNode {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name: string;
  /** As in `CLUSTER`, `KABUPATEN`; null when the type has no kinds. */
  readonly kind: string | null;
  /** Names of the places it lies in, narrowest first, such as ['Kab. Tegal', 'Central Java']; empty when none is known. */
  readonly places: readonly string[];
  /** Where it stands on a map; null when neither it nor one place around it has coordinates. */
  readonly at: Spot | null;
  /** Whether only those whose role may see restricted records see it; absent: everybody does. */
  readonly restricted?: boolean;
}

/** A relation as far as the page knows it. Its evidence is asked for when it is opened. */
export interface KnownRelation {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly family: RelationFamily;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly period: Period;
  /** Whether it held at the question's date; null when no date was asked. */
  readonly held: Held | null;
  readonly evidenceClass: EvidenceKind;
  /** True when it is one side of a disagreement between sources. */
  readonly disputed: boolean;
}

/** Nodes and relations that an answer brings along. */
export interface Arrived {
  readonly nodes: readonly KnownNode[];
  readonly relations: readonly KnownRelation[];
}
