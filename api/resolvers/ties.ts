/** Which clusters are tied to which large industries: the analysis' answer, page by page, with its evidence. */
import { createHash } from 'node:crypto';
import { lastDay, type Evidence, type PartialDate, type RelationId, type SourceId } from '#vocabulary';
import { AnalysisRequestError } from '../analysis/request-error.ts';
import type { Tie as TieAnswer, TiesRequest } from '../analysis/ties/tie-types.ts';
import type {
  QueryClustersTiedToLargeIndustryArgs,
  QueryResolvers,
  RouteResolvers,
  TieChainResolvers,
  TieResolvers,
  TieSummaryResolvers,
} from '../schema/generated/resolver-types.ts';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import { StoreError, type Page, type PageRequest } from '../store/graph-store.ts';
import { analysed } from './analysed.ts';
import { connectionOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { projectedNode, projectedNodes, projectedRelations, startNodeOfType } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { chainInWords } from './tie-words.ts';
import { checkEvidence, checkOptionalDate, checkPage, checkPart, UserInputError } from './user-input.ts';

/** @throws UserInputError in the place of AnalysisRequestError */
export function refusedAsInput<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof AnalysisRequestError)) throw error;
    throw new UserInputError(error.argument, `${error.argument}: ${error.message}`, error.expected);
  }
}

/** The clusters and firm that a question about ties or gaps is about. */
type TieScopeRequest = Pick<TiesRequest, 'scope' | 'place' | 'sector' | 'cluster' | 'largeIndustry'>;

/** @throws UserInputError for an id that is unknown or of another type, or a cluster of the other scope */
export async function checkTieScope(
  args: Pick<QueryClustersTiedToLargeIndustryArgs, 'scope' | 'place' | 'sector' | 'cluster' | 'largeIndustry'>,
  context: RequestContext,
): Promise<TieScopeRequest> {
  const scope = args.scope ?? 'CLUSTER';
  const idOf = async (
    argument: 'place' | 'sector' | 'cluster' | 'largeIndustry',
    types: Parameters<typeof startNodeOfType>[2],
  ) => {
    const text = args[argument];
    return text === null || text === undefined ? undefined : await startNodeOfType(argument, text, types, context);
  };
  const [place, sector, cluster, largeIndustry] = await Promise.all([
    idOf('place', ['Country', 'Province', 'Regency', 'Locality']),
    idOf('sector', ['Sector']),
    idOf('cluster', ['SmiCluster']),
    idOf('largeIndustry', ['LargeIndustry']),
  ]);
  if (cluster !== undefined && cluster.kind !== null && cluster.kind !== scope) {
    const expected = `scope: ${cluster.kind}`;
    throw new UserInputError(
      'cluster',
      `cluster: '${cluster.id}' is of kind ${cluster.kind}; ask with ${expected}`,
      expected,
    );
  }
  return { scope, place: place?.id, sector: sector?.id, cluster: cluster?.id, largeIndustry: largeIndustry?.id };
}

/** @throws UserInputError */
async function checkRequest(args: QueryClustersTiedToLargeIndustryArgs, context: RequestContext): Promise<TiesRequest> {
  return {
    ...(await checkTieScope(args, context)),
    evidence: checkEvidence('evidence', args.evidence),
    asOf: checkOptionalDate('asOf', args.asOf),
    referenceDay: checkOptionalDate('referenceDay', args.referenceDay),
    minimumStrength: checkPart('minimumStrength', args.minimumStrength),
  };
}

/** The list's name in cursors: of the question too, since a tie's place in another answer means nothing. */
function listOf({ evidence, ...others }: TiesRequest): string {
  const question = JSON.stringify({ ...others, evidence: evidence?.toSorted() });
  return `ties:${createHash('sha256').update(question).digest('base64url').slice(0, 12)}`;
}

/** The cursor names the last tie shown. @throws StoreError INVALID_CURSOR, also when that tie is no longer in the answer */
function tiePage(list: string, ties: readonly TieAnswer[], { first, after }: PageRequest): Page<TieAnswer> {
  let start = 0;
  if (after !== undefined) {
    const [cluster, largeIndustry] = decodeCursor(list, after, ['string', 'string']);
    start = ties.findIndex((tie) => tie.cluster === cluster && tie.largeIndustry === largeIndustry) + 1;
    if (start === 0)
      throw new StoreError('INVALID_CURSOR', 'the list has changed since the cursor was made; begin again');
  }
  const items = ties.slice(start, start + first);
  const last = items.at(-1);
  const next =
    last !== undefined && start + items.length < ties.length
      ? encodeCursor(list, [last.cluster, last.largeIndustry])
      : null;
  return { items, totalCount: ties.length, next };
}

export const tieQueries = {
  clustersTiedToLargeIndustry: async (_root, args, context) => {
    const page = checkPage(args);
    const request = await checkRequest(args, context);
    const { ties, summary, revision } = await analysed('ties', request, context, COSTS.ties);
    return { ...connectionOf(tiePage(listOf(request), ties, page)), summary, revision };
  },
} satisfies QueryResolvers;

async function evidenceOfRelations(
  relations: readonly RelationId[],
  { loaders }: RequestContext,
): Promise<readonly Evidence[]> {
  return (await Promise.all(relations.map((id) => loaders.evidence.load(id)))).flat();
}

/** The sources that relations of the snapshot rest on. */
function sourcesOf(relations: readonly RelationId[], { snapshot }: RequestContext): ReadonlySet<SourceId> {
  const { projection } = snapshot;
  return projection.sourcesOf(relations.flatMap((id) => projection.relationIndex(id) ?? []));
}

function withoutRepeats(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((piece) => [JSON.stringify(piece), piece])).values()];
}

export const Tie: TieResolvers = {
  cluster: (tie, _args, context) => projectedNode(tie.cluster, context),
  largeIndustry: (tie, _args, context) => projectedNode(tie.largeIndustry, context),
  factors: (tie) => tie.best.factors,
  description: (tie, { language }) => chainInWords(tie.best, language),
  route: (tie) => tie.best,
  evidence: async (tie, _args, context) => withoutRepeats(await evidenceOfRelations(tie.best.relations, context)),
  sourceCount: (tie, _args, context) => sourcesOf(tie.relations, context).size,
};

export const TieChain: TieChainResolvers = { route: (chain) => chain };

export const Route: RouteResolvers = {
  nodes: (route, _args, context) => projectedNodes(route.nodes, context),
  relations: (route, _args, context) => projectedRelations(route.relations, context),
};

/** Of two that may end on one day, the one that says more of it. */
function isLater(date: PartialDate, than: PartialDate): boolean {
  const difference = lastDay(date) - lastDay(than);
  return difference > 0 || (difference === 0 && date.length > than.length);
}

export const TieSummary: TieSummaryResolvers = {
  untiedClusters: (summary, _args, context) => projectedNodes(summary.untiedClusters, context),
  relationCount: (summary) => summary.relations.length,
  sourceCount: (summary, _args, context) => sourcesOf(summary.relations, context).size,
  newestEvidence: (summary, _args, context) => {
    let newest: PartialDate | null = null;
    for (const source of sourcesOf(summary.relations, context)) {
      const date = context.snapshot.projection.sourceDate(source);
      if (date !== null && (newest === null || isLater(date, newest))) newest = date;
    }
    return newest;
  },
};
