import type { Translated } from '../texts.ts';
import type { keys as english } from '../en/keys.ts';

export const keys: Translated<typeof english> = {
  title: 'キーボード操作',
  close: '閉じる',
  search: '検索',
  views: 'グラフ、表、一覧',
  arrows: 'グラフで隣のノードへ',
  tab: '次の領域へ',
  enter: '選択したノードの詳細',
  expand: '選択したノードを展開',
  collapse: '選択したノードを折りたたむ',
  fit: '全体を表示',
  zoom: '拡大・縮小',
  escape: '戻る',
  help: 'この一覧',
};
