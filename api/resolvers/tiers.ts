/** Suppliers or buyers, tier by tier: the analysis' answer, page by page. */
import type { PartialDate } from '#vocabulary';
import { DEEPEST_TIER, type TiersRequest } from '../analysis/tiers/tier-types.ts';
import type {
  QueryResolvers,
  QueryTiersArgs,
  TierNodeResolvers,
  TierPathResolvers,
  TierStepResolvers,
} from '../schema/generated/resolver-types.ts';
import type { RelationFilter } from '../store/graph-store.ts';
import { analysed } from './analysed.ts';
import { connectionOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { listByPosition } from './list-by-position.ts';
import { projectedNode, projectedNodes, projectedRelations, startNode } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { NOT_INFERRED } from './related.ts';
import { checkCount, checkDate, checkEvidence, checkPage } from './user-input.ts';

const DEFAULT_DEPTH = 2;
/** Nodes of a trace shown beside its ways. */
const MOST_REACHED = 200;
/** Clusters that one firm can stand for; far above what is recorded. */
const MOST_CLUSTERS = 1_000;

async function checkRequest(args: QueryTiersArgs, context: RequestContext): Promise<TiersRequest> {
  const depth = checkCount('depth', args.depth, 1, DEEPEST_TIER) ?? DEFAULT_DEPTH;
  const asOf = checkDate('asOf', args.asOf);
  const evidence = checkEvidence('evidence', args.evidence);
  const root = await startNode('root', args.root, context);
  return {
    root: root.id,
    direction: args.direction ?? undefined,
    depth,
    asOf,
    evidence,
    relationTypes: args.relationTypes ?? undefined,
  };
}

export const tierQueries = {
  tiers: async (_root, args, context) => {
    const page = checkPage(args);
    const request = await checkRequest(args, context);
    context.budget.spend(COSTS.tiers);
    const answer = await analysed('tiers', request, context);
    return {
      ...connectionOf(listByPosition('tiers', { ...request, revision: answer.revision }, answer.paths, page)),
      hasMore: answer.hasMore,
      reached: answer.nodes.slice(0, MOST_REACHED).map((node) => ({ ...node, asOf: request.asOf })),
      reachedCount: answer.nodes.length,
      balance: answer.balance,
      revision: answer.revision,
    };
  },
} satisfies QueryResolvers;

export const TierPath: TierPathResolvers = {
  nodes: (path, _args, context) => projectedNodes(path.nodes, context),
  node: async (path, _args, context) => {
    const last = path.nodes.at(-1);
    if (last === undefined) throw new Error('a way of a trace has at least its root');
    return projectedNode(last, context);
  },
};

export const TierStep: TierStepResolvers = {
  supplier: (step, _args, context) => projectedNode(step.supplier, context),
  buyer: (step, _args, context) => projectedNode(step.buyer, context),
  relations: (step, _args, context) => projectedRelations(step.relations, context),
};

function standsFor(asOf: PartialDate): RelationFilter {
  return {
    relationTypes: ['MEMBER_OF', 'REPRESENTS'],
    direction: 'OUT',
    nodeTypes: ['SmiCluster'],
    evidence: NOT_INFERRED,
    asOf,
  };
}

export const TierNode: TierNodeResolvers = {
  node: (reached, _args, context) => projectedNode(reached.node, context),
  clusters: async (reached, _args, context) =>
    (await context.loaders.relatedNodes(standsFor(reached.asOf), MOST_CLUSTERS).load(reached.node)).items,
};
