/** What `rankByCentrality` is asked and what it answers. */
import type { EvidenceKind, NodeId, NodeType, PartialDate, RelationType } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';

/**
 * DEGREE: how many others a node is linked to. BETWEENNESS: on how many shortest ways between two others it stands, each pair
 * counting one in all, unnormalised. PAGERANK: how much of a random walker's time it gets, all adding up to 1.
 */
const CENTRALITY_MEASURES = ['DEGREE', 'BETWEENNESS', 'PAGERANK'] as const;
type CentralityMeasure = (typeof CENTRALITY_MEASURES)[number];

export interface CentralityRequest {
  readonly measure: CentralityMeasure;
  /** Absent or empty: LINKAGE_TYPES. */
  readonly relationTypes?: readonly RelationType[] | undefined;
  /** Evidence classes that count; absent or empty: DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Keeps what held or possibly held then; absent: any time. */
  readonly asOf?: PartialDate | undefined;
  /** Lists only nodes of these types; all others still count on the ways. Absent or empty: all types. */
  readonly nodeTypes?: readonly NodeType[] | undefined;
  /** Only these nodes and what joins them; absent: all. */
  readonly among?: readonly NodeId[] | undefined;
}

export interface CentralityRank {
  readonly node: NodeId;
  readonly value: number;
  readonly degree: number;
}

export interface CentralityAnswer {
  /** Of the projection it was computed on. */
  readonly revision: Revision;
  /** Value descending (to nine decimals), then id. Nodes without any relation under the filters are not among them. */
  readonly ranks: readonly CentralityRank[];
  /** Every node's value, whatever its type; those without a relation under the filters are absent. */
  readonly values: ReadonlyMap<NodeId, number>;
  /** Nodes and pairs of neighbours that it was computed over. */
  readonly nodeCount: number;
  readonly pairCount: number;
  /** Number of sources that a betweenness was sampled from; null when it is exact. */
  readonly sampledFrom: number | null;
}
