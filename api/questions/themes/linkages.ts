/** Questions about key sectors and what depends on one (ANALYSIS.md §9). */
import { extractSectors } from '../../analysis/input-output/extraction.ts';
import { findLinkages } from '../../analysis/input-output/linkages.ts';
import { answerOf, column, nodesCell, numberCell, plainly, said } from '../answering.ts';
import { sectorParameter } from '../parameters.ts';
import type { QuestionDefinition } from '../question-types.ts';
import type { Words } from '../words.ts';
import { placeIn, sectorCell, tableIn } from './economy.ts';

const keySectors: QuestionDefinition = {
  id: 'key-sectors',
  listed: ['Q23'],
  askedBy: 'MINISTRY',
  analysis: 'INPUT_OUTPUT',
  parameters: [],
  phrasings: {
    en: [
      'Which products are key sectors by backward and forward linkage?',
      '(which|what) (products|sectors) are key sectors [by backward and forward linkage]',
      '(which|what) (products|sectors|industries) have (strong|high|above average) (backward and forward|forward and backward) (linkages|linkage)',
      '(what are|which are|list) the key sectors [by backward and forward linkage]',
    ],
    id: [
      'Produk mana yang menjadi sektor kunci menurut keterkaitan ke belakang dan ke depan?',
      '(produk|sektor) (mana|apa) (saja|) yang menjadi sektor kunci [menurut keterkaitan ke belakang dan ke depan]',
      '(produk|sektor) (mana|apa) (saja|) yang (memiliki|punya|mempunyai) keterkaitan ke belakang dan ke depan (yang|) (kuat|tinggi)',
      '(apa saja|sebutkan|mana) sektor kunci [menurut keterkaitan ke belakang dan ke depan]',
      'sektor kunci (apa|mana) saja',
    ],
    ja: '後方・前方連関から見て主要な部門はどれか',
  },
  answer: (_values, ground) => {
    const table = tableIn(ground);
    const all = findLinkages(table);
    const nodeOf = ({ sector }: { readonly sector: number }) => table.sectors[sector]?.node ?? [];
    const byLeontief = all.filter(({ keyByLeontief }) => keyByLeontief).flatMap(nodeOf);
    const byGhosh = all.filter(({ keyByGhosh }) => keyByGhosh).flatMap(nodeOf);
    const missed = all.filter(({ keyByLeontief, keyByGhosh }) => keyByLeontief !== keyByGhosh);
    const misses = (w: Words): string =>
      w.list(
        missed.flatMap((one) =>
          [nodeOf(one)].flat().map((node) => `${w.name(node)} (${w.number(one.forwardIndex, 4)})`),
        ),
      );
    return answerOf({
      said: [
        said(
          (w) => `By Leontief row sums: ${w.names(byLeontief)}. By Ghosh row sums: ${w.names(byGhosh)}.`,
          (w) =>
            `Menurut jumlah baris Leontief: ${w.names(byLeontief)}. Menurut jumlah baris Ghosh: ${w.names(byGhosh)}.`,
          (w) => `レオンチェフ行和では${w.names(byLeontief)}、ゴーシュ行和では${w.names(byGhosh)}です。`,
        ),
        ...(missed.length === 0
          ? []
          : [
              said(
                (w) => `By one of the two only, with the Ghosh index: ${misses(w)}.`,
                (w) => `Hanya menurut salah satunya, dengan indeks Ghosh: ${misses(w)}.`,
                (w) => `どちらか一方のみ（ゴーシュ指数）は${misses(w)}です。`,
              ),
            ]),
      ],
      figures: { byLeontief: byLeontief.length, byGhosh: byGhosh.length, byOneOnly: missed.length },
      table: {
        columns: [
          column('sector', 'Product', 'Produk', '部門'),
          column('backward', 'Backward index', 'Indeks ke belakang', '後方連関指数', true),
          column(
            'sensitivity',
            'Forward index, Leontief',
            'Indeks ke depan, Leontief',
            '前方連関指数（レオンチェフ）',
            true,
          ),
          column('forward', 'Forward index, Ghosh', 'Indeks ke depan, Ghosh', '前方連関指数（ゴーシュ）', true),
        ],
        rows: all.map((one) => [
          sectorCell(table, one.sector),
          numberCell(one.backwardIndex, 4),
          numberCell(one.sensitivityIndex, 4),
          numberCell(one.forwardIndex, 4),
        ]),
      },
      sources: table.sources.map(({ id }) => id),
      unknown: [
        plainly({
          en: 'An index above 1 is above the average of all products; the two forward measures answer different questions and are not mixed.',
          id: 'Indeks di atas 1 berarti di atas rata-rata semua produk; kedua ukuran ke depan menjawab pertanyaan berbeda dan tidak dicampur.',
          ja: '指数が1を超えると全部門の平均を上回ります。二つの前方指標は別の問いに答えるもので、混ぜません。',
        }),
      ],
      view: { kind: 'INPUT_OUTPUT', picture: 'LINKAGES', sector: null },
    });
  },
};

const dependsOnSector: QuestionDefinition = {
  id: 'output-that-depends',
  listed: ['Q24'],
  askedBy: 'MINISTRY',
  analysis: 'INPUT_OUTPUT',
  parameters: [sectorParameter('sector:io17-3'), sectorParameter('sector:io17-1', 'other')],
  phrasings: {
    en: [
      'How much output depends on {sector}, and on {other}?',
      'how much output (depends|would be lost that depends) on {sector} and (on|) {other}',
      'how much output would be lost without {sector} and (without|) {other}',
    ],
    id: [
      'Berapa output yang bergantung pada {sector}, dan pada {other}?',
      'berapa output yang (bergantung|tergantung) pada {sector} dan (pada|) {other}',
      'berapa (banyak|besar|) output yang (hilang|akan hilang) tanpa {sector} dan (tanpa|) {other}',
    ],
    ja: '{sector}に、また{other}に依存する産出はどれだけか',
  },
  answer: (values, ground) => {
    const table = tableIn(ground);
    const asked = [values.node('sector'), values.node('other')];
    const all = extractSectors(table);
    const found = asked.map((sector, at) => {
      const place = placeIn(table, at === 0 ? 'sector' : 'other', sector);
      const extraction = all.find((one) => one.sector === place);
      if (extraction === undefined) throw new Error('every sector of a table can be extracted');
      return { sector, extraction };
    });
    const trillion = (value: number): number => value / 1e6;
    const parts = (w: Words, others: string): string =>
      w.list(
        found.map(
          ({ sector, extraction }) =>
            `${w.name(sector)} ${w.number(trillion(extraction.total.value), 2)} (${w.number(extraction.total.percent, 2)} %; ${others} ${w.number(trillion(extraction.others.value), 2)})`,
        ),
      );
    return answerOf({
      said: [
        said(
          (w) => `By total extraction, in trillion rupiah: ${parts(w, 'other sectors')}.`,
          (w) => `Menurut ekstraksi total, dalam triliun rupiah: ${parts(w, 'sektor lain')}.`,
          (w) => `全部抽出法による（兆ルピア）：${parts(w, '他部門')}。`,
        ),
      ],
      figures: Object.fromEntries(
        found.flatMap(({ extraction }, at) => [
          [`total${at + 1}`, trillion(extraction.total.value)],
          [`percent${at + 1}`, extraction.total.percent],
          [`others${at + 1}`, trillion(extraction.others.value)],
        ]),
      ),
      table: {
        columns: [
          column('sector', 'Product', 'Produk', '部門'),
          column(
            'total',
            'Output lost, million rupiah',
            'Output hilang, juta rupiah',
            '失われる産出（百万ルピア）',
            true,
          ),
          column('percent', '% of all output', '% dari seluruh output', '総産出比（%）', true),
          column('others', 'Of it, other sectors', 'Di antaranya sektor lain', 'うち他部門', true),
        ],
        rows: found.map(({ sector, extraction }) => [
          nodesCell(sector),
          numberCell(extraction.total.value),
          numberCell(extraction.total.percent, 4),
          numberCell(extraction.others.value),
        ]),
      },
      sources: table.sources.map(({ id }) => id),
      unknown: [
        plainly({
          en: 'A hypothetical: the sector neither buys, sells nor is demanded, and what it delivered is imported.',
          id: 'Hipotetis: sektor itu tidak membeli, menjual, atau diminta, dan yang dipasoknya diimpor.',
          ja: '仮定の計算です。その部門は売買せず需要もなく、供給分は輸入されるとします。',
        }),
      ],
      view: { kind: 'INPUT_OUTPUT', picture: 'EXTRACTION', sector: null },
    });
  },
};

export const LINKAGE_QUESTIONS: readonly QuestionDefinition[] = [keySectors, dependsOnSector];
