import type { Coverage, SupportRow } from '../../actions/programmes.ts';
import { csvText, type Cell } from '../../export/cells.ts';

type Named = SupportRow['cluster'];

const HEADER = [
  'cluster_id',
  'cluster',
  'supporter_id',
  'supporter',
  'relation',
  'level',
  'through',
  'status',
  'from',
  'to',
  'attested',
  'stated_from',
  'stated_to',
  'public',
  'evidence',
  'relations',
  'status_relations',
  'period_relations',
  'sources',
  'filters',
  'revision',
] as const;

const list = (values: readonly string[]): string => values.join('; ');
const idsOf = (things: readonly { readonly id: string }[]): string => list(things.map(({ id }) => id));

/** The rows as a CSV file whose cells no spreadsheet runs; a period's unknown end is empty, an open one `..`. */
export function coverageCsv({ nodes, revision }: Coverage, filters: string, nameOf: (node: Named) => string): string {
  return csvText([
    HEADER,
    ...nodes.map(({ cluster, through, support }): readonly Cell[] => [
      cluster.id,
      nameOf(cluster),
      support.supporter.id,
      nameOf(support.supporter),
      support.type,
      support.level,
      idsOf(through),
      support.status,
      support.period.from,
      support.period.to,
      list(support.period.attested),
      support.statedPeriod.from,
      support.statedPeriod.to,
      String(support.isPublic),
      support.evidence,
      idsOf(support.relations),
      idsOf(support.statusRelations),
      idsOf(support.periodRelations),
      list([...new Set(support.relations.flatMap(({ evidence }) => evidence.map(({ source }) => source.id)))].sort()),
      filters,
      revision,
    ]),
  ]);
}
