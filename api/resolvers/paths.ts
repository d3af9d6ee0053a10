/** How two nodes are connected. */
import { MOST_PATHS, LONGEST_PATH } from '../analysis/paths/path-types.ts';
import type { PathResolvers, PathStepResolvers, QueryResolvers } from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import { projectedNodes, projectedRelations, startNode } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { checkCount, checkEvidence, checkFirst, checkOptionalDate, UserInputError } from './user-input.ts';

const DEFAULT_FIRST = 3;
const MOST_EXCLUDED = 200;

export const pathQueries = {
  paths: async (_root, args, context) => {
    const first = checkFirst(args.first, MOST_PATHS, DEFAULT_FIRST);
    const excluded = args.excludeNodes ?? [];
    if (excluded.length > MOST_EXCLUDED) {
      const expected = `at most ${MOST_EXCLUDED} ids`;
      throw new UserInputError(
        'excludeNodes',
        `excludeNodes holds ${excluded.length} ids; it may hold ${expected}`,
        expected,
      );
    }
    const request = {
      relationTypes: args.relationTypes ?? undefined,
      direction: args.direction ?? undefined,
      evidence: checkEvidence('evidence', args.evidence),
      asOf: checkOptionalDate('asOf', args.asOf),
      maxLength: checkCount('maxLength', args.maxLength, 1, LONGEST_PATH),
    };
    const [from, to, excludedNodes] = await Promise.all([
      startNode('from', args.from, context),
      startNode('to', args.to, context),
      Promise.all(excluded.map((id) => startNode('excludeNodes', id, context))),
    ]);
    context.budget.spend(COSTS.paths);
    const ends = { from: from.id, to: to.id, excludeNodes: excludedNodes.map((node) => node.id) };
    const answer = await analysed('paths', { ...request, ...ends }, context);
    return {
      totalCount: answer.paths.length,
      hasMore: answer.hasMore,
      nodes: answer.paths.slice(0, first),
      closedBy: answer.closedBy,
      revision: answer.revision,
    };
  },
} satisfies QueryResolvers;

export const Path: PathResolvers = {
  nodes: (path, _args, context) => projectedNodes(path.nodes, context),
  relations: (path, _args, context) =>
    projectedRelations(
      path.steps.flatMap((step) => step.slice(0, 1)),
      context,
    ),
  steps: (path) => path.steps.map((relations) => ({ relations })),
};

export const PathStep: PathStepResolvers = {
  relations: (step, _args, context) => projectedRelations(step.relations, context),
};
