/**
 * How names are compared: accents, case and punctuation go, legal forms go, and old Indonesian spelling is read as today's
 * (`Moentok` is `Muntok`). Folding is for comparison only; what is shown is always the name as written.
 */
import { sortName } from '../store/sort-name.ts';

/** Words that say what a firm is in law, not which. */
const LEGAL_FORMS = new Set(['pt', 'cv', 'ud', 'tbk', 'persero', 'perseroan', 'pn', 'inc', 'ltd', 'co', 'corp', 'ag']);
/** Words that say what kind of place it is, not which. */
const PLACE_KINDS = new Set([
  'kabupaten',
  'kab',
  'kota',
  'provinsi',
  'prov',
  'regency',
  'city',
  'province',
  'kecamatan',
  'desa',
  'kelurahan',
]);

/** Spelling before the reform of 1972 (and of 1947 for oe), and doublings that writers leave out. */
const OLD_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/d+j/g, 'j'],
  [/tj/g, 'c'],
  [/sj/g, 'sy'],
];

function withoutWords(words: readonly string[], dropped: ReadonlySet<string>): readonly string[] {
  const kept = words.filter((word) => !dropped.has(word));
  return kept.length === 0 ? words : kept;
}

/** The words of a text without accents, case and punctuation; empty only when it holds no letter and no digit. */
export function plainWords(text: string): readonly string[] {
  const plain = sortName(text.replace(/['’ʼ`]/g, ''));
  return plain === '' ? [] : plain.split(' ');
}

/** The words of a name ready to compare; empty only when the text holds no letter and no digit. */
export function foldName(text: string): readonly string[] {
  const words = plainWords(text).map((word) => {
    return OLD_SPELLINGS.reduce((spelt, [old, today]) => spelt.replace(old, today), word);
  });
  return withoutWords(words, LEGAL_FORMS);
}

/** The folded words without those that only say what kind of place it is: `Kota Pasuruan` and `Pasuruan City` agree. */
export function foldCore(words: readonly string[]): string {
  return withoutWords(words, PLACE_KINDS).join(' ');
}
