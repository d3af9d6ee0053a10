import type { Words } from './examples/example.ts';

/** Our own words on the page; what GraphiQL says is in English. */
export const TEXTS = {
  title: { en: 'Sentra console', id: 'Konsol Sentra', ja: 'Sentra コンソール' },
  back: { en: 'Back to the explorer', id: 'Kembali ke penjelajah', ja: 'エクスプローラーに戻る' },
  toDark: { en: 'Dark colours', id: 'Warna gelap', ja: '暗い配色' },
  toLight: { en: 'Light colours', id: 'Warna terang', ja: '明るい配色' },
  examples: { en: 'Examples', id: 'Contoh', ja: '例' },
  how: {
    en: 'Each opens in a tab of its own. Run it with Ctrl+Enter, change its variables, complete with Ctrl+Space.',
    id: 'Masing-masing terbuka di tab sendiri. Jalankan dengan Ctrl+Enter, ubah variabelnya, lengkapi dengan Ctrl+Spasi.',
    ja: 'それぞれ新しいタブで開きます。Ctrl+Enterで実行し、変数を変え、Ctrl+Spaceで補完できます。',
  },
} as const satisfies Readonly<Record<string, Words>>;
