/** Questions to the legal rule of what a sentra is (ANALYSIS.md §10). Too few known units are never taken for too few units. */
import type { Labels, Measure, NodeId } from '#vocabulary';
import { readClusterUnits } from '../../analysis/sentra-rule/cluster-units.ts';
import { LEGAL_LIMITS, type ClusterUnits, type Likeness } from '../../analysis/sentra-rule/sentra-types.ts';
import { answerOf, column, nodesCell, numberCell, plainly, said, wordsCell } from '../answering.ts';
import { PLACE } from '../parameters.ts';
import type { Cell, Ground, QuestionDefinition } from '../question-types.ts';
import { COLUMNS, EN, ID } from '../terms.ts';
import type { Words } from '../words.ts';

/** Figures that count units of a cluster; one that counts some of them is a lower bound as well. */
const COUNTS: readonly Measure[] = ['MAKERS', 'FIRMS', 'MEMBERS', 'SMALL_MEDIUM_FIRMS', 'MICRO_SMALL_FIRMS'];

const LEAST = LEGAL_LIMITS.leastUnits;

type CountedFigure = Awaited<ReturnType<Ground['figuresOf']>>[number];

interface Counted extends ClusterUnits {
  /** The figure that counts most units; null: no source counts any. */
  readonly figure: CountedFigure | null;
  /** Units that there are at least; null: none is named and none counted. */
  readonly atLeast: number | null;
}

function counted(units: ClusterUnits, figures: readonly CountedFigure[]): Counted {
  const [figure = null] = figures
    .filter(({ about, measure, value }) => about === units.cluster && COUNTS.includes(measure) && value !== null)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const most = Math.max(figure?.value ?? 0, units.units.length);
  return { ...units, figure, atLeast: most === 0 ? null : most };
}

const LIKENESS_WORDS: Readonly<Record<Likeness, Labels>> = {
  PRODUCT: { en: 'product', id: 'produk', ja: '製品' },
  MATERIAL: { en: 'material', id: 'bahan', ja: '材料' },
  PROCESS: { en: 'process', id: 'proses', ja: '工程' },
};

/** By what the named units are a sentra in their regency, or that it is undecided. */
function ruleCell({ sentra }: Counted): Cell {
  const [found] = sentra;
  if (found === undefined) return wordsCell({ en: 'undecided', id: 'belum dapat diputuskan', ja: '判断できない' });
  const by = [...new Set(found.reasons.map(({ likeness }) => likeness))];
  const text = (language: Words['language']) => (w: Words) =>
    `${w.number(found.units.length)} (${w.list(by.map((one) => LIKENESS_WORDS[one][language]))})`;
  return { kind: 'WORDS', said: said(text('en'), text('id'), text('ja')) };
}

function verdictCell({ atLeast }: Counted): Cell {
  if (atLeast === null)
    return wordsCell({
      en: 'undecided: units unknown',
      id: 'belum pasti: jumlah unit tidak diketahui',
      ja: '判断できない：数が不明',
    });
  return atLeast >= LEAST
    ? wordsCell({ en: 'passes on units', id: 'memenuhi jumlah unit', ja: '数は満たす' })
    : wordsCell({
        en: 'undecided: too few known',
        id: 'belum pasti: yang diketahui kurang',
        ja: '判断できない：判明分が不足',
      });
}

const underFiveUnits: QuestionDefinition = {
  id: 'clusters-under-five-units',
  listed: ['Q25'],
  askedBy: 'MINISTRY',
  analysis: 'SENTRA_RULE',
  parameters: [PLACE],
  phrasings: {
    en: [
      'Which clusters [in {place}] would not pass the legal minimum of five units on the data held?',
      `${EN.which} (listed|) ${EN.clusters} [in {place}] (would not pass|do not pass|fail|would fail|do not meet|would not meet) the (legal|) (minimum|threshold|limit) of (five|5) units [on the data held]`,
      `${EN.which} (listed|) ${EN.clusters} [in {place}] have (fewer|less) than (five|5) (known|) units`,
    ],
    id: [
      'Sentra mana [di {place}] yang tidak memenuhi batas hukum lima unit menurut data yang ada?',
      `${ID.clusters} (mana|apa) (saja|) [di {place}] yang (tidak memenuhi|belum memenuhi|tidak mencapai|kurang dari) (batas|batas minimum|batas minimal|syarat|syarat minimal|) (hukum|) (lima|5) unit (usaha|) [menurut data yang ada]`,
      `${ID.clusters} (mana|apa) (saja|) [di {place}] yang (punya|memiliki|mempunyai) kurang dari (lima|5) unit (usaha|)`,
    ],
    ja: '[{place}で]データ上、法定の五事業者に満たないクラスターはどれか',
  },
  answer: async (values, { projection, figuresOf }) => {
    const place = values.nodeOrNull('place');
    const read = readClusterUnits(projection, { place: place ?? undefined, scale: 'REGENCY' });
    const villages = readClusterUnits(projection, { place: place ?? undefined, scale: 'VILLAGE' });
    const figures = await figuresOf(read.clusters.map(({ cluster }) => cluster));
    const all = read.clusters.map((one) => counted(one, figures));
    const passes = all.filter(({ atLeast }) => (atLeast ?? 0) >= LEAST);
    const short = all.filter(({ atLeast }) => atLeast !== null && atLeast < LEAST);
    const unknown = all.filter(({ atLeast }) => atLeast === null);
    const byRegency = all.filter(({ held }) => held === 'YES');
    const byVillage = villages.clusters.filter(({ held }) => held === 'YES').length;
    const listed = (some: readonly Counted[], w: Words): string =>
      some.length === 0
        ? ''
        : ` (${w.list(some.slice(0, 8).map(({ cluster, atLeast }) => `${w.name(cluster)}: ${w.number(atLeast ?? 0)}`))}${some.length > 8 ? ', …' : ''})`;
    const ids = (some: readonly Counted[]): readonly NodeId[] => some.map(({ cluster }) => cluster);
    return answerOf({
      said: [
        said(
          (w) =>
            `None of ${w.number(all.length)} clusters is shown to fail, since no source lists all units of one. Fewer than ${w.number(LEAST)} units are known of ${w.number(short.length)}${listed(short, w)}; of ${w.number(unknown.length)} no unit is named or counted, so they are undecided.`,
          (w) =>
            `Tidak satu pun dari ${w.number(all.length)} sentra terbukti tidak memenuhi, karena tidak ada sumber yang mendaftar semua unitnya. Kurang dari ${w.number(LEAST)} unit diketahui pada ${w.number(short.length)} sentra${listed(short, w)}; pada ${w.number(unknown.length)} tidak ada unit yang disebut atau dihitung, sehingga belum dapat diputuskan.`,
          (w) =>
            `${w.number(all.length)}クラスターのうち、満たさないと示されたものはありません。全事業者を列挙した資料がないためです。判明している事業者が${w.number(LEAST)}未満なのは${w.number(short.length)}${listed(short, w)}、事業者の名も数もないのは${w.number(unknown.length)}で、判断できません。`,
        ),
        said(
          (w) =>
            `${w.number(passes.length)} pass on units${listed(passes, w)}. Named, alike and in one regency are at least ${w.number(LEAST)} units of ${w.number(byRegency.length)}${byRegency.length === 0 ? '' : ` (${w.names(ids(byRegency))})`}, in one village of ${w.number(byVillage)}.`,
          (w) =>
            `${w.number(passes.length)} memenuhi jumlah unit${listed(passes, w)}. Sedikitnya ${w.number(LEAST)} unit bernama, sejenis, dan di satu kabupaten ada pada ${w.number(byRegency.length)} sentra${byRegency.length === 0 ? '' : ` (${w.names(ids(byRegency))})`}, di satu desa pada ${w.number(byVillage)}.`,
          (w) =>
            `数を満たすのは${w.number(passes.length)}${listed(passes, w)}。名前が分かり同種で一つの県・市にある事業者が${w.number(LEAST)}以上なのは${w.number(byRegency.length)}${byRegency.length === 0 ? '' : `（${w.names(ids(byRegency))}）`}、一つの村では${w.number(byVillage)}です。`,
        ),
      ],
      figures: {
        clusters: all.length,
        fewerKnown: short.length,
        unitsUnknown: unknown.length,
        passOnUnits: passes.length,
        alikeInOneRegency: byRegency.length,
        alikeInOneVillage: byVillage,
      },
      table: {
        columns: [
          COLUMNS.cluster,
          column('verdict', 'On units', 'Menurut jumlah unit', '事業者数から'),
          column('named', 'Units named', 'Unit bernama', '名前の分かる事業者', true),
          column('counted', 'Units that a source counts', 'Unit menurut sumber', '資料の数', true),
          column('alike', 'Alike in one regency', 'Sejenis di satu kabupaten', '同種で同じ県・市'),
        ],
        rows: [...short, ...unknown, ...passes].map((one) => [
          nodesCell(one.cluster),
          verdictCell(one),
          numberCell(one.units.length),
          numberCell(one.figure?.value ?? null),
          ruleCell(one),
        ]),
      },
      relations: all.flatMap(({ relations }) => relations),
      restsOn: all.flatMap(({ figure }) => (figure === null ? [] : [figure.id])),
      unknown: [
        plainly({
          en: 'The rule (PP 29/2018) asks for five units of 1 to 99 workers in one village with the same product, material or process. To decide it, a complete list of the units with their villages and sizes would be needed.',
          id: 'Aturan (PP 29/2018) mensyaratkan lima unit dengan 1 sampai 99 pekerja di satu desa dengan produk, bahan, atau proses yang sama. Untuk memutuskannya diperlukan daftar lengkap unit dengan desa dan ukurannya.',
          ja: '規則（PP 29/2018）は、一つの村に従業者1～99人の事業者が五つ以上あり、製品、材料または工程が同じことを求めます。判断には、村と規模を含む全事業者の一覧が必要です。',
        }),
        plainly({
          en: 'A count of some of the units, such as those certified or trained, is taken as a lower bound. The statistics office’s other rule (20 % of a village’s households) is not merged with this one; the data hold no households.',
          id: 'Hitungan sebagian unit, misalnya yang bersertifikat atau dilatih, dipakai sebagai batas bawah. Aturan lain dari BPS (20 % rumah tangga desa) tidak digabungkan; data tidak memuat rumah tangga.',
          ja: '認証や研修を受けた者など一部の数は下限として扱います。統計庁の別の規則（村の世帯の20%）とは混ぜません。世帯数はデータにありません。',
        }),
      ],
      view: { kind: 'NODES', nodes: ids([...short, ...passes]) },
    });
  },
};

export const SENTRA_QUESTIONS: readonly QuestionDefinition[] = [underFiveUnits];
