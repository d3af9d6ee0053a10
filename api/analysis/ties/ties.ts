/** Which clusters are tied to which large industries, how strongly and on whose word (ANALYSIS.md §1). */
import {
  firstDay,
  lastDay,
  parsePartialDate,
  REFERENCE_DAY,
  EVIDENCE_KINDS,
  type EvidenceKind,
  type RelationId,
} from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { ChainSearch } from './chain-search.ts';
import { measureChain } from './chain-strength.ts';
import { compareTies, GatheredTie } from './gathered-tie.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { listingOf } from './listing.ts';
import { RelationMeasures, type ReferenceDays } from './relation-measures.ts';
import { clustersInScope, evidenceAskedFor } from './tie-scope.ts';
import { MOST_LISTED_IN_ALL, TIE_KINDS, type Tie, type TiesAnswer, type TiesRequest } from './tie-types.ts';
import { TIE_WEIGHTS, type TieWeights } from './weights.ts';

/** A pair of cluster and large industry, under the evidence asked for and inferred evidence. */
interface Pair {
  readonly cluster: NodeIndex;
  readonly largeIndustry: NodeIndex;
  /** Its chains on the evidence asked for. */
  asked: GatheredTie | null;
  restsOnInferredOnly: boolean;
  strongestInferred: number;
}

/**
 * Finds every chain of every cluster in scope to every large industry and takes the best of each pair. Pure: the same
 * projection and request give the same answer. O(clusters · stand-ins · d³), d the goods relations at a node.
 * @throws AnalysisRequestError for an unknown id, an id of another type, or a strength outside 0 to 1
 */
export function findTies(
  projection: Projection,
  request: TiesRequest,
  weights: TieWeights = TIE_WEIGHTS,
  mostListed = MOST_LISTED_IN_ALL,
): TiesAnswer {
  const minimum = request.minimumStrength ?? 0;
  if (!(minimum >= 0 && minimum <= 1)) {
    throw new AnalysisRequestError(
      'minimumStrength',
      `${String(minimum)} is not a strength; give a number from 0 to 1`,
      'a number from 0 to 1',
    );
  }
  const referenceDay = request.referenceDay ?? parsePartialDate(REFERENCE_DAY);
  const reference = { first: firstDay(referenceDay), last: lastDay(referenceDay) };
  const clusters = clustersInScope(projection, request);
  const pairs = findPairs(projection, request, weights, reference, clusters, mostListed);
  const found = pairs.flatMap(({ asked }) => (asked !== null && asked.best.strength >= minimum ? [asked] : []));
  found.sort(compareTies);
  const ties = found.map((tie) => tie.finish(projection, reference));
  const tied = new Set(found.map((tie) => tie.cluster));
  const untied = projection.byName(clusters.filter((cluster) => !tied.has(cluster)));
  return {
    revision: projection.revision,
    referenceDay,
    ties,
    summary: {
      clusterCount: clusters.length,
      tiedClusterCount: tied.size,
      untiedClusters: untied.map((node) => projection.nodeId(node)),
      byKind: countKinds(ties),
      relations: relationsOf(found, projection),
      inferredTieCount: pairs.filter((pair) => pair.restsOnInferredOnly && pair.strongestInferred >= minimum).length,
    },
  };
}

/** One search finds both what was asked for and what inferred evidence would add. */
function findPairs(
  projection: Projection,
  request: TiesRequest,
  weights: TieWeights,
  reference: ReferenceDays,
  clusters: readonly NodeIndex[],
  mostListed: number,
): readonly Pair[] {
  const evidence = evidenceAskedFor(request);
  const filter = projection.compile({
    evidence: [...new Set<EvidenceKind>([...evidence, 'INFERRED'])],
    asOf: request.asOf,
    excludedNodes: request.excludeNodes,
  });
  const target =
    request.largeIndustry === undefined
      ? null
      : askedNode(projection, 'largeIndustry', request.largeIndustry, ['LargeIndustry']);

  const pairs: Pair[] = [];
  let ofCluster = new Map<NodeIndex, Pair>();
  const listing = listingOf(() => pairs.flatMap((pair) => pair.asked ?? []), mostListed);
  const askedRanks = evidence.reduce((ranks, kind) => ranks | (1 << EVIDENCE_KINDS[kind].rank), 0);
  const measures = new RelationMeasures(projection, weights, reference);
  const search = new ChainSearch(projection, filter, weights, measures, target, (onStack) => {
    const chain = measureChain(onStack, weights);
    const cluster = chain.nodes[0] ?? -1;
    const largeIndustry = chain.nodes.at(-1) ?? -1;
    let pair = ofCluster.get(largeIndustry);
    if (pair === undefined) {
      pair = { cluster, largeIndustry, asked: null, restsOnInferredOnly: true, strongestInferred: 0 };
      ofCluster.set(largeIndustry, pair);
      pairs.push(pair);
    }
    if (chain.evidenceClass === 'INFERRED') pair.strongestInferred = Math.max(pair.strongestInferred, chain.strength);
    else pair.restsOnInferredOnly = false;
    if ((onStack.measures.ranks & ~askedRanks) !== 0) return;
    pair.asked ??= new GatheredTie(cluster, largeIndustry, listing);
    pair.asked.add(chain);
  });
  for (const cluster of clusters.filter((node) => filter.allowsNode(node))) {
    ofCluster = new Map();
    search.from(cluster);
  }
  return pairs;
}

function countKinds(ties: readonly Tie[]): TiesAnswer['summary']['byKind'] {
  return TIE_KINDS.map((kind) => ({ kind, count: ties.filter((tie) => tie.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

function relationsOf(found: readonly GatheredTie[], projection: Projection): readonly RelationId[] {
  const all = new Set<RelationIndex>();
  for (const tie of found) for (const relation of tie.relations) all.add(relation);
  return [...all].sort((a, b) => a - b).map((relation) => projection.relationId(relation));
}
