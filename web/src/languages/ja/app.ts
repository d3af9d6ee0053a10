import type { Translated } from '../texts.ts';
import type { app as english } from '../en/app.ts';

export const app: Translated<typeof english> = {
  name: 'Sentra',
  title: 'Sentra：インドネシア産業の供給関係',
  skip: '回答へ移動',
  back: '戻る',
  close: '閉じる',
};
