import type { communities as english } from '../en/communities.ts';
import type { Translated } from '../texts.ts';

export const communities: Translated<typeof english> = {
  title: 'コミュニティ',
  settings: 'コミュニティの探し方',
  meaning: {
    CPM: '全体の大きさにかかわらず、解像度より密に内側で結ばれた部分です（定数ポッツモデルによるLeiden法。Traag・Waltman・van Eck 2019）。',
    MODULARITY:
      '偶然よりも内側の関係が多い部分です（モジュラリティによるLeiden法。Newman・Girvan 2004）。大きなグラフの小さなコミュニティはまとめられます（解像度限界。Fortunato・Barthélemy 2007）。',
  },
  qualityLabel: '評価',
  qualities: { CPM: '密度（CPM）', MODULARITY: 'モジュラリティ' },
  qualityNote: { CPM: '解像度限界なし', MODULARITY: '偶然との比較。小さいものはまとまる' },
  resolution: '解像度',
  coarser: 'コミュニティを大きく',
  finer: 'コミュニティを小さく',
  seed: '乱数シード',
  take: 'もう一度探す',
  wrongResolution: '0.03のような、0より大きい数を入力してください。',
  wrongSeed: '1のような整数を入力してください。',
  waiting: 'コミュニティを待っています。',
  found_other: 'コミュニティ{{shown}}件',
  over: 'ノード{{nodes}}件、関係{{relations}}件について。',
  singletons_other: '{{shown}}件のノードはどこにも属しません。',
  quality: 'モジュラリティ{{modularity}}、評価値{{value}}。',
  members_other: 'メンバー{{shown}}件',
  inside_other: '内部の関係{{shown}}件',
  add_other: '{{shown}}件すべてを表示に追加',
  mark: '表示でマーク',
  group: '表示をコミュニティでまとめる',
  ungroup: '表示をまとめるのをやめる',
  most: '一覧は{{shown}}件までです。コミュニティを大きくすると数が減ります。',
  command: 'コミュニティ：ひとまとまりになるノード…',
};
