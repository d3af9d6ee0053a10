import type { views as english } from '../en/views.ts';
import type { Translated } from '../texts.ts';

export const views: Translated<typeof english> = {
  title: 'Bagikan dan simpan',
  link: 'Tautan ke tampilan ini',
  copy: 'Salin tautan ke tampilan ini',
  copyShort: 'Salin tautan',
  copied: 'Tautan disalin',
  notCopied: 'Tautan tidak dapat disalin',
  notCopiedAdvice: 'Peramban tidak mengizinkan halaman ini menyalin. Tautan sudah ditandai: salin dengan Ctrl C.',
  carries:
    'Siapa pun yang membukanya melihat hal yang sama: pertanyaan, filter, tanggal, simpul, posisi, dan pilihan. {{length}} karakter; surel menjaga keutuhan hingga {{most}}.',
  tooLongTitle: 'Tampilan ini terlalu panjang untuk sebuah tautan',
  tooLong:
    'Tampilan ini terlalu panjang untuk sebuah tautan: panjangnya {{length}} karakter, sedangkan surel hanya menjaga keutuhan hingga {{most}}. Kirimkan sebagai berkas.',
  tooLongCommand: 'Buka “Bagikan dan simpan” lalu kirimkan sebagai berkas.',
  saveThis: 'Simpan tampilan ini sebagai berkas',
  untitled: 'Tampilan',
  keptTitle: 'Tampilan yang disimpan di peramban ini',
  name: 'Nama tampilan',
  keep: 'Simpan',
  kept: 'Disimpan sebagai “{{name}}”.',
  keptAgain: '“{{name}}” disimpan kembali.',
  none: 'Belum ada. Tampilan yang disimpan di sini akan terbuka kembali persis seperti sekarang.',
  openNamed: 'Buka tampilan “{{name}}”',
  renameNamed: 'Ganti nama tampilan “{{name}}”',
  renameDone: 'Ganti nama',
  forgetNamed: 'Hapus tampilan “{{name}}”',
  takeOutNamed: 'Simpan tampilan “{{name}}” sebagai berkas',
  forgotten: '“{{name}}” telah dihapus.',
  bringBack: 'Kembalikan',
  takeIn: 'Impor berkas…',
  takeOut: 'Simpan semua sebagai berkas',
  taken_other: '{{shown}} dari {{of}} tampilan ditambahkan.',
  takenRenamed_other: '{{shown}} diberi nomor di belakang namanya karena nama itu sudah dipakai.',
  takenSame_other: '{{shown}} sudah ada.',
  takenUnreadable_other: '{{shown}} tidak dapat dibaca.',
  unreadable_other:
    '{{shown}} tampilan lain tersimpan di sini tetapi tidak dapat dibaca oleh versi ini. Semuanya dibiarkan apa adanya.',
  keepFault: {
    FULL: 'Ruang peramban sudah habis. Hapus beberapa tampilan, atau simpan dahulu sebagai berkas.',
    REFUSED: 'Peramban ini tidak menyimpan apa pun untuk halaman ini. Simpan tampilan sebagai berkas.',
  },
  fileFault: {
    NO_VIEWS:
      'Ini bukan berkas tampilan. Pilih berkas yang disimpan di sini, misalnya sentra-tampilan-2025-12-31.json.',
    TOO_NEW: 'Berkas ini disimpan dengan versi Sentra yang lebih baru. Tidak ada yang ditambahkan.',
  },
  opening: 'Membuka tampilan',
  openedLink: 'Tampilan dari tautan sudah terbuka.',
  openedNamed: 'Tampilan “{{name}}” sudah terbuka.',
  notOpened: 'Tampilan tidak dapat dibuka',
  fault: {
    DAMAGED:
      'Tautan rusak: sebagian hilang atau berubah di perjalanan. Mintalah tautan itu sekali lagi, atau mintalah berkasnya.',
    TOO_NEW: 'Tautan ini dibuat dengan versi Sentra yang lebih baru.',
    BAD_USER_INPUT: 'Pertanyaannya menyebut wilayah, sektor, atau perusahaan yang tidak lagi ada dalam data.',
  },
  otherData: 'Data telah berubah sejak tampilan ini dibuat',
  otherwise: 'Tidak semua bagian tampilan ini ada',
  found: {
    NODES: '{{found}} dari {{of}} simpulnya ada dalam gambar.',
    GROUPS: '{{found}} dari {{of}} perluasannya dapat dibuka.',
    WAYS: '{{found}} dari {{of}} jalurnya masih ada.',
  },
  added_other: '{{shown}} simpul yang sebelumnya tidak ada dalam tampilan kini muncul.',
  selectionLost: 'Yang tadinya dipilih tidak ada lagi.',
  regrouped: 'Komunitas dinomori ulang: kelompoknya tertutup dan letaknya berubah.',
};
