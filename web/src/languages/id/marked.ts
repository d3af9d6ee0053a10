import type { Translated } from '../texts.ts';
import type { marked as english } from '../en/marked.ts';

export const marked: Translated<typeof english> = {
  region: 'Simpul yang ditandai',
  count_other: '{{count}} ditandai',
  hide: 'Sembunyikan',
  keepOnly: 'Sisakan hanya ini',
  expandAll: 'Perluas semua',
  expandingAll: 'Memperluas',
  expandAsk: 'Ini menambah hingga {{total}} relasi ke gambar.',
  expandAnyway: 'Tambahkan',
  expandNothing: 'Tidak ada lagi yang dapat ditambahkan.',
  pin: 'Sematkan',
  unpin: 'Lepaskan sematan',
  neighbours: 'Tandai tetangga',
  more: 'Tandai lagi',
  clear: 'Hapus tanda',
  atLeast: 'Dengan sedikitnya sekian relasi',
  markAtLeast: 'Tandai',
  atLeastWrong: '“{{text}}” bukan bilangan bulat di atas 0, misalnya 3.',
  everyType: 'Semua dari satu jenis',
  hidden_other: '{{count}} disembunyikan',
  hiddenTitle: 'Simpul yang disembunyikan',
  bringBack: 'Munculkan lagi {{name}}',
  bringBackAll: 'Munculkan lagi semua',
};
