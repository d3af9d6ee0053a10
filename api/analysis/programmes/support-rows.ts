/** Ways of support gathered into rows: one for each cluster, supporter, kind of support, level and period. */
import {
  EVIDENCE_KINDS_BY_STRENGTH,
  periodBounds,
  type EvidenceKind,
  type PartialDate,
  type Period,
} from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { follower } from '../gaps/follow.ts';
import type { SupportRow } from './coverage-types.ts';
import { periodReader, statusReader, type ReadPeriod } from './support-status.ts';
import { supportWayReader, type SupportWay } from './support-ways.ts';
import { compareText } from '../compare-text.ts';

const PUBLIC_TYPES: readonly string[] = ['Programme', 'Agency', 'FundingSource'];

/** A row before it is known whether it held within the time asked for. */
export type FoundRow = Omit<SupportRow, 'during'>;

/** The rows of a cluster, in the order of {@link compareRows}. Status and the ends of periods rest on documented word, whatever is asked. */
export function supportRowReader(
  projection: Projection,
  evidence: readonly EvidenceKind[],
  referenceDay: PartialDate,
): (cluster: NodeIndex) => readonly FoundRow[] {
  const waysOf = supportWayReader(projection, evidence);
  const periodOf = periodReader(projection);
  const statusOf = statusReader(projection, referenceDay);
  const isPublic = publicReader(projection);
  return (cluster) => {
    const gathered = new Map<string, { readonly read: ReadPeriod; readonly ways: SupportWay[] }>();
    for (const way of waysOf(cluster)) {
      const read = periodOf(way.support, way.supporter);
      const key = JSON.stringify([way.supporter, projection.relationType(way.support), way.level, read.period]);
      const before = gathered.get(key);
      if (before === undefined) gathered.set(key, { read, ways: [way] });
      else before.ways.push(way);
    }
    const rows = [...gathered.values()].map(({ read, ways }): FoundRow => {
      const best = bestEvidenced(ways);
      const [{ supporter, support, level }] = best;
      const type = projection.relationType(support);
      const status = statusOf({ cluster, supporter, type, period: read.period });
      const ids = (relations: Iterable<RelationIndex>) =>
        [...new Set(relations)].sort((a, b) => a - b).map((relation) => projection.relationId(relation));
      return {
        cluster: projection.nodeId(cluster),
        supporter: projection.nodeId(supporter),
        type,
        level,
        status: status.status,
        statusRelations: ids(status.relations),
        period: read.period,
        bounds: periodBounds(read.period),
        stated: projection.relationPeriod(support),
        periodRelations: ids(read.relations),
        isPublic: best.some(isPublic),
        evidence: best[0].evidence,
        relations: ids(best.flatMap(({ relations }) => relations)),
        through: [...new Set(best.flatMap(({ through }) => (through === null ? [] : [through])))]
          .sort((a, b) => a - b)
          .map((node) => projection.nodeId(node)),
      };
    });
    return rows.sort(compareRows);
  };
}

/** The ways whose evidence none of the others beats. */
function bestEvidenced(ways: readonly SupportWay[]): readonly [SupportWay, ...SupportWay[]] {
  const rank = ({ evidence }: SupportWay): number => EVIDENCE_KINDS_BY_STRENGTH.indexOf(evidence);
  const least = Math.min(...ways.map(rank));
  const [first, ...rest] = ways.filter((way) => rank(way) === least);
  if (first === undefined) throw new Error('a row of support has no way');
  return [first, ...rest];
}

/** A facility counts as public unless a firm or organisation is documented to own or run it; an agreement counts by who signed. */
function publicReader(projection: Projection): (way: SupportWay) => boolean {
  const ownersOf = follower(projection, { types: ['FACILITY_OF'], evidence: ['DOCUMENTED'], asOf: undefined });
  return ({ supporter, support }) => {
    const type = projection.nodeType(supporter);
    if (PUBLIC_TYPES.includes(type)) return true;
    if (type === 'Facility')
      return ownersOf(supporter).every(({ node }) => PUBLIC_TYPES.includes(projection.nodeType(node)));
    return [projection.relationFrom(support), projection.relationTo(support)].some(
      (node) => projection.nodeType(node) === 'Agency',
    );
  };
}

/** Latest start, latest end, supporter, type, level, period; total. */
export function compareRows(
  a: Omit<FoundRow, 'cluster' | 'through'>,
  b: Omit<FoundRow, 'cluster' | 'through'>,
): number {
  return (
    a.bounds.latestStart - b.bounds.latestStart ||
    a.bounds.latestEnd - b.bounds.latestEnd ||
    compareText(a.supporter, b.supporter) ||
    compareText(a.type, b.type) ||
    compareText(a.level, b.level) ||
    compareText(periodText(a.period), periodText(b.period)) ||
    compareText(a.status, b.status)
  );
}

const periodText = (period: Period): string => JSON.stringify(period);
