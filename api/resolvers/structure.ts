/** Which nodes matter, where one loss does most, and what a removal takes along. */
import { findFragility, removeNode } from '../analysis/structure/fragility.ts';
import { rankByCentrality } from '../analysis/structure/centrality.ts';
import type {
  BridgeResolvers,
  CentralityRankResolvers,
  ConcentrationResolvers,
  CutNodeResolvers,
  QueryResolvers,
  SingleSourceResolvers,
} from '../schema/generated/resolver-types.ts';
import { connectionOf } from './connection.ts';
import { listByPosition } from './list-by-position.ts';
import { projectedNode, projectedNodes, projectedRelations, startNode } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { refusedAsInput } from './ties.ts';
import { checkDate, checkEvidence, checkFirst, checkOptionalDate, checkPage } from './user-input.ts';

/** Most rows of a list that is no connection. */
const MOST_ROWS = 200;
const DEFAULT_ROWS = 50;

export const structureQueries = {
  centrality: (_root, args, context) => {
    const page = checkPage(args);
    const request = {
      measure: args.measure,
      relationTypes: args.relationTypes ?? undefined,
      evidence: checkEvidence('evidence', args.evidence),
      asOf: checkOptionalDate('asOf', args.asOf),
      nodeTypes: args.nodeTypes ?? undefined,
    };
    context.budget.spend(COSTS.centrality);
    const { ranks, ...answer } = rankByCentrality(context.snapshot.projection, request);
    const ranked = ranks.map((rank, position) => ({ ...rank, rank: position + 1 }));
    const question = { ...request, revision: answer.revision };
    return { ...connectionOf(listByPosition('centrality', question, ranked, page)), ...answer };
  },
  fragility: (_root, args, context) => {
    const first = checkFirst(args.first, MOST_ROWS, DEFAULT_ROWS);
    const request = { asOf: checkDate('asOf', args.asOf), evidence: checkEvidence('evidence', args.evidence) };
    context.budget.spend(COSTS.fragility);
    const answer = refusedAsInput(() => findFragility(context.snapshot.projection, request));
    return {
      singleSource: answer.singleSource.slice(0, first),
      singleSourceCount: answer.singleSource.length,
      concentration: answer.concentration.slice(0, first),
      concentrationCount: answer.concentration.length,
      cutNodes: answer.cutNodes.slice(0, first),
      cutNodeCount: answer.cutNodes.length,
      bridges: answer.bridges.slice(0, first).map((ends) => ({ ends })),
      bridgeCount: answer.bridges.length,
      revision: answer.revision,
    };
  },
  removal: async (_root, args, context) => {
    const request = {
      evidence: checkEvidence('evidence', args.evidence),
      asOf: checkOptionalDate('asOf', args.asOf),
      referenceDay: checkOptionalDate('referenceDay', args.referenceDay),
    };
    const node = await startNode('node', args.node, context);
    context.budget.spend(COSTS.removal);
    const answer = refusedAsInput(() => removeNode(context.snapshot.projection, { ...request, node: node.id }));
    return {
      tieCount: answer.tieCount,
      lostCount: answer.lost.length,
      lost: answer.lost.slice(0, MOST_ROWS),
      weakenedCount: answer.weakened.length,
      weakened: answer.weakened.slice(0, MOST_ROWS),
      revision: answer.revision,
    };
  },
} satisfies QueryResolvers;

export const CentralityRank: CentralityRankResolvers = {
  node: (rank, _args, context) => projectedNode(rank.node, context),
};

export const SingleSource: SingleSourceResolvers = {
  buyer: (one, _args, context) => projectedNode(one.buyer, context),
  supplier: (one, _args, context) => projectedNode(one.supplier, context),
  relations: (one, _args, context) => projectedRelations(one.relations, context),
};

export const Concentration: ConcentrationResolvers = {
  buyer: (one, _args, context) => projectedNode(one.buyer, context),
};

export const CutNode: CutNodeResolvers = {
  node: (cut, _args, context) => projectedNode(cut.node, context),
};

export const Bridge: BridgeResolvers = {
  ends: (bridge, _args, context) => projectedNodes(bridge.ends, context),
};
