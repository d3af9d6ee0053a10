import type { Translated } from '../texts.ts';
import type { view as english } from '../en/view.ts';

export const view: Translated<typeof english> = {
  label: '表示',
  GRAPH: 'グラフ',
  MAP: '地図',
  TABLE: '表',
  LIST: '一覧',
};
