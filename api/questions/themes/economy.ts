/** Questions to the input-output table (ANALYSIS.md §6, §9): amounts are million rupiah in the table, trillion in words. */
import { changeFinalDemand } from '../../analysis/input-output/final-demand.ts';
import { AnalysisRequestError } from '../../analysis/request-error.ts';
import type { InputOutputTable } from '../../projection/input-output-table.ts';
import type { NodeId } from '#vocabulary';
import { answerOf, column, nodesCell, numberCell, plainly, said } from '../answering.ts';
import { sectorParameter } from '../parameters.ts';
import type { Cell, Ground, NumberParameter, QuestionDefinition } from '../question-types.ts';

const TRILLION = 1e6;

/** The newest table of the dataset, else the first of a file. @throws AnalysisRequestError where there is none */
export function tableIn({ tables }: Ground): InputOutputTable {
  const table = tables.filter(({ fromFile }) => !fromFile).at(-1) ?? tables[0];
  if (table !== undefined) return table;
  throw new AnalysisRequestError('table', 'the data hold no input-output table', 'a dataset or a file with a table');
}

/** @throws AnalysisRequestError when the sector is none of the table's */
export function placeIn(table: InputOutputTable, argument: string, sector: NodeId): number {
  const place = table.sectors.findIndex(({ node }) => node === sector);
  if (place >= 0) return place;
  const expected = 'a sector of the table';
  throw new AnalysisRequestError(argument, `table '${table.id}' has no sector '${sector}'`, expected);
}

export function sectorCell(table: InputOutputTable, place: number): Cell {
  const node = table.sectors[place]?.node ?? null;
  return node === null ? { kind: 'UNKNOWN' } : nodesCell(node);
}

const PERCENT: NumberParameter = {
  name: 'percent',
  label: { en: 'Fall', id: 'Penurunan', ja: '減少' },
  kind: 'NUMBER',
  default: 10,
  least: 0,
  most: 100,
  whole: false,
  unit: '%',
};

const MODEL_LIMITS = plainly({
  en: 'By Leontief’s model of domestic flows: no substitution, no stock, no price; sectors are as wide as the table has them.',
  id: 'Menurut model Leontief atas arus domestik: tanpa substitusi, tanpa persediaan, tanpa harga; sektor selebar dalam tabel.',
  ja: '国内フローのレオンチェフ・モデルによります。代替、在庫、価格は考えず、部門は表の区分どおりです。',
});

const finalDemandFalls: QuestionDefinition = {
  id: 'final-demand-falls',
  listed: ['Q22'],
  askedBy: 'MINISTRY',
  analysis: 'INPUT_OUTPUT',
  parameters: [
    sectorParameter('sector:io17-6'),
    PERCENT,
    {
      ...sectorParameter('sector:io17-3', 'watched'),
      label: { en: 'Looked at', id: 'Yang dilihat', ja: '注目する部門' },
    },
  ],
  phrasings: {
    en: [
      'If final demand for {sector} falls by {percent} %, what happens to {watched}?',
      '(if|when) (the|) final demand for {sector} (falls|drops|declines|is cut) by {percent} (percent|per cent|) what happens to {watched}',
      'what happens to {watched} (if|when) (the|) final demand for {sector} (falls|drops|declines|is cut) by {percent} (percent|per cent|)',
      '(by how much|how much) (does|will|would) {watched} (fall|lose|shrink) (if|when) (the|) final demand for {sector} (falls|drops|declines|is cut) by {percent} (percent|per cent|)',
    ],
    id: [
      'Jika permintaan akhir {sector} turun {percent} %, apa dampaknya pada {watched}?',
      '(jika|bila|kalau) permintaan akhir {sector} (turun|berkurang|menurun) (sebesar|) {percent} (persen|) apa (dampaknya|akibatnya) (pada|bagi|terhadap) {watched}',
      'apa (dampaknya|dampak|akibatnya) (pada|bagi|terhadap) {watched} (jika|bila|kalau) permintaan akhir {sector} (turun|berkurang|menurun) (sebesar|) {percent} (persen|)',
      'berapa (besar|) (turunnya|penurunan|dampaknya pada|dampak pada) {watched} (jika|bila|kalau) permintaan akhir {sector} (turun|berkurang|menurun) (sebesar|) {percent} (persen|)',
      '(jika|bila|kalau) permintaan akhir {sector} (turun|berkurang|menurun) (sebesar|) {percent} (persen|) bagaimana (dampaknya|akibatnya) (pada|bagi|terhadap) {watched}',
    ],
    ja: '{sector}の最終需要が{percent}%減ると、{watched}はどうなるか',
  },
  answer: (values, ground) => {
    const table = tableIn(ground);
    const [sector, watched] = [values.node('sector'), values.node('watched')];
    const [place, watchedPlace] = [placeIn(table, 'sector', sector), placeIn(table, 'watched', watched)];
    const percent = values.number('percent');
    const { total, multiplier, sectors } = changeFinalDemand(table, [{ sector: place, percent: -percent }]);
    const own = sectors.find((one) => one.sector === watchedPlace);
    if (own === undefined) throw new Error('every sector of a table is in the answer');
    const trillion = (value: number): number => value / TRILLION;
    const fall = (value: number): number => -trillion(value);
    return answerOf({
      said: [
        said(
          (w) =>
            `Output of ${w.name(watched)} falls by ${w.number(fall(own.output), 2)} trillion rupiah (${w.number(-own.outputPercent, 4)} %), that of the whole economy by ${w.number(fall(total.output), 2)} trillion (${w.number(-total.outputPercent, 4)} %).`,
          (w) =>
            `Output ${w.name(watched)} turun ${w.number(fall(own.output), 2)} triliun rupiah (${w.number(-own.outputPercent, 4)} %), output seluruh perekonomian turun ${w.number(fall(total.output), 2)} triliun (${w.number(-total.outputPercent, 4)} %).`,
          (w) =>
            `${w.name(watched)}の産出は${w.number(fall(own.output), 2)}兆ルピア（${w.number(-own.outputPercent, 4)}%）、経済全体の産出は${w.number(fall(total.output), 2)}兆ルピア（${w.number(-total.outputPercent, 4)}%）減ります。`,
        ),
        said(
          (w) =>
            `Value added falls by ${w.number(fall(total.valueAdded), 2)} trillion (${w.number(-total.valueAddedPercent, 4)} %), final demand itself by ${w.number(fall(total.finalDemand), 2)} trillion. Table of ${w.date(table.year)}.`,
          (w) =>
            `Nilai tambah turun ${w.number(fall(total.valueAdded), 2)} triliun (${w.number(-total.valueAddedPercent, 4)} %), permintaan akhir sendiri ${w.number(fall(total.finalDemand), 2)} triliun. Tabel tahun ${w.date(table.year)}.`,
          (w) =>
            `付加価値は${w.number(fall(total.valueAdded), 2)}兆ルピア（${w.number(-total.valueAddedPercent, 4)}%）、最終需要そのものは${w.number(fall(total.finalDemand), 2)}兆ルピア減ります（${w.date(table.year)}の表）。`,
        ),
      ],
      figures: {
        watchedOutput: trillion(own.output),
        watchedPercent: own.outputPercent,
        output: trillion(total.output),
        outputPercent: total.outputPercent,
        valueAdded: trillion(total.valueAdded),
        valueAddedPercent: total.valueAddedPercent,
        finalDemand: trillion(total.finalDemand),
        multiplier,
      },
      table: {
        columns: [
          column('sector', 'Product', 'Produk', '部門'),
          column('output', 'Output, million rupiah', 'Output, juta rupiah', '産出（百万ルピア）', true),
          column('percent', '% of its output', '% dari outputnya', '自部門産出比（%）', true),
          column(
            'valueAdded',
            'Value added, million rupiah',
            'Nilai tambah, juta rupiah',
            '付加価値（百万ルピア）',
            true,
          ),
        ],
        rows: sectors.map((one) => [
          sectorCell(table, one.sector),
          numberCell(one.output),
          numberCell(one.outputPercent, 4),
          numberCell(one.valueAdded),
        ]),
      },
      sources: table.sources.map(({ id }) => id),
      unknown: [MODEL_LIMITS],
      view: { kind: 'WHAT_IF', sector, percent: -percent },
    });
  },
};

export const ECONOMY_QUESTIONS: readonly QuestionDefinition[] = [finalDemandFalls];
