/** Which support reached whom, where supports met, phases side by side and what criteria ask for. */
import type { CoverageRequest, Support } from '../analysis/programmes/coverage-types.ts';
import { SUPPORTER_TYPES } from '../analysis/programmes/supporters.ts';
import type { QueryResolvers, QuerySupportOverlapsArgs, Resolvers } from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import { connectionOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { listByPosition } from './list-by-position.ts';
import { projectedNode, projectedNodes, projectedRelations, startNodeOfType } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { checkTieScope } from './ties.ts';
import { checkEvidence, checkOptionalDate, checkPage } from './user-input.ts';

/** Most rows of a list that is no connection. */
const MOST_ROWS = 200;
type CoverageArgs = Omit<QuerySupportOverlapsArgs, 'by' | 'first' | 'after'>;

async function idOf(
  argument: string,
  text: string | null | undefined,
  types: Parameters<typeof startNodeOfType>[2],
  context: RequestContext,
) {
  return text === null || text === undefined ? undefined : (await startNodeOfType(argument, text, types, context)).id;
}

async function askCoverage(args: CoverageArgs, context: RequestContext) {
  const { scope, place, sector, cluster } = await checkTieScope({ ...args, largeIndustry: null }, context);
  const request: CoverageRequest = {
    scope,
    place,
    sector,
    cluster,
    supporter: await idOf('supporter', args.supporter, SUPPORTER_TYPES, context),
    levels: args.levels ?? undefined,
    from: checkOptionalDate('from', args.from),
    to: checkOptionalDate('to', args.to),
    evidence: checkEvidence('evidence', args.evidence),
    referenceDay: checkOptionalDate('referenceDay', args.referenceDay),
  };
  context.budget.spend(COSTS.coverage);
  const answer = await analysed('coverage', request, context);
  return { answer, question: { ...request, revision: answer.revision } };
}

export const programmeQueries = {
  coverage: async (_root, args, context) => {
    const page = checkPage(args);
    const { answer, question } = await askCoverage(args, context);
    return {
      ...connectionOf(listByPosition('coverage', question, answer.rows, page)),
      clusterCount: answer.clusters.length,
      clusters: answer.clusters.slice(0, MOST_ROWS),
      withoutPublicSupport: projectedNodes(answer.withoutPublicSupport.slice(0, MOST_ROWS), context),
      withoutPublicSupportCount: answer.withoutPublicSupport.length,
      endedWithoutBuyer: answer.endedWithoutBuyer.slice(0, MOST_ROWS),
      endedWithoutBuyerCount: answer.endedWithoutBuyer.length,
      referenceDay: answer.referenceDay,
      revision: answer.revision,
    };
  },
  supportOverlaps: async (_root, { by, ...args }, context) => {
    const page = checkPage(args);
    const { answer, question } = await askCoverage(args, context);
    const overlaps = by === 'PLACE' ? answer.overlapsByPlace : answer.overlapsByCluster;
    const certainCount = overlaps.filter(({ held }) => held === 'YES').length;
    return {
      ...connectionOf(listByPosition('supportOverlaps', { ...question, by }, overlaps, page)),
      certainCount,
      possibleCount: overlaps.length - certainCount,
      revision: answer.revision,
    };
  },
  programmePhases: async (_root, args, context) => {
    const request = {
      programme: await idOf('programme', args.programme, ['Programme'], context),
      evidence: checkEvidence('evidence', args.evidence),
    };
    context.budget.spend(COSTS.phases);
    return analysed('phases', request, context);
  },
  programmeCriteria: async (_root, args, context) => {
    const request = {
      programme: await idOf('programme', args.programme, ['Programme'], context),
      evidence: checkEvidence('evidence', args.evidence),
    };
    context.budget.spend(COSTS.criteria);
    return analysed('criteria', request, context);
  },
} satisfies QueryResolvers;

const supportOf = (row: Support): Support => row;

export const programmeResolvers = {
  SupportRow: {
    cluster: (row, _args, context) => projectedNode(row.cluster, context),
    through: (row, _args, context) => projectedNodes(row.through, context),
    support: supportOf,
  },
  OverlapSide: {
    clusters: (side, _args, context) => projectedNodes(side.clusters, context),
    support: supportOf,
  },
  Support: {
    supporter: (support, _args, context) => projectedNode(support.supporter, context),
    statusRelations: (support, _args, context) => projectedRelations(support.statusRelations, context),
    statedPeriod: (support) => support.stated,
    periodRelations: (support, _args, context) => projectedRelations(support.periodRelations, context),
    relations: (support, _args, context) => projectedRelations(support.relations, context),
  },
  SupportOverlap: { at: (overlap, _args, context) => projectedNode(overlap.at, context) },
  ClusterCoverage: { cluster: (one, _args, context) => projectedNode(one.cluster, context) },
  EndedSupport: {
    cluster: (one, _args, context) => projectedNode(one.cluster, context),
    relations: (one, _args, context) => projectedRelations(one.relations, context),
    exports: (one, _args, context) => projectedRelations(one.exports, context),
  },
  PhaseComparison: {
    earlier: (one, _args, context) => projectedNode(one.earlier, context),
    later: (one, _args, context) => projectedNode(one.later, context),
    relations: (one, _args, context) => projectedRelations(one.relations, context),
  },
  PhasePlace: { province: (one, _args, context) => projectedNode(one.province, context) },
  PhaseSide: { targets: (side, _args, context) => projectedRelations(side.targets, context) },
  PhaseCluster: {
    cluster: (one, _args, context) => projectedNode(one.cluster, context),
    makes: (one, _args, context) => projectedNodes(one.makes, context),
    relations: (one, _args, context) => projectedRelations(one.relations, context),
  },
  ProgrammeCriteria: { programme: (one, _args, context) => projectedNode(one.programme, context) },
  CriterionRead: {
    criterion: (one, _args, context) => projectedNode(one.criterion, context),
    relations: (one, _args, context) => projectedRelations(one.relations, context),
  },
  CriterionDemand: {
    demand: (one, _args, context) => projectedNode(one.demand, context),
    asked: (one, _args, context) => projectedRelations(one.asked, context),
  },
  PlaceCriteria: {
    place: (one, _args, context) => projectedNode(one.place, context),
    targets: (one, _args, context) => projectedRelations(one.targets, context),
    clusters: (one, _args, context) => projectedNodes(one.clusters, context),
  },
  PlaceFinding: {
    criterion: (one, _args, context) => projectedNode(one.criterion, context),
    demand: (one, _args, context) => projectedNode(one.demand, context),
    relations: (one, _args, context) => projectedRelations(one.relations, context),
  },
} satisfies Resolvers;
