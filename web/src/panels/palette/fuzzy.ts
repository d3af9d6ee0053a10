/** Letters without accents, small: what is typed is found however it is spelt. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** From the best kind of match down; between two of a kind the earlier and the shorter text is better. */
const [WHOLE, WORD, INSIDE, SCATTERED] = [4000, 3000, 2000, 1000];

/** How well one word fits a text; null when its letters do not stand in it in order. */
function fitOfWord(text: string, word: string): number | null {
  const at = text.indexOf(word);
  if (at === 0) return WHOLE;
  if (at > 0) return (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? INSIDE : WORD) - at;
  let [position, gaps] = [-1, 0];
  for (const letter of word) {
    const next = text.indexOf(letter, position + 1);
    if (next < 0) return null;
    gaps += next - position - 1;
    position = next;
  }
  return SCATTERED - gaps;
}

/**
 * How well a text fits what was typed: the higher the better, null when it does not. Every word has to fit, in any order: as
 * the beginning of the text, the beginning of a word, inside one, or as letters in order.
 */
export function fuzzyFit(text: string, typed: string): number | null {
  const [whole, words] = [
    folded(text),
    folded(typed)
      .split(/\s+/)
      .filter((word) => word !== ''),
  ];
  let sum = 0;
  for (const word of words) {
    const fit = fitOfWord(whole, word);
    if (fit === null) return null;
    sum += fit;
  }
  return words.length === 0 ? 0 : sum / words.length - whole.length / 100;
}

/** The items that fit, best first; equally good ones, and all when nothing is typed, stay in their order. */
export function fuzzyFind<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
): readonly Item[] {
  return items
    .map((item) => ({ item, fit: fuzzyFit(textOf(item), typed) }))
    .filter((found): found is { readonly item: Item; readonly fit: number } => found.fit !== null)
    .sort((a, b) => (typed.trim() === '' ? 0 : b.fit - a.fit))
    .map(({ item }) => item);
}
