import { OPEN, type Language, type PartialDate, type Period } from '#vocabulary';

/** Words around years; `{a}` and `{b}` are years. Unknown, open and attested stay different things. */
const PHRASES = {
  en: {
    range: '{a} to {b}',
    since: 'since {a}',
    from: 'from {a}',
    until: 'until {b}',
    seen: '{a} … {b}',
    none: 'undated',
  },
  id: {
    range: '{a} hingga {b}',
    since: 'sejak {a}',
    from: 'mulai {a}',
    until: 'hingga {b}',
    seen: '{a} … {b}',
    none: 'tanpa tanggal',
  },
  ja: {
    range: '{a}～{b}年',
    since: '{a}年以降',
    from: '{a}年から',
    until: '{b}年まで',
    seen: '{a} … {b}年',
    none: '日付なし',
  },
} as const satisfies Record<Language, Record<string, string>>;

const year = (date: PartialDate): string => date.slice(0, 4);

function phrase(template: string, a: string, b: string): string {
  return template.replace('{a}', a).replace('{b}', b);
}

/**
 * When something held, in years and as short as a row needs it: `2011 to 2012`, `since 2015` (open), `from 2016` (end not
 * known), `until 2012`, `2017` (only attested then), `2010 … 2018` (attested more than once), `undated`.
 */
export function periodText(period: Period, language: Language): string {
  const words = PHRASES[language];
  const from = period.from === OPEN ? null : period.from;
  const to = period.to === OPEN ? null : period.to;
  if (from !== null && to !== null) {
    return year(from) === year(to) ? year(from) : phrase(words.range, year(from), year(to));
  }
  if (from !== null) return phrase(period.to === OPEN ? words.since : words.from, year(from), '');
  if (to !== null) return phrase(words.until, '', year(to));
  const [first, last] = [period.attested[0], period.attested.at(-1)];
  if (first === undefined || last === undefined) return words.none;
  return year(first) === year(last) ? year(first) : phrase(words.seen, year(first), year(last));
}

/** A partial date as exact as it is: `2017`, `December 2017`, `26 December 2017`. */
export function dateText(date: PartialDate, language: Language): string {
  const [years, month, day] = date.split('-').map(Number);
  if (years === undefined || month === undefined) return date;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' as const }),
  }).format(Date.UTC(years, month - 1, day ?? 1));
}
