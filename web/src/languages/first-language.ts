/** The language a person chose, kept in the browser's storage. */
import { LANGUAGES, type Language } from '#vocabulary';

const STORED_AS = 'sentra.language';

const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.some((language) => language === text);

/** A browser may refuse storage; the choice then lasts as long as the page. */
function remembered(): string | null {
  try {
    return window.localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

/** Keeps the choice for the next visit, where the browser allows it. */
export function rememberLanguage(language: Language): void {
  try {
    window.localStorage.setItem(STORED_AS, language);
  } catch {
    // See remembered().
  }
}

/** What the person chose, else the first language of the browser that we speak, else English. */
export function firstLanguage(): Language {
  const wanted = [remembered(), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.find(isLanguage) ?? 'en';
}
