import type { ShockOutcome, ShockTable, WhatIf } from '../../actions/what-if.ts';
import { csvText, type Cell } from '../../export/cells.ts';
import { letterOf } from './asked.ts';

/** Columns of the comparison's rows, on the page and in its file. */
const COLUMNS = [
  'shock',
  'shock_name',
  'list',
  'id',
  'name',
  'kind',
  'tier',
  'lost_low',
  'lost_high',
  'units_low',
  'units_high',
  'workers_low',
  'workers_high',
  'output',
  'output_percent',
  'value_added',
  'value_added_percent',
  'table',
  'relations',
] as const;
export type WhatIfColumn = (typeof COLUMNS)[number];

/** A row: what it says under each column; absent says nothing. */
export type WhatIfRow = Readonly<Partial<Record<WhatIfColumn, Cell>>>;

type Named = ShockOutcome['closed'][number]['node'];
/** How nodes and tables are called. */
export interface NamesOf {
  readonly node: (node: Named) => string;
  readonly table: (table: ShockTable) => string;
}

const idsOf = (relations: readonly { readonly id: string }[]): string => relations.map(({ id }) => id).join('; ');

/** Everything that was found, shock after shock, list after list; then sectors. @param names of the shocks, in words */
export function whatIfRows(whatIf: WhatIf, names: readonly string[], nameOf: NamesOf): readonly WhatIfRow[] {
  const shocks = whatIf.shocks.flatMap((outcome, index) => {
    const shock = { shock: letterOf(index), shock_name: names[index] ?? '' };
    return outcomeRows(outcome, nameOf.node).map((row): WhatIfRow => ({ ...shock, ...row }));
  });
  const sectors = whatIf.sectors.flatMap(({ sector, effects }) =>
    effects.flatMap((effect, index): readonly WhatIfRow[] => {
      const table = whatIf.shocks[index]?.economy?.table;
      if (effect === null || table === undefined) return [];
      return [
        {
          shock: letterOf(index),
          shock_name: names[index] ?? '',
          list: 'sector',
          id: sector.code,
          name: sector.name,
          output: effect.output,
          output_percent: effect.outputPercent,
          value_added: effect.valueAdded,
          value_added_percent: effect.valueAddedPercent,
          table: nameOf.table(table),
        },
      ];
    }),
  );
  return [...shocks, ...sectors];
}

function outcomeRows(outcome: ShockOutcome, nameOf: NamesOf['node']): readonly WhatIfRow[] {
  const of = (list: string, node: Named): WhatIfRow => ({ list, id: node.id, name: nameOf(node) });
  return [
    ...outcome.closed.map(({ node, because, relations }): WhatIfRow => ({
      ...of('closed', node),
      kind: because,
      relations: idsOf(relations),
    })),
    ...outcome.clusterEffects.map(({ cluster, kind, tier, lostInput, units, workers, ways }): WhatIfRow => ({
      ...of('cluster', cluster),
      kind,
      tier,
      lost_low: lostInput?.low ?? null,
      lost_high: lostInput?.high ?? null,
      units_low: units?.low ?? null,
      units_high: units?.high ?? null,
      workers_low: workers?.low ?? null,
      workers_high: workers?.high ?? null,
      relations: idsOf(ways.flatMap(({ relations }) => relations)),
    })),
    ...outcome.shortBuyers.map(({ node, tier, lostInput, way }): WhatIfRow => ({
      ...of('short_buyer', node),
      tier,
      lost_low: lostInput.low,
      lost_high: lostInput.high,
      relations: idsOf(way.relations),
    })),
    ...outcome.losingSuppliers.map(({ node, tier, way }): WhatIfRow => ({
      ...of('losing_supplier', node),
      tier,
      relations: idsOf(way.relations),
    })),
    ...outcome.lostTies.map(({ cluster, largeIndustry, kind }): WhatIfRow => ({
      ...of('lost_tie', cluster),
      kind: `${kind} ${largeIndustry.id}`,
    })),
  ];
}

/** On what ground it stands: the same in every row. */
export interface WhatIfGround {
  readonly evidence: string;
  readonly asOf: string;
  readonly revision: string;
}

/** The rows as a CSV file whose cells no spreadsheet runs; amounts are million rupiah. */
export function whatIfCsv(rows: readonly WhatIfRow[], { evidence, asOf, revision }: WhatIfGround): string {
  return csvText([
    [...COLUMNS, 'amounts_in', 'evidence', 'as_of', 'revision'],
    ...rows.map((row) => [...COLUMNS.map((column) => row[column] ?? null), 'million rupiah', evidence, asOf, revision]),
  ]);
}
