/** Scripts that are written without spaces. */
const UNSPACED = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/u;

/** A name in the parts between which it may be broken into lines, and what stands between two parts on one line. */
export interface Breakable {
  readonly parts: readonly string[];
  readonly glue: string;
}

/** Breaks at spaces; where a script has none, between words as its readers see them. */
export function breakable(name: string): Breakable {
  if (!UNSPACED.test(name)) return { parts: name.split(' '), glue: ' ' };
  const words = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(name)].map(({ segment }) => segment);
  const parts: string[] = [];
  for (const word of words) {
    // What closes, or only lengthens, does not begin a line, nor does a space; what opens does not end one.
    const before = parts.at(-1);
    const together = before !== undefined && (/^[\s、。」』）)・ー々]/u.test(word) || /[「『（(]$/u.test(before));
    if (together) parts.push(`${parts.pop() ?? ''}${word}`);
    else parts.push(word);
  }
  return { parts, glue: '' };
}
