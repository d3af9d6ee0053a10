import type { Translated } from '../texts.ts';
import type { keys as english } from '../en/keys.ts';

export const keys: Translated<typeof english> = {
  title: 'Pintasan papan tik',
  close: 'Tutup',
  search: 'cari',
  palette: 'semua perintah halaman',
  views: 'daftar, graf, peta, tabel',
  arrows: 'tetangga terdekat di graf',
  tab: 'area berikutnya',
  enter: 'rincian simpul terpilih',
  expand: 'perluas simpul terpilih',
  collapse: 'ciutkan simpul terpilih',
  pin: 'sematkan simpul terpilih di tempatnya, atau lepaskan',
  fit: 'paskan gambar',
  zoom: 'perbesar dan perkecil',
  undo: 'urungkan',
  redo: 'ulangi',
  escape: 'kembali',
  help: 'daftar ini',
};
