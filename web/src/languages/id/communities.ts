import type { communities as english } from '../en/communities.ts';
import type { Translated } from '../texts.ts';

export const communities: Translated<typeof english> = {
  title: 'Komunitas',
  settings: 'Cara komunitas dicari',
  meaning: {
    CPM: 'Bagian yang di dalamnya terhubung lebih rapat daripada resolusi, berapa pun besar keseluruhannya (Leiden dengan model Potts konstan; Traag, Waltman, dan van Eck 2019).',
    MODULARITY:
      'Bagian dengan relasi di dalam lebih banyak daripada yang dihasilkan kebetulan (Leiden dengan modularitas; Newman dan Girvan 2004). Komunitas kecil dalam graf besar digabung: batas resolusinya (Fortunato dan Barthélemy 2007).',
  },
  qualityLabel: 'Mutu',
  qualities: { CPM: 'kerapatan (CPM)', MODULARITY: 'modularitas' },
  qualityNote: { CPM: 'tanpa batas resolusi', MODULARITY: 'dibanding kebetulan; menggabung yang kecil' },
  resolution: 'Resolusi',
  coarser: 'Komunitas lebih besar',
  finer: 'Komunitas lebih kecil',
  seed: 'Benih acak',
  take: 'Cari lagi',
  wrongResolution: 'Bilangan di atas 0, misalnya 0,03.',
  wrongSeed: 'Bilangan bulat, misalnya 1.',
  waiting: 'Menunggu komunitas.',
  found_other: '{{shown}} komunitas',
  over: 'Atas {{nodes}} simpul dan {{relations}} relasi.',
  singletons_other: '{{shown}} simpul tidak termasuk bersama yang lain.',
  quality: 'Modularitas {{modularity}}, nilai mutu {{value}}.',
  members_other: '{{shown}} anggota',
  inside_other: '{{shown}} relasi di dalam',
  add_other: 'Tambahkan semua {{shown}} ke tampilan',
  mark: 'Tandai di tampilan',
  group: 'Kelompokkan tampilan menurut komunitas',
  ungroup: 'Jangan kelompokkan tampilan lagi',
  most: 'Tidak lebih dari {{shown}} yang didaftar; komunitas lebih besar menyisakan lebih sedikit.',
  command: 'Komunitas: simpul mana yang termasuk satu kelompok …',
};
