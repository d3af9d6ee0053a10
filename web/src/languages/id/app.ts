import type { Translated } from '../texts.ts';
import type { app as english } from '../en/app.ts';

export const app: Translated<typeof english> = {
  name: 'Sentra',
  title: 'Sentra: siapa memasok siapa di industri Indonesia',
  skip: 'Langsung ke jawaban',
  back: 'Kembali',
  close: 'Tutup',
};
