/** Questions about the phases of a programme: where they were, with what, and how far they came. */
import type { Labels, NodeId, TargetStatus } from '#vocabulary';
import { comparePhases } from '../../analysis/programmes/phases.ts';
import type { PhaseSide } from '../../analysis/programmes/phase-types.ts';
import { answerOf, column, idsOf, indexOf, nodesCell, plainly, relationsAt, said, wordsCell } from '../answering.ts';
import { programmeParameter } from '../parameters.ts';
import type { QuestionDefinition } from '../question-types.ts';
import type { Words } from '../words.ts';

const makesIn = (side: PhaseSide | null): readonly NodeId[] => [
  ...new Set((side?.clusters ?? []).flatMap(({ makes }) => makes)),
];

const relationsOf = (side: PhaseSide | null) =>
  side === null ? [] : [...side.targets, ...side.clusters.flatMap(({ relations }) => relations)];

const provincesInBothPhases: QuestionDefinition = {
  id: 'provinces-in-both-phases',
  listed: ['Q13'],
  askedBy: 'JICA',
  analysis: 'COVERAGE',
  parameters: [programmeParameter('programme:smidep')],
  phrasings: {
    en: [
      'Which provinces are in both phases of {programme}, and with which products?',
      '(which|what) provinces (are|were|took part) in both (phases of {programme}|{programme} phases) [and with (which|what) products]',
      '(which|what) provinces (were|are) (supported|covered|reached) by both (phases of {programme}|{programme} phases) [and with (which|what) products]',
    ],
    id: [
      'Provinsi mana yang ada di kedua fase {programme}, dan dengan produk apa?',
      'provinsi (mana|apa) (saja|) yang (ada|ikut|masuk|terlibat) (di|dalam) kedua (fase|tahap) {programme} [dan dengan produk (apa|apa saja)]',
      'provinsi (mana|apa) (saja|) yang (didukung|dijangkau|dicakup) (oleh|) kedua (fase|tahap) {programme} [dan dengan produk (apa|apa saja)]',
    ],
    ja: '{programme}の両方の段階に入っている州はどこで、産品は何か',
  },
  answer: (values, { projection }) => {
    const programme = values.node('programme');
    const { comparisons } = comparePhases(projection, { programme });
    const both = comparisons.flatMap(({ earlier, later, places }) =>
      places
        .filter((place) => place.earlier !== null && place.later !== null)
        .map((place) => ({ earlier, later, place })),
    );
    const provinces = new Set(comparisons.flatMap(({ places }) => places.map(({ province }) => province))).size;
    const one = ({ earlier, later, place }: (typeof both)[number], w: Words): string =>
      `${w.name(place.province)} (${w.name(earlier)}: ${w.names(makesIn(place.earlier))}; ${w.name(later)}: ${w.names(makesIn(place.later))})`;
    const listed = (w: Words): string => (both.length === 0 ? '' : `: ${w.list(both.map((found) => one(found, w)))}`);
    return answerOf({
      said: [
        comparisons.length === 0
          ? said(
              (w) => `Unknown: the data hold no two phases of ${w.name(programme)} that follow each other.`,
              (w) => `Tidak diketahui: data tidak memuat dua fase ${w.name(programme)} yang berurutan.`,
              (w) => `不明です。${w.name(programme)}の連続する二つの段階はデータにありません。`,
            )
          : said(
              (w) =>
                `${w.number(both.length)} of ${w.number(provinces)} provinces ${w.plural(both.length, 'is', 'are')} in both phases of ${w.name(programme)}${listed(w)}.`,
              (w) =>
                `${w.number(both.length)} dari ${w.number(provinces)} provinsi ada di kedua fase ${w.name(programme)}${listed(w)}.`,
              (w) =>
                `${w.name(programme)}の両方の段階に入っているのは${w.number(provinces)}州のうち${w.number(both.length)}州です${listed(w)}。`,
            ),
      ],
      figures: { both: both.length, provinces, comparisons: comparisons.length },
      table: {
        columns: [
          column('province', 'Province', 'Provinsi', '州'),
          column('earlier', 'Earlier phase', 'Fase sebelumnya', '前の段階'),
          column('made', 'Products then', 'Produk saat itu', '当時の産品'),
          column('later', 'Later phase', 'Fase berikutnya', '後の段階'),
          column('makes', 'Products later', 'Produk kemudian', '後の産品'),
        ],
        rows: both.map(({ earlier, later, place }) => [
          nodesCell(place.province),
          nodesCell(earlier),
          nodesCell(...makesIn(place.earlier)),
          nodesCell(later),
          nodesCell(...makesIn(place.later)),
        ]),
      },
      relations: [
        ...comparisons.flatMap(({ relations }) => relations),
        ...both.flatMap(({ place }) => [...relationsOf(place.earlier), ...relationsOf(place.later)]),
      ],
      unknown: [
        plainly({
          en: 'A province of a phase is one that it targets or in which it supports a cluster, on documented word.',
          id: 'Provinsi suatu fase adalah yang menjadi sasarannya atau tempat sentra yang didukungnya, menurut sumber.',
          ja: '段階の州とは、文書で対象とされた州、または支援を受けたクラスターのある州です。',
        }),
      ],
      view: { kind: 'PROGRAMMES', of: programme },
    });
  },
};

const STATUS_WORDS: Readonly<Record<TargetStatus, Labels>> = {
  INITIAL_TARGET: { en: 'initial target', id: 'sasaran awal', ja: '当初の対象' },
  COMMITTED: { en: 'committed', id: 'berkomitmen', ja: '参加を約束' },
  TARGETED: { en: 'targeted', id: 'menjadi sasaran', ja: '対象' },
};
/** What says more first. */
const STATUS_ORDER: readonly TargetStatus[] = ['INITIAL_TARGET', 'COMMITTED', 'TARGETED'];

const targetsByStatus: QuestionDefinition = {
  id: 'targets-by-status',
  listed: ['Q14'],
  askedBy: 'MINISTRY',
  analysis: 'COVERAGE',
  parameters: [programmeParameter('programme:smidep-follow-up')],
  phrasings: {
    en: [
      'Which provinces of {programme} are initial targets, and which only committed?',
      '(which|what) (provinces of {programme}|{programme} provinces) (are|were) (initial targets|the initial target|initial target) [and which (are|were|have|) (only|) committed]',
      '(which|what) (provinces of {programme}|{programme} provinces) (have|) only committed [and which (are|were) (initial targets|initial target)]',
    ],
    id: [
      'Provinsi mana dari {programme} yang menjadi sasaran awal, dan mana yang baru berkomitmen?',
      'provinsi (mana|apa) (saja|) (dari|dalam|di|) {programme} yang (menjadi|merupakan|jadi) (sasaran|target) awal [dan mana yang (baru|hanya|) berkomitmen]',
      'provinsi (mana|apa) (saja|) (dari|dalam|di|) {programme} yang (baru|hanya) berkomitmen [dan mana yang (menjadi|merupakan|jadi) (sasaran|target) awal]',
    ],
    ja: '{programme}の州のうち、当初の対象はどこで、参加を約束しただけなのはどこか',
  },
  answer: (values, { projection }) => {
    const programme = values.node('programme');
    const all = relationsAt(projection, indexOf(projection, programme), 'OUT', ['TARGETS']).filter(
      (relation) => projection.nodeType(projection.relationTo(relation)) === 'Province',
    );
    const provinces = projection.byName([...new Set(all.map((relation) => projection.relationTo(relation)))]);
    const rows = provinces.map((province) => {
      const own = all.filter((relation) => projection.relationTo(relation) === province);
      const said = own.map((relation) => projection.relationStatus(relation));
      return { province: projection.nodeId(province), status: STATUS_ORDER.find((one) => said.includes(one)) ?? null };
    });
    const of = (status: TargetStatus | null): readonly NodeId[] =>
      rows.filter((row) => row.status === status).map(({ province }) => province);
    const [first, committed, targeted] = [of('INITIAL_TARGET'), of('COMMITTED'), of('TARGETED')];
    const names = (nodes: readonly NodeId[], none: string, w: Words): string =>
      nodes.length === 0 ? none : w.names(nodes, 12);
    return answerOf({
      said: [
        rows.length === 0
          ? said(
              (w) => `Unknown: no source read here names a province as a target of ${w.name(programme)}.`,
              (w) => `Tidak diketahui: tidak ada sumber yang menyebut provinsi sasaran ${w.name(programme)}.`,
              (w) => `不明です。${w.name(programme)}の対象となる州を挙げた資料はありません。`,
            )
          : said(
              (w) =>
                `Initial target: ${names(first, 'none', w)}. Committed only: ${names(committed, 'none', w)}.${targeted.length === 0 ? '' : ` Named as a target without saying how far it came: ${w.names(targeted, 12)}.`}`,
              (w) =>
                `Sasaran awal: ${names(first, 'tidak ada', w)}. Baru berkomitmen: ${names(committed, 'tidak ada', w)}.${targeted.length === 0 ? '' : ` Disebut sebagai sasaran tanpa keterangan sejauh mana: ${w.names(targeted, 12)}.`}`,
              (w) =>
                `当初の対象：${names(first, 'なし', w)}。参加の約束のみ：${names(committed, 'なし', w)}。${targeted.length === 0 ? '' : `進み具合の記述がない対象：${w.names(targeted, 12)}。`}`,
            ),
      ],
      figures: { initialTargets: first.length, committedOnly: committed.length, targetedOnly: targeted.length },
      table: {
        columns: [
          column('province', 'Province', 'Provinsi', '州'),
          column('status', 'How far it came', 'Sejauh mana', '進み具合'),
        ],
        rows: rows.map(({ province, status }) => [
          nodesCell(province),
          status === null ? { kind: 'UNKNOWN' } : wordsCell(STATUS_WORDS[status]),
        ]),
      },
      relations: idsOf(projection, all),
      unknown: [
        plainly({
          en: 'Committed is not carried out: how far a place came is never taken for more than a source says.',
          id: 'Berkomitmen bukan berarti terlaksana: sejauh mana suatu daerah tidak pernah dianggap lebih dari yang disebut sumber.',
          ja: '約束は実施ではありません。資料が述べる以上に進んだとは見なしません。',
        }),
      ],
      view: { kind: 'PROGRAMMES', of: programme },
    });
  },
};

export const PHASE_QUESTIONS: readonly QuestionDefinition[] = [provincesInBothPhases, targetsByStatus];
