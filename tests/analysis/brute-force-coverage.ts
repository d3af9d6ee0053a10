/** Coverage written from its definition alone: every relation against every other, no adjacency, no search. */
import {
  DAY_MAX,
  DAY_MIN,
  EVIDENCE_KINDS_BY_STRENGTH,
  firstDay,
  lastDay,
  OPEN,
  parsePeriod,
  periodBounds,
  type EvidenceKind,
  type Held,
  type NodeType,
  type PartialDate,
  type Period,
  type PeriodBounds,
} from '#vocabulary';
import type { TestGraph, TestRelation } from './graph-of-records.ts';

export interface BruteRow {
  readonly key: string;
  readonly cluster: string;
  /** The last day on which it can have held. */
  readonly latestEnd: number;
  readonly evidence: EvidenceKind;
  readonly status: string;
  readonly isPublic: boolean;
  readonly through: readonly string[];
  /** Without where places lie in places. */
  readonly relations: readonly string[];
}

interface Way {
  readonly supporter: string;
  readonly support: TestRelation;
  readonly level: string;
  readonly through: string | null;
  readonly relations: readonly TestRelation[];
  readonly evidence: EvidenceKind;
}

const GIVEN = ['SUPPORTS', 'FOSTERS', 'FUNDS', 'TRAINS', 'GIVES_EQUIPMENT_TO', 'DRAWS_FROM', 'PLANS_TO_SUPPORT'];
const TO_PLACE = ['FUNDS', 'INVESTS_IN', 'DRAWS_FROM'];
const SERVES = ['SUPPLIES', 'SUPPORTS', 'TRAINS'];
const PUBLIC = ['Programme', 'Agency', 'FundingSource'];

const kindOf = (relation: TestRelation): EvidenceKind => relation.evidence ?? 'DOCUMENTED';
const weakest = (relations: readonly TestRelation[]): EvidenceKind =>
  EVIDENCE_KINDS_BY_STRENGTH.toReversed().find((kind) => relations.some((one) => kindOf(one) === kind)) ?? 'DOCUMENTED';

/** The rows of every CLUSTER, by their keys. */
export function bruteForceCoverage(
  graph: TestGraph,
  asked: readonly EvidenceKind[],
  referenceDay: PartialDate,
): ReadonlyMap<string, BruteRow> {
  const typeOf = (id: string): NodeType | undefined => graph.nodes.find((node) => node.id === id)?.type;
  const kept = graph.relations.filter((relation) => asked.includes(kindOf(relation)));
  const documented = graph.relations.filter((relation) => kindOf(relation) === 'DOCUMENTED');
  const known = graph.relations.filter((one) => one.type === 'LOCATED_IN' && kindOf(one) !== 'INFERRED');
  const placesAround = (start: string): readonly string[] => {
    let around = [start];
    for (;;) {
      const more = [...new Set([...around, ...known.filter(({ from }) => around.includes(from)).map(({ to }) => to)])];
      if (more.length === around.length) return around;
      around = more;
    }
  };
  const partner = (relation: TestRelation, of: string): string | null => {
    if (relation.type !== 'AGREED_TO_COOPERATE') return null;
    const other = relation.from === of ? relation.to : relation.to === of ? relation.from : null;
    if (other === null || !['Agency', 'Organisation', 'Programme'].includes(String(typeOf(other)))) return null;
    return graph.nodes.find(({ id }) => id === other)?.kind === 'FIRM_OF_UNKNOWN_SIZE' ? null : other;
  };

  const waysTo = (cluster: string): readonly Way[] => {
    const ways: Way[] = [];
    const receivers = [
      { node: cluster, by: [] as TestRelation[], level: 'CLUSTER' },
      ...kept
        .filter(({ type, to }) => to === cluster && (type === 'MEMBER_OF' || type === 'REPRESENTS'))
        .map((one) => ({ node: one.from, by: [one], level: one.type === 'MEMBER_OF' ? 'MEMBER' : 'ORGANISATION' })),
    ];
    const own = [
      cluster,
      ...documented
        .filter(({ type, to }) => to === cluster && (type === 'MEMBER_OF' || type === 'REPRESENTS'))
        .map(({ from }) => from),
    ];
    const add = (
      support: TestRelation,
      supporter: string,
      level: string,
      through: string | null,
      rest: TestRelation[],
    ) =>
      ways.push({
        supporter,
        support,
        level,
        through,
        relations: [support, ...rest],
        evidence: weakest([support, ...rest]),
      });
    for (const { node, by, level } of receivers) {
      const through = node === cluster && level === 'CLUSTER' ? null : node;
      for (const one of kept) {
        if (GIVEN.includes(one.type) && one.to === node)
          add(one, one.from, typeOf(one.from) === 'Facility' ? 'FACILITY' : level, through, by);
        const other = partner(one, node);
        if (other !== null && !own.includes(other)) add(one, other, level, through, by);
        if (one.type === 'INVESTS_IN' && typeOf(one.to) === 'Facility')
          for (const serves of kept)
            if (SERVES.includes(serves.type) && serves.from === one.to && serves.to === node)
              add(one, one.from, 'FACILITY', one.to, [serves, ...by]);
      }
      for (const lies of kept.filter(({ type, from }) => type === 'LOCATED_IN' && from === node)) {
        for (const place of placesAround(lies.to)) {
          const reading = level === 'CLUSTER' ? [] : ['INFERRED' as const];
          if (reading.length > 0 && !asked.includes('INFERRED')) continue;
          const before = ways.length;
          for (const one of kept) {
            const narrow = typeOf(place) === 'Regency' || typeOf(place) === 'Locality';
            if (narrow && TO_PLACE.includes(one.type) && one.to === place)
              add(one, one.from, 'PLACE', place, [lies, ...by]);
            if (typeOf(place) !== 'Regency') continue;
            for (const body of kept.filter(({ type, to }) => type === 'AGENCY_OF' && to === place)) {
              const other = partner(one, body.from);
              if (other !== null) add(one, other, 'PLACE', place, [body, lies, ...by]);
            }
          }
          for (let i = before; i < ways.length; i += 1) {
            const way = ways[i];
            if (way !== undefined && reading.length > 0) ways[i] = { ...way, evidence: 'INFERRED' };
          }
        }
      }
    }
    return ways;
  };

  const periodOf = (support: TestRelation, supporter: string): Period => {
    const stated = parsePeriod(support.period ?? {});
    if (typeOf(supporter) !== 'Programme') return stated;
    const end = (which: 'from' | 'to') => {
      if (stated[which] !== null) return stated[which];
      const dates = documented
        .filter(({ type, to }) => type === 'IMPLEMENTS' && to === supporter)
        .map((one) => parsePeriod(one.period ?? {})[which])
        .filter((date) => date !== null && date !== OPEN);
      return new Set(dates).size === 1 ? (dates[0] ?? null) : null;
    };
    const filled: Period = { from: end('from'), to: end('to'), attested: stated.attested };
    try {
      periodBounds(filled);
      return filled;
    } catch {
      return stated;
    }
  };
  const statusOf = (cluster: string, { support, supporter }: Way, { from, to }: Period): string => {
    if (support.type === 'PLANS_TO_SUPPORT') return 'PLANNED';
    if (support.type === 'AGREED_TO_COOPERATE') return 'AGREED';
    const places = placesAround(cluster);
    const said = documented
      .filter((one) => one.type === 'TARGETS' && one.from === supporter && places.includes(one.to))
      .map(({ status }) => status);
    if (said.includes('INITIAL_TARGET')) return 'INITIAL_TARGET';
    if (said.includes('COMMITTED')) return 'COMMITTED';
    if (to !== null && to !== OPEN && lastDay(to) <= lastDay(referenceDay)) return 'CARRIED_OUT';
    return from !== null && (from === OPEN || firstDay(from) <= lastDay(referenceDay)) ? 'BEGUN' : 'RECORDED';
  };
  const isPublic = ({ supporter, support }: Way): boolean => {
    const type = String(typeOf(supporter));
    if (PUBLIC.includes(type)) return true;
    if (type !== 'Facility') return [support.from, support.to].some((end) => typeOf(end) === 'Agency');
    return documented
      .filter((one) => one.type === 'FACILITY_OF' && one.from === supporter)
      .every(({ to }) => PUBLIC.includes(String(typeOf(to))));
  };

  const rows = new Map<string, BruteRow>();
  for (const { id: cluster } of graph.nodes.filter(({ type, kind }) => type === 'SmiCluster' && kind !== 'GROUP')) {
    const groups = new Map<string, Way[]>();
    for (const way of waysTo(cluster)) {
      const { supporter, support, level } = way;
      const key = JSON.stringify([cluster, supporter, support.type, level, periodOf(support, supporter)]);
      groups.set(key, [...(groups.get(key) ?? []), way]);
    }
    for (const [key, ways] of groups) {
      const evidence =
        EVIDENCE_KINDS_BY_STRENGTH.find((kind) => ways.some((way) => way.evidence === kind)) ?? 'INFERRED';
      const best = ways.filter((way) => way.evidence === evidence);
      const [first] = best;
      if (first === undefined) continue;
      const period = periodOf(first.support, first.supporter);
      rows.set(key, {
        key,
        cluster,
        latestEnd: periodBounds(period).latestEnd,
        evidence,
        status: statusOf(cluster, first, period),
        isPublic: best.some(isPublic),
        through: [...new Set(best.flatMap(({ through }) => through ?? []))].sort(),
        relations: [...new Set(best.flatMap(({ relations }) => relations.map(({ id }) => id)))].sort(),
      });
    }
  }
  return rows;
}

const FAR = 4_000_000;
const finite = (day: number): number => (day === DAY_MIN ? -FAR : day === DAY_MAX ? FAR : day);

/** Every pair of first and last day that the bounds allow, out of the days that matter. */
function completions(bounds: PeriodBounds, days: readonly number[]): readonly (readonly [number, number])[] {
  const within = (least: number, most: number) => days.filter((day) => day >= finite(least) && day <= finite(most));
  return within(bounds.earliestStart, bounds.latestStart).flatMap((start) =>
    within(bounds.earliestEnd, bounds.latestEnd).flatMap((end) => (start <= end ? [[start, end] as const] : [])),
  );
}

const answers = new Map<string, Held>();

/** Overlap by going through every way in which the two periods can have been. */
export function bruteForceOverlap(a: PeriodBounds, b: PeriodBounds): Held {
  const key = JSON.stringify([a, b]);
  const answer = answers.get(key) ?? goThrough(a, b);
  answers.set(key, answer);
  return answer;
}

function goThrough(a: PeriodBounds, b: PeriodBounds): Held {
  const edges = [a, b].flatMap((one) =>
    [one.earliestStart, one.latestStart, one.earliestEnd, one.latestEnd].map(finite),
  );
  const days = [...new Set(edges.flatMap((day) => [day - 1, day, day + 1]))].sort((one, other) => one - other);
  const met = completions(a, days).flatMap(([start, end]) =>
    completions(b, days).map(([from, to]) => start <= to && from <= end),
  );
  return met.every(Boolean) ? 'YES' : met.some(Boolean) ? 'POSSIBLY' : 'NO';
}
