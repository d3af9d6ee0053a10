import type { Translated } from '../texts.ts';
import type { untied as english } from '../en/untied.ts';

export const untied: Translated<typeof english> = {
  sentence: 'Dalam jarak <distance/> dari <place/>',
  distance: 'Jarak',
  place: 'Dekat wilayah mana',
  anyPlace: 'wilayah mana pun',
  km: '{{km}} km',
  letGo: 'Di mana saja lagi',
  shown: 'Ditampilkan {{shown}} dari {{total}}, yang terdekat lebih dulu.',
  rough: 'Diukur antara pusat wilayah; laut tidak diperhitungkan.',
  unplaced_other: '{{shown}} tidak diketahui letaknya dan tidak disertakan.',
  withoutBuyer: 'Terkait, tetapi tanpa pembeli besar',
  withoutThisBuyer: 'Terkait dengan {{firm}}, tetapi bukan sebagai pemasoknya',
  withoutBuyerWhy:
    'Melalui dukungan, program, atau barang yang diterima; tidak ada sumber yang menyebut barangnya dibeli perusahaan besar.',
  tiedBy: '{{kind}} – {{firm}}',
  cut: 'Baru {{shown}} dari {{total}} keterkaitan dimuat; sisanya dapat menunjukkan sentra lain yang terkait.',
};
