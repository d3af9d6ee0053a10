/** Questions about who could deal with whom (ANALYSIS.md §4): candidates, never relations. */
import type { Labels } from '#vocabulary';
import { findGaps } from '../../analysis/gaps/gaps.ts';
import type { Gap } from '../../analysis/gaps/gap-types.ts';
import { answerOf, column, nodesCell, numberCell, plainly, said, wordsCell } from '../answering.ts';
import { clusterParameter, firmParameter } from '../parameters.ts';
import type { AnswerTable, Cell, QuestionDefinition, Said } from '../question-types.ts';
import { COLUMNS, EN, ID } from '../terms.ts';
import type { Words } from '../words.ts';

/** Digits of a score, as in the worked results. */
const SCORE = 4;

const FIT_WORDS: Readonly<Record<Gap['fit']['rule'], Labels>> = {
  SAME_CLASS: { en: 'same class', id: 'kelas yang sama', ja: '同じ産業分類' },
  PRODUCT: {
    en: 'one makes what the other uses',
    id: 'yang satu membuat bahan yang lain',
    ja: '一方の製品を他方が使用',
  },
  USED_BY: { en: 'its class is used by the other', id: 'kelasnya dipakai yang lain', ja: '一方の分類を他方が使用' },
  SAME_GROUP: { en: 'same group only', id: 'hanya golongan yang sama', ja: '同じ中分類のみ' },
};

export const CANDIDATES_ONLY: Said = plainly({
  en: 'Candidates from the data, not facts: what is unknown counts as 0 in the low score and as 1 in the high one, and what firms need is unknown throughout.',
  id: 'Calon menurut data, bukan fakta: yang tidak diketahui dihitung 0 pada skor rendah dan 1 pada skor tinggi, dan kebutuhan perusahaan tidak diketahui sama sekali.',
  ja: 'データから導いた候補であり、事実ではありません。不明な点は下限では0、上限では1として数え、企業の需要量はすべて不明です。',
});

function scoreCell({ low, high }: Gap): Cell {
  return { kind: 'RANGE', low, high, digits: SCORE };
}

export function gapTable(gaps: readonly Gap[]): AnswerTable {
  return {
    columns: [
      COLUMNS.cluster,
      COLUMNS.firm,
      COLUMNS.km,
      COLUMNS.score,
      column('fit', 'Why they fit', 'Alasan kecocokan', '適合の理由'),
    ],
    rows: gaps.map((gap) => [
      nodesCell(gap.cluster),
      nodesCell(gap.largeIndustry),
      numberCell(gap.distance?.km ?? null, 1),
      scoreCell(gap),
      wordsCell(FIT_WORDS[gap.fit.rule]),
    ]),
  };
}

export function gapRelations(gaps: readonly Gap[]) {
  return gaps.flatMap((gap) => [...gap.fit.relations, ...gap.support.relations, ...gap.documentedTie]);
}

function score(gap: Gap, w: Words): string {
  return `${w.number(gap.low, SCORE)}–${w.number(gap.high, SCORE)}`;
}

const KM: Readonly<Record<Words['language'], (km: string) => string>> = {
  en: (km) => `${km} km`,
  id: (km) => `${km} km`,
  ja: (km) => `${km}km`,
};
const PLACE_UNKNOWN = { en: 'place unknown', id: 'tempat tidak diketahui', ja: '所在地不明' } as const;

/** What a pair is as a candidate; nothing where it is none. */
export function asCandidate(gap: Gap | undefined): readonly Said[] {
  if (gap === undefined) return [];
  return [
    said(
      (w) => `As a candidate: ${awayAndScore(gap, w)}.`,
      (w) => `Sebagai calon: ${awayAndScore(gap, w)}.`,
      (w) => `候補としては${awayAndScore(gap, w)}です。`,
    ),
  ];
}

export function awayAndScore(gap: Gap, w: Words): string {
  const away = gap.distance === null ? PLACE_UNKNOWN[w.language] : KM[w.language](w.number(gap.distance.km, 1));
  return `${away}, ${score(gap, w)}`;
}

const buyersForCluster: QuestionDefinition = {
  id: 'buyers-for-cluster',
  listed: ['Q10'],
  askedBy: 'PROVINCE',
  analysis: 'GAPS',
  parameters: [clusterParameter('cluster:chocolate-central-sulawesi')],
  phrasings: {
    en: [
      'Which large industries could be linked with {cluster}?',
      `${EN.which} (large industries|large firms|large buyers) could (be linked with|deal with|buy from) {cluster}`,
      `(with|to) ${EN.which} (large industries|large firms|large buyers|big firms) could {cluster} be linked`,
      `${EN.which} (large|big) (industries|firms|buyers|companies) (fit|would fit|could fit|could buy from) {cluster}`,
    ],
    id: [
      'Industri besar mana yang dapat dihubungkan dengan {cluster}?',
      `${ID.large} (mana|apa) (saja|) yang (dapat|bisa) (dihubungkan dengan|dikaitkan dengan|membeli dari) {cluster}`,
      `{cluster} (dapat|bisa) (dihubungkan|dikaitkan) dengan ${ID.large} ${ID.which}`,
      `${ID.large} ${ID.which} yang (cocok|sesuai) (dengan|untuk|bagi) {cluster}`,
      'siapa (saja|) calon pembeli besar (untuk|bagi) {cluster}',
    ],
    ja: '{cluster}と結びつけられる大企業はどれか',
  },
  answer: (values, { projection }) => {
    const cluster = values.node('cluster');
    const { gaps } = findGaps(projection, { cluster });
    const untied = gaps.filter(({ level }) => level === 'NO_TIE').length;
    const listed = (w: Words): string =>
      w.list(gaps.slice(0, 5).map((gap) => `${w.name(gap.largeIndustry)} (${awayAndScore(gap, w)})`));
    return answerOf({
      said: [
        gaps.length === 0
          ? said(
              (w) => `No large industry in the data fits ${w.name(cluster)} without being documented to deal with it.`,
              (w) =>
                `Tidak ada industri besar dalam data yang cocok dengan ${w.name(cluster)} selain yang sudah terdokumentasi.`,
              (w) => `${w.name(cluster)}に適合し、まだ取引の文書がない大企業はデータにありません。`,
            )
          : said(
              (w) =>
                `${w.number(gaps.length)} large ${w.plural(gaps.length, 'industry fits', 'industries fit')} ${w.name(cluster)} and ${w.plural(gaps.length, 'is', 'are')} not documented to deal with it in goods, best known score first: ${listed(w)}.`,
              (w) =>
                `${w.number(gaps.length)} industri besar cocok dengan ${w.name(cluster)} dan tidak terdokumentasi bertransaksi barang dengannya, dari skor diketahui tertinggi: ${listed(w)}.`,
              (w) =>
                `${w.name(cluster)}に適合し、物の取引が文書で確認されていない大企業は${w.number(gaps.length)}社です（既知のスコア順）：${listed(w)}。`,
            ),
      ],
      figures: {
        candidates: gaps.length,
        withoutAnyTie: untied,
        best: gaps[0]?.largeIndustry ?? null,
        bestLow: gaps[0]?.low ?? null,
        bestHigh: gaps[0]?.high ?? null,
        bestKm: gaps[0]?.distance?.km ?? null,
      },
      table: gapTable(gaps),
      relations: gapRelations(gaps),
      unknown: [CANDIDATES_ONLY],
      view: { kind: 'GAPS', cluster, largeIndustry: null },
    });
  },
};

const clustersForFirm: QuestionDefinition = {
  id: 'clusters-for-firm',
  listed: [],
  askedBy: 'BUYER',
  analysis: 'GAPS',
  parameters: [firmParameter('large-industry:dharma-polimetal')],
  phrasings: {
    en: [
      'Which clusters could supply {firm} and are not documented to?',
      `${EN.which} ${EN.clusters} (could|might) supply {firm} [and are not documented to]`,
      `by ${EN.which} ${EN.clusters} could {firm} be supplied`,
      `${EN.which} ${EN.clusters} (could|might) (become|be) (suppliers|a supplier|new suppliers) (of|to|for) {firm}`,
      `${EN.which} ${EN.clusters} (fit|would fit) {firm} as (a supplier|suppliers)`,
    ],
    id: [
      'Sentra mana yang dapat memasok {firm} dan belum terdokumentasi memasoknya?',
      `${ID.clusters} (mana|apa) (saja|) yang (dapat|bisa|berpotensi) memasok {firm} [dan belum terdokumentasi memasoknya]`,
      `{firm} (dapat|bisa) dipasok (oleh|) ${ID.clusters} ${ID.which}`,
      `${ID.clusters} ${ID.which} yang (dapat|bisa|berpotensi|cocok) menjadi pemasok {firm}`,
    ],
    ja: '{firm}に供給できそうで、供給の文書がないクラスターはどれか',
  },
  answer: (values, { projection }) => {
    const firm = values.node('firm');
    const all = findGaps(projection, { largeIndustry: firm }).gaps;
    const gaps = all.filter(({ fit }) => fit.direction !== 'INPUT');
    const listed = (w: Words): string =>
      w.list(gaps.slice(0, 5).map((gap) => `${w.name(gap.cluster)} (${awayAndScore(gap, w)})`));
    return answerOf({
      said: [
        gaps.length === 0
          ? said(
              (w) => `No cluster in the data fits ${w.name(firm)} as a supplier without being documented as one.`,
              (w) =>
                `Tidak ada sentra dalam data yang cocok sebagai pemasok ${w.name(firm)} selain yang sudah terdokumentasi.`,
              (w) => `${w.name(firm)}の供給元として適合し、まだ文書がないクラスターはデータにありません。`,
            )
          : said(
              (w) =>
                `${w.number(gaps.length)} ${w.plural(gaps.length, 'cluster fits', 'clusters fit')} ${w.name(firm)} and ${w.plural(gaps.length, 'is', 'are')} not documented to supply it, best known score first: ${listed(w)}.`,
              (w) =>
                `${w.number(gaps.length)} sentra cocok dengan ${w.name(firm)} dan tidak terdokumentasi memasoknya, dari skor diketahui tertinggi: ${listed(w)}.`,
              (w) =>
                `${w.name(firm)}に適合し、供給が文書で確認されていないクラスターは${w.number(gaps.length)}です（既知のスコア順）：${listed(w)}。`,
            ),
      ],
      figures: {
        candidates: gaps.length,
        best: gaps[0]?.cluster ?? null,
        bestLow: gaps[0]?.low ?? null,
        bestHigh: gaps[0]?.high ?? null,
      },
      table: gapTable(gaps),
      relations: gapRelations(gaps),
      unknown: [CANDIDATES_ONLY],
      view: { kind: 'GAPS', cluster: null, largeIndustry: firm },
    });
  },
};

export const GAP_QUESTIONS: readonly QuestionDefinition[] = [buyersForCluster, clustersForFirm];
