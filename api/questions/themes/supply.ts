/** Questions about who supplies whom: seen, agreed, and through whom. */
import type { EvidenceKind, Labels, NodeId, PartialDate } from '#vocabulary';
import { lastDay } from '#vocabulary';
import { findTies } from '../../analysis/ties/ties.ts';
import type { TieChain } from '../../analysis/ties/tie-types.ts';
import type { Projection, RelationIndex } from '../../projection/projection.ts';
import {
  answerOf,
  column,
  dateCell,
  firstSeen,
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
import { clusterParameter, firmParameter, PLACE } from '../parameters.ts';
import type { Cell, QuestionDefinition } from '../question-types.ts';
import { COLUMNS, EN, ID } from '../terms.ts';
import type { Words } from '../words.ts';

const GOODS = ['SUPPLIES', 'DISTRIBUTES_THROUGH', 'AGREED_TO_SUPPLY'] as const;

const GOODS_WORDS: Readonly<Record<(typeof GOODS)[number], Labels>> = {
  SUPPLIES: { en: 'supply seen', id: 'pasokan teramati', ja: '供給の実績' },
  DISTRIBUTES_THROUGH: { en: 'sold on', id: 'dijual lewatnya', ja: '販売を委託' },
  AGREED_TO_SUPPLY: {
    en: 'supply agreed, none seen',
    id: 'pasokan disepakati, belum terlihat',
    ja: '供給に合意、実績は未確認',
  },
};

function goodsCell(projection: Projection, relation: RelationIndex): Cell {
  const type = GOODS.find((one) => one === projection.relationType(relation));
  return type === undefined ? { kind: 'UNKNOWN' } : wordsCell(GOODS_WORDS[type]);
}

const SMALL = new Set<string>(['SmiCluster', 'SmallIndustry']);

/** Clusters that a maker is documented to belong to. */
function clustersOf(projection: Projection, node: number): readonly NodeId[] {
  return relationsAt(projection, node, 'OUT', ['MEMBER_OF', 'REPRESENTS'])
    .map((relation) => projection.relationTo(relation))
    .filter((to) => projection.nodeType(to) === 'SmiCluster')
    .map((to) => projection.nodeId(to));
}

const goodsColumns = (end: 'supplier' | 'buyer') => [
  COLUMNS[end],
  column('kind', 'What is known', 'Yang diketahui', '確認内容'),
  column('clusters', 'Cluster it belongs to', 'Sentranya', '所属クラスター'),
  COLUMNS.firstKnown,
  COLUMNS.lastKnown,
];

const smallSuppliers: QuestionDefinition = {
  id: 'small-suppliers',
  listed: [],
  askedBy: 'BUYER',
  analysis: 'RECORDS',
  parameters: [firmParameter('large-industry:dharma-polimetal')],
  phrasings: {
    en: [
      'Which SMIs supply {firm}?',
      '(which|what|who are the) (SMIs|small firms|small industries|small makers|small and medium industries) (supply|that supply|supplying) {firm}',
      'which SMIs are suppliers of {firm}',
      'who among the SMIs supplies {firm}',
      '(which|what) (SMEs|IKMs|IKM) (supply|that supply|supplying) {firm}',
      '(which|what) (SMIs|SMEs|small firms|small industries|small makers) (are supplying|deliver to|sell to) {firm}',
      '(which|what) (SMIs|SMEs|small firms|small industries|small makers) (is|are) {firm} supplied by',
      'by (which|what) (SMIs|SMEs|small firms|small industries|small makers) (is|are) {firm} supplied',
      '{firm} is supplied by (which|what) (SMIs|SMEs|small firms|small industries|small makers)',
      'list (the|all|) (SMIs|SMEs|small firms|small industries|small makers) (that supply|supplying|which supply) {firm}',
    ],
    id: [
      'IKM mana yang memasok {firm}?',
      '(IKM|industri kecil|industri kecil dan menengah) (mana|apa) (saja|) yang (memasok|menjadi pemasok|memasok ke|memasok kepada) {firm}',
      '(siapa|) (saja|) IKM pemasok {firm}',
      '(UKM|UMKM) (mana|apa) (saja|) yang (memasok|menjadi pemasok|memasok ke|memasok kepada) {firm}',
      '{firm} dipasok (oleh|) (IKM|UKM|UMKM|industri kecil) (mana|apa) (saja|)',
      'oleh (IKM|UKM|UMKM|industri kecil) (mana|apa) (saja|) {firm} dipasok',
      '(siapa|) (saja|) (IKM|UKM|UMKM|industri kecil) yang (memasok|memasok ke|menjadi pemasok) {firm}',
    ],
    ja: '{firm}に供給している中小企業はどれか',
  },
  answer: (values, { projection }) => {
    const firm = values.node('firm');
    const into = relationsAt(projection, indexOf(projection, firm), 'IN', GOODS);
    const small = into.filter((relation) => SMALL.has(projection.nodeType(projection.relationFrom(relation))));
    const from = (relations: readonly RelationIndex[]): readonly NodeId[] => [
      ...new Set(relations.map((relation) => projection.nodeId(projection.relationFrom(relation)))),
    ];
    const seen = from(small.filter((relation) => projection.relationType(relation) !== 'AGREED_TO_SUPPLY'));
    const agreed = from(small.filter((relation) => projection.relationType(relation) === 'AGREED_TO_SUPPLY'));
    const named = (nodes: readonly NodeId[], w: Words): string => (nodes.length === 0 ? '' : ` (${w.names(nodes)})`);
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(seen.length)} ${w.plural(seen.length, 'small maker is', 'small makers are')} documented to supply ${w.name(firm)}${named(seen, w)}; ${w.number(agreed.length)} agreed to supply it${named(agreed, w)}, which is no supply.`,
          (w) =>
            `${w.number(seen.length)} IKM terdokumentasi memasok ${w.name(firm)}${named(seen, w)}; ${w.number(agreed.length)} sepakat memasoknya${named(agreed, w)}, yang belum berarti pasokan.`,
          (w) =>
            `${w.name(firm)}への供給が文書で確認できる中小企業は${w.number(seen.length)}${named(seen, w)}、供給に合意したのは${w.number(agreed.length)}${named(agreed, w)}で、合意は供給ではありません。`,
        ),
      ],
      figures: { seen: seen.length, agreed: agreed.length, largeAndOthers: from(into).length - from(small).length },
      table: {
        columns: goodsColumns('supplier'),
        rows: small.map((relation) => {
          const maker = projection.relationFrom(relation);
          return [
            nodesCell(projection.nodeId(maker)),
            goodsCell(projection, relation),
            nodesCell(...clustersOf(projection, maker)),
            dateCell(firstSeen(projection, relation)),
            dateCell(lastSeen(projection, relation)),
          ];
        }),
      },
      relations: idsOf(projection, small),
      unknown: [
        plainly({
          en: 'Recorded suppliers only: the firm may have others that no source names.',
          id: 'Hanya pemasok yang tercatat: perusahaan mungkin memiliki pemasok lain yang tidak disebut sumber.',
          ja: '記録された供給元のみです。資料に現れない供給元がほかにあるかもしれません。',
        }),
      ],
      view: { kind: 'TIERS', root: firm, direction: 'UPSTREAM' },
    });
  },
};

/** The nodes between the two ends of a chain. */
function between({ nodes }: TieChain): readonly NodeId[] {
  return nodes.slice(1, -1);
}

const DOCUMENTED: readonly EvidenceKind[] = ['DOCUMENTED'];

const supplyRoute: QuestionDefinition = {
  id: 'supply-route',
  listed: ['Q05'],
  askedBy: 'BUYER',
  analysis: 'TIES',
  parameters: [clusterParameter('cluster:metal-ngingas'), firmParameter('large-industry:astra-honda-motor')],
  phrasings: {
    en: [
      'Through whom does {cluster} reach {firm}, and when was this last known?',
      'through whom (does|do) {cluster} (reach|supply) {firm} [and when was this last known]',
      'by which way (does|do) {cluster} (reach|supply) {firm}',
      '(through|via) whom (is|are) {firm} (supplied by|supplied from|reached by|reached from) {cluster} [and when was this last known]',
      'via whom (does|do) {cluster} (reach|supply) {firm} [and when was this last known]',
      '(through|via) which firms (does|do) {cluster} (reach|supply) {firm} [and when was this last known]',
      '(who stands|which firms stand) between {cluster} and {firm}',
    ],
    id: [
      'Melalui siapa {cluster} memasok {firm}, dan kapan terakhir diketahui?',
      '(melalui|lewat) siapa {cluster} (memasok|mencapai|memasok ke) {firm} [dan kapan terakhir diketahui]',
      '(melalui|lewat|via) siapa (saja|) {cluster} (memasok|mencapai|memasok ke|sampai ke) {firm} [dan kapan terakhir diketahui]',
      '(melalui|lewat|via) siapa (saja|) {firm} dipasok (oleh|dari) {cluster} [dan kapan terakhir diketahui]',
      '(melalui|lewat|via) perusahaan (mana|apa) (saja|) {cluster} (memasok|memasok ke) {firm} [dan kapan terakhir diketahui]',
      'siapa (saja|) (perantara|yang menjadi perantara) (antara|) {cluster} (dan|dengan) {firm}',
    ],
    ja: '{cluster}は誰を通じて{firm}に供給し、最後に確認されたのはいつか',
  },
  answer: (values, { projection }) => {
    const [cluster, firm] = [values.node('cluster'), values.node('firm')];
    const tie = findTies(projection, { cluster, largeIndustry: firm, evidence: DOCUMENTED }).ties[0];
    const chains = (tie?.chains ?? []).filter(({ direction }) => direction === 'OUTPUT');
    const steps = [...new Set(chains.map(({ relations }) => relations.length))].toSorted((a, b) => a - b);
    const last = chains
      .map(({ lastCertainDay }) => lastCertainDay)
      .filter((day): day is PartialDate => day !== null)
      .toSorted((a, b) => lastDay(b) - lastDay(a))[0];
    const relations = [...new Set(chains.flatMap((chain) => chain.relations))];
    const seen = relations.map((id) => projection.relationIndex(id)).filter((relation) => relation !== undefined);
    const goods = seen.filter((relation) => GOODS.some((type) => type === projection.relationType(relation)));
    const attested = goods
      .map((relation) => lastSeen(projection, relation))
      .filter((date): date is PartialDate => date !== null)
      .toSorted((a, b) => lastDay(b) - lastDay(a))[0];
    const unshared = goods.filter((relation) => projection.relationShare(relation) === null).length;
    const first = [...new Set(chains.map((chain) => between(chain)[0]).filter((node) => node !== undefined))];
    const lastHop = [...new Set(chains.map((chain) => between(chain).at(-1)).filter((node) => node !== undefined))];
    const both = first.join() === lastHop.join();
    const through = (w: Words): string => (both ? w.names(first) : `${w.names(first)} → ${w.names(lastHop)}`);
    return answerOf({
      said: [
        chains.length === 0
          ? said(
              (w) => `No documented chain of goods leads from ${w.name(cluster)} to ${w.name(firm)}.`,
              (w) => `Tidak ada rantai barang terdokumentasi dari ${w.name(cluster)} ke ${w.name(firm)}.`,
              (w) => `${w.name(cluster)}から${w.name(firm)}への物の流れは文書で確認できません。`,
            )
          : said(
              (w) =>
                `${w.number(chains.length)} documented ${w.plural(chains.length, 'chain', 'chains')} of ${w.list(steps.map((count) => w.number(count)))} ${w.plural(steps[0] ?? 0, 'step', 'steps')} ${w.plural(chains.length, 'leads', 'lead')} from ${w.name(cluster)} to ${w.name(firm)}${first.length === 0 ? '' : `: ${through(w)}`}; last known ${attested === undefined ? 'at an unknown date' : `in ${w.date(attested)}`}.`,
              (w) =>
                `${w.number(chains.length)} rantai terdokumentasi dengan ${w.list(steps.map((count) => w.number(count)))} langkah membawa barang dari ${w.name(cluster)} ke ${w.name(firm)}${first.length === 0 ? '' : `: ${through(w)}`}; terakhir diketahui ${attested === undefined ? 'pada tanggal yang tidak diketahui' : `pada ${w.date(attested)}`}.`,
              (w) =>
                `${w.name(cluster)}から${w.name(firm)}へは、${w.list(steps.map((count) => w.number(count)))}段階の経路が${w.number(chains.length)}本文書で確認できます${first.length === 0 ? '' : `（${through(w)}）`}。最後の確認は${attested === undefined ? '不明' : w.date(attested)}です。`,
            ),
      ],
      figures: {
        chains: chains.length,
        steps: steps.join(', '),
        lastKnown: attested ?? null,
        lastCertainDay: last ?? null,
        stepsWithoutShare: unshared,
      },
      table: {
        columns: [
          column('through', 'Through', 'Melalui', '経由'),
          COLUMNS.strength,
          column('steps', 'Steps', 'Langkah', '段階', true),
          COLUMNS.lastKnown,
        ],
        rows: chains.map((chain) => [
          nodesCell(...between(chain)),
          numberCell(chain.strength, 4),
          numberCell(chain.relations.length),
          dateCell(chain.lastCertainDay),
        ]),
      },
      relations,
      unknown:
        unshared === 0
          ? []
          : [
              said(
                (w) => `${w.number(unshared)} of ${w.number(goods.length)} steps of goods have no stated share.`,
                (w) =>
                  `${w.number(unshared)} dari ${w.number(goods.length)} langkah barang tidak memiliki bagian yang dinyatakan.`,
                (w) => `物の流れ${w.number(goods.length)}段階のうち${w.number(unshared)}段階は割合が示されていません。`,
              ),
            ],
      view: { kind: 'PATHS', from: cluster, to: firm },
    });
  },
};

const withoutBuyer: QuestionDefinition = {
  id: 'clusters-without-buyer',
  listed: [],
  askedBy: 'PROVINCE',
  analysis: 'TIES',
  parameters: [PLACE],
  phrasings: {
    en: [
      'Which clusters [in {place}] have no documented large buyer?',
      `${EN.which} ${EN.clusters} [in {place}] ${EN.have} no (documented|) large buyer`,
      `${EN.which} ${EN.clusters} [in {place}] (are|is) without a (documented|) large buyer`,
      `in {place} ${EN.which} ${EN.clusters} ${EN.have} no (documented|) (large|big) buyer`,
      `${EN.which} ${EN.clusters} [in {place}] (do not have|dont have) (a|any) (documented|) (large|big) buyer`,
      `${EN.which} ${EN.clusters} [in {place}] ${EN.have} no (documented|) big buyer`,
    ],
    id: [
      'Sentra mana [di {place}] yang tidak memiliki pembeli besar terdokumentasi?',
      `${ID.clusters} (mana|apa) (saja|) [di {place}] yang (tidak memiliki|tidak punya|belum memiliki|belum punya|tanpa) pembeli besar (terdokumentasi|)`,
      `di {place} ${ID.clusters} ${ID.which} yang (tidak memiliki|tidak punya|belum memiliki|belum punya|tanpa) pembeli besar (terdokumentasi|)`,
      `${ID.clusters} ${ID.which} [di {place}] yang (tidak mempunyai|belum mempunyai|belum ada|tidak ada) pembeli (besarnya|besar) (terdokumentasi|)`,
    ],
    ja: '[{place}で]大口の買い手が文書で確認できないクラスターはどれか',
  },
  answer: (values, { projection }) => {
    const place = values.nodeOrNull('place');
    const { ties, summary } = findTies(projection, { place: place ?? undefined });
    const sells = new Set(ties.filter(({ directions }) => directions.includes('OUTPUT')).map(({ cluster }) => cluster));
    const otherwise = new Map<NodeId, NodeId[]>();
    for (const tie of ties) {
      if (sells.has(tie.cluster)) continue;
      otherwise.set(tie.cluster, [...(otherwise.get(tie.cluster) ?? []), tie.largeIndustry]);
    }
    const all = [...new Set([...otherwise.keys(), ...summary.untiedClusters])];
    const clusters = projection
      .byName(all.map((cluster) => indexOf(projection, cluster)))
      .map((node) => projection.nodeId(node));
    const where = (w: Words): string => (place === null ? '' : w.name(place));
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(clusters.length)} of ${w.number(summary.clusterCount)} clusters${place === null ? '' : ` in ${where(w)}`} have no documented large buyer${clusters.length === 0 ? '' : `: ${w.names(clusters)}`}; ${w.number(otherwise.size)} of them ${w.plural(otherwise.size, 'is', 'are')} tied to a large industry in another way.`,
          (w) =>
            `${w.number(clusters.length)} dari ${w.number(summary.clusterCount)} sentra${place === null ? '' : ` di ${where(w)}`} tidak memiliki pembeli besar yang terdokumentasi${clusters.length === 0 ? '' : `: ${w.names(clusters)}`}; ${w.number(otherwise.size)} di antaranya terkait dengan industri besar dengan cara lain.`,
          (w) =>
            `${place === null ? '' : `${where(w)}の`}${w.number(summary.clusterCount)}クラスターのうち${w.number(clusters.length)}は、大口の買い手が文書で確認できません${clusters.length === 0 ? '' : `：${w.names(clusters)}`}。うち${w.number(otherwise.size)}は別の形で大企業と関係があります。`,
        ),
      ],
      figures: { without: clusters.length, clusters: summary.clusterCount, tiedOtherwise: otherwise.size },
      table: {
        columns: [
          COLUMNS.cluster,
          column('otherwise', 'Tied in another way to', 'Terkait cara lain dengan', '別の関係がある大企業'),
        ],
        rows: clusters.map((cluster) => [nodesCell(cluster), nodesCell(...(otherwise.get(cluster) ?? []))]),
      },
      relations: ties.filter(({ cluster }) => otherwise.has(cluster)).flatMap(({ relations }) => relations),
      unknown: [
        plainly({
          en: 'None documented in the data does not mean that there is none.',
          id: 'Tidak terdokumentasi dalam data tidak berarti tidak ada.',
          ja: 'データに文書がないことは、存在しないことを意味しません。',
        }),
      ],
      view: { kind: 'TIES', place, largeIndustry: null, inferred: false },
    });
  },
};

export const SUPPLY_QUESTIONS: readonly QuestionDefinition[] = [smallSuppliers, supplyRoute, withoutBuyer];
