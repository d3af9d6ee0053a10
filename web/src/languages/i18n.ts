import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '#vocabulary';
import { first } from './en/first.ts';
import { firstLanguage, rememberLanguage } from './first-language.ts';
import type { Texts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
    returnNull: false;
  }
}

/** English travels with the page; the others when they are wanted. */
const FIRST: Readonly<Record<Language, () => Promise<object>>> = {
  en: async () => first,
  id: async () => (await import('./id/first.ts')).first,
  ja: async () => (await import('./ja/first.ts')).first,
};

const LATER: Readonly<Record<Language, () => Promise<object>>> = {
  en: async () => (await import('./en/later.ts')).later,
  id: async () => (await import('./id/later.ts')).later,
  ja: async () => (await import('./ja/later.ts')).later,
};

const loaded = new Set<object>();
let laterWanted = false;

async function load(language: Language): Promise<void> {
  const parts = laterWanted ? [FIRST[language], LATER[language]] : [FIRST[language]];
  const texts = await Promise.all(parts.filter((part) => !loaded.has(part)).map(async (part) => part()));
  for (const part of texts) i18next.addResourceBundle(language, 'translation', part, true);
  for (const part of parts) loaded.add(part);
}

/**
 * As `load`, with the texts that the first screen does not need: for whatever is loaded when it is opened, such as
 * `lazy(withLaterTexts(() => import('../panels/details/details-panel.tsx')))`.
 */
export function withLaterTexts<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    const [module] = await Promise.all([load(), laterTexts()]);
    return module;
  };
}

async function laterTexts(): Promise<void> {
  laterWanted = true;
  await load(LANGUAGES.find((language) => language === i18next.language) ?? 'en');
}

/** Starts the texts in the person's language. Call once, before the first drawing. */
export async function startLanguages(): Promise<Language> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: first } },
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
  rememberLanguage(language);
  await speakIn(language);
}
