import type { Translated } from '../texts.ts';
import type { search as english } from '../en/search.ts';

export const search: Translated<typeof english> = {
  label: 'Cari',
  placeholder: 'Cari perusahaan, sentra, wilayah, atau produk',
  clear: 'Kosongkan pencarian',
  nothing: 'Tidak ada yang bernama “{{text}}”. Pencarian mengenal nama, ejaan lain, dan kode.',
  waiting: 'Mencari…',
  failed: 'Pencarian tidak menjawab. Ketik lagi untuk mencoba.',
  also: 'juga ditulis',
  open: 'buka',
  add: 'tambahkan ke graf',
  more: '{{shown}} dari {{total}} ditampilkan, yang paling cocok lebih dulu. Ketik lagi untuk mempersempit.',
  ask: 'Jawab pertanyaan ini: “{{text}}”',
  restricted: 'Terbatas',
};
