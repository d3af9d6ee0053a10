/** Communities of the graph, found in a thread of its own. */
import { GraphQLError } from 'graphql';
import { communitiesAnswer, communityInput } from '../analysis/communities/communities.ts';
import {
  USUAL_RESOLUTION,
  type CommunitiesAnswer,
  type CommunityRequest,
} from '../analysis/communities/community-types.ts';
import { AnalysisStopped, runInWorker } from '../analysis/worker/run-in-worker.ts';
import type { Projection } from '../projection/projection.ts';
import type { CommunityResolvers, QueryResolvers } from '../schema/generated/resolver-types.ts';
import { connectionOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { checkGraphFilter } from './graph-filter.ts';
import { KeptAnswers } from './kept-answers.ts';
import { listByPosition } from './list-by-position.ts';
import { projectedNodes } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { refusedAsInput } from './ties.ts';
import { checkPage } from './user-input.ts';

/** A million relations take about 5 s. */
const DEADLINE_MS = 25_000;
const MOST_TELLING = 3;
/** Answers kept for the pages that follow, for as long as their projection is. */
const MOST_KEPT = 8;

const kept = new KeptAnswers<Projection, Promise<CommunitiesAnswer>>(MOST_KEPT);

/** The same question of the same projection is worked out once, also while it is being worked out. */
function answered(projection: Projection, request: CommunityRequest): Promise<CommunitiesAnswer> {
  return kept.answer(projection, request, () => {
    const answer = workOut(projection, request);
    answer.catch(() => kept.drop(projection, request));
    return answer;
  });
}

async function workOut(projection: Projection, request: CommunityRequest): Promise<CommunitiesAnswer> {
  const input = refusedAsInput(() => communityInput(projection, request));
  const partition = await refusedWhenStopped(runInWorker('communities', input, { deadlineMs: DEADLINE_MS }));
  return communitiesAnswer(projection, input, partition);
}

async function refusedWhenStopped<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AnalysisStopped)) throw error;
    throw new GraphQLError(
      `Finding communities takes longer than ${DEADLINE_MS / 1_000} s here; ask for a part of the graph, by place, sector or relation type.`,
      { extensions: { code: 'QUESTION_TOO_LARGE' } },
    );
  }
}

export const communityQueries = {
  communities: async (_root, args, context) => {
    const page = checkPage(args);
    const quality = args.quality ?? 'CPM';
    const resolution = args.resolution ?? USUAL_RESOLUTION[quality];
    const seed = args.seed ?? 1;
    const filter = await checkGraphFilter(args.filter, context);
    context.budget.spend(COSTS.communities);
    const request: CommunityRequest = { filter, quality, resolution, seed };
    const answer = await answered(context.snapshot.projection, request);
    const list = listByPosition('communities', { request, revision: answer.revision }, answer.communities, page);
    return {
      ...connectionOf(list),
      nodeCount: answer.nodeCount,
      relationCount: answer.relationCount,
      singletonCount: answer.singletons,
      modularity: answer.modularity,
      qualityValue: answer.quality,
      quality,
      resolution,
      seed,
      revision: answer.revision,
    };
  },
  communitySweep: async (_root, args, context) => {
    const quality = args.quality ?? 'CPM';
    const seed = args.seed ?? 1;
    const filter = await checkGraphFilter(args.filter, context);
    context.budget.spend(COSTS.communitySweep);
    const { projection, revision } = context.snapshot;
    const request = { filter, quality, seed, resolution: USUAL_RESOLUTION[quality] };
    const input = refusedAsInput(() => communityInput(projection, request));
    const sweep = await refusedWhenStopped(runInWorker('communitySweep', input, { deadlineMs: DEADLINE_MS }));
    return {
      ...sweep,
      nodeCount: input.nodes.length,
      relationCount: input.from.length,
      quality,
      seed,
      revision,
    };
  },
} satisfies QueryResolvers;

const idsOf = (members: readonly number[], { snapshot }: RequestContext) =>
  members.map((node) => snapshot.projection.nodeId(node));

export const Community: CommunityResolvers = {
  size: ({ members }) => members.length,
  mostTelling: ({ members }, _args, context) => projectedNodes(idsOf(members.slice(0, MOST_TELLING), context), context),
  memberIds: ({ members }, _args, context) => idsOf(members, context),
  members: ({ members, number }, args, context) => {
    const question = { number, members: members.length, first: members[0], revision: context.snapshot.revision };
    const page = listByPosition('community', question, members, checkPage(args));
    return connectionOf({ ...page, items: projectedNodes(idsOf(page.items, context), context) });
  },
};
