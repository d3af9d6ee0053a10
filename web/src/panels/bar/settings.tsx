import { lazy, Suspense, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsKnown } from '../../actions/access.ts';
import { withLaterTexts } from '../../languages/i18n.ts';
import { currentTheme, subscribeTheme, toggleTheme, type Theme } from '../../theme/theme.ts';
import { IconButton, IconLink } from '../../ui/button.tsx';
import { LanguageMenu } from './language-menu.tsx';

const Who = lazy(withLaterTexts(async () => import('../access/who.tsx')));

/** The theme that is drawn now. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribeTheme, currentTheme);
}

/** Language, light or dark, the console, every command, the list of keys, and who one is where that matters. */
export function Settings({
  showKeys,
  showPalette,
}: {
  readonly showKeys: () => void;
  readonly showPalette: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const theme = useTheme();
  const known = useIsKnown();
  return (
    <div className={known ? 'settings settings-known' : 'settings'}>
      <LanguageMenu />
      <IconButton
        icon="theme"
        label={theme === 'dark' ? t('settings.toLight') : t('settings.toDark')}
        onPress={toggleTheme}
      />
      <IconLink icon="console" label={t('settings.console')} href="/console" />
      <IconButton icon="menu" label={t('settings.commands')} onPress={showPalette} />
      <IconButton icon="help" label={t('settings.shortcuts')} onPress={showKeys} />
      <Suspense fallback={null}>{known && <Who />}</Suspense>
    </div>
  );
}
