/**
 * The one interface behind which the engines stand. Its TSDoc is the contract: order, limits, absence, errors. Both
 * engines answer alike, to the last id; `tests/store/contract.ts` proves it.
 *
 * Rules for every question:
 * - Ids compare by their ASCII bytes. Where an order is stated it is total.
 * - An unknown id is absent from the answer, never an error: what that means is the caller's to say.
 * - Filters combine with AND; a list inside a filter with OR; an absent filter, or an empty list, filters nothing.
 * - Nothing is cut without its exact total.
 * - Texts that are not ASCII (sort names) compare by code points, as their UTF-8 bytes do.
 * - An id asked for twice counts once. `direction` is BOTH unless told.
 * - Fails only with {@link StoreError}.
 */
import type {
  DisagreementId,
  DisagreementRecord,
  Evidence,
  EvidenceKind,
  FigureId,
  FigureRecord,
  NodeId,
  NodeRecord,
  NodeType,
  PartialDate,
  PeriodBounds,
  RelationFamily,
  RelationId,
  RelationRecord,
  RelationType,
  SectorScheme,
  Source,
  SourceId,
  SubjectId,
} from '#vocabulary';
import type { Followable } from './followable.ts';
import type { LoadOptions, Loading } from './loading.ts';
import type { OutsideWrites, TakeInOptions } from './outside-writes.ts';
import type { StoreLoad } from './store-load.ts';
import type { ChangeSet, RecordDigest, WholeRecord, WriteSummary } from './stored-record.ts';

type Engine = 'sqlite' | 'neo4j';

/** OUT follows relations from the node, IN those that point at it, BOTH either. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** Digest of the content, as lower-case hex: the same records have the same revision on either engine. */
export type Revision = string;

export interface DatasetSummary {
  readonly engine: Engine;
  readonly revision: Revision;
  readonly nodeCount: number;
  readonly relationCount: number;
  readonly figureCount: number;
  readonly sourceCount: number;
}

/** A part of an ordered list, with the exact size of the whole. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
  /** Where the next page starts, or null at the end. */
  readonly next: Cursor | null;
}

/** Where to go on in a list; opaque to callers, made by {@link encodeCursor}. */
export type Cursor = string;

export interface PageRequest {
  /** At least 1. */
  readonly first: number;
  readonly after?: Cursor | undefined;
}

/** Filters of relations that every question shares. */
export interface RelationFilter {
  readonly relationTypes?: readonly RelationType[] | undefined;
  readonly families?: readonly RelationFamily[] | undefined;
  readonly direction?: Direction | undefined;
  /** Types that the node at the other end may have. */
  readonly nodeTypes?: readonly NodeType[] | undefined;
  /** Keeps relations whose evidence class (their strongest evidence) is one of these. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Keeps relations that held, or possibly held, at some time in this date. */
  readonly asOf?: PartialDate | undefined;
}

/** A relation as stores give it: without its evidence, with what filters need. */
export interface StoredRelation extends Omit<RelationRecord, 'evidence'> {
  readonly bounds: PeriodBounds;
  /** Strongest kind among the relation's evidence. */
  readonly evidenceClass: EvidenceKind;
}

/** The sources that a relation rests on. */
export interface RelationSources {
  readonly id: RelationId;
  /** At least one; each once, ascending by id. */
  readonly sources: readonly SourceId[];
}

/** A node without its evidence. */
export type StoredNode = Omit<NodeRecord, 'evidence'>;
/** A figure without its evidence. */
export type StoredFigure = Omit<FigureRecord, 'evidence'> & { readonly bounds: PeriodBounds };

/** A disagreement with its sides, each list ascending by id. */
export interface StoredDisagreement extends DisagreementRecord {
  readonly relations: readonly RelationId[];
  readonly figures: readonly FigureId[];
}

export interface NodeListRequest extends PageRequest {
  readonly types?: readonly NodeType[] | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly schemes?: readonly SectorScheme[] | undefined;
  readonly ids?: readonly NodeId[] | undefined;
}

export interface RelatedNodesRequest extends PageRequest, RelationFilter {
  readonly of: readonly NodeId[];
}

/** How many relations of one type, one direction and one type of other node a node has. */
export interface RelationGroup {
  readonly relationType: RelationType;
  readonly direction: 'OUT' | 'IN';
  readonly nodeType: NodeType;
  /** Relations, after the filter. */
  readonly count: number;
}

export interface NeighbourhoodRequest extends RelationFilter, PageRequest {
  readonly of: readonly NodeId[];
}

export interface Neighbourhood {
  /** Ascending by id: the nodes asked for that exist, and both ends of every relation shown. */
  readonly nodes: readonly StoredNode[];
  /** The page of relations, last certain day (T⁻) descending, then id ascending. A relation between two of the nodes asked for stands once. */
  readonly relations: readonly StoredRelation[];
  readonly shown: { readonly nodes: number; readonly relations: number };
  /** Of the whole neighbourhood under the filter, whatever `first` is. */
  readonly total: { readonly nodes: number; readonly relations: number };
  readonly next: Cursor | null;
}

export interface SourceUse {
  readonly source: Source;
  /** Distinct relations, nodes and figures that rest on it. */
  readonly relationCount: number;
  readonly nodeCount: number;
  readonly figureCount: number;
}

/** What rests on a source; each list ascending by id, whole (a source speaks of a bounded number of things). */
export interface CitedBy {
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
  readonly figures: readonly FigureId[];
}

export interface Overview {
  /** Types with at least one node, in the vocabulary's order. */
  readonly nodeTypes: readonly { readonly type: NodeType; readonly count: number }[];
  /** Types with at least one relation, in the vocabulary's order. */
  readonly relationTypes: readonly {
    readonly type: RelationType;
    readonly family: RelationFamily;
    readonly count: number;
  }[];
  /** Relations by evidence class, strongest first; classes with none are left out. */
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly count: number }[];
}

export type {
  ChangeSet,
  RecordDigest,
  RecordKey,
  RecordKind,
  RecordUse,
  WholeRecord,
  WriteSummary,
} from './stored-record.ts';
export type { Marks } from './followable.ts';
export { StoreError } from './store-error.ts';

/** What is asked of a graph to answer somebody. */
export interface GraphQuestions {
  readonly engine: Engine;

  /** Counts and revision, from one moment. */
  dataset(): Promise<DatasetSummary>;

  /** Cheap: asked every few seconds to notice writes. */
  revision(): Promise<Revision>;

  /** Those that exist, by id. */
  nodesById(ids: readonly NodeId[]): Promise<ReadonlyMap<NodeId, StoredNode>>;

  /** Ordered by `sortName` (names folded to plain lower-case letters, see sort-name.ts), then id. */
  listNodes(request: NodeListRequest): Promise<Page<StoredNode>>;

  /**
   * For each node asked for that exists: the distinct nodes at the other end of its relations under the filter, ordered
   * by sort name, then id. The cursor may be used with a single node only.
   */
  relatedNodes(request: RelatedNodesRequest): Promise<ReadonlyMap<NodeId, Page<StoredNode>>>;

  /**
   * For each node that exists: its groups, count descending, then relation type, direction, node type ascending by text. A
   * relation of a node with itself counts once in each direction.
   */
  relationGroups(of: readonly NodeId[], filter: RelationFilter): Promise<ReadonlyMap<NodeId, readonly RelationGroup[]>>;

  /** One hop around the nodes, both ends with every relation. `first` counts relations. */
  neighbourhood(request: NeighbourhoodRequest): Promise<Neighbourhood>;

  relationsById(ids: readonly RelationId[]): Promise<ReadonlyMap<RelationId, StoredRelation>>;

  /**
   * Strongest kind first, then source date descending by text (undated last), then source id, then as in the record.
   * Subjects without any are absent. `orderedEvidence` of orders.ts does it.
   */
  evidenceOf(subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, readonly Evidence[]>>;

  /** Figures about each node, by measure (its text), then T⁻ descending, then id. Nodes without figures are absent. */
  figuresOf(nodes: readonly NodeId[]): Promise<ReadonlyMap<NodeId, readonly StoredFigure[]>>;

  figuresById(ids: readonly FigureId[]): Promise<ReadonlyMap<FigureId, StoredFigure>>;

  /** Disagreements about each node with the ids of their sides, by id. Nodes without any are absent. */
  disagreementsOf(nodes: readonly NodeId[]): Promise<ReadonlyMap<NodeId, readonly StoredDisagreement[]>>;

  /** Those that exist, with the ids of their sides. */
  disagreementsById(ids: readonly DisagreementId[]): Promise<ReadonlyMap<DisagreementId, StoredDisagreement>>;

  sourcesById(ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, Source>>;

  /** Ordered by relationCount descending, then id. */
  listSources(request: PageRequest): Promise<Page<SourceUse>>;

  /** For each source that exists: what rests on it. */
  citedBy(sources: readonly SourceId[]): Promise<ReadonlyMap<SourceId, CitedBy>>;

  overview(): Promise<Overview>;
}

export interface GraphStore extends GraphQuestions, Followable {
  /**
   * The questions of one request. Once the signal is aborted they fail with GIVEN_UP, and what the engine does for them ends. An engine
   * that takes only so many at a time lets them wait, and turns away with STORE_BUSY who would wait for too long.
   */
  during(signal: AbortSignal): GraphQuestions;

  /** Of all requests together. */
  busy(): StoreLoad;

  /** Every node, ascending by id, in batches; the event loop is free between batches. */
  streamNodes(): AsyncIterable<readonly StoredNode[]>;

  /** Every relation, ascending by id, in batches; the event loop is free between batches. */
  streamRelations(): AsyncIterable<readonly StoredRelation[]>;
  /** What every relation rests on, ascending by the relation's id, in batches; the event loop is free between batches. */
  streamRelationSources(): AsyncIterable<readonly RelationSources[]>;

  /** Every record's digest, in batches, in the order of `streamRecords`: what a seed compares with. */
  streamDigests(): AsyncIterable<readonly RecordDigest[]>;

  /**
   * Every record whole, with its evidence in its own order, in batches; the event loop is free between batches. Sources, nodes,
   * disagreements, relations, figures; each kind ascending by id. One moment's where the engine can (SQLite); else it is of one moment
   * when the revision before and after it is the same.
   */
  streamRecords(): AsyncIterable<readonly WholeRecord[]>;

  /**
   * All or nothing, in one transaction; the revision moves with it. A record put that is already there, equal, counts as
   * unchanged and is not written; removing what is not there does nothing. Writes queue.
   * @throws StoreError INVALID_CHANGE when the graph would be left with a dangling end, evidence without its source, or a
   *   relation or figure without evidence, or a record is not well-formed. The message names every fault (`changeFaults`
   *   of change-set.ts finds them); nothing is then written.
   */
  write(change: ChangeSet): Promise<WriteSummary>;

  /**
   * As `write`, for a change of any size. An engine may take several transactions: each leaves a whole graph with its own
   * revision, and until the last one `loading` tells of it. Cut off, it is gone on with by loading what is still missing.
   * @throws StoreError as `write`, before anything is written; STORE_LOCKED when a load to another target is running
   */
  load(change: ChangeSet, options: LoadOptions): Promise<WriteSummary>;

  /** The load that has begun and not ended, or null. */
  loading(): Promise<Loading | null>;
  /**
   * Takes in what others wrote past this interface: records that are well-formed are answered with from then on, changed ones under
   * their new digest, what they removed is gone from the revision; whatever else stands there is left out, by name, and from then on no
   * question answers with it. What is new is not answered with before it was looked at, where the engine can tell (Neo4j). Cheap when
   * nobody else wrote since the last time; else everything is gone through, with the event loop free in between. While a load is
   * running, nothing is done and the last findings are answered.
   * @throws StoreError STORE_NOT_WRITABLE when there is something to take in and the store may only be read
   */
  takeIn(options?: TakeInOptions): Promise<OutsideWrites>;

  /** Resolves when every question can be answered. */
  ping(): Promise<void>;
  /** Why writes are refused (a full disk, a missing right), or null as far as is known. Never waits. */
  refusesWrites(): string | null;
  close(): Promise<void>;
}
