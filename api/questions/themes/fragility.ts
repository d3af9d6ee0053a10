/** Questions about where one loss does most (ANALYSIS.md §5). */
import { parsePartialDate, REFERENCE_DAY } from '#vocabulary';
import { findFragility } from '../../analysis/structure/fragility.ts';
import { answerOf, indexOf, lastSeen, nodesCell, dateCell, plainly, said } from '../answering.ts';
import type { QuestionDefinition } from '../question-types.ts';
import { COLUMNS } from '../terms.ts';

const DAY = parsePartialDate(REFERENCE_DAY);

const singleSource: QuestionDefinition = {
  id: 'single-supplier',
  listed: ['Q19'],
  askedBy: 'MINISTRY',
  analysis: 'FRAGILITY',
  parameters: [],
  phrasings: {
    en: [
      'Which large buyers have only one recorded supplier?',
      '(which|what) large (buyers|industries|firms) (have|has) (only|just|) one (recorded|) supplier',
      'which large buyers depend on one supplier',
      '(which|what) (large|big) (buyers|industries|firms|companies) (depend|rely) on (one|a single|just one|only one) (recorded|) supplier',
      '(which|what) (large|big) (buyers|industries|firms|companies) are supplied by (only|just|) one (recorded|) supplier',
    ],
    id: [
      'Pembeli besar mana yang hanya memiliki satu pemasok tercatat?',
      '(pembeli besar|industri besar|perusahaan besar) (mana|apa) (saja|) yang (hanya|cuma) (memiliki|punya) satu pemasok (tercatat|)',
      '(pembeli besar|industri besar|perusahaan besar) (mana|apa) (saja|) yang (hanya|cuma) (dipasok|dipasok oleh) satu pemasok (tercatat|)',
      '(pembeli besar|industri besar|perusahaan besar) (mana|apa) (saja|) yang (bergantung|tergantung) (pada|kepada) satu pemasok (tercatat|)',
      '(pembeli besar|industri besar|perusahaan besar) (mana|apa) (saja|) yang pemasoknya (hanya|cuma) satu',
    ],
    ja: '記録上の供給元が一つだけの大口の買い手はどれか',
  },
  answer: (_values, { projection }) => {
    const all = findFragility(projection, { asOf: DAY }).singleSource;
    const large = all.filter(({ buyer }) => projection.nodeType(indexOf(projection, buyer)) === 'LargeIndustry');
    const byName = projection
      .byName(large.map(({ buyer }) => indexOf(projection, buyer)))
      .flatMap((node) => large.filter(({ buyer }) => buyer === projection.nodeId(node)));
    const buyers = byName.map(({ buyer }) => buyer);
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(buyers.length)} large ${w.plural(buyers.length, 'buyer has', 'buyers have')} one recorded supplier: ${w.names(buyers, 12)}.`,
          (w) => `${w.number(buyers.length)} pembeli besar memiliki satu pemasok tercatat: ${w.names(buyers, 12)}.`,
          (w) => `記録上の供給元が一つの大口の買い手は${w.number(buyers.length)}社です：${w.names(buyers, 12)}。`,
        ),
      ],
      figures: { buyers: buyers.length, otherBuyers: all.length - large.length },
      table: {
        columns: [COLUMNS.buyer, COLUMNS.supplier, COLUMNS.lastKnown],
        rows: byName.map(({ buyer, supplier, relations }) => {
          const dates = relations.map((id) => projection.relationIndex(id) ?? -1);
          return [
            nodesCell(buyer),
            nodesCell(supplier),
            dateCell(dates.map((relation) => lastSeen(projection, relation))[0] ?? null),
          ];
        }),
      },
      relations: byName.flatMap(({ relations }) => relations),
      unknown: [
        plainly({
          en: 'Recorded is not only: a source names one supplier, the firm may have many. Supply that was known to have ended is left out.',
          id: 'Tercatat bukan berarti satu-satunya: sumber menyebut satu pemasok, perusahaan bisa memiliki banyak. Pasokan yang diketahui sudah berakhir tidak dihitung.',
          ja: '「記録上一つ」は「一つしかない」ではありません。資料が一社を挙げているだけで、実際には多いかもしれません。終了が分かっている供給は含めていません。',
        }),
      ],
      view: { kind: 'FRAGILITY', without: null },
    });
  },
};

export const FRAGILITY_QUESTIONS: readonly QuestionDefinition[] = [singleSource];
