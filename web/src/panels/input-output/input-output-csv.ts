import type { InputOutputTable } from '../../actions/input-output.ts';
import { csvText } from '../../export/cells.ts';
import type { Asked } from './asked.ts';
import { twinOf } from './twins.ts';

/** What a file's rows show of the table, in English as its columns. */
function contentOf({ picture, of, sector }: Asked): string {
  const without = sector === null ? '' : ` ${sector}`;
  return `${picture === 'MATRIX' ? of : picture}${picture === 'EXTRACTION' || picture === 'FLOWS' ? without : ''}`.toLowerCase();
}

/**
 * The rows behind a picture, all of them, as a CSV file whose cells no spreadsheet runs. Values are million rupiah as in the table;
 * every row names the table, its year and its sources.
 */
export function inputOutputCsv(table: InputOutputTable, asked: Asked): string {
  const { columns, rows } = twinOf(table, asked);
  const ground = [
    contentOf(asked),
    'million rupiah',
    table.name,
    table.year,
    table.sources.map(({ title, publisher, url }) => [publisher, title, url].filter(Boolean).join(', ')).join('; '),
  ];
  return csvText([
    [...columns.map(({ id }) => id), 'content', 'unit', 'table', 'year', 'sources'],
    ...rows.map((row) => [...row, ...ground]),
  ]);
}
