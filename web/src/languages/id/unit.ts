import type { Translated } from '../texts.ts';
import type { unit as english } from '../en/unit.ts';

export const unit: Translated<typeof english> = {
  COUNT: '',
  PERCENT: '%',
  TONNES_PER_YEAR: 'ton per tahun',
  KG_PER_DAY: 'kg per hari',
  RUPIAH: 'rupiah',
  MILLION_RUPIAH: 'juta rupiah',
  HECTARES: 'ha',
  PAIRS: 'pasang',
};
