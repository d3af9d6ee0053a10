import type { ReactNode } from 'react';

/** A column: its heading, what it sorts by, what it says, and what it shows. */
export interface DataColumn<Item> {
  readonly id: string;
  readonly title: string;
  /** The heading of a narrow column in full, spoken and shown when pointed at; default: `title`. */
  readonly fullTitle?: string;
  readonly value: (item: Item) => string | number;
  /** The cell in words: what is searched, copied and offered as a choice. */
  readonly text: (item: Item) => string;
  readonly show: (item: Item) => ReactNode;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  /** It gives way where room is short, and takes what is left; the others are as wide as their content asks for. */
  readonly flexible?: boolean;
  /** Width in pixels, at least and at most; between them the content decides. */
  readonly width: readonly [least: number, most: number];
  /** A flexible column keeps so much of what its content asks for, in pixels: names give way last. */
  readonly keeps?: number;
  /** What stands in the cell beside its text (a sign), in pixels. */
  readonly aside?: number;
  /** The rows can be narrowed to one of its values. */
  readonly choices?: boolean;
  /** The line of a row's card on a phone; columns without one stand in the details only. */
  readonly card?: 'first' | 'second';
}

/** What narrows the rows: a text that any column says, and one value of a column each. */
export interface RowFilter {
  readonly text: string;
  /** By column id. */
  readonly choices: Readonly<Record<string, string>>;
}

export const NO_FILTER: RowFilter = { text: '', choices: {} };

/** Letters without accents and case, so that a search finds what is meant. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** What rows say in all their columns, folded; made once per list of rows. */
export function foldedRows<Item>(items: readonly Item[], columns: readonly DataColumn<Item>[]): readonly string[] {
  return items.map((item) => folded(columns.map(({ text }) => text(item)).join('\n')));
}

/** The rows of which every word of the text is said in some column, and that have the chosen values; in their order. */
export function filteredRows<Item>(
  items: readonly Item[],
  said: readonly string[],
  columns: readonly DataColumn<Item>[],
  filter: RowFilter,
): readonly Item[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const chosen = columns.filter(({ id }) => filter.choices[id] !== undefined);
  if (words.length === 0 && chosen.length === 0) return items;
  return items.filter(
    (item, at) =>
      chosen.every(({ id, text }) => text(item) === filter.choices[id]) &&
      words.every((word) => said[at]?.includes(word) === true),
  );
}

/** The values of a column with how many rows have each, by value in the language. */
export function choicesOf<Item>(
  items: readonly Item[],
  { text }: DataColumn<Item>,
  locale: string,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const value = text(item);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator(locale);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => compare(a.value, b.value));
}

/** The headings in full. */
export function headOf<Item>(columns: readonly DataColumn<Item>[]): readonly string[] {
  return columns.map(({ title, fullTitle }) => fullTitle ?? title);
}

/** Rows are looked at for a column's width; more would not make it truer. */
const LOOKED_AT = 2000;
/** Of the texts this share has to fit; the rest wraps to a second line or is cut, and whole in the details. */
const FITS = 0.92;
/** Pixels of an average letter, and of a sign of East Asian scripts. */
const LETTER = { narrow: 6.9, wide: 13 };
/** The arrow beside a heading, and the room around a cell. */
const SORT_SIGN = 18;
const AROUND = 14;

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text.slice(0, 200)) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? LETTER.wide : LETTER.narrow;
  return width;
}

/** How wide a column is, in pixels. */
export interface ColumnWidth {
  readonly least: number;
  readonly wanted: number;
  readonly flexible: boolean;
}

/** Widths by content, in pixels: wide enough for nearly all its texts and its heading, within the column's bounds. */
export function columnWidths<Item>(
  items: readonly Item[],
  columns: readonly DataColumn<Item>[],
): readonly ColumnWidth[] {
  const every = Math.max(1, Math.floor(items.length / LOOKED_AT));
  const looked = items.filter((_, at) => at % every === 0);
  return columns.map(({ title, text, width: [least, most], aside = 0, flexible = false, keeps = least }) => {
    const widths = looked.map((item) => widthOf(text(item)) + aside + AROUND).sort((a, b) => a - b);
    const fitting = widths[Math.floor((widths.length - 1) * FITS)] ?? 0;
    const wanted = Math.ceil(Math.max(least, Math.min(most, Math.max(fitting, widthOf(title) + SORT_SIGN + AROUND))));
    return { least: flexible ? Math.min(wanted, Math.max(least, keeps)) : wanted, wanted, flexible };
  });
}

/** The columns as CSS grids them. */
export function gridTemplate(widths: readonly ColumnWidth[]): string {
  return widths
    .map(({ least, wanted, flexible }) => (flexible ? `minmax(${least}px, ${wanted}fr)` : `${wanted}px`))
    .join(' ');
}

/** Room that the columns need at least, in pixels; with less the table scrolls sideways. */
export function leastWidth(widths: readonly ColumnWidth[]): number {
  return widths.reduce((sum, { least }) => sum + least, 0);
}
