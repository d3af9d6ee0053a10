/** Questions about who of a cluster supplied a branch, and what became of what was signed. Agreed is never taken for supplied. */
import { firstDay, lastDay, parseNodeId, parsePartialDate, type NodeId, type PartialDate } from '#vocabulary';
import type { TieChain } from '../../analysis/ties/tie-types.ts';
import { inSector } from '../../analysis/ties/tie-scope.ts';
import { findTies } from '../../analysis/ties/ties.ts';
import { compareText } from '../../analysis/compare-text.ts';
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
  plainly,
  relationsAt,
  said,
  wordsCell,
} from '../answering.ts';
import { clusterParameter } from '../parameters.ts';
import type { DateParameter, NodeParameter, QuestionDefinition } from '../question-types.ts';
import { COLUMNS } from '../terms.ts';
import type { Words } from '../words.ts';

const BRANCH: NodeParameter = {
  name: 'sector',
  label: { en: 'Branch', id: 'Cabang industri', ja: '業種' },
  kind: 'NODE',
  types: ['Sector'],
  scheme: 'KBLI_2020',
  optional: false,
  default: parseNodeId('sector:kbli-2824'),
};

/** Large industries of the branch, and those that are documented to sell its goods on. */
function buyersOfBranch(projection: Projection, sector: NodeId): ReadonlySet<NodeId> {
  const makers = [...inSector(projection, indexOf(projection, sector), undefined)];
  const sellers = makers.flatMap((maker) =>
    relationsAt(projection, maker, 'OUT', ['DISTRIBUTES_THROUGH']).map((relation) => projection.relationTo(relation)),
  );
  const large = [...makers, ...sellers].filter((node) => projection.nodeType(node) === 'LargeIndustry');
  return new Set(large.map((node) => projection.nodeId(node)));
}

/** The step by which who acts for the cluster reaches the firm or its facility. */
interface DirectStep {
  readonly actor: NodeId;
  readonly buyer: NodeId;
  readonly relation: RelationIndex;
  readonly isSupply: boolean;
  readonly relations: TieChain['relations'];
}

function directStep(projection: Projection, chain: TieChain): readonly DirectStep[] {
  const at = chain.standIns.length;
  const [actor, buyer, id] = [chain.nodes[at], chain.nodes.at(-1), chain.relations[at]];
  const relation = id === undefined ? undefined : projection.relationIndex(id);
  if (actor === undefined || buyer === undefined || relation === undefined) return [];
  const isSupply = chain.direction === 'OUTPUT' && chain.goodsStepCount === 1;
  if (!isSupply && chain.claim !== 'AGREED_TO_COOPERATE') return [];
  return [{ actor, buyer, relation, isSupply, relations: chain.relations }];
}

const suppliersOfBranch: QuestionDefinition = {
  id: 'suppliers-of-branch',
  listed: ['Q06'],
  askedBy: 'BUYER',
  analysis: 'TIES',
  parameters: [clusterParameter('cluster:metal-tegal'), BRANCH],
  phrasings: {
    en: [
      'Which firms of {cluster} have supplied makers of {sector}, and since when is that known?',
      '(which|what) (firms|companies|makers|SMIs|SMEs) (of|in|from) {cluster} (have supplied|supplied|supply|have delivered to|have sold to) (makers|manufacturers|producers) of {sector} [and since when is (that|it) known]',
      '(which|what) (firms|companies|makers|SMIs|SMEs) (of|in|from) {cluster} (have supplied|supplied|supply|have delivered to|have sold to) heavy equipment (makers|manufacturers|producers|firms) [and since when is (that|it) known]',
      '(which|what) {cluster} (firms|companies|makers|SMIs|SMEs) (have supplied|supplied|supply|have delivered to|have sold to) heavy equipment (makers|manufacturers|producers|firms) [and since when is (that|it) known]',
      '(which|what) heavy equipment (makers|manufacturers|producers|firms) (have been|were|are) supplied by (firms|companies|makers|SMIs|SMEs) (of|in|from) {cluster}',
    ],
    id: [
      'Perusahaan {cluster} mana yang pernah memasok pembuat {sector}, dan sejak kapan diketahui?',
      '(perusahaan|IKM|UKM|bengkel|pelaku usaha) (di|dari|anggota|) {cluster} (mana|apa) (saja|) yang (pernah memasok|memasok|sudah memasok|telah memasok) (pembuat|produsen|pabrik) {sector} [dan sejak kapan diketahui]',
      '(perusahaan|IKM|UKM|bengkel|pelaku usaha) (di|dari|anggota|) {cluster} (mana|apa) (saja|) yang (pernah memasok|memasok|sudah memasok|telah memasok) (pembuat|produsen|pabrik|industri|perusahaan) alat berat [dan sejak kapan diketahui]',
      '(pembuat|produsen|pabrik) alat berat (mana|apa) (saja|) yang (pernah dipasok|dipasok|sudah dipasok|telah dipasok) (oleh|) (perusahaan|IKM|UKM|bengkel|pelaku usaha) (di|dari|) {cluster}',
    ],
    ja: '{cluster}のどの企業が{sector}の製造者に供給し、いつから確認されているか',
  },
  answer: (values, { projection }) => {
    const [cluster, sector] = [values.node('cluster'), values.node('sector')];
    const buyers = buyersOfBranch(projection, sector);
    const ties = findTies(projection, { cluster }).ties.filter(({ largeIndustry }) => buyers.has(largeIndustry));
    const steps = ties
      .flatMap(({ chains }) => chains.flatMap((chain) => directStep(projection, chain)))
      .filter((step, at, all) => all.findIndex((other) => other.relation === step.relation) === at)
      .toSorted(
        (a, b) =>
          Number(b.isSupply) - Number(a.isSupply) ||
          compareText(firstSeen(projection, a.relation) ?? '~', firstSeen(projection, b.relation) ?? '~') ||
          a.relation - b.relation,
      );
    const supply = steps.filter(({ isSupply }) => isSupply);
    const agreed = steps.filter(({ isSupply }) => !isSupply);
    const suppliers = [...new Set(supply.map(({ actor }) => actor))];
    const dated = (step: DirectStep, w: Words, undated: string): string => {
      const first = firstSeen(projection, step.relation);
      return `${w.name(step.actor)} – ${w.name(step.buyer)} (${first === null ? undated : w.date(first)})`;
    };
    const listed = (some: readonly DirectStep[], w: Words, undated: string): string =>
      w.list(some.map((step) => dated(step, w, undated)));
    return answerOf({
      said: [
        supply.length === 0
          ? said(
              (w) => `No supply from ${w.name(cluster)} to makers of ${w.name(sector)} is documented.`,
              (w) => `Tidak ada pasokan terdokumentasi dari ${w.name(cluster)} ke pembuat ${w.name(sector)}.`,
              (w) => `${w.name(cluster)}から${w.name(sector)}の製造者への供給は文書で確認できません。`,
            )
          : said(
              (w) =>
                `${w.number(suppliers.length)} ${w.plural(suppliers.length, 'supplier', 'suppliers')} of ${w.name(cluster)}, with the date since which it is known: ${listed(supply, w, 'date unknown')}.`,
              (w) =>
                `${w.number(suppliers.length)} pemasok dari ${w.name(cluster)}, dengan waktu sejak kapan diketahui: ${listed(supply, w, 'tanggal tidak diketahui')}.`,
              (w) =>
                `${w.name(cluster)}の供給者は${w.number(suppliers.length)}です（いつから確認されているか）：${listed(supply, w, '日付不明')}。`,
            ),
        ...(agreed.length === 0
          ? []
          : [
              said(
                (w) => `Agreements to cooperate, which are no supply: ${listed(agreed, w, 'date unknown')}.`,
                (w) => `Kesepakatan kerja sama, yang bukan pasokan: ${listed(agreed, w, 'tanggal tidak diketahui')}.`,
                (w) => `協力の合意（供給ではありません）：${listed(agreed, w, '日付不明')}。`,
              ),
            ]),
      ],
      figures: {
        suppliers: suppliers.length,
        supplies: supply.length,
        agreements: agreed.length,
        buyersOfBranch: buyers.size,
      },
      table: {
        columns: [COLUMNS.supplier, COLUMNS.buyer, COLUMNS.kind, COLUMNS.firstKnown, COLUMNS.lastKnown],
        rows: steps.map(({ actor, buyer, relation, isSupply }) => [
          nodesCell(actor),
          nodesCell(buyer),
          wordsCell(
            isSupply
              ? { en: 'supply seen', id: 'pasokan teramati', ja: '供給の実績' }
              : { en: 'agreed to cooperate', id: 'sepakat bekerja sama', ja: '協力に合意' },
          ),
          dateCell(firstSeen(projection, relation)),
          dateCell(lastSeen(projection, relation)),
        ]),
      },
      relations: steps.flatMap(({ relations }) => relations),
      unknown: [
        plainly({
          en: 'Which branch a buyer is in is our own reading, and firms that sell for a maker of the branch count with it. Where the cluster itself is the supplier, the source names no firm.',
          id: 'Cabang industri pembeli adalah bacaan kami sendiri, dan perusahaan yang menjual untuk pembuat cabang itu ikut dihitung. Bila sentra sendiri yang menjadi pemasok, sumber tidak menyebut perusahaannya.',
          ja: '買い手の業種は私たちの判断によるもので、その業種の製造者の製品を販売する企業も含めます。クラスター自体が供給者の場合、資料は企業名を挙げていません。',
        }),
      ],
      view: { kind: 'NODES', nodes: [...new Set(steps.flatMap(({ actor, buyer }) => [actor, buyer]))] },
    });
  },
};

const AGREED_IN: DateParameter = {
  name: 'date',
  label: { en: 'Year or date', id: 'Tahun atau tanggal', ja: '年または日付' },
  kind: 'DATE',
  default: parsePartialDate('2018'),
};

/** The cluster, its documented members and those that represent it. */
function actorsOf(projection: Projection, cluster: NodeId): readonly number[] {
  const own = indexOf(projection, cluster);
  const others = relationsAt(projection, own, 'IN', ['MEMBER_OF', 'REPRESENTS']);
  return [...new Set([own, ...others.map((relation) => projection.relationFrom(relation))])];
}

/** Whether all that is known of when something began lies within a date. */
function beganIn(projection: Projection, relation: RelationIndex, date: PartialDate): boolean {
  const first = firstSeen(projection, relation);
  return first !== null && firstDay(first) >= firstDay(date) && lastDay(first) <= lastDay(date);
}

const agreementsBecameSupply: QuestionDefinition = {
  id: 'agreements-became-supply',
  listed: ['Q07'],
  askedBy: 'PROVINCE',
  analysis: 'TIES',
  parameters: [AGREED_IN, clusterParameter('cluster:metal-tegal')],
  phrasings: {
    en: [
      'Which agreements of {date} with firms of {cluster} became observed supply?',
      '(which|what) (agreements|supply agreements|memoranda|MoUs|MoU) (of|from|signed in) {date} with (firms|companies|makers|SMIs|SMEs|) (of|in|from|) {cluster} (became|have become|turned into|led to|resulted in) (observed|real|actual|) supply',
      '(which|what) {date} (agreements|supply agreements|memoranda|MoUs|MoU) with (firms|companies|makers|SMIs|SMEs|) (of|in|from|) {cluster} (became|have become|turned into|led to|resulted in) (observed|real|actual|) supply',
    ],
    id: [
      'Perjanjian {date} mana dengan perusahaan {cluster} yang menjadi pasokan nyata?',
      '(perjanjian|kesepakatan|nota kesepahaman|MoU) (tahun|) {date} (mana|apa) (saja|) dengan (perusahaan|IKM|UKM|) (di|dari|) {cluster} yang (menjadi|sudah menjadi|telah menjadi|berujung pada|berlanjut menjadi) pasokan (nyata|)',
      '(perjanjian|kesepakatan|nota kesepahaman|MoU) (mana|apa) (saja|) (tahun|dari tahun) {date} dengan (perusahaan|IKM|UKM|) (di|dari|) {cluster} yang (menjadi|sudah menjadi|telah menjadi|berujung pada|berlanjut menjadi) pasokan (nyata|)',
    ],
    ja: '{date}に{cluster}の企業と結ばれた合意のうち、実際の供給になったのはどれか',
  },
  answer: (values, { projection }) => {
    const [date, cluster] = [values.date('date'), values.node('cluster')];
    const signed = actorsOf(projection, cluster)
      .flatMap((actor) => relationsAt(projection, actor, 'OUT', ['AGREED_TO_SUPPLY']))
      .filter((relation) => beganIn(projection, relation, date))
      .toSorted((a, b) => a - b);
    const buyers = [...new Set(signed.map((relation) => projection.relationTo(relation)))];
    const countOf = (buyer: number): number =>
      signed.filter((relation) => projection.relationTo(relation) === buyer).length;
    /** Goods seen between the two who signed, that did not certainly end before. */
    const followed = (agreement: RelationIndex): readonly RelationIndex[] => {
      const since = firstSeen(projection, agreement);
      return relationsAt(projection, projection.relationFrom(agreement), 'OUT', ['SUPPLIES', 'DISTRIBUTES_THROUGH'])
        .filter((relation) => projection.relationTo(relation) === projection.relationTo(agreement))
        .filter((relation) => since === null || projection.relationBounds(relation).latestEnd >= firstDay(since));
    };
    const seen = signed.filter((relation) => followed(relation).length > 0);
    const withBuyers = (w: Words): string =>
      w.list(buyers.map((buyer) => `${w.name(buyer)} (${w.number(countOf(buyer))})`));
    const left = signed.length - seen.length;
    return answerOf({
      said: [
        signed.length === 0
          ? said(
              (w) => `No agreement to supply of ${w.date(date)} by makers of ${w.name(cluster)} is documented.`,
              (w) =>
                `Tidak ada kesepakatan pasokan ${w.date(date)} dari pelaku ${w.name(cluster)} yang terdokumentasi.`,
              (w) => `${w.date(date)}に${w.name(cluster)}の生産者が結んだ供給の合意は文書で確認できません。`,
            )
          : said(
              (w) =>
                `${w.number(signed.length)} ${w.plural(signed.length, 'agreement', 'agreements')} to supply of ${w.date(date)} by makers of ${w.name(cluster)}: with ${withBuyers(w)}.`,
              (w) =>
                `${w.number(signed.length)} kesepakatan pasokan ${w.date(date)} dari pelaku ${w.name(cluster)}: dengan ${withBuyers(w)}.`,
              (w) =>
                `${w.date(date)}に${w.name(cluster)}の生産者が結んだ供給の合意は${w.number(signed.length)}件です：${withBuyers(w)}。`,
            ),
        ...(signed.length === 0
          ? []
          : [
              said(
                (w) =>
                  `For ${w.number(seen.length)} of them a source shows goods afterwards; for the other ${w.number(left)} it is unknown: no source says that supply followed, and none that it did not.`,
                (w) =>
                  `Untuk ${w.number(seen.length)} di antaranya sumber menunjukkan barang sesudahnya; untuk ${w.number(left)} lainnya tidak diketahui: tidak ada sumber yang menyatakan pasokan terjadi atau tidak.`,
                (w) =>
                  `その後の物の流れが資料で確認できるのは${w.number(seen.length)}件、残る${w.number(left)}件は不明です。供給があったとする資料も、なかったとする資料もありません。`,
              ),
            ]),
      ],
      figures: { agreements: signed.length, becameSupply: seen.length, unknown: left, buyers: buyers.length },
      table: {
        columns: [
          COLUMNS.supplier,
          COLUMNS.buyer,
          column('agreed', 'Agreed on', 'Disepakati pada', '合意日'),
          column('supply', 'Supply seen afterwards', 'Pasokan teramati sesudahnya', 'その後の供給'),
        ],
        rows: signed.map((relation) => [
          nodesCell(projection.nodeId(projection.relationFrom(relation))),
          nodesCell(projection.nodeId(projection.relationTo(relation))),
          dateCell(firstSeen(projection, relation)),
          followed(relation).length > 0
            ? wordsCell({ en: 'yes', id: 'ya', ja: 'あり' })
            : wordsCell({ en: 'unknown', id: 'tidak diketahui', ja: '不明' }),
        ]),
      },
      relations: idsOf(projection, [...signed, ...signed.flatMap(followed)]),
      unknown: [
        plainly({
          en: 'An order, a delivery note or a statement of either firm, dated after the agreement, would settle it. Agreements whose content no source gives are left out.',
          id: 'Pesanan, surat jalan, atau pernyataan salah satu pihak yang bertanggal sesudah kesepakatan akan menjawabnya. Kesepakatan yang isinya tidak disebut sumber tidak dihitung.',
          ja: '合意後の日付の発注書、納品書、またはいずれかの企業の発言があれば確かめられます。内容が示されていない合意は含めていません。',
        }),
      ],
      view: {
        kind: 'NODES',
        nodes: [...new Set(signed.flatMap((one) => [projection.relationFrom(one), projection.relationTo(one)]))].map(
          (node) => projection.nodeId(node),
        ),
      },
    });
  },
};

export const AGREEMENT_QUESTIONS: readonly QuestionDefinition[] = [suppliersOfBranch, agreementsBecameSupply];
