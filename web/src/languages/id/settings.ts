import type { Translated } from '../texts.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translated<typeof english> = {
  language: 'Bahasa',
  toDark: 'Warna gelap',
  toLight: 'Warna terang',
  console: 'Konsol: tanya API dengan GraphQL',
  commands: 'Semua perintah (Ctrl K)',
  export: 'Ekspor',
  share: 'Bagikan',
  shortcuts: 'Pintasan papan tik',
};
