/** Questions about supports that met in one place. */
import { parseNodeId, type NodeId, type Period } from '#vocabulary';
import { findCoverage } from '../../analysis/programmes/coverage.ts';
import type { OverlapSide } from '../../analysis/programmes/coverage-types.ts';
import { SUPPORTER_TYPES } from '../../analysis/programmes/supporters.ts';
import type { Projection } from '../../projection/projection.ts';
import { answerOf, column, dateCell, indexOf, nodesCell, plainly, relationsAt, said } from '../answering.ts';
import type { Cell, NodeParameter, QuestionDefinition } from '../question-types.ts';
import { COLUMNS } from '../terms.ts';
import type { Words } from '../words.ts';

const SUPPORTER: NodeParameter = {
  name: 'supporter',
  label: { en: 'Who supports', id: 'Pemberi dukungan', ja: '支援者' },
  kind: 'NODE',
  types: SUPPORTER_TYPES.filter((type) => type !== 'Programme' && type !== 'LargeIndustry' && type !== 'Facility'),
  optional: false,
  default: parseNodeId('agency:jica'),
};

function periodCell({ from, to }: Period): Cell {
  const [begins, ends] = [from, to].map((end) => (end === '..' ? null : end));
  const text = (unknown: string) => (w: Words) =>
    `${begins === null || begins === undefined ? unknown : w.date(begins)} – ${ends === null || ends === undefined ? unknown : w.date(ends)}`;
  return { kind: 'WORDS', said: said(text('unknown'), text('tidak diketahui'), text('不明')) };
}

/** Whether one is part of the other: one support, told twice. */
function isPartOf(projection: Projection, a: NodeId, b: NodeId): boolean {
  return relationsAt(projection, indexOf(projection, a), 'OUT', ['PART_OF']).some(
    (relation) => projection.nodeId(projection.relationTo(relation)) === b,
  );
}

const projectsAtOnePlace: QuestionDefinition = {
  id: 'projects-at-one-place',
  listed: ['Q15'],
  askedBy: 'JICA',
  analysis: 'COVERAGE',
  parameters: [SUPPORTER],
  phrasings: {
    en: [
      'Where did two projects of {supporter} support the same place at the same time?',
      'where did two (projects of {supporter}|{supporter} projects|{supporter} programmes|programmes of {supporter}) (support|help|reach) the same place at the same time',
      '(which|what) (places|place|regencies) (were|was) supported by two (projects of {supporter}|{supporter} projects|{supporter} programmes|programmes of {supporter}) at (the same time|once)',
      'where (do|did) (projects of {supporter}|{supporter} projects|{supporter} programmes|programmes of {supporter}) overlap',
    ],
    id: [
      'Di mana dua proyek {supporter} mendukung tempat yang sama pada waktu yang sama?',
      '(di mana|dimana) dua (proyek|program) {supporter} (mendukung|membina) (tempat|daerah|wilayah) yang sama (pada|dalam) waktu yang (sama|bersamaan)',
      '(daerah|wilayah|kabupaten|tempat) (mana|apa) (saja|) yang (didukung|dibina) dua (proyek|program) {supporter} (pada waktu yang sama|secara bersamaan|sekaligus)',
      '(di mana|dimana) (proyek|program) {supporter} (saling|) tumpang tindih',
    ],
    ja: '{supporter}の二つの事業が同じ時期に同じ場所を支援したのはどこか',
  },
  answer: (values, { projection }) => {
    const supporter = values.node('supporter');
    const isProject = ({ supporter: by }: OverlapSide): boolean =>
      projection.nodeType(indexOf(projection, by)) === 'Programme';
    const overlaps = findCoverage(projection, { supporter }).overlapsByPlace.filter(
      ({ first, second }) =>
        first.supporter !== second.supporter &&
        isProject(first) &&
        isProject(second) &&
        !isPartOf(projection, first.supporter, second.supporter) &&
        !isPartOf(projection, second.supporter, first.supporter),
    );
    const certain = overlaps.filter(({ held }) => held === 'YES');
    const possible = overlaps.length - certain.length;
    const listed = (w: Words): string =>
      certain
        .slice(0, 6)
        .map(({ at, first, second, certain: days }) => {
          const both = w.names([first.supporter, second.supporter]);
          const when =
            days === null || days.from === null || days.to === null
              ? ''
              : `, ${w.date(days.from)} – ${w.date(days.to)}`;
          return `${w.name(at)} (${both}${when})`;
        })
        .join('; ');
    return answerOf({
      said: [
        said(
          (w) =>
            `Certainly at ${w.number(certain.length)} ${w.plural(certain.length, 'place', 'places')}${certain.length === 0 ? '' : `: ${listed(w)}`}; possibly in ${w.number(possible)} more pairs of projects, whose dates leave it open.`,
          (w) =>
            `Pasti di ${w.number(certain.length)} tempat${certain.length === 0 ? '' : `: ${listed(w)}`}; mungkin pada ${w.number(possible)} pasangan proyek lagi, yang tanggalnya belum memastikan.`,
          (w) =>
            `確実なのは${w.number(certain.length)}か所です${certain.length === 0 ? '' : `：${listed(w)}`}。ほかに日付からは決まらない事業の組が${w.number(possible)}組あります。`,
        ),
      ],
      figures: {
        certain: certain.length,
        possible,
        place: certain[0]?.at ?? null,
        from: certain[0]?.certain?.from ?? null,
        to: certain[0]?.certain?.to ?? null,
      },
      table: {
        columns: [
          COLUMNS.place,
          column('first', 'Project', 'Proyek', '事業'),
          column('firstPeriod', 'Its period', 'Periodenya', '期間'),
          column('second', 'Other project', 'Proyek lain', '別の事業'),
          column('secondPeriod', 'Its period', 'Periodenya', '期間'),
          column('from', 'Certainly both from', 'Pasti keduanya dari', '確実な重なりの開始'),
          column('to', 'Certainly both to', 'Pasti keduanya sampai', '確実な重なりの終了'),
        ],
        rows: overlaps.map(({ at, first, second, certain: days }) => [
          nodesCell(at),
          nodesCell(first.supporter),
          periodCell(first.period),
          nodesCell(second.supporter),
          periodCell(second.period),
          dateCell(days?.from ?? null),
          dateCell(days?.to ?? null),
        ]),
      },
      relations: overlaps.flatMap(({ first, second }) => [
        ...first.relations,
        ...first.periodRelations,
        ...second.relations,
        ...second.periodRelations,
      ]),
      unknown: [
        plainly({
          en: 'A date known only to the year may mean any of its days, so the certain days are fewer than the years suggest.',
          id: 'Tanggal yang hanya diketahui tahunnya bisa berarti hari mana pun, sehingga hari yang pasti lebih sedikit daripada tahunnya.',
          ja: '年までしか分からない日付はその年のどの日でもありうるため、確実な日数は年から受ける印象より短くなります。',
        }),
      ],
      view: { kind: 'PROGRAMMES', of: supporter },
    });
  },
};

export const OVERLAP_QUESTIONS: readonly QuestionDefinition[] = [projectsAtOnePlace];
