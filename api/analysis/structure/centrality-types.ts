/** What `rankByCentrality` is asked and what it answers. */
import type { EvidenceKind, NodeId, NodeType, PartialDate, RelationType } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';

/**
 * DEGREE: how many others a node is linked to. BETWEENNESS: on how many shortest ways between two others it stands, each pair
 * counting one in all, unnormalised. PAGERANK: how much of a random walker's time it gets, all adding up to 1.
 */
const CENTRALITY_MEASURES = ['DEGREE', 'BETWEENNESS', 'PAGERANK'] as const;
type CentralityMeasure = (typeof CENTRALITY_MEASURES)[number];

/** Betweenness of more nodes than this is sampled (ANALYSIS.md §7). */
const MOST_EXACT_NODES = 20_000;
/** So is one whose search from every node would touch more nodes and neighbours than this: about 15 seconds. */
const MOST_EXACT_WORK = 1_000_000_000;
/** A sampled one touches about so many: ten seconds on 100,000 nodes and 1,000,000 relations. */
const SAMPLED_WORK = 500_000_000;
/** Sources of a sampled betweenness; more of them tell little more (Brandes & Pich 2007), fewer too little. */
const [LEAST_SOURCES, MOST_SOURCES] = [50, 1_000];

/** From how many sources a betweenness is sampled; null: exact. @param neighbours entries of all lists of neighbours */
export function sampledSources(nodes: number, neighbours: number): number | null {
  const work = nodes + neighbours;
  if (nodes <= MOST_EXACT_NODES && nodes * work <= MOST_EXACT_WORK) return null;
  const afforded = Math.floor(SAMPLED_WORK / work);
  return Math.min(nodes, Math.max(LEAST_SOURCES, Math.min(MOST_SOURCES, afforded)));
}

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
