/** Questions about where nobody fits, what lies near, and what stands between a cluster and a firm. */
import { findGaps } from '../../analysis/gaps/gaps.ts';
import { makingReader } from '../../analysis/gaps/making.ts';
import { findTies } from '../../analysis/ties/ties.ts';
import { removeNode } from '../../analysis/structure/fragility.ts';
import { answerOf, column, idsOf, indexOf, nodesCell, numberCell, plainly, said, wordsCell } from '../answering.ts';
import { clusterParameter, firmParameter, PLACE } from '../parameters.ts';
import type { NumberParameter, QuestionDefinition } from '../question-types.ts';
import { COLUMNS, EN, ID, TIE_KIND_WORDS } from '../terms.ts';
import type { Words } from '../words.ts';
import { asCandidate, awayAndScore, CANDIDATES_ONLY, gapRelations, gapTable } from './gaps.ts';
import { ANY_EVIDENCE } from './ties.ts';

const NONE_IN_DATA = plainly({
  en: 'None in the data does not mean that there is none.',
  id: 'Tidak ada dalam data tidak berarti tidak ada.',
  ja: 'データにないことは、存在しないことを意味しません。',
});

const withoutCandidate: QuestionDefinition = {
  id: 'clusters-without-candidate',
  listed: ['Q12'],
  askedBy: 'MINISTRY',
  analysis: 'GAPS',
  parameters: [PLACE],
  phrasings: {
    en: [
      'For which clusters [in {place}] does the data hold no large industry of the same or a using class?',
      `which ${EN.clusters} [in {place}] fit no large industry`,
      `${EN.which} ${EN.clusters} [in {place}] have no candidate (buyer|large industry) [in the data]`,
      `for ${EN.which} ${EN.clusters} [in {place}] is there no large industry of the same or a using class`,
    ],
    id: [
      'Untuk sentra mana [di {place}] data tidak memuat industri besar pada kelas yang sama atau pengguna?',
      `${ID.clusters} mana [di {place}] yang tidak cocok dengan industri besar mana pun`,
      `${ID.clusters} ${ID.which} [di {place}] yang (tidak punya|tidak memiliki|belum punya|tanpa) calon (pembeli besar|industri besar) [dalam data]`,
      `${ID.clusters} ${ID.which} [di {place}] yang tidak cocok dengan industri besar mana pun`,
    ],
    ja: '[{place}で]同じ分類または使用側の大企業がデータにないクラスターはどれか',
  },
  answer: (values, { projection }) => {
    const place = values.nodeOrNull('place');
    const { withoutCandidate: none, clusterCount } = findGaps(projection, { place: place ?? undefined });
    const making = makingReader(projection, undefined);
    const unknown = none.filter(({ reason }) => reason === 'CLASS_UNKNOWN');
    const names = (w: Words): string =>
      w.names(
        none.map(({ cluster }) => cluster),
        12,
      );
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(none.length)} of ${w.number(clusterCount)} clusters fit no large industry in the data${none.length === 0 ? '' : `: ${names(w)}`}; of ${w.number(unknown.length)} of them nothing says what it makes.`,
          (w) =>
            `${w.number(none.length)} dari ${w.number(clusterCount)} sentra tidak cocok dengan industri besar mana pun dalam data${none.length === 0 ? '' : `: ${names(w)}`}; untuk ${w.number(unknown.length)} di antaranya produknya tidak diketahui.`,
          (w) =>
            `${w.number(clusterCount)}クラスターのうち${w.number(none.length)}は、データ内のどの大企業とも適合しません${none.length === 0 ? '' : `：${names(w)}`}。うち${w.number(unknown.length)}は製品が不明です。`,
        ),
      ],
      figures: { without: none.length, clusters: clusterCount, productUnknown: unknown.length },
      table: {
        columns: [COLUMNS.cluster, column('classes', 'Classes of KBLI', 'Kelas KBLI', 'KBLI分類')],
        rows: none.map(({ cluster, classes }) => [nodesCell(cluster), nodesCell(...classes)]),
      },
      relations: none.flatMap(({ cluster }) =>
        [...making(indexOf(projection, cluster)).classes.values()].flatMap((one) => idsOf(projection, one.relations)),
      ),
      unknown: [NONE_IN_DATA],
      view: { kind: 'GAPS', cluster: null, largeIndustry: null },
    });
  },
};

const KM: NumberParameter = {
  name: 'km',
  label: { en: 'Kilometres', id: 'Kilometer', ja: '距離' },
  kind: 'NUMBER',
  default: 50,
  least: 0,
  most: 5000,
  whole: false,
  unit: 'km',
};

const clustersNearFirm: QuestionDefinition = {
  id: 'clusters-near-firm',
  listed: ['Q08'],
  askedBy: 'PROVINCE',
  analysis: 'GAPS',
  parameters: [firmParameter('large-industry:pal-indonesia'), KM],
  phrasings: {
    en: [
      'Which clusters within {km} km of {firm} could deal with it, and is any supply documented?',
      `which ${EN.clusters} within {km} (km|kilometres|kilometers) of {firm} could (deal with|supply) it [and is any supply documented]`,
      `${EN.which} ${EN.clusters} (are|lie) within {km} (km|kilometres|kilometers) of {firm} and could (deal with|supply) it`,
      `by ${EN.which} ${EN.clusters} within {km} (km|kilometres|kilometers) could {firm} be supplied`,
    ],
    id: [
      'Sentra mana dalam radius {km} km dari {firm} yang dapat bermitra dengannya, dan adakah pasokan terdokumentasi?',
      `${ID.clusters} mana dalam radius {km} (km|kilometer) dari {firm} yang dapat (bermitra dengannya|memasoknya) [dan adakah pasokan terdokumentasi]`,
      `${ID.clusters} ${ID.which} (yang|) (berjarak|dalam jarak|dalam radius|di radius) (maksimal|paling jauh|) {km} (km|kilometer) dari {firm} (yang|dan) (dapat|bisa) (bermitra dengannya|memasoknya) [dan adakah pasokan terdokumentasi]`,
      `{firm} (dapat|bisa) dipasok (oleh|) ${ID.clusters} ${ID.which} dalam radius {km} (km|kilometer)`,
    ],
    ja: '{firm}から{km}km以内で取引できそうなクラスターはどれで、供給の文書はあるか',
  },
  answer: (values, { projection }) => {
    const [firm, km] = [values.node('firm'), values.number('km')];
    const { gaps, unknownDistanceCount } = findGaps(projection, { largeIndustry: firm, withinKm: km });
    const seen = findTies(projection, { largeIndustry: firm }).ties.filter(({ kind }) => kind === 'GOODS_OBSERVED');
    const listed = (w: Words): string =>
      w.list(gaps.slice(0, 5).map((gap) => `${w.name(gap.cluster)} (${awayAndScore(gap, w)})`));
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(gaps.length)} clusters within ${w.number(km)} km of ${w.name(firm)} fit by product${gaps.length === 0 ? '' : `: ${listed(w)}`}; documented supply of any cluster to it: ${w.number(seen.length)}.`,
          (w) =>
            `${w.number(gaps.length)} sentra dalam radius ${w.number(km)} km dari ${w.name(firm)} cocok menurut produk${gaps.length === 0 ? '' : `: ${listed(w)}`}; pasokan sentra yang terdokumentasi kepadanya: ${w.number(seen.length)}.`,
          (w) =>
            `${w.name(firm)}から${w.number(km)}km以内で製品が適合するクラスターは${w.number(gaps.length)}です${gaps.length === 0 ? '' : `：${listed(w)}`}。文書で確認できる供給は${w.number(seen.length)}件です。`,
        ),
      ],
      figures: { candidates: gaps.length, documentedSupply: seen.length, unknownDistance: unknownDistanceCount },
      table: gapTable(gaps),
      relations: gapRelations(gaps),
      unknown: [CANDIDATES_ONLY],
      view: { kind: 'GAPS', cluster: null, largeIndustry: firm },
    });
  },
};

const evidenceBetween: QuestionDefinition = {
  id: 'evidence-between',
  listed: ['Q11'],
  askedBy: 'REGENCY',
  analysis: 'TIES',
  parameters: [clusterParameter('cluster:pewter-west-bangka'), firmParameter('large-industry:timah')],
  phrasings: {
    en: [
      'Is there evidence that goods go between {cluster} and {firm}?',
      'is there (any|) evidence (that|of) (goods go|supply|trade) between {cluster} and {firm}',
      'is there (any|) proof (that|of) (goods go|supply|trade) between {cluster} and {firm}',
      'is (any|) (supply|trade) between {cluster} and {firm} documented',
      '(are|is) (any|) goods (documented|known) to go between {cluster} and {firm}',
    ],
    id: [
      'Adakah bukti barang mengalir antara {cluster} dan {firm}?',
      '(adakah|apakah ada) bukti (barang mengalir|pasokan|perdagangan) antara {cluster} dan {firm}',
      '(adakah|apakah ada|ada) bukti (barang mengalir|aliran barang|pasokan|perdagangan|jual beli) antara {cluster} dan {firm}',
      'apakah (pasokan|perdagangan|aliran barang) antara {cluster} dan {firm} terdokumentasi',
    ],
    ja: '{cluster}と{firm}の間に物の流れがあるという根拠はあるか',
  },
  answer: (values, { projection }) => {
    const [cluster, firm] = [values.node('cluster'), values.node('firm')];
    const ask = { cluster, largeIndustry: firm };
    const documented = findTies(projection, ask).ties[0];
    const any = findTies(projection, { ...ask, evidence: ANY_EVIDENCE }).ties[0];
    const isGoods = ({ direction }: { readonly direction: string }): boolean =>
      direction === 'OUTPUT' || direction === 'INPUT';
    const seen = (documented?.chains ?? []).filter(isGoods);
    const guessed = (any?.chains ?? []).filter((chain) => isGoods(chain) && chain.evidenceClass !== 'DOCUMENTED');
    const other = (documented?.chains ?? []).filter((chain) => !isGoods(chain));
    const gap = findGaps(projection, ask).gaps[0];
    const [answerEn, answerId, answerJa] =
      seen.length > 0
        ? ['Yes', 'Ya', 'はい']
        : guessed.length > 0
          ? ['No, inferred only', 'Tidak, hanya dugaan', 'いいえ、推定のみです']
          : ['No', 'Tidak', 'いいえ'];
    return answerOf({
      said: [
        said(
          (w) =>
            `${answerEn}: ${w.number(seen.length)} documented ${w.plural(seen.length, 'chain', 'chains')} of goods between ${w.name(cluster)} and ${w.name(firm)}, ${w.number(guessed.length)} inferred, and ${w.number(other.length)} documented ${w.plural(other.length, 'tie', 'ties')} of another kind.`,
          (w) =>
            `${answerId}: ${w.number(seen.length)} rantai barang terdokumentasi antara ${w.name(cluster)} dan ${w.name(firm)}, ${w.number(guessed.length)} yang hanya dugaan, dan ${w.number(other.length)} keterkaitan terdokumentasi jenis lain.`,
          (w) =>
            `${answerJa}：${w.name(cluster)}と${w.name(firm)}の間で、文書で確認できる物の流れは${w.number(seen.length)}、推定は${w.number(guessed.length)}、別の種類の関係は${w.number(other.length)}です。`,
        ),
        ...asCandidate(gap),
      ],
      figures: {
        documentedGoods: seen.length,
        inferredGoods: guessed.length,
        otherDocumented: other.length,
        gapLow: gap?.low ?? null,
        gapHigh: gap?.high ?? null,
      },
      table: {
        columns: [column('through', 'Through', 'Melalui', '経由'), COLUMNS.kind, COLUMNS.strength],
        rows: [...seen, ...other, ...guessed].map((chain) => [
          nodesCell(...chain.nodes),
          wordsCell(TIE_KIND_WORDS[chain.kind]),
          numberCell(chain.strength, 4),
        ]),
      },
      relations: [...seen, ...other, ...guessed].flatMap((chain) => chain.relations),
      unknown: [
        plainly({
          en: 'What is inferred is our own conclusion and must not be quoted as a fact.',
          id: 'Dugaan adalah kesimpulan kami sendiri dan tidak boleh dikutip sebagai fakta.',
          ja: '推定は私たち自身の結論であり、事実として引用してはいけません。',
        }),
      ],
      view: { kind: 'PATHS', from: cluster, to: firm },
    });
  },
};

const cutOff: QuestionDefinition = {
  id: 'actors-that-cut-off',
  listed: ['Q20'],
  askedBy: 'MINISTRY',
  analysis: 'FRAGILITY',
  parameters: [clusterParameter('cluster:metal-ngingas'), firmParameter('large-industry:astra-honda-motor')],
  phrasings: {
    en: [
      'Which one actor, if removed, cuts {cluster} off from {firm}?',
      'which (one|single) (actor|firm) (if removed|if it is removed|if it stops) cuts {cluster} off from {firm}',
      '(who|which firm|which actor) alone cuts {cluster} off from {firm}',
      'without (whom|which firm|which actor) (is|would) {cluster} (be|) cut off from {firm}',
      'if (which|what) (one|single|) (firm|actor) stops is {cluster} cut off from {firm}',
    ],
    id: [
      'Pelaku mana yang jika hilang memutus {cluster} dari {firm}?',
      '(pelaku|perusahaan) mana yang (jika|bila) (hilang|berhenti) memutus {cluster} dari {firm}',
      'siapa yang (jika|bila|kalau) (hilang|berhenti|tutup) memutus {cluster} dari {firm}',
      'tanpa (siapa|perusahaan mana|pelaku mana) {cluster} (terputus|akan terputus) dari {firm}',
    ],
    ja: 'どの主体がなくなると{cluster}は{firm}から切れるか',
  },
  answer: (values, { projection }) => {
    const [cluster, firm] = [values.node('cluster'), values.node('firm')];
    const tie = findTies(projection, { cluster, largeIndustry: firm }).ties[0];
    const chains = tie?.chains ?? [];
    const actors = [...new Set(chains.flatMap(({ nodes }) => nodes.slice(1, -1)))].toSorted();
    const cuts = actors.filter((node) =>
      removeNode(projection, { node }).lost.some((one) => one.cluster === cluster && one.largeIndustry === firm),
    );
    const named = (w: Words): string => (cuts.length === 0 ? '' : `: ${w.names(cuts)}`);
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(cuts.length)} of the ${w.number(actors.length)} actors between ${w.name(cluster)} and ${w.name(firm)} ${w.plural(cuts.length, 'cuts', 'cut')} them apart alone${named(w)}.`,
          (w) =>
            `${w.number(cuts.length)} dari ${w.number(actors.length)} pelaku antara ${w.name(cluster)} dan ${w.name(firm)} sendirian memutus keduanya${named(w)}.`,
          (w) =>
            `${w.name(cluster)}と${w.name(firm)}の間の${w.number(actors.length)}主体のうち、一つで両者を切り離すのは${w.number(cuts.length)}です${cuts.length === 0 ? '' : `：${w.names(cuts)}`}。`,
        ),
      ],
      figures: { cutting: cuts.length, actors: actors.length, chains: chains.length },
      table: {
        columns: [
          column('actor', 'Actor', 'Pelaku', '主体'),
          column('cuts', 'Alone cuts them apart', 'Sendirian memutus', '単独で切断'),
        ],
        rows: actors.map((node) => [
          nodesCell(node),
          wordsCell(
            cuts.includes(node) ? { en: 'yes', id: 'ya', ja: 'はい' } : { en: 'no', id: 'tidak', ja: 'いいえ' },
          ),
        ]),
      },
      relations: tie?.relations ?? [],
      unknown: [
        plainly({
          en: 'Recorded ways only: there may be others that no source names.',
          id: 'Hanya jalur yang tercatat: mungkin ada jalur lain yang tidak disebut sumber.',
          ja: '記録された経路のみです。資料にない経路があるかもしれません。',
        }),
      ],
      view: { kind: 'FRAGILITY', without: cuts[0] ?? null },
    });
  },
};

export const MORE_GAP_QUESTIONS: readonly QuestionDefinition[] = [
  withoutCandidate,
  clustersNearFirm,
  evidenceBetween,
  cutOff,
];
