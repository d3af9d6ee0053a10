import { parsePartialDate, PartialDateError, type PartialDate } from '#vocabulary';

/** What is wrong with a text that should be a partial date; the texts for it stand under `filter.dateFault`. */
export type DateFault =
  /** Not in the form of a date at all. */
  | { readonly kind: 'FORM'; readonly text: string }
  /** No such year, month or day; `part` is how it was written. */
  | { readonly kind: 'YEAR' | 'MONTH'; readonly part: string }
  | { readonly kind: 'DAY'; readonly part: string; readonly days: number };

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The partial date that a text stands for, spaces around it aside; or what is wrong with it. */
export function readDate(
  text: string,
): { readonly date: PartialDate; readonly fault: null } | { readonly date: null; readonly fault: DateFault } {
  const trimmed = text.trim();
  try {
    return { date: parsePartialDate(trimmed), fault: null };
  } catch (error) {
    if (error instanceof PartialDateError) return { date: null, fault: faultOf(trimmed) };
    throw error;
  }
}

function faultOf(text: string): DateFault {
  const [, year, month, day] = FORM.exec(text) ?? [];
  if (year === undefined) return { kind: 'FORM', text };
  if (Number(year) < 1) return { kind: 'YEAR', part: year };
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return { kind: 'MONTH', part: month ?? '' };
  // The day before the first of the next month; a year below 100 would be taken for one of the last century.
  const last = new Date(0);
  last.setUTCFullYear(Number(year), Number(month), 0);
  return { kind: 'DAY', part: day ?? '', days: last.getUTCDate() };
}
