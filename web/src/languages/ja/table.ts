import type { Translated } from '../texts.ts';
import type { table as english } from '../en/table.ts';

export const table: Translated<typeof english> = {
  region: '描かれているものの表',
  nodes: 'ノード',
  relations: '関係',
  name: '名称',
  type: '種類',
  place: '地域',
  relationCount: '関係の数',
  from: '起点',
  relation: '関係',
  to: '終点',
  period: '期間',
  evidence: '根拠',
  shown: '{{total}}件中{{shown}}件を表示',
  sortedAscending: '昇順',
  sortedDescending: '降順',
  disputed: '食い違いあり',
  rows: '行',
};
