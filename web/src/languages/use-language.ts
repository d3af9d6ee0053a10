import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#vocabulary';

/** Numbers and dates as the language writes them. */
export interface Formats {
  readonly language: Language;
  /** With exactly so many digits behind the point; without `digits` as many as there are, at most four. */
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (part: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly time: (date: Date) => string;
}

const MOST_DIGITS = 4;

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', id: 'id-ID', ja: 'ja-JP' };

/** The language that is spoken now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return LANGUAGES.find((language) => language === i18n.language) ?? 'en';
}

/** The locale whose conventions numbers and dates follow, as a BCP 47 tag. */
export function localeOf(language: Language): string {
  return LOCALE[language];
}

/** The formats of the language that is spoken now. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => {
    const locale = LOCALE[language];
    return {
      language,
      number: (value, digits) =>
        new Intl.NumberFormat(locale, {
          minimumFractionDigits: digits ?? 0,
          maximumFractionDigits: digits ?? MOST_DIGITS,
        }).format(value),
      percent: (part) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(part),
      list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
      time: (date) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(date),
    };
  }, [language]);
}
