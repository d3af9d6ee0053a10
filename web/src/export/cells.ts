/**
 * A text that a spreadsheet would run as a formula: its first sign, after white space and invisible signs, is one of
 * = + - @ or their full-width twins; or it begins with a tab or a line break, which some programs drop before they look.
 * Leading apostrophes are passed over, so that guarding can be undone.
 */
const RUNS = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－﹣＠−]|[\t\r\n])/u;

/**
 * Makes a text safe for a spreadsheet cell: one that would run gets an apostrophe in front, and so does one that already
 * looks guarded. {@link unguarded} gives back exactly the text.
 */
export function guarded(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text of a cell that {@link guarded} wrote. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
}

/** What stands in a cell. Numbers are written as such: a negative number is no formula. Null is an empty cell. */
export type Cell = string | number | boolean | null;

/** Numbers as programs read them, whatever the language; texts guarded. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? guarded(cell) : String(cell);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as RFC 4180 writes them, with a byte order mark, without which spreadsheets misread what is not English. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(cellText(cell), ',')).join(',')}\r\n`).join('')}`;
}

/** Rows for the clipboard: cells between tabs, quoted where they hold tabs, quotes or line breaks. */
export function tsvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(cellText(cell), '\t')).join('\t')).join('\n');
}
