/** Which supports of one cluster, or of clusters in one place, met in time (ANALYSIS.md §8). */
import {
  DAY_MAX,
  DAY_MIN,
  dateOfDay,
  EVIDENCE_KINDS_BY_STRENGTH,
  periodBounds,
  type Held,
  type NodeId,
  type PeriodBounds,
} from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { follower, followAll } from '../gaps/follow.ts';
import type { DayInterval, OverlapSide, SupportOverlap } from './coverage-types.ts';
import { compareRows, type FoundRow } from './support-rows.ts';

/** NO if one cannot have begun before the other was over; YES if each had begun, by the latest, while the other still held. */
export function overlapHeld(a: PeriodBounds, b: PeriodBounds): Held {
  if (a.latestEnd < b.earliestStart || b.latestEnd < a.earliestStart) return 'NO';
  return a.latestStart <= b.earliestEnd && b.latestStart <= a.earliestEnd ? 'YES' : 'POSSIBLY';
}

function dayInterval(from: number, to: number): DayInterval {
  return { from: from === DAY_MIN ? null : dateOfDay(from), to: to === DAY_MAX ? null : dateOfDay(to) };
}

/** Pairs of rows of each cluster. */
export function overlapsByCluster(
  clusters: readonly { readonly cluster: NodeId; readonly rows: readonly FoundRow[] }[],
): readonly SupportOverlap[] {
  return certainFirst(
    clusters.flatMap(({ cluster, rows }) =>
      pairs(
        cluster,
        rows.map((row) => sideOf([row])),
      ),
    ),
  );
}

/** Pairs of supports of clusters in each regency; what one supporter gave several clusters alike is one. By the regency's sort name. */
export function overlapsByPlace(projection: Projection, rows: readonly FoundRow[]): readonly SupportOverlap[] {
  const regenciesOf = regencyReader(projection);
  const places = new Map<NodeIndex, Map<string, FoundRow[]>>();
  for (const row of rows) {
    const cluster = projection.nodeIndex(row.cluster) ?? -1;
    const { supporter, type, level, status, period } = row;
    const key = JSON.stringify([supporter, type, level, status, period, row.stated]);
    for (const place of regenciesOf(cluster)) {
      const supports = places.get(place) ?? new Map<string, FoundRow[]>();
      places.set(place, supports);
      supports.set(key, [...(supports.get(key) ?? []), row]);
    }
  }
  return certainFirst(
    projection.byName([...places.keys()]).flatMap((place) => {
      const sides = [...(places.get(place)?.values() ?? [])].map(sideOf).sort(compareRows);
      return pairs(projection.nodeId(place), sides);
    }),
  );
}

/** Regencies that a cluster lies in on documented word or by general knowledge, at any time. */
function regencyReader(projection: Projection): (cluster: NodeIndex) => readonly NodeIndex[] {
  const within = follower(projection, {
    types: ['LOCATED_IN'],
    evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE'],
    asOf: undefined,
  });
  return (cluster) =>
    followAll([{ node: cluster, relations: [] }], within)
      .map(({ node }) => node)
      .filter((node) => projection.nodeType(node) === 'Regency');
}

/** What the rows share, with all that each of them rests on; as evidence the best of theirs. */
function sideOf(rows: readonly FoundRow[]): OverlapSide {
  const [first] = rows.toSorted(
    (a, b) => EVIDENCE_KINDS_BY_STRENGTH.indexOf(a.evidence) - EVIDENCE_KINDS_BY_STRENGTH.indexOf(b.evidence),
  );
  if (first === undefined) throw new Error('a support has no row');
  const { cluster: _cluster, through: _through, ...support } = first;
  const all = <T extends string>(of: (row: FoundRow) => readonly T[]): readonly T[] =>
    [...new Set(rows.flatMap(of))].sort((a, b) => (a < b ? -1 : 1));
  return {
    ...support,
    isPublic: rows.some(({ isPublic }) => isPublic),
    relations: all(({ relations }) => relations),
    statusRelations: all(({ statusRelations }) => statusRelations),
    clusters: all(({ cluster }) => [cluster]),
  };
}

function pairs(at: NodeId, sides: readonly OverlapSide[]): readonly SupportOverlap[] {
  return sides.flatMap((first, i) =>
    sides.slice(i + 1).flatMap((second): readonly SupportOverlap[] => {
      const [a, b] = [first.bounds, second.bounds];
      const held = overlapHeld(a, b);
      if (held === 'NO') return [];
      const from = Math.max(a.latestStart, b.latestStart);
      const to = Math.min(a.earliestEnd, b.earliestEnd);
      return [
        {
          at,
          first,
          second,
          held,
          heldAsStated: overlapHeld(periodBounds(first.stated), periodBounds(second.stated)),
          certain: held === 'YES' && from <= to && to !== DAY_MIN && from !== DAY_MAX ? dayInterval(from, to) : null,
          possible: dayInterval(Math.max(a.earliestStart, b.earliestStart), Math.min(a.latestEnd, b.latestEnd)),
        },
      ];
    }),
  );
}

function certainFirst(found: readonly SupportOverlap[]): readonly SupportOverlap[] {
  return [...found.filter(({ held }) => held === 'YES'), ...found.filter(({ held }) => held === 'POSSIBLY')];
}
