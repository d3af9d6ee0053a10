/**
 * Loaders gather what one request asks of the store, field by field, into one question each (no N+1). They live as long as
 * a request.
 */
import DataLoader from 'dataloader';
import type {
  DisagreementId,
  Evidence,
  FigureId,
  NodeId,
  NodeType,
  RelationId,
  Source,
  SourceId,
  SubjectId,
} from '#vocabulary';
import type {
  CitedBy,
  GraphQuestions,
  Page,
  RelationFilter,
  RelationGroup,
  SourceUse,
  StoredDisagreement,
  StoredFigure,
  StoredNode,
  StoredRelation,
} from '../store/graph-store.ts';
import type { QuestionBudget } from './question-budget.ts';

/** How many relations, nodes and figures rest on a source. */
export type SourceCounts = Pick<SourceUse, 'relationCount' | 'nodeCount' | 'figureCount'>;

export interface Loaders {
  readonly node: DataLoader<NodeId, StoredNode | null>;
  readonly relation: DataLoader<RelationId, StoredRelation | null>;
  readonly figure: DataLoader<FigureId, StoredFigure | null>;
  readonly source: DataLoader<SourceId, Source | null>;
  readonly disagreement: DataLoader<DisagreementId, StoredDisagreement | null>;
  /** Nothing known is an empty list. */
  readonly evidence: DataLoader<SubjectId, readonly Evidence[]>;
  readonly figuresOf: DataLoader<NodeId, readonly StoredFigure[]>;
  readonly disagreementsOf: DataLoader<NodeId, readonly StoredDisagreement[]>;
  readonly citedBy: DataLoader<SourceId, CitedBy | null>;
  readonly sourceCounts: DataLoader<SourceId, SourceCounts | null>;
  /** By the official code, such as 35 of a province. */
  nodeByCode(type: NodeType): DataLoader<string, StoredNode | null>;
  /** First page of the nodes at the other end, for every node that a field is asked of under one filter. */
  relatedNodes(filter: RelationFilter, first: number): DataLoader<NodeId, Page<StoredNode>>;
  relationGroups(filter: RelationFilter): DataLoader<NodeId, readonly RelationGroup[]>;
}

/** Every look-up counts, also one that the loader answers from what it knows: it still becomes part of the answer. */
class CountedLoader<K, V> extends DataLoader<K, V> {
  readonly #budget: QuestionBudget;

  constructor(ask: DataLoader.BatchLoadFn<K, V>, budget: QuestionBudget) {
    super(ask);
    this.#budget = budget;
  }

  override load(key: K): Promise<V> {
    this.#budget.spend();
    return super.load(key);
  }
}

const EMPTY_PAGE: Page<never> = { items: [], totalCount: 0, next: null };

/** One loader for every distinct way of asking. */
function loaderPerRequest<R extends object, K, V>(
  create: (request: R) => DataLoader<K, V>,
): (request: R) => DataLoader<K, V> {
  const made = new Map<string, DataLoader<K, V>>();
  return (request) => {
    const key = JSON.stringify(request);
    const loader = made.get(key) ?? create(request);
    made.set(key, loader);
    return loader;
  };
}

async function nodesByCode(
  store: GraphQuestions,
  type: NodeType,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredNode>> {
  const page = await store.listNodes({ types: [type], codes, first: codes.length });
  return new Map(page.items.flatMap((node) => (node.code === null ? [] : [[node.code, node] as const])));
}

export function createLoaders(store: GraphQuestions, budget: QuestionBudget): Loaders {
  /** A loader over a question that answers a map: what is absent from the map becomes `absent`. */
  const loaderOver = <K, V, A>(
    ask: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
    absent: A,
  ): DataLoader<K, V | A> =>
    new CountedLoader(async (keys) => {
      const found = await ask(keys);
      return keys.map((key) => found.get(key) ?? absent);
    }, budget);
  const citedBy = loaderOver<SourceId, CitedBy, null>((ids) => store.citedBy(ids), null);
  const sourceCounts = new CountedLoader<SourceId, SourceCounts | null>(async (ids) => {
    const cited = await citedBy.loadMany(ids);
    return cited.map((uses) => {
      if (uses instanceof Error || uses === null) return uses;
      return {
        relationCount: uses.relations.length,
        nodeCount: uses.nodes.length,
        figureCount: uses.figures.length,
      };
    });
  }, budget);
  const perCode = loaderPerRequest(({ type }: { readonly type: NodeType }) =>
    loaderOver<string, StoredNode, null>((codes) => nodesByCode(store, type, codes), null),
  );
  const perRelated = loaderPerRequest((request: RelationFilter & { readonly first: number }) =>
    loaderOver<NodeId, Page<StoredNode>, Page<StoredNode>>((of) => store.relatedNodes({ ...request, of }), EMPTY_PAGE),
  );
  const perGroup = loaderPerRequest((filter: RelationFilter) =>
    loaderOver<NodeId, readonly RelationGroup[], readonly RelationGroup[]>(
      (of) => store.relationGroups(of, filter),
      [],
    ),
  );
  return {
    node: loaderOver((ids) => store.nodesById(ids), null),
    relation: loaderOver((ids) => store.relationsById(ids), null),
    figure: loaderOver((ids) => store.figuresById(ids), null),
    source: loaderOver((ids) => store.sourcesById(ids), null),
    disagreement: loaderOver((ids) => store.disagreementsById(ids), null),
    evidence: loaderOver((ids) => store.evidenceOf(ids), []),
    figuresOf: loaderOver((ids) => store.figuresOf(ids), []),
    disagreementsOf: loaderOver((ids) => store.disagreementsOf(ids), []),
    citedBy,
    sourceCounts,
    nodeByCode: (type) => perCode({ type }),
    relatedNodes: (filter, first) => perRelated({ ...filter, first }),
    relationGroups: perGroup,
  };
}
