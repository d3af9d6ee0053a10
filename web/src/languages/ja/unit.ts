import type { Translated } from '../texts.ts';
import type { unit as english } from '../en/unit.ts';

export const unit: Translated<typeof english> = {
  COUNT: '',
  PERCENT: '%',
  TONNES_PER_YEAR: 'トン／年',
  KG_PER_DAY: 'kg／日',
  RUPIAH: 'ルピア',
  MILLION_RUPIAH: '百万ルピア',
  HECTARES: 'ha',
  PAIRS: '足',
};
