/** Words that several questions share: headings of columns, kinds of tie, and pieces of the phrasings. */
import type { Labels } from '#vocabulary';
import type { TieKind } from '../analysis/ties/tie-types.ts';
import { column } from './answering.ts';
import type { Column } from './question-types.ts';

export const COLUMNS = {
  cluster: column('cluster', 'Cluster', 'Sentra', 'クラスター'),
  firm: column('firm', 'Large industry', 'Industri besar', '大企業'),
  strength: column('strength', 'Strength', 'Kekuatan', '強さ', true),
  kind: column('kind', 'What is known', 'Yang diketahui', '確認内容'),
  chains: column('chains', 'Chains', 'Rantai', '経路数', true),
  lastKnown: column('lastKnown', 'Last known', 'Terakhir diketahui', '最終確認'),
  firstKnown: column('firstKnown', 'Known since', 'Diketahui sejak', '確認の初め'),
  supplier: column('supplier', 'Supplier', 'Pemasok', '供給元'),
  buyer: column('buyer', 'Buyer', 'Pembeli', '買い手'),
  place: column('place', 'Place', 'Wilayah', '地域'),
  product: column('product', 'Product', 'Produk', '製品'),
  evidence: column('evidence', 'Evidence', 'Bukti', '根拠'),
  share: column('share', 'Share', 'Bagian', '割合', true),
  km: column('km', 'Kilometres', 'Kilometer', '距離（km）', true),
  score: column('score', 'Score', 'Skor', 'スコア', true),
} as const satisfies Record<string, Column>;

export const TIE_KIND_WORDS: Readonly<Record<TieKind, Labels>> = {
  GOODS_OBSERVED: { en: 'supply seen', id: 'pasokan teramati', ja: '供給の実績' },
  SUPPLY_AGREED: { en: 'supply agreed', id: 'pasokan disepakati', ja: '供給の合意' },
  SUPPORT: { en: 'support', id: 'pembinaan', ja: '支援' },
  SAME_PROGRAMME: { en: 'same programme', id: 'program yang sama', ja: '同じプログラム' },
  POTENTIAL: { en: 'could supply', id: 'berpotensi memasok', ja: '供給の可能性' },
};

/** Pieces of phrasings: the first of each is what the question's own text says. */
export const EN = {
  clusters: '(SMI clusters|clusters|SMI sentra|sentra|sentras|SME clusters|SMI centres)',
  which: '(which|what)',
  large:
    '(a large industry|large industry|a large firm|large firms|large industries|a large company|large companies|large scale industry|big industry|big firms|a big firm|big companies|a big company)',
  have: '(have|has)',
} as const;
export const ID = {
  clusters: '(sentra IKM|sentra|klaster IKM|klaster|sentra industri kecil|sentra UKM|klaster UKM)',
  large: '(industri besar|perusahaan besar|pabrik besar|industri skala besar)',
  /** Which ones. */
  which: '(mana|apa) (saja|)',
  tied: '(memiliki keterkaitan|punya keterkaitan|terkait|memiliki hubungan|punya hubungan|mempunyai keterkaitan|terhubung|berkaitan)',
} as const;
