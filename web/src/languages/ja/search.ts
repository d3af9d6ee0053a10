import type { Translated } from '../texts.ts';
import type { search as english } from '../en/search.ts';

export const search: Translated<typeof english> = {
  label: '検索',
  placeholder: '企業、クラスター、地域、製品を検索',
  clear: '検索を消す',
  nothing: '「{{text}}」という名前はありません。名前、別表記、コードで検索できます。',
  waiting: '検索中…',
  failed: '検索の応答がありません。続けて入力すると再試行します。',
  also: '別名',
  open: '開く',
  add: 'グラフに追加',
  more: '{{total}}件中{{shown}}件を表示（一致度順）。さらに入力すると絞り込めます。',
  ask: 'この質問に答える：「{{text}}」',
  restricted: '閲覧制限',
};
