import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import { chooseLanguage } from '../../languages/i18n.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';

/** Every language is called by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  id: 'Bahasa Indonesia',
  ja: '日本語',
};

/** The language of the page. */
export function LanguageMenu(): ReactElement {
  const { t } = useTranslation();
  const { speak } = useExplorer();
  const language = useLanguage();
  const choose = async (id: string): Promise<void> => {
    const next = LANGUAGES.find((choice) => choice === id);
    if (next === undefined) return;
    await chooseLanguage(next);
    speak(next);
  };
  return (
    <ChoiceMenu
      label={t('settings.language')}
      value={language.toUpperCase()}
      look="plain"
      chosen={language}
      sections={[
        {
          id: 'all',
          title: null,
          choices: LANGUAGES.map((choice) => ({ id: choice, text: LANGUAGE_NAMES[choice] })),
        },
      ]}
      onChoose={(id) => void choose(id)}
    />
  );
}
