import { csvText, type Cell } from './cells.ts';
import { sourceIds, type ExportContent, type ExportedEvidence } from './content.ts';
import type { PackedFile } from './zip.ts';

/** A column of a CSV file: its name for programs, the same in every language, and its cell of a row. */
interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

/** Several values in one cell stand between semicolons; a value that holds one is in the JSON, whole. */
const list = (values: readonly string[]): string => values.join('; ');
const sources = ({ evidence }: { readonly evidence: readonly ExportedEvidence[] }): string => list(sourceIds(evidence));
const notes = ({ evidence }: { readonly evidence: readonly ExportedEvidence[] }): string =>
  list(evidence.flatMap(({ note }) => note ?? []));

const NODE_COLUMNS: readonly Column<ExportContent['nodes'][number]>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'type', cell: ({ type }) => type },
  { name: 'type_label', cell: ({ typeLabel }) => typeLabel },
  { name: 'family', cell: ({ family }) => family },
  { name: 'name', cell: ({ name }) => name },
  { name: 'drawn', cell: ({ drawn }) => drawn },
  { name: 'group', cell: ({ group }) => group },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'code', cell: ({ code }) => code },
  { name: 'places', cell: ({ places }) => list(places) },
  { name: 'sectors', cell: ({ sectors }) => list(sectors) },
  { name: 'latitude', cell: ({ latitude }) => latitude },
  { name: 'longitude', cell: ({ longitude }) => longitude },
  { name: 'relations_shown', cell: ({ relationsShown }) => relationsShown },
  { name: 'relations_total', cell: ({ relationsTotal }) => relationsTotal },
  { name: 'evidence', cell: ({ evidenceClass }) => evidenceClass },
  { name: 'held', cell: ({ held }) => held },
  { name: 'disputed', cell: ({ disputed }) => disputed },
  { name: 'x', cell: ({ x }) => x },
  { name: 'y', cell: ({ y }) => y },
  { name: 'description', cell: ({ description }) => description },
  { name: 'sources', cell: sources },
];

const RELATION_COLUMNS: readonly Column<ExportContent['relations'][number]>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'type', cell: ({ type }) => type },
  { name: 'type_label', cell: ({ typeLabel }) => typeLabel },
  { name: 'family', cell: ({ family }) => family },
  { name: 'drawn', cell: ({ drawn }) => drawn },
  { name: 'from', cell: ({ from }) => from },
  { name: 'from_name', cell: ({ fromName }) => fromName },
  { name: 'to', cell: ({ to }) => to },
  { name: 'to_name', cell: ({ toName }) => toName },
  { name: 'period_from', cell: ({ period }) => period.from },
  { name: 'period_to', cell: ({ period }) => period.to },
  { name: 'attested', cell: ({ period }) => list(period.attested) },
  { name: 'held', cell: ({ held }) => held },
  { name: 'evidence', cell: ({ evidenceClass }) => evidenceClass },
  { name: 'evidence_label', cell: ({ evidenceLabel }) => evidenceLabel },
  { name: 'disputed', cell: ({ disputed }) => disputed },
  { name: 'share', cell: ({ share }) => share },
  { name: 'carries', cell: ({ carries }) => carries },
  { name: 'value_million_rp', cell: ({ valueMillionRp }) => valueMillionRp },
  { name: 'coefficient', cell: ({ coefficient }) => coefficient },
  { name: 'status', cell: ({ status }) => status },
  { name: 'role', cell: ({ role }) => role },
  { name: 'sources', cell: sources },
  { name: 'notes', cell: notes },
];

const FIGURE_COLUMNS: readonly Column<ExportContent['figures'][number]>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'about', cell: ({ about }) => about },
  { name: 'about_name', cell: ({ aboutName }) => aboutName },
  { name: 'measure', cell: ({ measure }) => measure },
  { name: 'measure_label', cell: ({ measureLabel }) => measureLabel },
  { name: 'within', cell: ({ within }) => within },
  { name: 'value', cell: ({ value }) => value },
  { name: 'unit', cell: ({ unit }) => unit },
  { name: 'text', cell: ({ text }) => text },
  { name: 'approximate', cell: ({ approximate }) => approximate },
  { name: 'definition', cell: ({ definition }) => definition },
  { name: 'period_from', cell: ({ from }) => from },
  { name: 'period_to', cell: ({ to }) => to },
  { name: 'attested', cell: ({ attested }) => list(attested) },
  { name: 'disputed', cell: ({ disputed }) => disputed },
  { name: 'sources', cell: sources },
  { name: 'notes', cell: notes },
];

const SOURCE_COLUMNS: readonly Column<ExportContent['sources'][number]>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'title', cell: ({ title }) => title },
  { name: 'publisher', cell: ({ publisher }) => publisher },
  { name: 'url', cell: ({ url }) => url },
  { name: 'date', cell: ({ date }) => date },
  { name: 'language', cell: ({ language }) => language },
  { name: 'licence', cell: ({ licence }) => licence },
];

const STATEMENT_COLUMNS: readonly Column<ExportContent['statement']['lines'][number]>[] = [
  { name: 'key', cell: ({ key }) => key },
  { name: 'label', cell: ({ label }) => label },
  { name: 'text', cell: ({ text }) => text },
];

function table<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): PackedFile {
  const header = columns.map((column) => column.name);
  return { name, text: csvText([header, ...rows.map((row) => columns.map(({ cell }) => cell(row)))]) };
}

/** A column more where a row is restricted, so that whoever is handed the file knows; none where nothing is. */
function markable<Row extends { readonly restricted?: true }>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly Column<Row>[] {
  if (!rows.some(({ restricted }) => restricted)) return columns;
  return [...columns, { name: 'restricted', cell: ({ restricted = false }) => restricted }];
}

/**
 * The view as CSV files (RFC 4180, UTF-8 with byte order mark): what was asked, its nodes, relations, figures and sources.
 * Column names are the same in every language; ids join the files.
 */
export function tableFiles({ statement, nodes, relations, figures, sources }: ExportContent): readonly PackedFile[] {
  return [
    table('about.csv', STATEMENT_COLUMNS, statement.lines),
    table('nodes.csv', markable(NODE_COLUMNS, nodes), nodes),
    table('relations.csv', markable(RELATION_COLUMNS, relations), relations),
    table('figures.csv', markable(FIGURE_COLUMNS, figures), figures),
    table('sources.csv', markable(SOURCE_COLUMNS, sources), sources),
  ];
}
