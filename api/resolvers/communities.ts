/** Communities of the graph. */
import { USUAL_RESOLUTION, type CommunityRequest } from '../analysis/communities/community-types.ts';
import type { CommunityResolvers, QueryResolvers } from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import { connectionOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { checkGraphFilter } from './graph-filter.ts';
import { listByPosition } from './list-by-position.ts';
import { projectedNodes } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { checkPage } from './user-input.ts';

const MOST_TELLING = 3;

export const communityQueries = {
  communities: async (_root, args, context) => {
    const page = checkPage(args);
    const quality = args.quality ?? 'CPM';
    const resolution = args.resolution ?? USUAL_RESOLUTION[quality];
    const seed = args.seed ?? 1;
    const filter = await checkGraphFilter(args.filter, context);
    context.budget.spend(COSTS.communities);
    const request: CommunityRequest = { filter, quality, resolution, seed };
    const answer = await analysed('communities', request, context);
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
    const request = { filter, quality, seed, resolution: USUAL_RESOLUTION[quality] };
    return { ...(await analysed('communitySweep', request, context)), quality, seed };
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
