import type { Translated } from '../texts.ts';
import type { keys as english } from '../en/keys.ts';

export const keys: Translated<typeof english> = {
  title: 'Pintasan papan tik',
  close: 'Tutup',
  search: 'cari',
  views: 'graf, tabel, daftar',
  arrows: 'tetangga terdekat di graf',
  tab: 'area berikutnya',
  enter: 'rincian simpul terpilih',
  expand: 'perluas simpul terpilih',
  collapse: 'ciutkan simpul terpilih',
  fit: 'paskan gambar',
  zoom: 'perbesar dan perkecil',
  escape: 'kembali',
  help: 'daftar ini',
};
