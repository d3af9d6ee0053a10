import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import { chooseLanguage } from '../../languages/i18n.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { currentTheme, subscribeTheme, toggleTheme, type Theme } from '../../theme/theme.ts';
import { IconButton, IconLink } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';

/** Every language is called by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  id: 'Bahasa Indonesia',
  ja: '日本語',
};

/** The theme that is drawn now. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribeTheme, currentTheme);
}

/** Language, light or dark, the console, every command, and the list of keys. */
export function Settings({
  showKeys,
  showPalette,
}: {
  readonly showKeys: () => void;
  readonly showPalette: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { speak } = useExplorer();
  const language = useLanguage();
  const theme = useTheme();
  const choose = async (id: string): Promise<void> => {
    const next = LANGUAGES.find((choice) => choice === id);
    if (next === undefined) return;
    await chooseLanguage(next);
    speak(next);
  };
  return (
    <div className="settings">
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
      <IconButton
        icon="theme"
        label={theme === 'dark' ? t('settings.toLight') : t('settings.toDark')}
        onPress={toggleTheme}
      />
      <IconLink icon="console" label={t('settings.console')} href="/console" />
      <IconButton icon="menu" label={t('settings.commands')} onPress={showPalette} />
      <IconButton icon="help" label={t('settings.shortcuts')} onPress={showKeys} />
    </div>
  );
}
