/** Which clusters and large industries could deal with each other. */
import type { QueryResolvers, Resolvers } from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import { connectionOf } from './connection.ts';
import { listByPosition } from './list-by-position.ts';
import { projectedNode, projectedNodes, projectedRelations } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { checkTieScope } from './ties.ts';
import { checkOptionalDate, checkPage } from './user-input.ts';

const MOST_WITHOUT_CANDIDATE = 200;

export const gapQueries = {
  gaps: async (_root, args, context) => {
    const page = checkPage(args);
    const request = {
      ...(await checkTieScope(args, context)),
      withinKm: args.withinKm ?? undefined,
      wide: args.wide ?? false,
      asOf: checkOptionalDate('asOf', args.asOf),
    };
    context.budget.spend(COSTS.gaps);
    const answer = await analysed('gaps', request, context);
    const ranked = answer.gaps.map((gap, position) => ({ ...gap, rank: position + 1 }));
    const question = { ...request, revision: answer.revision };
    return {
      ...connectionOf(listByPosition('gaps', question, ranked, page)),
      unknownDistanceCount: answer.unknownDistanceCount,
      clusterCount: answer.clusterCount,
      withoutCandidate: answer.withoutCandidate.slice(0, MOST_WITHOUT_CANDIDATE),
      withoutCandidateCount: answer.withoutCandidate.length,
      revision: answer.revision,
    };
  },
} satisfies QueryResolvers;

export const gapResolvers = {
  Gap: {
    cluster: (gap, _args, context) => projectedNode(gap.cluster, context),
    largeIndustry: (gap, _args, context) => projectedNode(gap.largeIndustry, context),
    documentedTie: (gap, _args, context) => projectedRelations(gap.documentedTie, context),
    inferredTie: (gap, _args, context) => projectedRelations(gap.inferredTie, context),
  },
  GapFit: {
    clusterSide: (fit, _args, context) => projectedNode(fit.clusterSide, context),
    firmSide: (fit, _args, context) => projectedNode(fit.firmSide, context),
    relations: (fit, _args, context) => projectedRelations(fit.relations, context),
  },
  GapDistance: {
    clusterPlace: (distance, _args, context) => projectedNode(distance.clusterPlace, context),
    firmPlace: (distance, _args, context) => projectedNode(distance.firmPlace, context),
  },
  GapSupport: { relations: (support, _args, context) => projectedRelations(support.relations, context) },
  ClusterWithoutCandidate: {
    cluster: (one, _args, context) => projectedNode(one.cluster, context),
    classes: (one, _args, context) => projectedNodes(one.classes, context),
  },
} satisfies Resolvers;
