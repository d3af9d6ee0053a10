/** Questions about what is a fact and what only our own conclusion, and about what held when. */
import {
  heldAt,
  parseNodeId,
  parsePartialDate,
  REFERENCE_DAY,
  RELATION_FAMILIES,
  RELATION_TYPES,
  type Held,
  type Labels,
  type PartialDate,
  type RelationFamily,
  type RelationType,
} from '#vocabulary';
import type { Projection, RelationIndex } from '../../projection/projection.ts';
import {
  answerOf,
  column,
  dateCell,
  idsOf,
  indexOf,
  nodesCell,
  plainly,
  relationsAt,
  said,
  wordsCell,
} from '../answering.ts';
import { clusterParameter } from '../parameters.ts';
import type { DateParameter, NodeParameter, QuestionDefinition, Said } from '../question-types.ts';
import type { Words } from '../words.ts';

/** Pairs that a sentence lists. */
const PAIRS_SAID = 6;

type InferredKind = 'GOODS' | 'SAME_THING' | 'OTHER';

const GOODS_TYPES: readonly RelationType[] = [
  'SUPPLIES',
  'DISTRIBUTES_THROUGH',
  'AGREED_TO_SUPPLY',
  'POTENTIAL_SUPPLY',
];

function kindOf(projection: Projection, relation: RelationIndex): InferredKind {
  const type = projection.relationType(relation);
  if (GOODS_TYPES.includes(type)) return 'GOODS';
  return type === 'SAME_AS_PROBABLY' ? 'SAME_THING' : 'OTHER';
}

/** Goods first, then twins, then by family as the vocabulary lists them, then id. */
function bySeverity(projection: Projection) {
  const families = Object.keys(RELATION_FAMILIES);
  const kinds: readonly InferredKind[] = ['GOODS', 'SAME_THING', 'OTHER'];
  const familyOf = (relation: RelationIndex): RelationFamily =>
    RELATION_TYPES[projection.relationType(relation)].family;
  return (a: RelationIndex, b: RelationIndex): number =>
    kinds.indexOf(kindOf(projection, a)) - kinds.indexOf(kindOf(projection, b)) ||
    families.indexOf(familyOf(a)) - families.indexOf(familyOf(b)) ||
    a - b;
}

const inferredOnly: QuestionDefinition = {
  id: 'inferred-only',
  listed: ['Q04'],
  askedBy: 'JICA',
  analysis: 'RECORDS',
  parameters: [clusterParameter(null, true)],
  phrasings: {
    en: [
      'Which relations [of {cluster}] are inferred only and must not be quoted as facts?',
      '(which|what) (relations|links|connections) [of {cluster}] are (only inferred|inferred only|merely inferred|only our own inference) [and (must|may|should) not be quoted as (facts|fact)]',
      '(which|what) (relations|links|connections) [of {cluster}] (must|may|should|can) not be quoted as (facts|fact)',
    ],
    id: [
      'Hubungan mana [dari {cluster}] yang hanya inferensi dan tidak boleh dikutip sebagai fakta?',
      '(hubungan|keterkaitan|relasi) (mana|apa) (saja|) [dari {cluster}] yang (hanya|cuma|baru) (inferensi|dugaan|kesimpulan sendiri) [dan tidak boleh dikutip sebagai fakta]',
      '(hubungan|keterkaitan|relasi) (mana|apa) (saja|) [dari {cluster}] yang (tidak boleh|jangan) dikutip sebagai fakta',
    ],
    ja: '[{cluster}の]どの関係が推定のみで、事実として引用してはならないか',
  },
  answer: (values, { projection }) => {
    const cluster = values.nodeOrNull('cluster');
    const about = cluster === null ? null : indexOf(projection, cluster);
    const all = Array.from({ length: projection.relationCount }, (_, relation) => relation)
      .filter((relation) => projection.relationEvidence(relation) === 'INFERRED')
      .filter((one) => about === null || projection.relationFrom(one) === about || projection.relationTo(one) === about)
      .toSorted(bySeverity(projection));
    const of = (kind: InferredKind) => all.filter((relation) => kindOf(projection, relation) === kind);
    const [goods, same, others] = [of('GOODS'), of('SAME_THING'), of('OTHER')];
    const ends = (relation: RelationIndex): readonly [number, number] => [
      projection.relationFrom(relation),
      projection.relationTo(relation),
    ];
    const pairs = (relations: readonly RelationIndex[], w: Words): string =>
      relations.length === 0
        ? ''
        : ` (${relations
            .slice(0, PAIRS_SAID)
            .map((relation) =>
              ends(relation)
                .map((node) => w.name(node))
                .join(' – '),
            )
            .join('; ')}${relations.length > PAIRS_SAID ? '; …' : ''})`;
    const nodes = [...goods, ...same].flatMap(ends).map((node) => projection.nodeId(node));
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(all.length)} ${w.plural(all.length, 'relation rests', 'relations rest')} on inference alone: ${w.number(goods.length)} of goods that go or could go${pairs(goods, w)}, ${w.number(same.length)} that two records are probably one thing${pairs(same, w)}, and ${w.number(others.length)} others, mostly classes and places that we read out of names.`,
          (w) =>
            `${w.number(all.length)} hubungan hanya bertumpu pada dugaan: ${w.number(goods.length)} tentang barang yang mengalir atau bisa mengalir${pairs(goods, w)}, ${w.number(same.length)} bahwa dua catatan mungkin satu hal yang sama${pairs(same, w)}, dan ${w.number(others.length)} lainnya, kebanyakan kelas dan tempat yang kami baca dari nama.`,
          (w) =>
            `推定のみに基づく関係は${w.number(all.length)}件です。物の流れまたはその可能性が${w.number(goods.length)}件${pairs(goods, w)}、二つの記録がおそらく同一とするものが${w.number(same.length)}件${pairs(same, w)}、その他（多くは名称から読み取った分類や所在地）が${w.number(others.length)}件です。`,
        ),
      ],
      figures: { inferred: all.length, goods: goods.length, sameThing: same.length, others: others.length },
      table: {
        columns: [
          column('from', 'From', 'Dari', '元'),
          column('relation', 'Relation', 'Hubungan', '関係'),
          column('to', 'To', 'Ke', '先'),
        ],
        rows: all.map((relation) => [
          nodesCell(projection.nodeId(projection.relationFrom(relation))),
          wordsCell(RELATION_TYPES[projection.relationType(relation)].label),
          nodesCell(projection.nodeId(projection.relationTo(relation))),
        ]),
      },
      relations: idsOf(projection, all),
      unknown: [
        plainly({
          en: 'Inferred is our own conclusion from other facts; a relation that a source documents as well is not listed.',
          id: 'Dugaan adalah kesimpulan kami sendiri dari fakta lain; hubungan yang juga didokumentasikan sumber tidak dimuat.',
          ja: '推定は他の事実から私たちが導いた結論です。資料でも確認できる関係は含めていません。',
        }),
      ],
      view: { kind: 'NODES', nodes: [...new Set(nodes)], inferred: true },
    });
  },
};

const REGENCY: NodeParameter = {
  name: 'place',
  label: { en: 'Regency or city', id: 'Kabupaten atau kota', ja: '県・市' },
  kind: 'NODE',
  types: ['Regency'],
  optional: false,
  default: parseNodeId('regency:94.06'),
};

function dateParameter(name: string, labels: Labels, usual: string, optional: boolean): DateParameter {
  return { name, label: labels, kind: 'DATE', default: parsePartialDate(usual), optional };
}

const HELD_WORDS: Readonly<Record<Held, Labels>> = {
  YES: { en: 'yes', id: 'ya', ja: 'はい' },
  POSSIBLY: { en: 'possibly', id: 'mungkin', ja: '可能性あり' },
  NO: { en: 'no', id: 'tidak', ja: 'いいえ' },
};

const REFERENCE = parsePartialDate(REFERENCE_DAY);

const todayIs: Said = said(
  (w) => `“Today” is the day of the data, ${w.date(REFERENCE)}: nothing here looks at the clock.`,
  (w) => `“Sekarang” adalah hari data, ${w.date(REFERENCE)}: tidak ada yang melihat jam di sini.`,
  (w) => `「現在」はデータの基準日（${w.date(REFERENCE)}）です。時計は見ていません。`,
);

const provinceOnDays: QuestionDefinition = {
  id: 'province-on-days',
  listed: ['Q18'],
  askedBy: 'PROVINCE',
  analysis: 'AS_OF',
  parameters: [
    REGENCY,
    dateParameter('first', { en: 'First date', id: 'Tanggal pertama', ja: '最初の日付' }, '2017-12-26', false),
    dateParameter('second', { en: 'Second date', id: 'Tanggal kedua', ja: '二つ目の日付' }, '2022-03-01', true),
    dateParameter('third', { en: 'Third date', id: 'Tanggal ketiga', ja: '三つ目の日付' }, REFERENCE_DAY, true),
  ],
  phrasings: {
    en: [
      'In which province was {place} on {first}[, on {second}][ and on {third}]?',
      '(in|) (which|what) province (was|is) {place} (in|) (on|in|) {first} [(on|in|) {second}] [and (on|in|) {third}]',
      'to (which|what) province did {place} belong (on|in) {first} [(on|in|) {second}] [and (on|in|) {third}]',
    ],
    id: [
      '{place} berada di provinsi mana pada {first}[, pada {second}][, dan pada {third}]?',
      '{place} (berada di|di|masuk|termasuk) provinsi (mana|apa) (pada|tanggal|tahun|) {first} [(pada|tanggal|tahun|) {second}] [dan (pada|tanggal|tahun|) {third}]',
      '(di|) provinsi mana {place} (berada|) (pada|tanggal|tahun) {first} [(pada|tanggal|tahun|) {second}] [dan (pada|tanggal|tahun|) {third}]',
    ],
    ja: '{place}は{first}[、{second}][、{third}]にどの州に属していたか',
  },
  answer: (values, { projection }) => {
    const place = values.node('place');
    const dates = ['first', 'second', 'third'].flatMap((name) => values.dateOrNull(name) ?? []);
    const located = relationsAt(
      projection,
      indexOf(projection, place),
      'OUT',
      ['LOCATED_IN'],
      ['DOCUMENTED', 'GENERAL_KNOWLEDGE'],
    )
      .filter((relation) => projection.nodeType(projection.relationTo(relation)) === 'Province')
      .toSorted((a, b) => projection.relationBounds(a).latestEnd - projection.relationBounds(b).latestEnd);
    const on = (date: PartialDate, held: Held) =>
      located
        .filter((relation) => heldAt(projection.relationBounds(relation), date) === held)
        .map((relation) => projection.relationTo(relation));
    const listed = (w: Words, texts: Readonly<Record<'possibly' | 'none', string>>, date: PartialDate): string => {
      const parts = [
        ...on(date, 'YES').map((node) => w.name(node)),
        ...on(date, 'POSSIBLY').map((node) => `${texts.possibly} ${w.name(node)}`),
      ];
      return `${w.date(date)}: ${parts.length === 0 ? texts.none : w.list(parts)}`;
    };
    const inAll = (w: Words, texts: Readonly<Record<'possibly' | 'none', string>>): string =>
      dates.map((date) => listed(w, texts, date)).join('; ');
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.name(place)} was in a province as follows: ${inAll(w, { possibly: 'possibly', none: 'not recorded' })}.`,
          (w) =>
            `${w.name(place)} berada di provinsi berikut: ${inAll(w, { possibly: 'mungkin', none: 'tidak tercatat' })}.`,
          (w) =>
            `${w.name(place)}が属した州は次のとおりです：${inAll(w, { possibly: 'おそらく', none: '記録なし' })}。`,
        ),
      ],
      figures: Object.fromEntries(
        dates.map((date) => [
          date,
          on(date, 'YES')
            .map((node) => projection.nodeName(node))
            .join(', '),
        ]),
      ),
      table: {
        columns: [
          column('date', 'Date', 'Tanggal', '日付'),
          column('province', 'Province', 'Provinsi', '州'),
          column('held', 'Was it in it', 'Apakah termasuk', '属していたか'),
          column('from', 'Known from', 'Diketahui dari', '開始'),
          column('to', 'Known to', 'Diketahui sampai', '終了'),
        ],
        rows: dates.flatMap((date) =>
          located.map((relation) => {
            const { from, to } = projection.relationPeriod(relation);
            return [
              dateCell(date),
              nodesCell(projection.nodeId(projection.relationTo(relation))),
              wordsCell(HELD_WORDS[heldAt(projection.relationBounds(relation), date)]),
              dateCell(from === '..' ? null : from),
              dateCell(to === '..' ? null : to),
            ];
          }),
        ),
      },
      relations: idsOf(projection, located),
      unknown: [todayIs],
      view: { kind: 'PLACES', place },
    });
  },
};

export const EVIDENCE_QUESTIONS: readonly QuestionDefinition[] = [inferredOnly, provinceOnDays];
