import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Says of a record that others do not see it, so that nobody passes it on by mistake; nothing of one that everybody sees. */
export function RestrictedMark({ restricted }: { readonly restricted: boolean }): ReactElement | null {
  const { t } = useTranslation();
  if (!restricted) return null;
  return (
    <p className="details-place">
      <span className="tag">{t('details.restricted')}</span> {t('details.restrictedMeans')}
    </p>
  );
}
