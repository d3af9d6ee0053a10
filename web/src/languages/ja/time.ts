import type { Translated } from '../texts.ts';
import type { time as english } from '../en/time.ts';

export const time: Translated<typeof english> = {
  region: '時間',
  slider: '年',
  any: '全期間',
  asOf: '{{date}}時点',
  held: '確実{{certain}}件、可能性あり{{possible}}件',
  all_other: '全期間のつながり{{count}}件',
  undated_other: '日付なし{{count}}件',
  cut: '{{total}}件のうち最初の{{shown}}件で集計しています。',
  play: '1年ずつ再生',
  pause: '一時停止',
  date: '正確な日付',
  dateHint: '例：2017-12-26',
  wrong: '日付は2017、2017-12、2017-12-26のように入力してください。',
  clear: '全期間に戻す',
  waiting: '年ごとに集計しています…',
  failed: '年ごとの集計ができませんでした。',
};
