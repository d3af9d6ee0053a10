import type { Translated } from '../texts.ts';
import type { map as english } from '../en/map.ts';

export const map: Translated<typeof english> = {
  label: '地図',
  howTo:
    '矢印キーで最寄りの場所へ移動、Page DownとPage Upですべてを順にたどり、Enterで詳細またはその場所の内容を表示、Eで展開、Cで折りたたみ、Mで印を付け、Shift＋矢印で地図を移動、Fで全体表示、＋と－で拡大縮小。表にも同じ内容があります。',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fit: '全体を表示',
  projection: 'メルカトル図法。海岸線：Natural Earth。地域は中心点に示します。',
  atPlace: '{{place}}の位置に表示しています。固有の所在地は記録されていません。',
  atPlaceSpoken: '{{place}}の位置に表示',
  nowhere: '所在地の記録なし',
  ties_other: 'つながり{{count}}件',
  stackOpen: 'Enterで表示',
  onMap: '地図上のノード {{total}}件中{{shown}}件',
  inside_other: '同じ場所の中に{{count}}本',
  tray_other: '所在地のないもの {{count}}件',
  trayNote: '地図上の所在地が記録されていません。',
  trayLines_other: 'そのため線{{total}}本のうち{{count}}本は描かれていません。',
  trayWith: '相手：{{names}}',
  trayAll: 'すべてのノードとその場所',
};
