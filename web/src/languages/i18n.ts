import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '#vocabulary';
import { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}

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

function remember(language: Language): void {
  try {
    window.localStorage.setItem(STORED_AS, language);
  } catch {
    // See remembered().
  }
}

/** What the person chose, else the first language of the browser that we speak, else English. */
function firstLanguage(): Language {
  const wanted = [remembered(), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.find(isLanguage) ?? 'en';
}

/** English travels with the page; the others when they are wanted. */
async function load(language: Language): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'translation')) return;
  const texts = language === 'id' ? (await import('./id.ts')).id : (await import('./ja.ts')).ja;
  i18next.addResourceBundle(language, 'translation', texts);
}

/** Starts the texts in the person's language. Call once, before the first drawing. */
export async function startLanguages(): Promise<Language> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speakIn(language);
  return language;
}

/** Switches every text to the language. */
async function speakIn(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18next.t('app.title');
}

/** As {@link speakIn}, as the person's choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember(language);
  await speakIn(language);
}
