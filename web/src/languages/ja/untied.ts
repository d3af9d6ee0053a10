import type { Translated } from '../texts.ts';
import type { untied as english } from '../en/untied.ts';

export const untied: Translated<typeof english> = {
  sentence: '<place/>から<distance/>以内',
  distance: '距離',
  place: '基準の地域',
  anyPlace: 'すべての地域',
  km: '{{km}} km',
  letGo: '地域の指定を解除',
  shown: '{{total}}件中{{shown}}件を近い順に表示。',
  rough: '地域の中心間の距離で、海は考慮していません。',
  unplaced_other: '所在地が不明な{{shown}}件は含みません。',
  withoutBuyer: 'つながりはあるが大口の買い手がない',
  withoutThisBuyer: '{{firm}}とつながりはあるが供給元ではない',
  withoutBuyerWhy: '支援、事業、または受け取る物によるつながりです。大企業へ物を納めているとする出典はありません。',
  tiedBy: '{{kind}}：{{firm}}',
  cut: 'つながり{{total}}件中{{shown}}件を読み込み済み。残りによって、つながりのあるクラスターが増えることがあります。',
};
