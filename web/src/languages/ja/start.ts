import type { Translated } from '../texts.ts';
import type { start as english } from '../en/start.ts';

export const start: Translated<typeof english> = {
  title: 'はじめの問い',
  hide: '閉じる（ショートカット一覧から戻せます）',
  tour: 'ツアーを見る',
  whoSays: '{{cluster}}と{{firm}}のつながりは、誰が述べていますか？',
  chain: '{{cluster}}と{{firm}}は、どの連鎖でつながっていますか？',
  place: '{{place}}のどの中小企業クラスターが大企業とつながっていますか？',
  all: 'すべての質問',
  allCounted_other: '{{count}}の質問をすべて見る',
  others: 'ほかに聞けること',
  profile: '{{place}}についてデータにあることは？',
  candidates: '取引の可能性があるのは誰と誰か',
};
