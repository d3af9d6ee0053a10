/** Questions about which clusters are tied to which large industries (ANALYSIS.md §1). */
import type { EvidenceKind, NodeId } from '#vocabulary';
import type { Tie } from '../../analysis/ties/tie-types.ts';
import { findTies } from '../../analysis/ties/ties.ts';
import {
  answerOf,
  dateCell,
  idsOf,
  indexOf,
  nodesCell,
  numberCell,
  relationsAt,
  said,
  wordsCell,
} from '../answering.ts';
import { PLACE, programmeParameter } from '../parameters.ts';
import type { AnswerTable, Ground, QuestionDefinition } from '../question-types.ts';
import { COLUMNS, EN, ID, TIE_KIND_WORDS } from '../terms.ts';
import type { Words } from '../words.ts';

/** Digits of a strength, as in the worked results. */
const STRENGTH = 4;

export const ANY_EVIDENCE: readonly EvidenceKind[] = ['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED'];

function tieTable(ties: readonly Tie[]): AnswerTable {
  return {
    columns: [COLUMNS.cluster, COLUMNS.firm, COLUMNS.strength, COLUMNS.kind, COLUMNS.lastKnown, COLUMNS.chains],
    rows: ties.map((tie) => [
      nodesCell(tie.cluster),
      nodesCell(tie.largeIndustry),
      numberCell(tie.strength, STRENGTH),
      wordsCell(TIE_KIND_WORDS[tie.kind]),
      dateCell(tie.lastCertainDay),
      numberCell(tie.chainCount),
    ]),
  };
}

/** How many ties each cluster has, most first; of equal ones that of the stronger tie. */
function tiesPerCluster(ties: readonly Tie[]): readonly (readonly [cluster: NodeId, count: number])[] {
  const counts = new Map<NodeId, number>();
  for (const { cluster } of ties) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

function strongest(tie: Tie | undefined, w: Words): string {
  return tie === undefined
    ? ''
    : `${w.name(tie.cluster)} – ${w.name(tie.largeIndustry)} (${w.number(tie.strength, STRENGTH)})`;
}

const tiedClusters: QuestionDefinition = {
  id: 'tied-clusters',
  listed: ['Q01'],
  askedBy: 'MINISTRY',
  analysis: 'TIES',
  parameters: [PLACE],
  phrasings: {
    en: [
      `Which ${EN.clusters} [in {place}] have a documented tie with ${EN.large}, strongest first?`,
      `${EN.which} ${EN.clusters} [in {place}] ${EN.have} (a documented tie|documented ties|a tie|ties) (with|to) ${EN.large} [strongest first]`,
      `${EN.which} ${EN.clusters} [in {place}] are tied to ${EN.large} [strongest first]`,
      `in {place} ${EN.which} ${EN.clusters} ${EN.have} (a documented tie|documented ties|a tie|ties) (with|to) ${EN.large}`,
      `${EN.which} ${EN.clusters} [in {place}] are (linked|connected) (to|with) ${EN.large} [strongest first]`,
      `list (the|all|) ${EN.clusters} [in {place}] (that are|which are|) (tied|linked) (to|with) ${EN.large} [strongest first]`,
    ],
    id: [
      `Sentra IKM mana [di {place}] yang memiliki keterkaitan terdokumentasi dengan ${ID.large}, dari yang terkuat?`,
      `${ID.clusters} mana [di {place}] yang memiliki keterkaitan terdokumentasi dengan ${ID.large}, dari yang terkuat?`,
      `(sebutkan|) ${ID.clusters} (mana|apa|) (saja|) [di {place}] yang ${ID.tied} (terdokumentasi|) dengan ${ID.large} [dari yang terkuat]`,
      `di {place} ${ID.clusters} ${ID.which} yang ${ID.tied} (terdokumentasi|) dengan ${ID.large} [dari yang terkuat]`,
      `daftar ${ID.clusters} [di {place}] yang ${ID.tied} (terdokumentasi|) dengan ${ID.large} [dari yang terkuat]`,
    ],
    ja: '[{place}で]大企業との関係が文書で確認できるクラスターはどれか（強い順）',
  },
  answer: (values, { projection }) => {
    const place = values.nodeOrNull('place');
    const { ties, summary } = findTies(projection, { place: place ?? undefined });
    const perCluster = tiesPerCluster(ties);
    const firms = new Set(ties.map(({ largeIndustry }) => largeIndustry)).size;
    const counted = (w: Words): string =>
      w.list(perCluster.map(([cluster, count]) => `${w.name(cluster)} (${w.number(count)})`));
    const none = ties.length === 0;
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(ties.length)} documented ${w.plural(ties.length, 'tie', 'ties')} join ${w.number(summary.tiedClusterCount)} of ${w.number(summary.clusterCount)} clusters with ${w.number(firms)} large industries.`,
          (w) =>
            `${w.number(ties.length)} keterkaitan terdokumentasi menghubungkan ${w.number(summary.tiedClusterCount)} dari ${w.number(summary.clusterCount)} sentra dengan ${w.number(firms)} industri besar.`,
          (w) =>
            `文書で確認できる関係は${w.number(ties.length)}件で、${w.number(summary.clusterCount)}のクラスターのうち${w.number(summary.tiedClusterCount)}が大企業${w.number(firms)}社と結ばれています。`,
        ),
        ...(none
          ? []
          : [
              said(
                (w) => `By cluster: ${counted(w)}. The strongest: ${strongest(ties[0], w)}.`,
                (w) => `Menurut sentra: ${counted(w)}. Yang terkuat: ${strongest(ties[0], w)}.`,
                (w) => `クラスター別では${counted(w)}。最も強いのは${strongest(ties[0], w)}です。`,
              ),
            ]),
      ],
      figures: {
        ties: ties.length,
        tiedClusters: summary.tiedClusterCount,
        clusters: summary.clusterCount,
        largeIndustries: firms,
        inferredTies: summary.inferredTieCount,
      },
      table: tieTable(ties),
      relations: summary.relations,
      unknown: [
        said(
          (w) =>
            `${w.number(summary.untiedClusters.length)} clusters have no documented tie in the data, which does not mean that they have none; inferred evidence, left out here, would add ${w.number(summary.inferredTieCount)} ties.`,
          (w) =>
            `${w.number(summary.untiedClusters.length)} sentra tidak memiliki keterkaitan terdokumentasi dalam data, yang tidak berarti tidak ada; bukti dugaan, yang tidak dihitung di sini, akan menambah ${w.number(summary.inferredTieCount)} keterkaitan.`,
          (w) =>
            `${w.number(summary.untiedClusters.length)}のクラスターにはデータ上、文書で確認できる関係がありませんが、存在しないという意味ではありません。ここに含めない推定の根拠では、さらに${w.number(summary.inferredTieCount)}件増えます。`,
        ),
      ],
      view: { kind: 'TIES', place, largeIndustry: null, inferred: false },
    });
  },
};

/** Clusters that a programme, or a phase of it, is documented to support, with the relations that say so. */
function supportedClusters({ projection }: Ground, programme: NodeId) {
  const own = indexOf(projection, programme);
  const phases = relationsAt(projection, own, 'IN', ['PART_OF']);
  const all = [own, ...phases.map((relation) => projection.relationFrom(relation))];
  const supports = all.flatMap((node) => relationsAt(projection, node, 'OUT', ['SUPPORTS', 'DRAWS_FROM']));
  const ofClusters = supports.filter(
    (relation) => projection.nodeType(projection.relationTo(relation)) === 'SmiCluster',
  );
  const clusters = projection.byName([...new Set(ofClusters.map((relation) => projection.relationTo(relation)))]);
  return {
    clusters: clusters.map((node) => projection.nodeId(node)),
    relations: idsOf(projection, [...phases, ...ofClusters]),
  };
}

const programmeTies: QuestionDefinition = {
  id: 'programme-ties',
  listed: ['Q02'],
  askedBy: 'JICA',
  analysis: 'TIES',
  parameters: [programmeParameter('programme:smidep')],
  phrasings: {
    en: [
      'How many of the clusters of {programme} have a documented tie with a large industry, and how many a documented supply or supply agreement?',
      `how many (of the|) {programme} (clusters|SMI clusters|sentra) ${EN.have} a documented tie with ${EN.large} [and how many a documented supply or supply agreement]`,
      `how many ${EN.clusters} of {programme} ${EN.have} a documented tie with ${EN.large}`,
      `how many {programme} (clusters|SMI clusters|sentra) are (tied|linked) (to|with) ${EN.large}`,
    ],
    id: [
      'Dari sentra {programme}, berapa yang memiliki keterkaitan terdokumentasi dengan industri besar, dan berapa yang berupa pasokan atau perjanjian pasokan?',
      `berapa ${ID.clusters} {programme} yang ${ID.tied} (terdokumentasi|) dengan ${ID.large} [dan berapa yang berupa pasokan atau perjanjian pasokan]`,
      `berapa (banyak|) ${ID.clusters} (binaan|peserta|di|dalam|) {programme} yang (sudah|) ${ID.tied} (terdokumentasi|) dengan ${ID.large} [dan berapa yang berupa pasokan atau perjanjian pasokan]`,
      `(dari|di antara) ${ID.clusters} {programme} berapa yang ${ID.tied} (terdokumentasi|) dengan ${ID.large}`,
    ],
    ja: '{programme}のクラスターのうち、大企業との関係が文書で確認できるのはいくつで、供給またはその合意はいくつか',
  },
  answer: (values, ground) => {
    const { projection } = ground;
    const programme = values.node('programme');
    const supported = supportedClusters(ground, programme);
    const ties = findTies(projection, {}).ties.filter(({ cluster }) => supported.clusters.includes(cluster));
    const tied = new Set(ties.map(({ cluster }) => cluster)).size;
    const goods = new Set(
      ties.filter(({ kind }) => kind === 'GOODS_OBSERVED' || kind === 'SUPPLY_AGREED').map(({ cluster }) => cluster),
    ).size;
    const all = supported.clusters.length;
    const pairs = (w: Words): string =>
      ties.length === 0
        ? ''
        : ` (${w.list(ties.map((tie) => `${w.name(tie.cluster)} – ${w.name(tie.largeIndustry)}`))})`;
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(tied)} of the ${w.number(all)} clusters of ${w.name(programme)} ${w.plural(tied, 'has', 'have')} a documented tie with a large industry${pairs(w)}; ${w.number(goods)} ${w.plural(goods, 'has', 'have')} documented supply or an agreement to supply.`,
          (w) =>
            `${w.number(tied)} dari ${w.number(all)} sentra ${w.name(programme)} memiliki keterkaitan terdokumentasi dengan industri besar${pairs(w)}; ${w.number(goods)} memiliki pasokan atau perjanjian pasokan yang terdokumentasi.`,
          (w) =>
            `${w.name(programme)}の${w.number(all)}クラスターのうち、大企業との関係が文書で確認できるのは${w.number(tied)}${pairs(w)}、供給または供給の合意が確認できるのは${w.number(goods)}です。`,
        ),
      ],
      figures: { clusters: all, tied, withGoods: goods },
      table: tieTable(ties),
      relations: [...supported.relations, ...ties.flatMap(({ relations }) => relations)],
      unknown: [
        said(
          () => 'Buyers that a source mentions without naming them count for no tie.',
          () => 'Pembeli yang disebut sumber tanpa nama tidak dihitung sebagai keterkaitan.',
          () => '名前の示されない買い手は関係に数えていません。',
        ),
      ],
      view: { kind: 'NODES', nodes: [...supported.clusters, ...ties.map(({ largeIndustry }) => largeIndustry)] },
    });
  },
};

const inferredDifference: QuestionDefinition = {
  id: 'inferred-difference',
  listed: ['Q03'],
  askedBy: 'MINISTRY',
  analysis: 'TIES',
  parameters: [],
  phrasings: {
    en: [
      'What changes when inferred evidence is switched on?',
      'what (changes|would change) (when|if) inferred (evidence|ties|relations) (is|are) (switched on|counted|included)',
      'what difference does inferred evidence make',
      'how many (more|extra|additional) ties (are there|appear|do we get) (when|if) inferred (evidence|ties|relations) (is|are) (switched on|counted|included)',
    ],
    id: [
      'Apa yang berubah bila bukti inferensi diaktifkan?',
      'apa yang berubah (bila|jika|kalau) bukti (inferensi|dugaan) (diaktifkan|dihitung|disertakan)',
      'apa (bedanya|perbedaannya) (bila|jika|kalau) bukti (inferensi|dugaan) (diaktifkan|dihitung|disertakan)',
      'berapa keterkaitan yang bertambah (bila|jika|kalau) bukti (inferensi|dugaan) (diaktifkan|dihitung|disertakan)',
    ],
    ja: '推定の根拠を含めると何が変わるか',
  },
  answer: (_values, { projection }) => {
    const documented = findTies(projection, {}).ties;
    const any = findTies(projection, { evidence: ANY_EVIDENCE }).ties;
    const added = any.filter(({ evidenceClass }) => evidenceClass !== 'DOCUMENTED');
    const same = documented.every(
      (tie, at) =>
        any[at]?.cluster === tie.cluster &&
        any[at]?.largeIndustry === tie.largeIndustry &&
        any[at]?.strength === tie.strength,
    );
    const first = added[0];
    return answerOf({
      said: [
        said(
          (w) =>
            `${w.number(any.length)} ties instead of ${w.number(documented.length)}; the first ${w.number(documented.length)} ${same ? 'keep their order and strength' : 'do not all keep their order and strength'}.`,
          (w) =>
            `${w.number(any.length)} keterkaitan, bukan ${w.number(documented.length)}; ${w.number(documented.length)} yang pertama ${same ? 'tetap urutan dan kekuatannya' : 'tidak semuanya tetap urutan dan kekuatannya'}.`,
          (w) =>
            `関係は${w.number(documented.length)}件から${w.number(any.length)}件になり、最初の${w.number(documented.length)}件の順序と強さは${same ? '変わりません' : '一部変わります'}。`,
        ),
        ...(first === undefined
          ? []
          : [
              said(
                (w) => `The strongest inferred tie: ${strongest(first, w)}.`,
                (w) => `Keterkaitan dugaan yang terkuat: ${strongest(first, w)}.`,
                (w) => `推定で最も強い関係は${strongest(first, w)}です。`,
              ),
            ]),
      ],
      figures: {
        documented: documented.length,
        any: any.length,
        documentedUnchanged: same ? 'yes' : 'no',
        strongestInferred: first?.strength ?? null,
      },
      table: tieTable(added),
      relations: added.flatMap(({ relations }) => relations),
      unknown: [
        said(
          () => 'What is inferred is our own conclusion and must not be quoted as a fact.',
          () => 'Dugaan adalah kesimpulan kami sendiri dan tidak boleh dikutip sebagai fakta.',
          () => '推定は私たち自身の結論であり、事実として引用してはいけません。',
        ),
      ],
      view: { kind: 'TIES', place: null, largeIndustry: null, inferred: true },
    });
  },
};

export const TIE_QUESTIONS: readonly QuestionDefinition[] = [tiedClusters, programmeTies, inferredDifference];
