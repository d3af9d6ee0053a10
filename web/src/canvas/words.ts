import type { Language } from '#vocabulary';
import type { Layout } from '../exploration/arrangement.ts';

/** What can be done with a node where it stands. */
export type NodeAction =
  | 'details'
  | 'expand'
  | 'openGroup'
  | 'collapse'
  | 'traceSuppliers'
  | 'traceBuyers'
  | 'paths'
  | 'hide'
  | 'keepOnly'
  | 'pin'
  | 'unpin'
  | 'mark'
  | 'unmark';

/** Everything the canvas says, in every language. `count` is formatted by the caller's language. */
export interface CanvasWords {
  readonly canvas: string;
  readonly howTo: string;
  readonly shown: (nodes: string, relations: string) => string;
  readonly ofTotal: (shown: string, total: string) => string;
  readonly nodes: (text: string) => string;
  readonly relations: (text: string) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly arrange: string;
  readonly legend: string;
  readonly firms: (count: string) => string;
  readonly bodies: (count: string) => string;
  readonly sameProgramme: string;
  readonly agreed: (period: string) => string;
  readonly untied: (count: string, documentedOnly: boolean) => string;
  readonly andOthers: (names: string, count: string) => string;
  readonly inferred: string;
  readonly inferredHidden: (count: string) => string;
  readonly possible: string;
  readonly disputed: string;
  readonly relationCount: (count: string) => string;
  readonly notShown: (count: string) => string;
  readonly noTie: string;
  readonly inferredOnly: string;
  readonly expanded: string;
  readonly lineFrom: (from: string, words: string, to: string) => string;
  /** A relation among those of a node, as one walks along them. */
  readonly oneOf: (text: string, index: string, count: string) => string;
  readonly noRelation: string;
  readonly groupOf: (count: string) => string;
  readonly pinned: string;
  readonly marked: string;
  readonly restricted: string;
  readonly nodeList: string;
  readonly lineList: string;
  readonly layout: string;
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly layoutHints: Readonly<Record<Layout, string>>;
  readonly box: string;
  readonly arranging: string;
  /** Nodes of a picture by place that have none. */
  readonly withoutPlace: (count: string) => string;
  readonly menuOf: (name: string) => string;
  readonly actions: Readonly<Record<NodeAction, string>>;
}

const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;

export const WORDS: Readonly<Record<Language, CanvasWords>> = {
  en: {
    canvas: 'Graph',
    howTo:
      'Arrow keys move to the nearest node, Enter opens its details, E expands, C collapses, T traces suppliers or buyers, square brackets walk along its relations, P pins, M marks, F fits, plus and minus zoom, Shift F10 lists its actions. The table shows the same.',
    shown: (nodes, relations) => `${nodes}, ${relations}`,
    ofTotal: (shown, total) => `${shown} of ${total}`,
    nodes: (text) => `${text} nodes`,
    relations: (text) => `${text} relations`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to view',
    arrange: 'Arrange anew',
    legend: 'Legend',
    firms: (count) => `${count} firms`,
    bodies: (count) => `${count} firms and bodies`,
    sameProgramme: 'same programme',
    agreed: (period) => `agreed ${period}`,
    untied: (count, documentedOnly) =>
      `${plural(count, 'cluster', 'clusters')} without a ${documentedOnly ? 'documented ' : ''}tie`,
    andOthers: (names, count) => `${names} and ${plural(count, 'other', 'others')}`,
    inferred: 'Inferred',
    inferredHidden: (count) => `Inferred, ${plural(count, 'tie', 'ties')} hidden`,
    possible: 'Possibly, at this date',
    disputed: 'Disputed',
    relationCount: (count) => plural(count, 'relation', 'relations'),
    notShown: (count) => `${count} not shown`,
    noTie: 'no tie',
    inferredOnly: 'inferred ties only',
    expanded: 'expanded',
    lineFrom: (from, words, to) => `${from} ${words} ${to}`,
    oneOf: (text, index, count) => `${text} (${index} of ${count})`,
    noRelation: 'no relation is drawn here',
    groupOf: (count) => `group of ${plural(count, 'node', 'nodes')}`,
    pinned: 'pinned',
    marked: 'marked',
    restricted: 'Restricted',
    nodeList: 'Nodes of the graph',
    lineList: 'Relations of the graph',
    layout: 'Layout',
    layouts: { LAYERED: 'Flow', TIERS: 'Tiers', CONCENTRIC: 'Rings', PLACES: 'Places', MANUAL: 'By hand' },
    layoutHints: {
      LAYERED: 'goods from left to right, part by part',
      TIERS: 'one column a tier, last buyers at the right',
      CONCENTRIC: 'around what is selected, by distance',
      PLACES: 'as on the map, north up',
      MANUAL: 'nothing moves by itself',
    },
    box: 'Mark with a box',
    arranging: 'Laying out',
    withoutPlace: (count) => `${count} without a place stand beside`,
    menuOf: (name) => `Actions for ${name}`,
    actions: {
      details: 'Details',
      expand: 'Expand',
      openGroup: 'Open the group',
      collapse: 'Collapse',
      traceSuppliers: 'Trace suppliers',
      traceBuyers: 'Trace buyers',
      paths: 'Find paths …',
      hide: 'Hide',
      keepOnly: 'Keep only this',
      pin: 'Pin here',
      unpin: 'Unpin',
      mark: 'Mark',
      unmark: 'Unmark',
    },
  },
  id: {
    canvas: 'Graf',
    howTo:
      'Tombol panah pindah ke simpul terdekat, Enter membuka rincian, E memperluas, C menutup, T menelusuri pemasok atau pembeli, kurung siku menelusuri relasinya, P menyematkan, M menandai, F menyesuaikan, plus dan minus memperbesar dan memperkecil, Shift F10 menampilkan tindakannya. Tabel menampilkan hal yang sama.',
    shown: (nodes, relations) => `${nodes}, ${relations}`,
    ofTotal: (shown, total) => `${shown} dari ${total}`,
    nodes: (text) => `${text} simpul`,
    relations: (text) => `${text} relasi`,
    zoomIn: 'Perbesar',
    zoomOut: 'Perkecil',
    fit: 'Sesuaikan tampilan',
    arrange: 'Tata ulang',
    legend: 'Legenda',
    firms: (count) => `${count} perusahaan`,
    bodies: (count) => `${count} perusahaan dan badan`,
    sameProgramme: 'program yang sama',
    agreed: (period) => `disepakati ${period}`,
    untied: (count, documentedOnly) => `${count} sentra tanpa keterkaitan${documentedOnly ? ' terdokumentasi' : ''}`,
    andOthers: (names, count) => `${names} dan ${count} lainnya`,
    inferred: 'Dugaan',
    inferredHidden: (count) => `Dugaan, ${count} keterkaitan tersembunyi`,
    possible: 'Mungkin, pada tanggal ini',
    disputed: 'Sumber berbeda pendapat',
    relationCount: (count) => `${count} relasi`,
    notShown: (count) => `${count} tidak ditampilkan`,
    noTie: 'tanpa keterkaitan',
    inferredOnly: 'hanya keterkaitan dugaan',
    expanded: 'diperluas',
    lineFrom: (from, words, to) => `${from} ${words} ${to}`,
    oneOf: (text, index, count) => `${text} (${index} dari ${count})`,
    noRelation: 'tidak ada relasi yang digambar di sini',
    groupOf: (count) => `kelompok ${count} simpul`,
    pinned: 'disematkan',
    marked: 'ditandai',
    restricted: 'Terbatas',
    nodeList: 'Simpul dalam graf',
    lineList: 'Relasi dalam graf',
    layout: 'Tata letak',
    layouts: { LAYERED: 'Aliran', TIERS: 'Tingkat', CONCENTRIC: 'Lingkaran', PLACES: 'Wilayah', MANUAL: 'Manual' },
    layoutHints: {
      LAYERED: 'barang dari kiri ke kanan, bagian demi bagian',
      TIERS: 'satu kolom per tingkat, pembeli akhir di kanan',
      CONCENTRIC: 'mengelilingi yang dipilih, menurut jarak',
      PLACES: 'seperti di peta, utara di atas',
      MANUAL: 'tidak ada yang bergerak sendiri',
    },
    box: 'Tandai dengan kotak',
    arranging: 'Menata letak',
    withoutPlace: (count) => `${count} tanpa wilayah ada di samping`,
    menuOf: (name) => `Tindakan untuk ${name}`,
    actions: {
      details: 'Rincian',
      expand: 'Perluas',
      openGroup: 'Buka kelompok',
      collapse: 'Tutup',
      traceSuppliers: 'Telusuri pemasok',
      traceBuyers: 'Telusuri pembeli',
      paths: 'Cari jalur …',
      hide: 'Sembunyikan',
      keepOnly: 'Sisakan ini saja',
      pin: 'Sematkan di sini',
      unpin: 'Lepas sematan',
      mark: 'Tandai',
      unmark: 'Hapus tanda',
    },
  },
  ja: {
    canvas: 'グラフ',
    howTo:
      '矢印キーで最寄りのノードへ移動、Enterで詳細、Eで展開、Cで折りたたみ、Tで供給元または買い手をたどり、角括弧で関係を順に、Pで固定、Mでマーク、Fで全体表示、＋と－で拡大縮小、Shift+F10で操作一覧。表にも同じ内容があります。',
    shown: (nodes, relations) => `${nodes}、${relations}`,
    ofTotal: (shown, total) => `${total}件中${shown}件`,
    nodes: (text) => `ノード ${text}`,
    relations: (text) => `関係 ${text}`,
    zoomIn: '拡大',
    zoomOut: '縮小',
    fit: '全体を表示',
    arrange: '配置し直す',
    legend: '凡例',
    firms: (count) => `${count}社`,
    bodies: (count) => `${count}社・団体`,
    sameProgramme: '同じプログラム',
    agreed: (period) => `${period} 合意`,
    untied: (count, documentedOnly) => `${documentedOnly ? '文書のある' : ''}つながりのないクラスター ${count}件`,
    andOthers: (names, count) => `${names} ほか${count}件`,
    inferred: '推定',
    inferredHidden: (count) => `推定（${count}件非表示）`,
    possible: 'この時点では可能性あり',
    disputed: '情報源が不一致',
    relationCount: (count) => `関係${count}件`,
    notShown: (count) => `${count}件は非表示`,
    noTie: 'つながりなし',
    inferredOnly: '推定のつながりのみ',
    expanded: '展開中',
    lineFrom: (from, words, to) => `${from} → ${to}（${words}）`,
    oneOf: (text, index, count) => `${text}（${count}件中${index}件目）`,
    noRelation: 'ここに描かれている関係はありません',
    groupOf: (count) => `${count}件のノードのグループ`,
    pinned: '固定済み',
    marked: 'マーク済み',
    restricted: '閲覧制限',
    nodeList: 'グラフのノード',
    lineList: 'グラフの関係',
    layout: '配置',
    layouts: { LAYERED: '流れ', TIERS: '段階', CONCENTRIC: '同心円', PLACES: '地域', MANUAL: '手動' },
    layoutHints: {
      LAYERED: '物の流れを左から右へ、まとまりごとに',
      TIERS: '段階ごとに一列、最終の買い手は右端',
      CONCENTRIC: '選択したものを中心に、距離の順で',
      PLACES: '地図のとおり、北が上',
      MANUAL: '自動では動きません',
    },
    box: '範囲でマーク',
    arranging: '配置中',
    withoutPlace: (count) => `地域不明の${count}件は脇に表示`,
    menuOf: (name) => `${name}の操作`,
    actions: {
      details: '詳細',
      expand: '展開',
      openGroup: 'グループを開く',
      collapse: '折りたたむ',
      traceSuppliers: '供給元をたどる',
      traceBuyers: '買い手をたどる',
      paths: '経路を探す …',
      hide: '隠す',
      keepOnly: 'これだけ残す',
      pin: 'ここに固定',
      unpin: '固定を解除',
      mark: 'マーク',
      unmark: 'マークを外す',
    },
  },
};

/** A count as the language writes it. */
export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}
