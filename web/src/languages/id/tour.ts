import type { Translated } from '../texts.ts';
import type { tour as english } from '../en/tour.ts';

export const tour: Translated<typeof english> = {
  label: 'Tur',
  count: '{{step}} dari {{steps}}',
  next: 'Lanjut',
  back: 'Kembali',
  done: 'Selesai',
  skip: 'Lewati tur',
  command: 'Ikuti tur',
  questions: 'Tampilkan pertanyaan untuk memulai',
  answer: {
    title: 'Jawaban datang lebih dulu',
    text: 'Satu kalimat dengan angka, dan di bawahnya keterkaitan di balik angka itu, bukti terbaik lebih dulu. Buka salah satu untuk membaca siapa yang menyebutnya, dan kapan.',
  },
  question: {
    title: 'Pertanyaannya juga sebuah kalimat',
    text: 'Kata yang ditandai adalah menu. Wilayah, sektor, tanggal, dan bukti mempersempitnya; yang hanya dugaan tidak ikut sampai Anda memintanya.',
  },
  picture: {
    title: 'Gambar membuktikannya',
    text: 'Terisi berarti teramati, kosong berarti disepakati atau tanpa keterkaitan, titik-titik berarti dugaan. Klik simpul untuk rinciannya; E menambahkan tetangganya, dan setiap langkah dapat diurungkan.',
  },
  views: {
    title: 'Satu pertanyaan, beberapa tampilan',
    text: 'Daftar, graf, peta, dan tabel menampilkan simpul yang sama dengan pilihan yang sama. Mengganti tampilan tidak mengubah yang lain.',
  },
  search: {
    title: 'Temukan apa saja',
    text: 'Ketik nama seingat Anda: ejaan lain pun ditemukan. Ctrl K mendaftar semua yang dapat dilakukan.',
  },
  help: {
    title: 'Lanjutkan dari sini',
    text: 'Tanda tanya mendaftar pintasan, dan memunculkan kembali tur ini serta pertanyaan awal. Bahasa dan warna ada di sebelahnya.',
  },
};
