import { breakable } from '../../appearance/breaks.ts';
import type { Measure, TextLook } from './drawing.ts';

/** Cuts a text to a width, with an ellipsis; never through a sign of two halves. */
export function cutText(text: string, look: TextLook, width: number, measure: Measure): string {
  if (text.length <= MOST && measure(text, look) <= width) return text;
  // No width holds more signs than this; a name of ten thousand need not be measured whole.
  const signs = Array.from(text.slice(0, 2 * MOST)).slice(0, MOST);
  let [fits, tooLong] = [1, signs.length + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (measure(`${signs.slice(0, middle).join('').trimEnd()}…`, look) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${signs.slice(0, fits).join('').trimEnd()}…`;
}

const MOST = 400;

/** A text in lines no wider than `width`, whole: broken at spaces, and inside a word that is wider than a line. */
export function wrapText(text: string, look: TextLook, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (word.length <= MOST && measure(longer, look) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = brokenWord(word, look, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

function brokenWord(word: string, look: TextLook, width: number, measure: Measure): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const sign of word) {
    const wide = measure(sign, look);
    if (piece !== '' && used + wide > width) {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += sign;
    used += wide;
  }
  return [...pieces, piece];
}

/** A name in one line, or two of about the same length; what is longer ends in an ellipsis. */
export function nameLines(name: string, width: number, measure: Measure): readonly string[] {
  if (name.length <= MOST && measure(name, 'name') <= width) return [name];
  const { parts, glue } = breakable(name.slice(0, 2 * MOST));
  const line = (from: number, to?: number): string => parts.slice(from, to).join(glue).trim();
  let best: readonly [string, string] | null = null;
  let narrowest = Infinity;
  for (let at = 1; at < parts.length && name.length <= MOST; at += 1) {
    const halves = [line(0, at), line(at)] as const;
    const wide = Math.max(...halves.map((half) => measure(half, 'name')));
    if (wide < narrowest) [best, narrowest] = [halves, wide];
  }
  if (best !== null && narrowest <= width) return best;
  let filled = 0;
  while (filled < parts.length && measure(line(0, filled + 1), 'name') <= width) filled += 1;
  if (filled === 0) return [cutText(name, 'name', width, measure)];
  const rest = name.slice(parts.slice(0, filled).join(glue).length).trimStart();
  return [line(0, filled), cutText(rest, 'name', width, measure)];
}
