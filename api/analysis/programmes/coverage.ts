/** Which support reached which cluster, where supports met in time, and whom none reached (ANALYSIS.md §8). */
import {
  DAY_MAX,
  DAY_MIN,
  firstDay,
  heldWithin,
  lastDay,
  parsePartialDate,
  REFERENCE_DAY,
  type NodeId,
} from '#vocabulary';
import type { Projection } from '../../projection/projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { clustersInScope, evidenceAskedFor } from '../ties/tie-scope.ts';
import type { ClusterCoverage, CoverageAnswer, CoverageRequest, SupportOverlap, SupportRow } from './coverage-types.ts';
import { endedSupportReader } from './ended-support.ts';
import { overlapsByCluster, overlapsByPlace } from './overlaps.ts';
import { supportRowReader } from './support-rows.ts';
import { supportersOf } from './supporters.ts';

/**
 * Every support of every cluster in scope, with the relations behind it. Pure. O(ways of support), and the square of the supports of a
 * cluster and of a regency for their overlaps.
 * @throws AnalysisRequestError for an unknown id, an id of another type, or a time that ends before it begins
 */
export function findCoverage(projection: Projection, request: CoverageRequest): CoverageAnswer {
  const within = daysOf(request);
  const evidence = evidenceAskedFor(request);
  const { scope, cluster, place, sector } = request;
  const inScope = projection.byName(clustersInScope(projection, { scope, cluster, place, sector, evidence }));
  const supporters = request.supporter === undefined ? null : supportersOf(projection, request.supporter);
  const referenceDay = request.referenceDay ?? parsePartialDate(REFERENCE_DAY);
  const rowsOf = supportRowReader(projection, evidence, referenceDay);
  const endedOf = endedSupportReader(projection, referenceDay);
  const levels = request.levels === undefined || request.levels.length === 0 ? null : request.levels;

  const found = inScope.map((node) => {
    const all = rowsOf(node).flatMap((row): readonly SupportRow[] => {
      const during = heldWithin(row.bounds, ...within);
      return during === 'NO' ? [] : [{ ...row, during }];
    });
    const rows = all.filter(
      (row) =>
        (supporters === null || supporters.has(row.supporter)) && (levels === null || levels.includes(row.level)),
    );
    return { cluster: projection.nodeId(node), all, rows };
  });
  const rows = found.flatMap((one) => one.rows);
  const byCluster = overlapsByCluster(found);
  return {
    revision: projection.revision,
    referenceDay,
    rows,
    clusters: found.map((one) => countsOf(one, byCluster)),
    withoutPublicSupport: found.filter(({ all }) => !all.some((row) => row.isPublic)).map((one) => one.cluster),
    overlapsByCluster: byCluster,
    overlapsByPlace: overlapsByPlace(projection, rows),
    endedWithoutBuyer: found.flatMap(({ cluster: one, all }) => endedOf(one, all) ?? []),
  };
}

/** The days asked for, both included. */
function daysOf({ from, to }: CoverageRequest): readonly [first: number, last: number] {
  const first = from === undefined ? DAY_MIN : firstDay(from);
  const last = to === undefined ? DAY_MAX : lastDay(to);
  if (first > last) {
    const expected = `a date that is not before ${String(from)}`;
    throw new AnalysisRequestError(
      'to',
      `'${String(to)}' ends before '${String(from)}' begins; give ${expected}`,
      expected,
    );
  }
  return [first, last];
}

function countsOf(
  { cluster, rows }: { readonly cluster: NodeId; readonly rows: readonly SupportRow[] },
  overlaps: readonly SupportOverlap[],
): ClusterCoverage {
  const own = overlaps.filter(({ at }) => at === cluster);
  return {
    cluster,
    supportCount: rows.length,
    publicSupportCount: rows.filter(({ isPublic }) => isPublic).length,
    certainOverlapCount: own.filter(({ held }) => held === 'YES').length,
    possibleOverlapCount: own.filter(({ held }) => held === 'POSSIBLY').length,
  };
}
