import type { Translated } from '../texts.ts';
import type { time as english } from '../en/time.ts';

export const time: Translated<typeof english> = {
  region: 'Waktu',
  slider: 'Tahun',
  any: 'Tanggal apa pun',
  asOf: 'Per {{date}}',
  held: '{{certain}} pasti, {{possible}} mungkin',
  all_other: '{{count}} keterkaitan pada tanggal apa pun',
  undated_other: '{{count}} tanpa tanggal',
  cut: 'Dihitung dari {{shown}} keterkaitan pertama dari {{total}}.',
  play: 'Putar tahun demi tahun',
  pause: 'Jeda',
  date: 'Tanggal persis',
  dateHint: 'misalnya 2017-12-26',
  wrong: 'Tulis tanggal sebagai 2017, 2017-12, atau 2017-12-26.',
  clear: 'Tanggal apa pun',
  waiting: 'Menghitung tahun…',
  failed: 'Tahun tidak dapat dihitung.',
};
