import type { Translated } from '../texts.ts';
import type { start as english } from '../en/start.ts';

export const start: Translated<typeof english> = {
  title: 'Pertanyaan untuk memulai',
  hide: 'Singkirkan; tetap ada di daftar pintasan',
  tour: 'Ikuti tur',
  whoSays: 'Siapa yang menyebut {{cluster}} terkait dengan {{firm}}?',
  chain: 'Lewat rantai mana {{cluster}} dan {{firm}} terhubung?',
  place: 'Sentra IKM mana di {{place}} yang terkait dengan industri besar?',
  all: 'Semua pertanyaan',
  allCounted_other: 'Semua {{count}} pertanyaan',
  others: 'Pertanyaan lain di sini',
  profile: 'Apa isi data tentang {{place}}?',
  candidates: 'Siapa yang mungkin bermitra dengan siapa?',
};
