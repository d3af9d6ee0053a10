import type { Language } from '#vocabulary';
import { dateText } from '../../exploration/period-text.ts';
import { partialDate } from './evidence-list.tsx';

/** What a citation is made of; `read` is what was read of the source, in our own words. */
export interface Cited {
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly read: string | null;
}

/** Words of a citation that depend on the language. */
export interface CitationWords {
  readonly language: Language;
  /** Said in place of a date that is not known. */
  readonly undated: string;
  readonly read: (note: string) => string;
}

/**
 * A source as plain text: publisher, title, date, address, and what was read. When it was read is not recorded in the dataset,
 * so no day of access is claimed.
 */
export function citation({ title, publisher, date, url, read }: Cited, words: CitationWords): string {
  const day = date === null ? words.undated : dateText(partialDate(date), words.language);
  return [
    `${ended(publisher)} ${ended(title)} ${ended(day)}`,
    ...(url === null ? [] : [url]),
    ...(read === null ? [] : [words.read(read)]),
  ].join(' ');
}

/** With a full stop, unless it ends with a sign already. */
function ended(text: string): string {
  return /[.!?。！？…]$/u.test(text) ? text : `${text}.`;
}
