import { parseNodeId, type Language, type NodeId, type RelationId, type SourceId } from '#vocabulary';
import {
  collapse,
  collapseAll,
  failExpansion,
  receiveExpansion,
  startExpansion,
  expansionOf,
} from '../exploration/expansion.ts';
import {
  groupId,
  IDLE,
  type GroupKey,
  type Question,
  type Selection,
  type TieId,
  type View,
} from '../exploration/exploration.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import * as transition from '../exploration/transitions.ts';
import { request } from '../requests/client.ts';
import {
  NeighbourhoodDocument,
  RelationCountsDocument,
  TiesDocument,
  type NodeSummaryFragment,
  type TiesQuery,
} from '../requests/generated/operations.ts';
import { isAbort, RequestError, type RequestFault } from '../requests/request-error.ts';
import { AnswerCache } from './answer-cache.ts';
import { filtersOf, groupFilter, inPages, relationFilter } from './answers.ts';
import { answerOf, arrivedWith, knownNode, knownRelation, renamed } from './known.ts';

/** Ties asked for at a time; the API's most. */
const TIES_A_PAGE = 200;
/** Nodes counted at a time; the API's most. */
const NODES_A_PAGE = 200;
/** Relations that opening a group adds at a time. */
export const EXPAND_AT_MOST = 25;

/** Everything a panel may do. Each action is one transition, or one request and the transitions around it. */
export interface Explorer {
  readonly store: ExplorationStore;
  /** Answers had before, shared by every panel. */
  readonly cache: AnswerCache;
  readonly language: () => Language;
  /** Asks the question with these parts changed. */
  readonly ask: (change: Partial<Question>) => void;
  readonly askAgain: () => void;
  /** When the answer on screen came; null before the first. */
  readonly answeredAt: () => Date | null;
  /** Gives up waiting; the old answer stays. */
  readonly cancel: () => void;
  /** Asks for the ties that were cut off. */
  readonly moreTies: () => Promise<void>;
  readonly setView: (view: View) => void;
  readonly selectNode: (id: NodeId) => void;
  /** Makes a node known that the exploration has not met, such as one chosen from a menu. */
  readonly know: (node: NodeSummaryFragment) => NodeId;
  /** As `know`, and selects it. */
  readonly openNode: (node: NodeSummaryFragment) => void;
  readonly selectTie: (id: TieId) => void;
  readonly selectRelation: (id: RelationId) => void;
  readonly selectSource: (id: SourceId) => void;
  readonly close: () => void;
  /** Goes to what was selected before; closes when there was nothing. */
  readonly back: () => void;
  readonly pointAt: (selection: Selection | null) => void;
  /** Puts a node into the picture. */
  readonly place: (node: NodeSummaryFragment) => void;
  readonly unplace: (id: NodeId) => void;
  /** Opens a group in the picture, or adds the next relations of an open one. */
  readonly expand: (group: GroupKey) => Promise<void>;
  readonly collapse: (group: GroupKey) => void;
  /** Closes every group opened from the node. */
  readonly collapseAll: (id: NodeId) => void;
  /** Names in another language; the ties' words are asked for anew. */
  readonly speak: (language: Language) => void;
}

/** The name of the fault, under which the page's words for it stand. */
function faultMessage(error: unknown): string {
  const fault: RequestFault = error instanceof RequestError ? error.fault : 'UNEXPECTED';
  return fault;
}

/** Wires the actions to one exploration. */
export function createExplorer(store: ExplorationStore, firstLanguage: Language): Explorer {
  const cache = new AnswerCache();
  const trail: Selection[] = [];
  let language = firstLanguage;
  let asking = new AbortController();
  let nextTies: string | null = null;
  let answeredAt: Date | null = null;

  const tiesPage = async (
    question: Question,
    after: string | null,
    signal: AbortSignal,
  ): Promise<TiesQuery['clustersTiedToLargeIndustry']> => {
    const { scope, place, sector, largeIndustry, asOf, evidence } = question;
    const variables = { first: TIES_A_PAGE, after, scope, place, sector, largeIndustry, asOf, evidence, language };
    return (await request(TiesDocument, variables, signal)).clustersTiedToLargeIndustry;
  };

  /** Fills in how many relations each node of the picture has. A count is an extra: without it no `+n` is drawn. */
  const countRelations = async (question: Question, signal: AbortSignal): Promise<void> => {
    const { nodes } = store.getState();
    const uncounted = Object.values(nodes).map((node) => node.id);
    for (const ids of inPages(uncounted, NODES_A_PAGE)) {
      const filter = relationFilter(filtersOf(question));
      const answer = await request(RelationCountsDocument, { ids: [...ids], filter }, signal);
      store.setState((exploration) => {
        const counted = answer.nodes.flatMap(({ id, relationGroups }) => {
          const known = exploration.nodes[parseNodeId(id)];
          const relationCount = relationGroups.reduce((sum, group) => sum + group.count, 0);
          return known === undefined ? [] : [{ ...known, relationCount }];
        });
        return transition.remember(exploration, { nodes: counted, relations: [] });
      });
    }
  };

  /** Opens a group, or adds the next page of an open one, under the filters of the question. */
  const expand = async (group: GroupKey): Promise<void> => {
    const { question, expanding } = store.getState();
    if (expanding[groupId(group)]?.status === 'loading') return;
    const after = expansionOf(store.getState(), group)?.endCursor ?? null;
    store.setState((exploration) => startExpansion(exploration, group));
    try {
      const filter = groupFilter(group, filtersOf(question));
      const variables = { of: [group.of], first: EXPAND_AT_MOST, after, filter };
      const { neighbourhood } = await request(NeighbourhoodDocument, variables, asking.signal);
      const page = {
        nodes: neighbourhood.nodes.map((node) => knownNode(node, language)),
        relations: neighbourhood.relations.map((relation) => knownRelation(relation, question.asOf)),
        // The API counts the node asked for among the nodes; a group counts the other ends.
        total: { ...neighbourhood.total, nodes: Math.max(0, neighbourhood.total.nodes - 1) },
        endCursor: neighbourhood.pageInfo.hasNextPage ? neighbourhood.pageInfo.endCursor : null,
      };
      store.setState((exploration) => receiveExpansion(exploration, group, page));
      await countRelations(question, asking.signal).catch(ignoreCount);
    } catch (error) {
      if (isAbort(error)) store.setState((exploration) => collapse(exploration, group));
      else store.setState((exploration) => failExpansion(exploration, group, faultMessage(error)));
    }
  };

  const run = async (question: Question, controller: AbortController): Promise<void> => {
    try {
      const page = await tiesPage(question, null, controller.signal);
      if (controller.signal.aborted) return;
      const revision = store.getState().answer?.revision;
      if (revision !== undefined && revision !== page.revision) cache.clear();
      nextTies = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      answeredAt = new Date();
      const arrived = arrivedWith(page, language, question.asOf);
      const open = store.getState().expansions;
      store.setState((exploration) => transition.receiveAnswer(exploration, question, answerOf(page, []), arrived));
      // Under other filters a group means something else: what was open is asked for anew, not lost.
      const kept = store.getState().expansions;
      await Promise.all(open.filter((expansion) => !kept.includes(expansion)).map(({ group }) => expand(group)));
      await countRelations(question, controller.signal).catch(ignoreCount);
    } catch (error) {
      if (isAbort(error)) return;
      store.setState((exploration) => transition.failQuestion(exploration, question, faultMessage(error)));
    }
  };

  const askNow = (question: Question): void => {
    asking.abort();
    asking = new AbortController();
    store.setState((exploration) => transition.askQuestion(exploration, question));
    void run(question, asking);
  };

  const go = (selection: Selection): void => {
    const before = store.getState().selection;
    if (transition.sameSelection(before, selection)) return;
    store.setState((exploration) => transition.select(exploration, selection));
  };

  // Selections come from the canvas, too: the way back is kept wherever they come from.
  let goingBack = false;
  store.subscribe(({ selection }, before) => {
    if (selection === before.selection || goingBack) return;
    if (selection === null) trail.length = 0;
    else if (before.selection !== null && !transition.sameSelection(selection, before.selection)) {
      trail.push(before.selection);
    }
  });

  const know = (node: NodeSummaryFragment): NodeId => {
    const known = knownNode(node, language);
    store.setState((exploration) => transition.remember(exploration, { nodes: [known], relations: [] }));
    return known.id;
  };

  return {
    store,
    cache,
    language: () => language,
    ask: (change) => askNow({ ...store.getState().question, ...change }),
    askAgain: () => askNow(store.getState().question),
    answeredAt: () => answeredAt,
    cancel: () => {
      asking.abort();
      store.setState(transition.cancelQuestion);
    },
    moreTies: async () => {
      const { answered, answer } = store.getState();
      if (answered === null || answer === null || nextTies === null) return;
      try {
        const page = await tiesPage(answered, nextTies, asking.signal);
        nextTies = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        const arrived = arrivedWith(page, language, answered.asOf);
        const whole = answerOf(page, answer.ties);
        store.setState((exploration) => transition.receiveAnswer(exploration, answered, whole, arrived));
      } catch (error) {
        if (isAbort(error)) return;
        store.setState((exploration) => transition.failQuestion(exploration, answered, faultMessage(error)));
      }
    },
    setView: (view) => store.setState((exploration) => transition.setView(exploration, view)),
    selectNode: (id) => go({ kind: 'node', id }),
    know,
    openNode: (node) => go({ kind: 'node', id: know(node) }),
    selectTie: (id) => go({ kind: 'tie', id }),
    selectRelation: (id) => go({ kind: 'relations', ids: [id] }),
    selectSource: (id) => go({ kind: 'source', id }),
    close: () => store.setState((exploration) => transition.select(exploration, null)),
    back: () => {
      const previous = trail.pop() ?? null;
      goingBack = true;
      store.setState((exploration) => transition.select(exploration, previous));
      goingBack = false;
    },
    pointAt: (selection) => store.setState((exploration) => transition.hover(exploration, selection)),
    place: (node) => {
      const id = know(node);
      store.setState((exploration) => transition.placeNode(exploration, id));
      void countRelations(store.getState().question, asking.signal).catch(ignoreCount);
    },
    unplace: (id) => store.setState((exploration) => transition.unplaceNode(exploration, id)),
    expand,
    collapse: (group) => store.setState((exploration) => collapse(exploration, group)),
    collapseAll: (id) => store.setState((exploration) => collapseAll(exploration, id)),
    speak: (next) => {
      if (next === language) return;
      language = next;
      cache.clear();
      store.setState((exploration) => {
        const nodes = renamed(Object.values(exploration.nodes), next);
        return transition.remember({ ...exploration, request: IDLE }, { nodes, relations: [] });
      });
      askNow(store.getState().question);
    },
  };
}

/** The picture is complete without counts; the next answer asks for them again. */
function ignoreCount(): void {}
