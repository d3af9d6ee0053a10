import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookForStore } from '../actions/look-for-store.ts';
import { Icon } from '../ui/icon.tsx';

/** That the database is away, what goes on meanwhile and what does not; looks for it until it is back. */
export default function AwayNotice(): ReactElement {
  const { t } = useTranslation();
  useLookForStore();
  return (
    <>
      <Icon name="warning" size={16} />
      <p>
        <strong>{t('away.title')}</strong> {t('away.text')}
      </p>
    </>
  );
}
