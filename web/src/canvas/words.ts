import type { Language } from '#vocabulary';

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
}

const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;

export const WORDS: Readonly<Record<Language, CanvasWords>> = {
  en: {
    canvas: 'Graph',
    howTo:
      'Arrow keys move to the nearest node, Enter opens its details, E expands, C collapses, F fits, plus and minus zoom. The table shows the same.',
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
  },
  id: {
    canvas: 'Graf',
    howTo:
      'Tombol panah pindah ke simpul terdekat, Enter membuka rincian, E memperluas, C menutup, F menyesuaikan, plus dan minus memperbesar dan memperkecil. Tabel menampilkan hal yang sama.',
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
  },
  ja: {
    canvas: 'グラフ',
    howTo:
      '矢印キーで最寄りのノードへ移動、Enterで詳細、Eで展開、Cで折りたたみ、Fで全体表示、＋と－で拡大縮小。表にも同じ内容があります。',
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
    lineFrom: (from, words, to) => `${from} ${words} ${to}`,
  },
};

/** A count as the language writes it. */
export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}
