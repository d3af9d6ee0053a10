import { parseNodeId, type NodeId } from '#vocabulary';
import { drawnNodes } from '../exploration/drawn-nodes.ts';
import { standsForItself } from '../exploration/grouping.ts';
import { sameFilters, type Question } from '../exploration/question.ts';
import { rememberCounts } from '../exploration/transitions.ts';
import { request } from '../requests/client.ts';
import { RelationCountsDocument } from '../requests/generated/operations.ts';
import { filtersOf, inPages, relationFilter } from './answers.ts';
import type { Workings } from './workings.ts';

/** Nodes counted at a time; the API's most. */
const NODES_A_PAGE = 200;

/**
 * Fills in how many relations each node of the picture has that is not counted yet, under the filters of the answer on
 * screen. A count is an extra: a failure leaves the node without `+n`, and the next change of the picture asks again. Counts
 * that arrive when the answer has other filters are dropped.
 */
export function counter({ store }: Pick<Workings, 'store'>): () => Promise<void> {
  let asking = new AbortController();

  const count = async (question: Question, signal: AbortSignal): Promise<void> => {
    const before = store.getState();
    const uncounted = [...drawnNodes(before).keys()].filter(
      (id) => before.counts[id] === undefined && standsForItself(before, id),
    );
    const filter = relationFilter(filtersOf(question));
    for (const ids of inPages(uncounted, NODES_A_PAGE)) {
      const answer = await request(RelationCountsDocument, { ids: [...ids], filter }, signal);
      const { answered } = store.getState();
      if (signal.aborted || answered === null || !sameFilters(answered, question)) return;
      const counts: Record<NodeId, number> = {};
      for (const { id, relationGroups } of answer.nodes) {
        counts[parseNodeId(id)] = relationGroups.reduce((sum, group) => sum + group.count, 0);
      }
      store.setState((exploration) => rememberCounts(exploration, counts));
    }
  };

  return async () => {
    const { answered, question } = store.getState();
    asking.abort();
    asking = new AbortController();
    await count(answered ?? question, asking.signal).catch(withoutCounts);
  };
}

/** The picture is complete without counts. */
function withoutCounts(): void {}
