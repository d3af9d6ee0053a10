/** An answer's cells in a language. */
import type { Language } from '#vocabulary';
import type { Cell } from './question-types.ts';
import type { Words } from './words.ts';

const BETWEEN: Readonly<Record<Language, string>> = { en: '–', id: '–', ja: '～' };

/** Empty where nothing is known. */
export function cellText(cell: Cell, words: Words): string {
  switch (cell.kind) {
    case 'NODES':
      return words.names(cell.nodes);
    case 'NUMBER':
      return words.number(cell.value, cell.digits);
    case 'RANGE':
      return [cell.low, cell.high].map((end) => words.number(end, cell.digits)).join(BETWEEN[words.language]);
    case 'DATE':
      return words.date(cell.date);
    case 'WORDS':
      return cell.said[words.language](words);
    case 'UNKNOWN':
      return '';
  }
}
