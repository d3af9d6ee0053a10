import type { Translated } from '../texts.ts';
import type { question as english } from '../en/question.ts';

export const question: Translated<typeof english> = {
  region: 'Pertanyaan',
  sentence: '<subject/> mana yang terkait dengan <object/> ?',
  subject: 'Siapa yang ditanyakan',
  object: 'Terkait dengan siapa',
  CLUSTER: 'Sentra IKM',
  CLUSTERNote: 'bekerja di satu tempat',
  GROUP: 'Kelompok IKM',
  GROUPNote: 'koperasi dan usaha tanpa satu tempat',
  anyLarge: 'industri besar',
};
