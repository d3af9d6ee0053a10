import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

/** That the database is away, what goes on meanwhile and what does not. */
export default function AwayNotice(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Icon name="warning" size={16} />
      <p>
        <strong>{t('away.title')}</strong> {t('away.text')}
      </p>
    </>
  );
}
