export const unit = {
  COUNT: '',
  PERCENT: '%',
  TONNES_PER_YEAR: 'tonnes a year',
  KG_PER_DAY: 'kg a day',
  RUPIAH: 'rupiah',
  MILLION_RUPIAH: 'million rupiah',
  HECTARES: 'ha',
  PAIRS: 'pairs',
};
