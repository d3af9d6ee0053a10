import type { Translated } from '../texts.ts';
import type { keys as english } from '../en/keys.ts';

export const keys: Translated<typeof english> = {
  title: 'キーボード操作',
  close: '閉じる',
  search: '検索',
  palette: 'ページのすべてのコマンド',
  views: 'リスト、グラフ、地図、表',
  arrows: 'グラフで隣のノードへ',
  tab: '次の領域へ',
  enter: '選択したノードの詳細',
  expand: '選択したノードを展開',
  collapse: '選択したノードを折りたたむ',
  pin: '選択したノードをその位置に固定、または解除',
  fit: '全体を表示',
  zoom: '拡大・縮小',
  undo: '元に戻す',
  redo: 'やり直す',
  escape: '戻る',
  help: 'この一覧',
};
