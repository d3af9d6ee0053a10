import type { DisagreementId, FigureId, NodeId, RelationId, SourceId, SubjectId } from '#vocabulary';
import { StoreError } from '../graph-store.ts';
import type * as api from '../graph-store.ts';
import { neighbourhoodCursor, nodesCursor, pageOf, relatedCursor, sourcesCursor } from '../list-cursors.ts';
import { compareAscii, orderedEvidence, orderedGroups, overviewOf, subjectKind } from '../orders.ts';
import { readyFilter } from '../relation-filter.ts';
import { grouped, keyed, unique } from '../answers.ts';
import { givenUp } from '../store-error.ts';
import type { Connection } from './connection.ts';
import type { Question } from './question.ts';
import { citedFigures, citedNodes, citedRelations, existingSources } from './sql/cited-by.ts';
import { dataset, revision } from './sql/dataset.ts';
import { disagreementsById, disagreementsOf } from './sql/disagreements.ts';
import { evidenceOfFigures, evidenceOfNodes, evidenceOfRelations } from './sql/evidence-of.ts';
import { figuresById } from './sql/figures-by-id.ts';
import { figuresOf } from './sql/figures-of.ts';
import { leadOf, listNodesPage, listNodesTotal } from './sql/list-nodes.ts';
import { listSourcesPage, listSourcesTotal } from './sql/list-sources.ts';
import { neighbourhoodPage, neighbourhoodTotal } from './sql/neighbourhood.ts';
import { nodesById } from './sql/nodes-by-id.ts';
import { nodeTypeCounts, relationCounts } from './sql/overview.ts';
import { existingNodes, relatedNodesPage, relatedNodesTotal } from './sql/related-nodes.ts';
import { relationGroups } from './sql/relation-groups.ts';
import { relationsById } from './sql/relations-by-id.ts';
import { sourcesById } from './sql/sources-by-id.ts';
import { withSides } from './sides.ts';
import { whileLocked } from './waiting.ts';

/** How questions reach the file. */
export interface Asking {
  readonly reader: () => Connection;
  /** Milliseconds that another process's lock is waited for. */
  readonly patience: number;
  readonly isClosed: () => boolean;
  /** Aborted when the answer is not wanted any more. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What is asked of the graph in one SQLite file. A question itself is answered within milliseconds and cannot be interrupted; what is not
 * wanted any more does not begin.
 */
export class SqliteQuestions implements api.GraphQuestions {
  readonly engine = 'sqlite';
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** All that is asked inside is seen at one moment. */
  async #read<T>(ask: (reader: Connection) => T): Promise<T> {
    const { reader, patience, isClosed, signal } = this.#asking;
    return whileLocked(() => {
      if (signal?.aborted === true) throw givenUp();
      if (isClosed()) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
      const connection = reader();
      return connection.reading(() => ask(connection));
    }, patience);
  }

  async #one<T>(question: Question<undefined, T>): Promise<T> {
    const [value] = await this.#read((reader) => reader.ask(question, undefined));
    if (value === undefined) throw new StoreError('STORE_FOREIGN', 'the store file holds no dataset');
    return value;
  }

  async dataset(): Promise<api.DatasetSummary> {
    return this.#one(dataset);
  }

  async revision(): Promise<api.Revision> {
    return this.#one(revision);
  }

  async nodesById(ids: readonly NodeId[]): Promise<ReadonlyMap<NodeId, api.StoredNode>> {
    return this.#read((reader) => keyed(reader.ask(nodesById, ids)));
  }

  async relationsById(ids: readonly RelationId[]): Promise<ReadonlyMap<RelationId, api.StoredRelation>> {
    return this.#read((reader) => keyed(reader.ask(relationsById, ids)));
  }

  async figuresById(ids: readonly FigureId[]): Promise<ReadonlyMap<FigureId, api.StoredFigure>> {
    return this.#read((reader) => keyed(reader.ask(figuresById, ids)));
  }

  async sourcesById(ids: readonly SourceId[]): ReturnType<api.GraphStore['sourcesById']> {
    return this.#read((reader) => keyed(reader.ask(sourcesById, ids)));
  }

  async listNodes({ first, after, ...filter }: api.NodeListRequest): Promise<api.Page<api.StoredNode>> {
    const position = nodesCursor.read(after);
    const lead = leadOf(filter);
    return this.#read((reader) =>
      pageOf(
        reader.ask(listNodesPage[lead], { filter, after: position, limit: first + 1 }),
        first,
        reader.ask(listNodesTotal[lead], filter)[0] ?? 0,
        ({ node }) => node,
        ({ node, sortName }) => nodesCursor.make({ sortName, id: node.id }),
      ),
    );
  }

  async relatedNodes(request: api.RelatedNodesRequest): ReturnType<api.GraphStore['relatedNodes']> {
    const { first, after, ...wanted } = request;
    const nodes = unique(wanted.of);
    const position = relatedCursor.read(nodes, after);
    const filter = readyFilter(wanted);
    return this.#read((reader) => {
      const page = (of: NodeId): api.Page<api.StoredNode> => {
        const rows = reader.ask(relatedNodesPage, { of, filter, after: position, limit: first + 1 });
        const whole = position === null && rows.length <= first;
        return pageOf(
          rows,
          first,
          whole ? rows.length : (reader.ask(relatedNodesTotal, { of, filter })[0] ?? 0),
          ({ node }) => node,
          ({ node, sortName }) => relatedCursor.make(of, { sortName, id: node.id }),
        );
      };
      return new Map(reader.ask(existingNodes, nodes).map((of) => [of, page(of)]));
    });
  }

  async relationGroups(
    of: readonly NodeId[],
    filter: api.RelationFilter,
  ): ReturnType<api.GraphStore['relationGroups']> {
    const nodes = unique(of);
    return this.#read((reader) => {
      const groups = grouped(reader.ask(relationGroups, { of: nodes, filter: readyFilter(filter) }), (row) => row.of);
      const ofNode = (id: NodeId) => orderedGroups((groups.get(id) ?? []).map(({ group }) => group));
      return new Map(reader.ask(existingNodes, nodes).map((id) => [id, ofNode(id)]));
    });
  }

  async neighbourhood(request: api.NeighbourhoodRequest): Promise<api.Neighbourhood> {
    const { first, after, of } = request;
    const position = neighbourhoodCursor.read(after);
    const input = { of: unique(of), filter: readyFilter(request) };
    return this.#read((reader) => {
      const rows = reader.ask(neighbourhoodPage, { ...input, after: position, limit: first + 1 });
      const total = reader.ask(neighbourhoodTotal, input)[0] ?? { nodes: 0, relations: 0 };
      const page = pageOf(
        rows,
        first,
        total.relations,
        (relation) => relation,
        ({ id, bounds }) => neighbourhoodCursor.make({ number: bounds.earliestEnd, id }),
      );
      const ids = unique([...of, ...page.items.flatMap(({ from, to }) => [from, to])]);
      const nodes = reader.ask(nodesById, ids).sort((a, b) => compareAscii(a.id, b.id));
      const shown = { nodes: nodes.length, relations: page.items.length };
      return { nodes, relations: page.items, shown, total, next: page.next };
    });
  }

  async evidenceOf(subjects: readonly SubjectId[]): ReturnType<api.GraphStore['evidenceOf']> {
    const kinds = grouped(unique(subjects), subjectKind);
    return this.#read((reader) => {
      const pieces = [
        ...reader.ask(evidenceOfNodes, kinds.get('node') ?? []),
        ...reader.ask(evidenceOfRelations, kinds.get('relation') ?? []),
        ...reader.ask(evidenceOfFigures, kinds.get('figure') ?? []),
      ];
      const bySubject = grouped(pieces, ({ subject }) => subject);
      return new Map([...bySubject].map(([subject, of]) => [subject, orderedEvidence(of)]));
    });
  }

  async figuresOf(nodes: readonly NodeId[]): ReturnType<api.GraphStore['figuresOf']> {
    return this.#read((reader) => grouped(reader.ask(figuresOf, nodes), ({ about }) => about));
  }

  async disagreementsOf(nodes: readonly NodeId[]): ReturnType<api.GraphStore['disagreementsOf']> {
    return this.#read((reader) => grouped(withSides(reader, reader.ask(disagreementsOf, nodes)), ({ about }) => about));
  }

  async disagreementsById(ids: readonly DisagreementId[]): ReturnType<api.GraphStore['disagreementsById']> {
    return this.#read((reader) => keyed(withSides(reader, reader.ask(disagreementsById, unique(ids)))));
  }

  async listSources({ first, after }: api.PageRequest): Promise<api.Page<api.SourceUse>> {
    const position = sourcesCursor.read(after);
    return this.#read((reader) =>
      pageOf(
        reader.ask(listSourcesPage, { after: position, limit: first + 1 }),
        first,
        reader.ask(listSourcesTotal, undefined)[0] ?? 0,
        (use) => use,
        ({ source, relationCount }) => sourcesCursor.make({ number: relationCount, id: source.id }),
      ),
    );
  }

  async citedBy(sources: readonly SourceId[]): ReturnType<api.GraphStore['citedBy']> {
    const ids = unique(sources);
    return this.#read((reader) => {
      const nodes = grouped(reader.ask(citedNodes, ids), ({ source }) => source);
      const relations = grouped(reader.ask(citedRelations, ids), ({ source }) => source);
      const figures = grouped(reader.ask(citedFigures, ids), ({ source }) => source);
      const cited = (source: SourceId): api.CitedBy => ({
        nodes: (nodes.get(source) ?? []).map(({ id }) => id),
        relations: (relations.get(source) ?? []).map(({ id }) => id),
        figures: (figures.get(source) ?? []).map(({ id }) => id),
      });
      return new Map(reader.ask(existingSources, ids).map((source) => [source, cited(source)]));
    });
  }

  async overview(): Promise<api.Overview> {
    return this.#read((reader) =>
      overviewOf(reader.ask(nodeTypeCounts, undefined), reader.ask(relationCounts, undefined)),
    );
  }
}
