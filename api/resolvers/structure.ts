/** Which nodes matter, where one loss does most, and what a removal takes along. */
import type { RemovalAnswer } from '../analysis/structure/fragility-types.ts';
import type { NodeType } from '#vocabulary';
import { MOST_PICTURE_NODES } from '../analysis/picture-types.ts';
import type { Projection } from '../projection/projection.ts';
import type { QueryResolvers, Resolvers } from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import { mainSectorsOf } from './main-sectors.ts';
import { connectionOf } from './connection.ts';
import { listByPosition } from './list-by-position.ts';
import { projectedNode, projectedNodes, projectedRelations, startNode } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { checkDate, checkEvidence, checkFirst, checkManyNodeIds, checkOptionalDate, checkPage } from './user-input.ts';

/** Most rows of a list that is no connection. */
const MOST_ROWS = 200;
const DEFAULT_ROWS = 50;
/** Relations named for a node that holds parts together. */
const MOST_LINKS = 50;

export const structureQueries = {
  centrality: async (_root, args, context) => {
    const page = checkPage(args);
    const request = {
      measure: args.measure,
      relationTypes: args.relationTypes ?? undefined,
      evidence: checkEvidence('evidence', args.evidence),
      asOf: checkOptionalDate('asOf', args.asOf),
      nodeTypes: args.nodeTypes ?? undefined,
      among: args.among === null || args.among === undefined ? undefined : manyIds('among', args.among),
    };
    context.budget.spend(COSTS.centrality);
    const { ranks, ...answer } = await analysed('centrality', request, context);
    const ranked = ranks.map((rank, position) => ({ ...rank, rank: position + 1 }));
    const question = { ...request, revision: answer.revision };
    return { ...connectionOf(listByPosition('centrality', question, ranked, page)), ...answer };
  },
  fragility: async (_root, args, context) => {
    const first = checkFirst(args.first, MOST_ROWS, DEFAULT_ROWS);
    const concentrationBy = args.concentrationBy ?? 'SUPPLIER';
    const asked = { asOf: checkDate('asOf', args.asOf), evidence: checkEvidence('evidence', args.evidence) };
    const mainSectors = concentrationBy === 'SECTOR' ? mainSectorsOf(context.snapshot.projection) : undefined;
    const request = { ...asked, concentrationBy, mainSectors };
    context.budget.spend(COSTS.fragility);
    const answer = await analysed('fragility', request, context);
    return {
      singleSource: answer.singleSource.slice(0, first),
      singleSourceCount: answer.singleSource.length,
      concentration: answer.concentration.slice(0, first),
      concentrationCount: answer.concentration.length,
      cutNodes: answer.cutNodes.slice(0, first),
      cutNodeCount: answer.cutNodes.length,
      bridges: answer.bridges.slice(0, first),
      bridgeCount: answer.bridges.length,
      singleBuyer: answer.singleBuyer.slice(0, first),
      singleBuyerCount: answer.singleBuyer.length,
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
    const answer = await analysed('removal', { ...request, node: node.id }, context);
    return {
      tieCount: answer.tieCount,
      lostCount: answer.lost.length,
      lost: answer.lost.slice(0, MOST_ROWS),
      weakenedCount: answer.weakened.length,
      weakened: answer.weakened.slice(0, MOST_ROWS),
      partCount: answer.partCount,
      cutOff: answer.cutOff.slice(0, MOST_ROWS),
      cutOffCount: answer.cutOff.length,
      cutOffByType: byType(context.snapshot.projection, answer.cutOff),
      revision: answer.revision,
    };
  },
} satisfies QueryResolvers;

const manyIds = (argument: string, ids: readonly string[]) => checkManyNodeIds(argument, ids, MOST_PICTURE_NODES);

function byType(
  projection: Projection,
  cutOff: RemovalAnswer['cutOff'],
): readonly { readonly type: NodeType; readonly count: number }[] {
  const counts = new Map<NodeType, number>();
  for (const { node } of cutOff) {
    const type = projection.nodeType(projection.nodeIndex(node) ?? -1);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

export const structureResolvers = {
  CentralityConnection: {
    greatest: ({ values }) => [...values.values()].reduce((most, value) => Math.max(most, value), 0),
    values: ({ values }, { of }) => manyIds('of', of).map((id) => values.get(id) ?? null),
  },
  CentralityRank: { node: (rank, _args, context) => projectedNode(rank.node, context) },
  SingleSource: {
    buyer: (one, _args, context) => projectedNode(one.buyer, context),
    supplier: (one, _args, context) => projectedNode(one.supplier, context),
    relations: (one, _args, context) => projectedRelations(one.relations, context),
  },
  SingleBuyer: {
    cluster: (one, _args, context) => projectedNode(one.cluster, context),
    buyer: (one, _args, context) => projectedNode(one.buyer, context),
    relations: (one, _args, context) => projectedRelations(one.relations, context),
    through: (one, _args, context) => projectedRelations(one.through, context),
  },
  Concentration: { buyer: (one, _args, context) => projectedNode(one.buyer, context) },
  ConcentrationPart: {
    by: ({ by }, _args, context) => (by === null ? null : projectedNode(by, context)),
    suppliers: (part, _args, context) => projectedNodes(part.suppliers, context),
    relations: (part, _args, context) => projectedRelations(part.relations, context),
  },
  CutNode: {
    node: (cut, _args, context) => projectedNode(cut.node, context),
    relations: (cut, _args, context) => projectedRelations(cut.relations.slice(0, MOST_LINKS), context),
    relationCount: (cut) => cut.relations.length,
  },
  Bridge: {
    ends: (bridge, _args, context) => projectedNodes(bridge.ends, context),
    relations: (bridge, _args, context) => projectedRelations(bridge.relations, context),
  },
  CutOff: { node: (cut, _args, context) => projectedNode(cut.node, context) },
} satisfies Resolvers;
