import type { Language } from '#vocabulary';
import type { Measure } from '../exploration/looks.ts';

/** What sizes and rings say, and what the picture is looked at without. */
interface LookWords {
  readonly legend: string;
  readonly size: (measure: string) => string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly upTo: (greatest: string) => string;
  readonly sampled: (nodes: string) => string;
  readonly ring: string;
  readonly around: (name: string) => string;
  readonly otherCommunities: string;
  readonly without: (name: string) => string;
  readonly dimmed: string;
  readonly candidates: string;
  readonly dropCandidates: string;
}

export const LOOK_WORDS: Readonly<Record<Language, LookWords>> = {
  en: {
    legend: 'Sizes and rings',
    size: (measure) => `Size: ${measure}`,
    measures: { BETWEENNESS: 'betweenness', DEGREE: 'degree', PAGERANK: 'PageRank' },
    upTo: (greatest) => `0 to ${greatest}`,
    sampled: (nodes) => `estimated from ${nodes} nodes`,
    ring: 'Ring: community',
    around: (name) => `around ${name}`,
    otherCommunities: 'other communities',
    without: (name) => `Looked at without ${name}`,
    dimmed: 'Dimmed: apart or lost without it. Nothing is removed.',
    candidates: 'Candidates, no relations',
    dropCandidates: 'Take the candidates out of the graph',
  },
  id: {
    legend: 'Ukuran dan cincin',
    size: (measure) => `Ukuran: ${measure}`,
    measures: { BETWEENNESS: 'keantaraan', DEGREE: 'derajat', PAGERANK: 'PageRank' },
    upTo: (greatest) => `0 hingga ${greatest}`,
    sampled: (nodes) => `diperkirakan dari ${nodes} simpul`,
    ring: 'Cincin: komunitas',
    around: (name) => `di sekitar ${name}`,
    otherCommunities: 'komunitas lain',
    without: (name) => `Dilihat tanpa ${name}`,
    dimmed: 'Redup: terputus atau hilang tanpanya. Tidak ada yang dihapus.',
    candidates: 'Calon, bukan keterkaitan',
    dropCandidates: 'Keluarkan para calon dari graf',
  },
  ja: {
    legend: '大きさと輪',
    size: (measure) => `大きさ：${measure}`,
    measures: { BETWEENNESS: '媒介中心性', DEGREE: '次数', PAGERANK: 'PageRank' },
    upTo: (greatest) => `0～${greatest}`,
    sampled: (nodes) => `${nodes}件のノードからの推定`,
    ring: '輪：コミュニティ',
    around: (name) => `${name}の周辺`,
    otherCommunities: 'その他のコミュニティ',
    without: (name) => `${name}がない場合`,
    dimmed: '薄い部分：なくなると切り離されるもの、失われるもの。何も削除されません。',
    candidates: '候補（関係ではない）',
    dropCandidates: '候補をグラフから消す',
  },
};
