import type { fragility as english } from '../en/fragility.ts';
import type { Translated } from '../texts.ts';

export const fragility: Translated<typeof english> = {
  title: 'Kerentanan',
  sentence: 'Apa yang terlepas tanpa <node/> ?',
  sentenceNote: 'Pilih simpul untuk melihat gambar seolah-olah simpul itu tidak ada. Tidak ada yang dihapus.',
  node: 'Simpul yang ditiadakan',
  waiting: 'Menunggu apa yang rentan.',
  day: 'Tanggal tidak ditanyakan; bagian dari waktu berbeda tidak boleh dijumlahkan, maka semua dihitung per hari acuan.',
  cut: 'Paling banyak {{shown}} dari tiap daftar diminta.',
  show: 'Tampilkan di gambar',
  see: 'Tanpa {{name}}',
  relation: '{{from}} {{says}} {{to}}',
  share: '{{share}} dari pembelian',
  singleSource: 'Pembeli dengan satu pemasok',
  singleSourceWhy:
    'Satu pemasok tercatat, belum tentu satu-satunya: jika ia berhenti, tidak diketahui siapa lagi yang memasok.',
  large_other: '{{shown}} di antaranya industri besar.',
  buysFrom: 'memiliki satu pemasok tercatat:',
  singleBuyer: 'Sentra dengan satu pembeli',
  singleBuyerWhy:
    'Semua penjualan tercatat dari sentra, anggota, dan organisasinya menuju satu pembeli: jika ia berhenti, tidak diketahui pembeli lain.',
  sellsTo: 'memiliki satu pembeli tercatat:',
  concentration: 'Pemusatan pembelian',
  concentrationWhy:
    'Indeks Herfindahl–Hirschman dari bagian yang dinyatakan, dari 0 (sangat banyak) hingga 1 (satu saja). Sisa yang tidak dinyatakan menjadikannya selang: rendah seakan dari sangat banyak pihak lain, tinggi seakan dari satu pihak lain.',
  by: 'Dihitung menurut',
  byWhat: { SUPPLIER: 'pemasok', PLACE: 'provinsi', SECTOR: 'sektor' },
  unknown: {
    PLACE: '{{name}} (tidak tercatat satu provinsi)',
    SECTOR: '{{name}} (tidak tercatat satu sektor)',
  },
  index: 'Indeks {{low}} hingga {{high}}.',
  stated_other: '{{share}} dari pembelian dinyatakan, {{shown}} pemasok tercatat.',
  part: '{{share}} dari {{name}}',
  cutNodes: 'Simpul yang menyatukan bagian-bagian',
  cutNodesWhy:
    'Tanpa salah satunya, bagian graf barang, kesepakatan, dan keanggotaan tempat ia berada terpecah (simpul artikulasi; Hopcroft dan Tarjan 1973).',
  parts: 'Tanpanya ada {{parts}} bagian terpisah; terhubung dengan {{neighbours}} simpul lain.',
  linksOf_other: '{{shown}} relasi yang mendasarinya',
  bridges: 'Hubungan yang menyatukan bagian-bagian',
  bridgesWhy: 'Tanpa yang tercatat di antara keduanya, satu bagian menjadi dua (jembatan; Hopcroft dan Tarjan 1973).',
  and: 'dan',
  without:
    'Tanpa {{name}}, {{lost}} dari {{ties}} keterkaitan hilang, {{weakened}} melemah, dan {{apart}} simpul terpisah dari yang lain.',
  withoutNote: 'Ini pengandaian, bukan catatan: pengganti, persediaan, dan harga tidak diperhitungkan.',
  end: 'Kembalikan',
  addGone: 'Tambahkan ke tampilan',
  addApart: 'Tambahkan yang terlepas ke tampilan',
  apart_other: '{{shown}} simpul terpisah dari yang lain',
  apartWhy:
    'Yang terhubung dengannya terpecah menjadi {{parts}} bagian; semua kecuali yang terbesar didaftar, menurut langkah darinya.',
  holdsNothing: 'Yang terhubung dengannya tetap menyatu.',
  byType: 'Simpul yang terpisah, menurut jenis',
  steps_other: '{{count}} langkah darinya: {{shown}}',
  lost_other: '{{shown}} keterkaitan hilang',
  weakened_other: '{{shown}} keterkaitan melemah',
  strengths: 'Kekuatan {{before}}, lalu {{after}}',
  file: 'Tanpa {{name}}',
  command: 'Kerentanan: di mana satu kehilangan paling terasa …',
  commandWithout: 'Lihat apa yang terlepas tanpa {{name}} …',
  removeAndSee: 'Tiadakan dan lihat',
};
