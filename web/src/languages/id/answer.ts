import type { Translated } from '../texts.ts';
import type { answer as english } from '../en/answer.ts';

export const answer: Translated<typeof english> = {
  region: 'Jawaban',
  documentedCLUSTER_other: '{{tied}} dari {{count}} sentra IKM memiliki keterkaitan terdokumentasi dengan {{object}}',
  documentedGROUP_other: '{{tied}} dari {{count}} kelompok IKM memiliki keterkaitan terdokumentasi dengan {{object}}',
  generalCLUSTER_other:
    '{{tied}} dari {{count}} sentra IKM memiliki keterkaitan terdokumentasi atau yang umum diketahui dengan {{object}}',
  generalGROUP_other:
    '{{tied}} dari {{count}} kelompok IKM memiliki keterkaitan terdokumentasi atau yang umum diketahui dengan {{object}}',
  anyCLUSTER_other:
    '{{tied}} dari {{count}} sentra IKM memiliki keterkaitan dengan {{object}}, terdokumentasi atau tidak',
  anyGROUP_other:
    '{{tied}} dari {{count}} kelompok IKM memiliki keterkaitan dengan {{object}}, terdokumentasi atau tidak',
  noneCLUSTER: 'Tidak ada sentra IKM yang tercatat',
  noneGROUP: 'Tidak ada kelompok IKM yang tercatat',
  certainty: '{{sentence}}: {{certain}} pasti, {{possible}} mungkin',
  inPlace: 'Di {{place}}.',
  inSector: 'Dalam {{sector}}.',
  asOf: 'Per tanggal {{date}}.',
  ties_other: '{{count}} keterkaitan',
  relations_other: '{{count}} relasi di baliknya',
  sources_other: '{{count}} sumber',
  newest: 'Bukti terbaru: {{date}}.',
  inferredAdds_other: '{{count}} keterkaitan lagi hanya dugaan',
  kind: {
    GOODS_OBSERVED: 'Barang teramati',
    SUPPLY_AGREED: 'Pasokan disepakati, belum teramati',
    SUPPORT: 'Pembinaan',
    SAME_PROGRAMME: 'Program yang sama',
    POTENTIAL: 'Potensi, tidak terdokumentasi',
  },
  undated: 'tanpa tanggal',
  strength: 'Kekuatan {{value}}',
  inferredTie: 'dugaan',
  possibleTie: 'mungkin',
  generalTie: 'pengetahuan umum',
  untiedDocumentedCLUSTER_other: '{{count}} sentra tanpa keterkaitan terdokumentasi',
  untiedDocumentedGROUP_other: '{{count}} kelompok tanpa keterkaitan terdokumentasi',
  untiedGeneralCLUSTER_other: '{{count}} sentra tanpa keterkaitan terdokumentasi atau yang umum diketahui',
  untiedGeneralGROUP_other: '{{count}} kelompok tanpa keterkaitan terdokumentasi atau yang umum diketahui',
  untiedAnyCLUSTER_other: '{{count}} sentra tanpa keterkaitan apa pun',
  untiedAnyGROUP_other: '{{count}} kelompok tanpa keterkaitan apa pun',
  withoutBuyer_other: '{{count}} lagi terkait, tetapi tanpa pembeli besar',
  untiedNote:
    'Tidak ada sumber yang dibaca yang mengaitkannya dengan {{object}}. Itu celah dalam pengetahuan, atau dalam industri sendiri.',
  cut: '{{shown}} dari {{total}} keterkaitan ditampilkan, bukti terbaik dan terkuat lebih dulu.',
  more: 'Tampilkan lagi',
  strip: '{{tied}} dengan keterkaitan, {{untied}} tanpa',
  placeUnknown: 'tempat tidak tercatat',
};
