/** Comma-separated text (RFC 4180): quoted cells may hold commas, line ends and doubled quotes. */

export interface CsvLine {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell, quoted or plain, and what ends it: a comma, a line end, or the end of the text. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))[ \t]*(,|\n|$)/y;

/**
 * Lines without any text are left out; cells are trimmed.
 * @throws SyntaxError with the line where a quote stands inside a plain cell, or is never closed
 */
export function csvLines(text: string): readonly CsvLine[] {
  // A byte-order mark is what some programs begin with.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const found: CsvLine[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  for (CELL.lastIndex = 0; ;) {
    const match = CELL.exec(plain);
    if (match === null) throw new SyntaxError(`line ${line}: a quote stands where none may, or is never closed`);
    const [whole, quoted, bare = '', end] = match;
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    if (cells.some((cell) => cell !== '')) found.push({ line: begun, cells });
    if (end === '') return found;
    cells = [];
    begun = line;
  }
}
