import type { Translated } from '../texts.ts';
import type { marked as english } from '../en/marked.ts';

export const marked: Translated<typeof english> = {
  region: '選択したノード',
  count_other: '{{count}}件を選択中',
  hide: '非表示',
  keepOnly: 'これだけ残す',
  expandAll: 'すべて展開',
  expandingAll: '展開中',
  expandAsk: '図に最大{{total}}件の関係が加わります。',
  expandAnyway: '追加する',
  expandNothing: 'これ以上追加するものはありません。',
  pin: '固定',
  unpin: '固定を解除',
  neighbours: '隣のノードも選択',
  more: '選択を広げる',
  clear: '選択を解除',
  atLeast: '関係の数がこれ以上のノード',
  markAtLeast: '選択する',
  atLeastWrong: '「{{text}}」は1以上の整数ではありません。例：3',
  everyType: '同じ種類のすべて',
  hidden_other: '{{count}}件を非表示中',
  hiddenTitle: '非表示のノード',
  bringBack: '{{name}}を再表示',
  bringBackAll: 'すべて再表示',
};
