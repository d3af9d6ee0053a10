/**
 * The projection: an immutable, compact copy of the graph's relations for questions that walk further than one hop. The
 * word is Neo4j Graph Data Science's. Typed arrays stand on SharedArrayBuffer, in compressed sparse rows, both directions.
 */
import type {
  DisagreementId,
  EvidenceKind,
  Name,
  NodeId,
  NodeType,
  PartialDate,
  Period,
  PeriodBounds,
  RelationFamily,
  RelationId,
  RelationType,
  SectorScheme,
  SourceId,
  TargetStatus,
} from '#vocabulary';
import type { Direction, Revision } from '../store/graph-store.ts';
import type { OtherEnds } from './other-ends.ts';

/** Index of a node in the projection, ascending by id. */
export type NodeIndex = number;
/** Index of a relation in the projection, ascending by id. */
export type RelationIndex = number;

/** Degrees north and east (WGS 84). */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** What a walk needs to know of the relations at a node in one direction: `relations[offsets[n]..offsets[n+1]]`, ascending. */
export interface AdjacencyRows {
  readonly offsets: Int32Array;
  readonly relations: Int32Array;
  /** The relation's other end, in its place: a walk reads on instead of leaping. */
  readonly nodes: Int32Array;
  /** The relation's type, evidence class and period as one number, of which filters know what it means. */
  readonly kinds: Int32Array;
}

/** What may be asked of every walk; the same filter means the same thing for every question. */
export interface WalkFilter {
  readonly relationTypes?: readonly RelationType[] | undefined;
  readonly families?: readonly RelationFamily[] | undefined;
  /** Evidence classes to keep; default DOCUMENTED only. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Keeps relations that held or possibly held; absent: any time. */
  readonly asOf?: PartialDate | undefined;
  readonly excludedNodes?: readonly NodeId[] | undefined;
}

/** A filter made ready for one projection. */
export interface CompiledFilter {
  allowsRelation(relation: RelationIndex): boolean;
  allowsNode(node: NodeIndex): boolean;
  /** Whether the relation at a place of the rows, and the node that it leads to, are allowed: `allowsRelation` and `allowsNode` at once. */
  allowsStep(rows: AdjacencyRows, at: number): boolean;
  /** Whether relations of a kind in the rows are allowed: what there is to say but for excluded nodes. */
  allowsKind(kind: number): boolean;
  /** Whether any relation in the node's row is allowed, as by `allowsStep`. */
  allowsAny(rows: AdjacencyRows, node: NodeIndex): boolean;
  /** Writes the places in the rows of the allowed steps of a node, ascending. @param into at least as long as the node's row @returns how many */
  placesOf(rows: AdjacencyRows, node: NodeIndex, into: Int32Array): number;
  /** Appends where the allowed steps of a node lead, in the order of its row. */
  appendSteps(rows: AdjacencyRows, node: NodeIndex, into: OtherEnds): void;
}

export interface Projection {
  readonly revision: Revision;
  readonly nodeCount: number;
  readonly relationCount: number;

  nodeId(node: NodeIndex): NodeId;
  /** undefined when there is no such node. */
  nodeIndex(id: NodeId): NodeIndex | undefined;
  nodeType(node: NodeIndex): NodeType;
  nodeName(node: NodeIndex): string;
  /** `kind` of the node, such as CLUSTER or GROUP. */
  nodeKind(node: NodeIndex): string | null;
  /** Names by language, as on the record. */
  nodeNames(node: NodeIndex): readonly Name[];
  /** Official code, such as 35 of a province. */
  nodeCode(node: NodeIndex): string | null;
  /** Whose classification a sector's code belongs to. */
  nodeScheme(node: NodeIndex): SectorScheme | null;
  /** As on the record, to about a metre; places have those of their centre. */
  nodeCoordinates(node: NodeIndex): Coordinates | null;
  /** Whether only those whose role may see restricted records are answered with it; never in an open edition. */
  nodeRestricted(node: NodeIndex): boolean;

  relationId(relation: RelationIndex): RelationId;
  /** What of the id does not follow from ends and type: nothing where it is `FROM--TYPE--TO`, `#KEY` where that comes after it, else all of it. */
  relationIdRest(relation: RelationIndex): string;
  relationIndex(id: RelationId): RelationIndex | undefined;
  relationType(relation: RelationIndex): RelationType;
  relationFrom(relation: RelationIndex): NodeIndex;
  relationTo(relation: RelationIndex): NodeIndex;
  relationEvidence(relation: RelationIndex): EvidenceKind;
  relationBounds(relation: RelationIndex): PeriodBounds;
  /** As on the record; filters compare the bounds. */
  relationPeriod(relation: RelationIndex): Period;
  /** 0–1, or null when unknown. */
  relationShare(relation: RelationIndex): number | null;
  relationIsScrap(relation: RelationIndex): boolean;
  /** Status of a TARGETS relation as stated, never upgraded; null for all others. */
  relationStatus(relation: RelationIndex): TargetStatus | null;
  /** The disagreement that the relation is a side of, or null. */
  relationDisagreement(relation: RelationIndex): DisagreementId | null;
  /** The sources that any of the relations rests on. */
  sourcesOf(relations: Iterable<RelationIndex>): ReadonlySet<SourceId>;
  /** As on the record; null when unknown, or when no relation rests on the source. */
  sourceDate(source: SourceId): PartialDate | null;

  readonly outgoing: AdjacencyRows;
  readonly incoming: AdjacencyRows;
  /** What `relationShare` says, by relation, for what reads very many; NaN: unknown. */
  readonly shares: Float64Array;

  /** Default evidence is DOCUMENTED only. */
  compile(filter: WalkFilter): CompiledFilter;

  /** Nodes of a type, ascending. */
  nodesOfType(type: NodeType): readonly NodeIndex[];

  /** The nodes ordered by sort name, then id: the order of the store's lists. */
  byName(nodes: readonly NodeIndex[]): readonly NodeIndex[];

  /**
   * Whether the node is in the place: itself, or by LOCATED_IN over any number of steps. Used by place filters. With
   * `asOf`, only through relations that held or possibly held then; with `evidence`, only through relations whose strongest
   * evidence is of these classes (absent: all).
   */
  isWithin(node: NodeIndex, place: NodeIndex, asOf?: PartialDate, evidence?: readonly EvidenceKind[]): boolean;
}

export type { Direction, Revision };
