import type { Translated } from '../texts.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translated<typeof english> = {
  language: '言語',
  toDark: '暗い配色',
  toLight: '明るい配色',
  console: 'コンソール：GraphQLでAPIに尋ねる',
  commands: 'すべてのコマンド（Ctrl K）',
  export: '書き出し',
  share: '共有',
  shortcuts: 'キーボード操作',
};
