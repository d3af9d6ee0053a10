/** Questions about the firm next door, and about where a cluster's material comes from. */
import { parsePartialDate, REFERENCE_DAY, type NodeId } from '#vocabulary';
import { findGaps } from '../../analysis/gaps/gaps.ts';
import { makingReader } from '../../analysis/gaps/making.ts';
import { nearestPlaces, regencyReader } from '../../analysis/gaps/places.ts';
import { findFragility } from '../../analysis/structure/fragility.ts';
import { findTies } from '../../analysis/ties/ties.ts';
import type { Tie } from '../../analysis/ties/tie-types.ts';
import type { Projection } from '../../projection/projection.ts';
import {
  answerOf,
  column,
  idsOf,
  indexOf,
  lastSeen,
  nodesCell,
  numberCell,
  plainly,
  relationsAt,
  said,
  wordsCell,
} from '../answering.ts';
import { clusterParameter } from '../parameters.ts';
import type { QuestionDefinition, Said } from '../question-types.ts';
import { COLUMNS } from '../terms.ts';
import { asCandidate, CANDIDATES_ONLY } from './gaps.ts';

interface Neighbour {
  readonly firm: NodeId;
  /** null: a place is unknown. */
  readonly km: number | null;
  /** Classes of KBLI that both have. */
  readonly classes: readonly string[];
}

/** Large industries of a class of the cluster, nearest first; those of unknown place last. */
function neighboursOf(projection: Projection, cluster: NodeId): readonly Neighbour[] {
  const making = makingReader(projection, undefined);
  const regencies = regencyReader(projection, undefined);
  const own = indexOf(projection, cluster);
  const codes = [...making(own).classes.keys()];
  const found = projection.nodesOfType('LargeIndustry').flatMap((node): readonly Neighbour[] => {
    const classes = codes.filter((code) => making(node).classes.has(code));
    if (classes.length === 0) return [];
    const km = nearestPlaces(projection, regencies(own), regencies(node))?.km ?? null;
    return [{ firm: projection.nodeId(node), km, classes: classes.toSorted() }];
  });
  return found.toSorted(
    (a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || indexOf(projection, a.firm) - indexOf(projection, b.firm),
  );
}

/** Goods seen or agreed to go from the cluster to the firm. */
const sellsTo = (tie: Tie | undefined): boolean =>
  tie?.chains.some(({ direction, evidenceClass }) => direction === 'OUTPUT' && evidenceClass === 'DOCUMENTED') === true;

const nearestOfClass: QuestionDefinition = {
  id: 'nearest-of-class',
  listed: ['Q09'],
  askedBy: 'REGENCY',
  analysis: 'GAPS',
  parameters: [clusterParameter('cluster:footwear-kota-mojokerto')],
  phrasings: {
    en: [
      'Does the nearest large industry of the same class buy from {cluster}?',
      `(does|do) the (nearest|closest) (large|big) (industry|firm|company|buyer) (of the same class|in the same class|of the same branch|) (buy|purchase|source) from {cluster}`,
      `(does|do) the (large|big) (industry|firm|company) next door (buy|purchase|source) from {cluster}`,
      `is {cluster} (a supplier of|supplying) the (nearest|closest) (large|big) (industry|firm|company) [(of|in) the same class]`,
    ],
    id: [
      'Apakah industri besar terdekat dari kelas yang sama membeli dari {cluster}?',
      '(apakah|apa) (industri|perusahaan|pabrik) besar terdekat (dari kelas yang sama|di kelas yang sama|yang sejenis|) (membeli dari|mengambil dari|membeli produk|menyerap produk) {cluster}',
      '(apakah|apa) (produk|barang) {cluster} (dibeli|diserap|diambil) (oleh|) (industri|perusahaan|pabrik) besar terdekat [(dari|di) kelas yang sama]',
    ],
    ja: '同じ分類の最も近い大企業は{cluster}から買っているか',
  },
  answer: async (values, { projection, figuresOf }) => {
    const cluster = values.node('cluster');
    const all = neighboursOf(projection, cluster);
    const nearest = all.find(({ km }) => km !== null);
    const ties = findTies(projection, { cluster }).ties;
    const tieWith = (firm: NodeId): Tie | undefined => ties.find(({ largeIndustry }) => largeIndustry === firm);
    const buys = nearest !== undefined && sellsTo(tieWith(nearest.firm));
    const gap =
      nearest === undefined ? undefined : findGaps(projection, { cluster, largeIndustry: nearest.firm }).gaps[0];
    const imported =
      nearest === undefined
        ? []
        : (await figuresOf([nearest.firm])).filter(
            ({ measure, unit }) => measure === 'IMPORTED_INPUT' && unit === 'PERCENT',
          );
    const year = (at: (typeof imported)[number]) => at.period.attested[0] ?? null;
    const sentences: readonly Said[] =
      nearest === undefined
        ? [
            said(
              (w) => `Unknown: the data hold no large industry of a class of ${w.name(cluster)} whose place is known.`,
              (w) =>
                `Tidak diketahui: data tidak memuat industri besar sekelas ${w.name(cluster)} yang tempatnya diketahui.`,
              (w) => `不明です。${w.name(cluster)}と同じ分類で所在地の分かる大企業はデータにありません。`,
            ),
          ]
        : [
            said(
              (w) =>
                `${buys ? 'Yes' : 'Not on any documented word'}: ${w.name(nearest.firm)} is the nearest large industry of the same class (${w.list(nearest.classes)}), ${w.number(nearest.km ?? 0, 1)} km away from centre to centre${buys ? ', and goods of the cluster are documented to go there' : '; no documented chain of goods leads there from the cluster'}.`,
              (w) =>
                `${buys ? 'Ya' : 'Tidak ada yang terdokumentasi'}: ${w.name(nearest.firm)} adalah industri besar terdekat dari kelas yang sama (${w.list(nearest.classes)}), ${w.number(nearest.km ?? 0, 1)} km dari pusat ke pusat${buys ? ', dan barang sentra terdokumentasi sampai ke sana' : '; tidak ada rantai barang terdokumentasi dari sentra ke sana'}.`,
              (w) =>
                `${buys ? 'はい' : '文書では確認できません'}。同じ分類（${w.list(nearest.classes)}）の最も近い大企業は${w.name(nearest.firm)}で、中心間の距離は${w.number(nearest.km ?? 0, 1)}kmです。${buys ? 'クラスターの製品が届いていることが文書で確認できます' : 'クラスターからの物の流れは文書で確認できません'}。`,
            ),
            ...asCandidate(gap),
            ...imported.slice(0, 1).map((figure) =>
              said(
                (w) =>
                  `${w.number(figure.value ?? 0)} % of its inputs are imported${inYear(year(figure), w.date.bind(w), ' (', ')')}.`,
                (w) =>
                  `${w.number(figure.value ?? 0)} % bahannya diimpor${inYear(year(figure), w.date.bind(w), ' (', ')')}.`,
                (w) =>
                  `その投入の${w.number(figure.value ?? 0)}%は輸入です${inYear(year(figure), w.date.bind(w), '（', '）')}。`,
              ),
            ),
          ];
    return answerOf({
      said: sentences,
      figures: {
        firmsOfClass: all.length,
        placeUnknown: all.filter(({ km }) => km === null).length,
        nearest: nearest?.firm ?? null,
        km: nearest?.km ?? null,
        buys: nearest === undefined ? null : buys ? 'yes' : 'not documented',
        gapLow: gap?.low ?? null,
        gapHigh: gap?.high ?? null,
        importedPercent: imported[0]?.value ?? null,
      },
      table: {
        columns: [
          COLUMNS.firm,
          COLUMNS.km,
          column('classes', 'Class of KBLI', 'Kelas KBLI', 'KBLI分類'),
          column('buys', 'Buys from the cluster', 'Membeli dari sentra', 'クラスターから購入'),
        ],
        rows: all.map(({ firm, km, classes }) => [
          nodesCell(firm),
          numberCell(km, 1),
          wordsCell({ en: classes.join(', '), id: classes.join(', '), ja: classes.join('、') }),
          wordsCell(
            sellsTo(tieWith(firm))
              ? { en: 'documented', id: 'terdokumentasi', ja: '文書あり' }
              : { en: 'not documented', id: 'tidak terdokumentasi', ja: '文書なし' },
          ),
        ]),
      },
      relations: [
        ...(gap?.fit.relations ?? []),
        ...(gap?.support.relations ?? []),
        ...(nearest === undefined ? [] : (tieWith(nearest.firm)?.relations ?? [])),
      ],
      restsOn: imported.map(({ id }) => id),
      unknown: [
        CANDIDATES_ONLY,
        plainly({
          en: 'A purchase that no source names may exist; the firm or the makers would have to say so.',
          id: 'Pembelian yang tidak disebut sumber mungkin ada; perusahaan atau perajin perlu menyatakannya.',
          ja: '資料に現れない購入があるかもしれません。企業または生産者の証言が必要です。',
        }),
      ],
      view: { kind: 'GAPS', cluster, largeIndustry: nearest?.firm ?? null },
    });
  },
};

function inYear<T>(date: T | null, say: (date: T) => string, before: string, after: string): string {
  return date === null ? '' : `${before}${say(date)}${after}`;
}

const DAY = parsePartialDate(REFERENCE_DAY);

const inputOrigin: QuestionDefinition = {
  id: 'input-origin',
  listed: ['Q21'],
  askedBy: 'REGENCY',
  analysis: 'FRAGILITY',
  parameters: [clusterParameter('cluster:rattan-furniture-cirebon')],
  phrasings: {
    en: [
      'How dependent is {cluster} on one origin of its material?',
      `how (dependent|reliant) (is|are) {cluster} on (one|a single) (origin|source|region) [(of|for) (its|their|the|) (material|materials|raw material|raw materials|input|inputs)]`,
      `how much (does|do) {cluster} depend on (one|a single) (origin|source|region) [(of|for) (its|their|the|) (material|materials|raw material|raw materials|input|inputs)]`,
      `(where|from where) (does|do) {cluster} get (its|their) (material|materials|raw material|raw materials|input|inputs) (from|)`,
    ],
    id: [
      'Seberapa bergantung {cluster} pada satu asal bahan?',
      'seberapa (bergantung|tergantung|besar ketergantungan) {cluster} (pada|terhadap|kepada) satu (asal|sumber|daerah) (bahan|bahan baku|)',
      '(dari mana|darimana) (asal|) (bahan|bahan baku) {cluster} (berasal|didatangkan|diperoleh|)',
    ],
    ja: '{cluster}の原材料は一つの産地にどれほど依存しているか',
  },
  answer: async (values, { projection, figuresOf }) => {
    const cluster = values.node('cluster');
    const own = indexOf(projection, cluster);
    const recorded = relationsAt(projection, own, 'IN', ['SUPPLIES']);
    const found = findFragility(projection, { asOf: DAY, concentrationBy: 'PLACE' }).concentration.find(
      ({ buyer }) => buyer === cluster,
    );
    const largest = found?.parts[0];
    const origin = largest?.by ?? null;
    const figures = (await figuresOf([cluster])).filter(({ measure }) => measure === 'SHARE_OF_INPUT');
    const dates = (found?.parts ?? []).flatMap(({ relations }) =>
      relations.flatMap((id) => projection.relationIndex(id) ?? []),
    );
    const last = dates.map((relation) => lastSeen(projection, relation)).find((date) => date !== null) ?? null;
    return answerOf({
      said:
        found === undefined || largest === undefined
          ? [
              said(
                (w) =>
                  `Unknown: no source states what part of the input of ${w.name(cluster)} comes from where; ${w.number(recorded.length)} ${w.plural(recorded.length, 'supplier is', 'suppliers are')} recorded, without a share.`,
                (w) =>
                  `Tidak diketahui: tidak ada sumber yang menyatakan berapa bagian bahan ${w.name(cluster)} berasal dari mana; ${w.number(recorded.length)} pemasok tercatat, tanpa bagian.`,
                (w) =>
                  `不明です。${w.name(cluster)}の投入のどれだけがどこから来るかを示す資料はありません。記録された供給元は${w.number(recorded.length)}で、割合は示されていません。`,
              ),
            ]
          : [
              said(
                (w) =>
                  `${w.number(largest.share * 100)} % of the input of ${w.name(cluster)} comes from ${origin === null ? w.names(largest.suppliers) : w.name(origin)}; where the other ${w.number((1 - found.stated) * 100)} % comes from, no source says. Concentration by origin (HHI) is between ${w.number(found.index.low, 2)} and ${w.number(found.index.high, 2)}.`,
                (w) =>
                  `${w.number(largest.share * 100)} % bahan ${w.name(cluster)} berasal dari ${origin === null ? w.names(largest.suppliers) : w.name(origin)}; asal ${w.number((1 - found.stated) * 100)} % lainnya tidak disebut sumber. Konsentrasi menurut asal (HHI) antara ${w.number(found.index.low, 2)} dan ${w.number(found.index.high, 2)}.`,
                (w) =>
                  `${w.name(cluster)}の投入の${w.number(largest.share * 100)}%は${origin === null ? w.names(largest.suppliers) : w.name(origin)}から来ます。残る${w.number((1 - found.stated) * 100)}%の産地を示す資料はありません。産地別の集中度（HHI）は${w.number(found.index.low, 2)}から${w.number(found.index.high, 2)}の間です。`,
              ),
              ...(last === null
                ? []
                : [
                    said(
                      (w) => `Last known in ${w.date(last)}.`,
                      (w) => `Terakhir diketahui pada ${w.date(last)}.`,
                      (w) => `最後の確認は${w.date(last)}です。`,
                    ),
                  ]),
            ],
      figures: {
        stated: found?.stated ?? null,
        largestShare: largest?.share ?? null,
        origin,
        indexLow: found?.index.low ?? null,
        indexHigh: found?.index.high ?? null,
        suppliers: recorded.length,
      },
      table: {
        columns: [
          column('origin', 'Origin', 'Asal', '産地'),
          COLUMNS.supplier,
          column('share', 'Part of its input, %', 'Bagian dari bahannya, %', '投入に占める割合（%）', true),
        ],
        rows: (found?.parts ?? []).map(({ by, suppliers, share }) => [
          by === null ? { kind: 'UNKNOWN' } : nodesCell(by),
          nodesCell(...suppliers),
          numberCell(share * 100),
        ]),
      },
      relations: [...(found?.parts ?? []).flatMap(({ relations }) => relations), ...idsOf(projection, recorded)],
      restsOn: figures.map(({ id }) => id),
      unknown: [
        plainly({
          en: 'HHI is the sum of the squared shares: 1 is one origin only. The low end takes the unstated rest as from very many, the high end as from one. A stated share for every supplier would settle it.',
          id: 'HHI adalah jumlah kuadrat bagian: 1 berarti hanya satu asal. Batas bawah menganggap sisanya dari sangat banyak asal, batas atas dari satu. Bagian setiap pemasok yang dinyatakan akan menjawabnya.',
          ja: 'HHIは割合の二乗の合計で、1は産地が一つだけの場合です。下限は残りが多数から、上限は一つから来ると仮定します。各供給元の割合が示されれば確定します。',
        }),
      ],
      view: { kind: 'TIERS', root: cluster, direction: 'UPSTREAM' },
    });
  },
};

export const DEPENDENCE_QUESTIONS: readonly QuestionDefinition[] = [nearestOfClass, inputOrigin];
