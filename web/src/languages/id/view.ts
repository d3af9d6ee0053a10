import type { Translated } from '../texts.ts';
import type { view as english } from '../en/view.ts';

export const view: Translated<typeof english> = {
  label: 'Tampilan',
  GRAPH: 'Graf',
  MAP: 'Peta',
  TABLE: 'Tabel',
  LIST: 'Daftar',
};
