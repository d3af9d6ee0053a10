/** Support that is over without a buyer, from its definition alone: over rows by brute force and lists of relations. */
import { dateOfDay, firstDay, type EvidenceKind, type PartialDate } from '#vocabulary';
import { bruteForceCoverage } from './brute-force-coverage.ts';
import type { TestGraph } from './graph-of-records.ts';

export interface BruteEnded {
  readonly cluster: string;
  /** Without where places lie in places. */
  readonly relations: readonly string[];
  readonly lastDay: PartialDate;
  readonly stillSupported: boolean;
  readonly exports: readonly string[];
}

/** By cluster. @param asked the evidence of support; a sale and who belongs to a cluster count only when documented */
export function bruteForceEnded(
  graph: TestGraph,
  asked: readonly EvidenceKind[],
  referenceDay: PartialDate,
): readonly BruteEnded[] {
  const documented = graph.relations.filter(({ evidence = 'DOCUMENTED' }) => evidence === 'DOCUMENTED');
  const rows = [...bruteForceCoverage(graph, asked, referenceDay).values()];
  return [...new Set(rows.map(({ cluster }) => cluster))].toSorted().flatMap((cluster): readonly BruteEnded[] => {
    const all = rows.filter((row) => row.cluster === cluster);
    const over = all.filter(
      ({ status, latestEnd }) => !['PLANNED', 'AGREED'].includes(status) && latestEnd < firstDay(referenceDay),
    );
    const own = [
      cluster,
      ...documented
        .filter(({ type, to }) => ['MEMBER_OF', 'REPRESENTS'].includes(type) && to === cluster)
        .map(({ from }) => from),
    ];
    const of = (types: readonly string[]) =>
      documented.filter(({ type, from }) => types.includes(type) && own.includes(from));
    const sold = of(['SUPPLIES', 'DISTRIBUTES_THROUGH', 'AGREED_TO_SUPPLY']).filter(
      ({ to, carries }) => !own.includes(to) && carries !== 'SCRAP',
    );
    if (over.length === 0 || sold.length > 0) return [];
    const lastDay = dateOfDay(Math.max(...over.map(({ latestEnd }) => latestEnd)));
    if (lastDay === null) return [];
    return [
      {
        cluster,
        relations: [...new Set(over.flatMap(({ relations }) => relations))].sort(),
        lastDay,
        stillSupported: over.length < all.length,
        exports: of(['EXPORTS_TO'])
          .map(({ id }) => id)
          .sort(),
      },
    ];
  });
}
