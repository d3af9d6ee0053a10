/** The grid of a table's CSV: which row and column is which, and whether it is whole. */
import { LANGUAGES, type Name } from '#vocabulary';
import type { FinalDemandPart, InputOutputTable, InputPart } from '../../projection/input-output-table.ts';
import { csvLines, type CsvLine } from './csv.ts';

/** More would take longer than a request may. */
const MOST_SECTORS = 250;

/** Columns and rows of BPS by their code; so that its tables can be loaded as they are published. */
const DEMAND_CODES: Readonly<Record<FinalDemandPart, string>> = {
  HOUSEHOLD_CONSUMPTION: '3011',
  NPISH_CONSUMPTION: '3012',
  GOVERNMENT_CONSUMPTION: '3020',
  FIXED_CAPITAL_FORMATION: '3030',
  INVENTORY_CHANGE: '3040',
  GOODS_EXPORTS: '3050',
  SERVICE_EXPORTS: '3060',
};
const INPUT_CODES: Readonly<Record<InputPart, string>> = {
  PRODUCT_TAXES: '1950',
  IMPORTED_INPUT: '2000',
  COMPENSATION: '2010',
  OPERATING_SURPLUS: '2020',
  PRODUCTION_TAXES: '2030',
};
/** Sums that may stand in the file; what they have to be is worked out from the rest. */
const TOTAL_COLUMNS = ['1800', '3090'] as const;
const TOTAL_ROWS = ['1900', '2090'] as const;
/** Total demand and total input: the output. */
const OUTPUT_COLUMN = '3100';
const OUTPUT_ROW = '2100';

export interface TableFile {
  /** Id of the table: the file's name without its ending. */
  readonly id: string;
  readonly csv: string;
  /** JSON. */
  readonly about: string;
}

/** Everything that is wrong with a file, one fault a line. */
export class TableFileError extends Error {
  override readonly name = 'TableFileError';
  readonly faults: readonly string[];
  constructor(id: string, faults: readonly string[]) {
    super(faults.map((fault) => `${id}: ${fault}`).join('\n'));
    this.faults = faults;
  }
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly names: readonly Name[];
  readonly line: CsvLine;
}

const codeOf = (heading: string): string => heading.split(' ')[0] ?? '';
const NAME_COLUMNS: readonly { readonly heading: RegExp; readonly language: Name['language'] | null }[] = [
  { heading: /^(produk|nama|name_id)$/i, language: 'id' },
  { heading: /^(product_en|name_en)$/i, language: 'en' },
  { heading: /^name_ja$/i, language: 'ja' },
  { heading: /^(name|product)$/i, language: null },
];

/** @throws TableFileError where the text is no CSV, or has more sectors than are taken; everything else is among its faults */
export function readGrid(file: TableFile) {
  const [head, ...lines] = linesOf(file);
  const headings = head?.cells ?? [];
  const columns = new Map(headings.map((heading, place) => [codeOf(heading), place]));
  const special = [...Object.values(DEMAND_CODES), ...TOTAL_COLUMNS, OUTPUT_COLUMN];
  const others = [...Object.values(INPUT_CODES), ...TOTAL_ROWS, OUTPUT_ROW];
  const faults: string[] = [];
  if (!/^(kode|code)$/i.test(headings[0] ?? '')) {
    faults.push(`line 1 begins with '${headings[0] ?? ''}'; the first column has to be 'code' or 'kode'`);
  }
  const nameColumns = NAME_COLUMNS.flatMap(({ heading, language }) => {
    const place = headings.findIndex((one) => heading.test(one));
    return place < 0 ? [] : [{ place, language }];
  });
  const rows = lines.filter(({ cells }) => !others.includes(cells[0] ?? '')).map((line) => rowOf(line, nameColumns));
  const sectorColumns = headings.filter(
    (heading, place) =>
      place > 0 && !special.includes(codeOf(heading)) && !nameColumns.some((one) => one.place === place),
  );
  checkSize(file.id, rows.length, sectorColumns.length);
  faults.push(...squareFaults(rows, sectorColumns.map(codeOf)));
  for (const code of Object.values(DEMAND_CODES)) if (!columns.has(code)) faults.push(`column ${code} is missing`);
  if (!columns.has(OUTPUT_COLUMN)) faults.push(`column ${OUTPUT_COLUMN} (total demand) is missing`);
  const byCode = new Map(lines.map((line) => [line.cells[0] ?? '', line]));
  for (const code of [...Object.values(INPUT_CODES), OUTPUT_ROW])
    if (!byCode.has(code)) faults.push(`row ${code} is missing`);
  const twice = headings.find((heading, place) => headings.findIndex((one) => codeOf(one) === codeOf(heading)) < place);
  if (twice !== undefined) faults.push(`the column ${codeOf(twice)} stands twice`);

  const cell = (line: CsvLine | undefined, column: string): number => {
    const written = line?.cells[columns.get(column) ?? -1] ?? '';
    if (/^-?\d+(\.\d+)?$/.test(written)) return Number(written);
    faults.push(`line ${line?.line ?? 1}, column ${column}: '${written}' is no number; write 0 where there is nothing`);
    return NaN;
  };
  const codes = rows.map(({ code }) => code);
  const alongRows = (column: string): Float64Array => Float64Array.from(rows, ({ line }) => cell(line, column));
  const alongColumns = (row: string): Float64Array => Float64Array.from(codes, (code) => cell(byCode.get(row), code));
  // Numbers are looked at only where all that is asked for is there.
  const flows =
    faults.length > 0 ? null : Float64Array.from(rows.flatMap(({ line }) => codes.map((code) => cell(line, code))));
  const parts = flows === null ? null : partsOf(alongRows, alongColumns);
  return {
    rows,
    faults,
    numbers: () => {
      if (flows === null || parts === null) throw new Error('a table with faults has no numbers');
      return { flows, ...parts };
    },
    wrongTotals: (): readonly string[] => {
      if (flows === null || parts === null) return [];
      const given = [
        ...TOTAL_COLUMNS.filter((code) => columns.has(code)).map((code) => ({
          code,
          values: alongRows(code),
          line: undefined,
        })),
        ...[...TOTAL_ROWS, OUTPUT_ROW]
          .filter((code) => byCode.has(code))
          .map((code) => ({ code, values: alongColumns(code), line: byCode.get(code)?.line })),
      ];
      const sums = totalsOf(flows, parts, rows.length);
      return given.flatMap(({ code, values, line }) =>
        rows.flatMap((row, i) =>
          totalFault(code, row.code, values[i] ?? NaN, sums[code]?.[i] ?? NaN, rows.length).map(
            (fault) => `line ${line ?? row.line.line}: ${fault}`,
          ),
        ),
      );
    },
  };
}

/** Before anything is compared with anything: what is far too large is told at once, and nothing else of it. */
function checkSize(id: string, rows: number, columns: number): void {
  const most = `at most ${MOST_SECTORS} can be loaded`;
  const faults = [
    ...(rows > MOST_SECTORS ? [`there are ${rows} sectors; ${most}`] : []),
    ...(columns > MOST_SECTORS ? [`line 1 has ${columns} columns of sectors; ${most}`] : []),
  ];
  if (faults.length > 0) throw new TableFileError(id, faults);
}

function linesOf({ id, csv }: TableFile): readonly CsvLine[] {
  try {
    return csvLines(csv);
  } catch (error) {
    if (error instanceof SyntaxError) throw new TableFileError(id, [error.message]);
    throw error;
  }
}

function rowOf(
  line: CsvLine,
  columns: readonly { readonly place: number; readonly language: Name['language'] | null }[],
): Row {
  const named = columns.flatMap(({ place, language }) => {
    const name = line.cells[place] ?? '';
    return name === '' ? [] : [{ name, language }];
  });
  const primary = [null, 'en'].map((own) => named.find(({ language }) => language === own)).find(Boolean) ?? named[0];
  const code = line.cells[0] ?? '';
  const names = LANGUAGES.flatMap((language) => {
    const own = named.find((one) => one.language === language);
    return own === undefined || own === primary ? [] : [{ language, text: own.name }];
  });
  return { code, name: primary?.name ?? code, names, line };
}

function squareFaults(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  const codes = rows.map(({ code }) => code);
  const placeOf = (code: string): string => {
    const row = rows.find((one) => one.code === code);
    return row === undefined ? code : `${code === '' ? 'without a code' : code} (line ${row.line.line})`;
  };
  const missing = (list: readonly string[], others: readonly string[]): readonly string[] =>
    list.filter((code) => !others.includes(code));
  const noColumn = missing(codes, columns);
  const noRow = missing(columns, codes);
  const twice = rows.find(({ code }, i) => codes.indexOf(code) < i);
  return [
    ...(rows.length === 0 ? ['there is no row with a sector'] : []),
    ...(noColumn.length === 0
      ? []
      : [
          `the table is not square, or rows are unknown: there are rows ${noColumn.map(placeOf).join(', ')} without a column`,
        ]),
    ...(noRow.length === 0
      ? []
      : [`the table is not square, or columns are unknown: there are columns ${noRow.join(', ')} without a row`]),
    ...(twice === undefined
      ? []
      : [`line ${twice.line.line}: the row ${twice.code} stands twice; each has to stand once`]),
  ];
}

type Parts = Pick<InputOutputTable, 'output' | 'finalDemand' | 'inputs'>;

function partsOf(alongRows: (column: string) => Float64Array, alongColumns: (row: string) => Float64Array): Parts {
  const demand = (part: FinalDemandPart): Float64Array => alongRows(DEMAND_CODES[part]);
  const input = (part: InputPart): Float64Array => alongColumns(INPUT_CODES[part]);
  return {
    output: alongRows(OUTPUT_COLUMN),
    finalDemand: {
      HOUSEHOLD_CONSUMPTION: demand('HOUSEHOLD_CONSUMPTION'),
      NPISH_CONSUMPTION: demand('NPISH_CONSUMPTION'),
      GOVERNMENT_CONSUMPTION: demand('GOVERNMENT_CONSUMPTION'),
      FIXED_CAPITAL_FORMATION: demand('FIXED_CAPITAL_FORMATION'),
      INVENTORY_CHANGE: demand('INVENTORY_CHANGE'),
      GOODS_EXPORTS: demand('GOODS_EXPORTS'),
      SERVICE_EXPORTS: demand('SERVICE_EXPORTS'),
    },
    inputs: {
      PRODUCT_TAXES: input('PRODUCT_TAXES'),
      IMPORTED_INPUT: input('IMPORTED_INPUT'),
      COMPENSATION: input('COMPENSATION'),
      OPERATING_SURPLUS: input('OPERATING_SURPLUS'),
      PRODUCTION_TAXES: input('PRODUCTION_TAXES'),
    },
  };
}

function totalsOf(
  flows: Float64Array,
  { output, finalDemand, inputs }: Parts,
  n: number,
): Readonly<Record<string, Float64Array>> {
  const sum = (count: number, value: (i: number) => number): number =>
    Array.from({ length: count }, (_, i) => value(i)).reduce((a, b) => a + b, 0);
  const all = (parts: readonly Float64Array[]): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => sum(parts.length, (part) => parts[part]?.[i] ?? NaN));
  return {
    '1800': Float64Array.from({ length: n }, (_, i) => sum(n, (j) => flows[i * n + j] ?? NaN)),
    '3090': all(Object.values(finalDemand)),
    '1900': Float64Array.from({ length: n }, (_, j) => sum(n, (i) => flows[i * n + j] ?? NaN)),
    '2090': all([inputs.COMPENSATION, inputs.OPERATING_SURPLUS, inputs.PRODUCTION_TAXES]),
    [OUTPUT_ROW]: output,
  };
}

/** As tables are published: whole numbers, rounded one by one. */
function totalFault(total: string, sector: string, given: number, sum: number, count: number): readonly string[] {
  if (Math.abs(given - sum) <= Math.max(count, Math.abs(sum) * 1e-6)) return [];
  return [`total ${total} of sector ${sector} is ${given}; its parts add up to ${sum}`];
}
