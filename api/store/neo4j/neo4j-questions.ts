import type { DisagreementId, FigureId, NodeId, RelationId, SourceId, SubjectId } from '#vocabulary';
import { StoreError } from '../graph-store.ts';
import type * as api from '../graph-store.ts';
import { neighbourhoodCursor, nodesCursor, pageOf, relatedCursor, sourcesCursor } from '../list-cursors.ts';
import { compareAscii, orderedEvidence, orderedGroups, overviewOf } from '../orders.ts';
import { readyFilter } from '../relation-filter.ts';
import { grouped, keyed, unique } from '../answers.ts';
import type { Asker } from './connection.ts';
import { disagreementsById, disagreementsOf, figuresOf } from './cypher/about-nodes.ts';
import { existingNodes, figuresById, nodesById, relationsById, sourcesById } from './cypher/by-id.ts';
import { dataset, revision } from './cypher/dataset.ts';
import { evidenceOf } from './cypher/evidence-of.ts';
import { listNodesPage, listNodesTotal } from './cypher/list-nodes.ts';
import { neighbourhoodPage, neighbourhoodTotal } from './cypher/neighbourhood.ts';
import { nodeTypeCounts, relationCounts } from './cypher/overview.ts';
import { relatedNodes } from './cypher/related-nodes.ts';
import { relationGroups } from './cypher/relation-groups.ts';
import { citedBy, listSourcesPage, listSourcesTotal } from './cypher/sources.ts';
import type { Question } from './question.ts';

/** How questions reach the server. */
export interface Asking {
  /** All that is asked inside is asked in one read transaction. */
  readonly read: <T>(work: (asker: Asker) => Promise<T>) => Promise<T>;
  readonly isClosed: () => boolean;
}

/** What is asked of the graph on a Neo4j server. Each question is one read transaction. */
export class Neo4jQuestions implements api.GraphQuestions {
  readonly engine = 'neo4j';
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  #refuseClosed(): void {
    if (this.#asking.isClosed()) throw new StoreError('STORE_UNAVAILABLE', 'the store is closed');
  }

  async #read<T>(work: (asker: Asker) => Promise<T>): Promise<T> {
    this.#refuseClosed();
    return this.#asking.read(work);
  }

  /** A question about ids; none are not worth a call. */
  async #about<Id, T>(question: Question<readonly Id[], T>, ids: readonly Id[]): Promise<readonly T[]> {
    this.#refuseClosed();
    return ids.length === 0 ? [] : this.#read((asker) => asker.ask(question, unique(ids)));
  }

  async #one<T>(question: Question<undefined, T>): Promise<T> {
    const [value] = await this.#read((asker) => asker.ask(question, undefined));
    if (value !== undefined) return value;
    throw new StoreError(
      'STORE_FOREIGN',
      'the database no longer holds the Dataset node that marks it as Sentra’s; empty the database and start again, and it is seeded anew',
    );
  }

  async dataset(): Promise<api.DatasetSummary> {
    return this.#one(dataset);
  }

  async revision(): Promise<api.Revision> {
    return this.#one(revision);
  }

  async nodesById(ids: readonly NodeId[]): Promise<ReadonlyMap<NodeId, api.StoredNode>> {
    return keyed(await this.#about(nodesById, ids));
  }

  async relationsById(ids: readonly RelationId[]): Promise<ReadonlyMap<RelationId, api.StoredRelation>> {
    return keyed(await this.#about(relationsById, ids));
  }

  async figuresById(ids: readonly FigureId[]): Promise<ReadonlyMap<FigureId, api.StoredFigure>> {
    return keyed(await this.#about(figuresById, ids));
  }

  async sourcesById(ids: readonly SourceId[]): ReturnType<api.GraphStore['sourcesById']> {
    return keyed(await this.#about(sourcesById, ids));
  }

  async listNodes({ first, after, ...filter }: api.NodeListRequest): Promise<api.Page<api.StoredNode>> {
    const position = nodesCursor.read(after);
    return this.#read(async (asker) =>
      pageOf(
        await asker.ask(listNodesPage, { filter, after: position, limit: first + 1 }),
        first,
        (await asker.ask(listNodesTotal, filter))[0] ?? 0,
        ({ node }) => node,
        ({ node, sortName }) => nodesCursor.make({ sortName, id: node.id }),
      ),
    );
  }

  async relatedNodes(request: api.RelatedNodesRequest): ReturnType<api.GraphStore['relatedNodes']> {
    const { first, after, ...wanted } = request;
    const of = unique(wanted.of);
    const position = relatedCursor.read(of, after);
    const filter = readyFilter(wanted);
    const pages = await this.#read((asker) =>
      asker.ask(relatedNodes, { of, filter, after: position, limit: first + 1 }),
    );
    return new Map(
      pages.map((page) => [
        page.of,
        pageOf(
          page.nodes,
          first,
          page.total,
          ({ node }) => node,
          ({ node, sortName }) => relatedCursor.make(page.of, { sortName, id: node.id }),
        ),
      ]),
    );
  }

  async relationGroups(
    of: readonly NodeId[],
    filter: api.RelationFilter,
  ): ReturnType<api.GraphStore['relationGroups']> {
    const nodes = unique(of);
    return this.#read(async (asker) => {
      const groups = grouped(
        await asker.ask(relationGroups, { of: nodes, filter: readyFilter(filter) }),
        (row) => row.of,
      );
      const ofNode = (id: NodeId) => orderedGroups((groups.get(id) ?? []).map(({ group }) => group));
      return new Map((await asker.ask(existingNodes, nodes)).map((id) => [id, ofNode(id)]));
    });
  }

  async neighbourhood(request: api.NeighbourhoodRequest): Promise<api.Neighbourhood> {
    const { first, after, of } = request;
    const position = neighbourhoodCursor.read(after);
    const input = { of: unique(of), filter: readyFilter(request) };
    return this.#read(async (asker) => {
      const rows = await asker.ask(neighbourhoodPage, { ...input, after: position, limit: first + 1 });
      const [total = { nodes: 0, relations: 0 }] = await asker.ask(neighbourhoodTotal, input);
      const page = pageOf(
        rows,
        first,
        total.relations,
        (relation) => relation,
        ({ id, bounds }) => neighbourhoodCursor.make({ number: bounds.earliestEnd, id }),
      );
      const ids = unique([...of, ...page.items.flatMap(({ from, to }) => [from, to])]);
      const nodes = (await asker.ask(nodesById, ids)).sort((a, b) => compareAscii(a.id, b.id));
      const shown = { nodes: nodes.length, relations: page.items.length };
      return { nodes, relations: page.items, shown, total, next: page.next };
    });
  }

  async evidenceOf(subjects: readonly SubjectId[]): ReturnType<api.GraphStore['evidenceOf']> {
    const bySubject = grouped(await this.#about(evidenceOf, subjects), ({ subject }) => subject);
    return new Map([...bySubject].map(([subject, pieces]) => [subject, orderedEvidence(pieces)]));
  }

  async figuresOf(nodes: readonly NodeId[]): ReturnType<api.GraphStore['figuresOf']> {
    return grouped(await this.#about(figuresOf, nodes), ({ about }) => about);
  }

  async disagreementsOf(nodes: readonly NodeId[]): ReturnType<api.GraphStore['disagreementsOf']> {
    return grouped(await this.#about(disagreementsOf, nodes), ({ about }) => about);
  }

  async disagreementsById(ids: readonly DisagreementId[]): ReturnType<api.GraphStore['disagreementsById']> {
    return keyed(await this.#about(disagreementsById, ids));
  }

  async listSources({ first, after }: api.PageRequest): Promise<api.Page<api.SourceUse>> {
    const position = sourcesCursor.read(after);
    return this.#read(async (asker) =>
      pageOf(
        await asker.ask(listSourcesPage, { after: position, limit: first + 1 }),
        first,
        (await asker.ask(listSourcesTotal, undefined))[0] ?? 0,
        (use) => use,
        ({ source, relationCount }) => sourcesCursor.make({ number: relationCount, id: source.id }),
      ),
    );
  }

  async citedBy(sources: readonly SourceId[]): ReturnType<api.GraphStore['citedBy']> {
    return new Map((await this.#about(citedBy, sources)).map(({ source, cited }) => [source, cited]));
  }

  async overview(): Promise<api.Overview> {
    return this.#read(async (asker) => {
      const relations = await asker.ask(relationCounts, undefined);
      return overviewOf(await asker.ask(nodeTypeCounts, undefined), relations);
    });
  }
}
