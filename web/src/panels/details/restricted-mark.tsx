import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** The word alone, in a row that has no room for more; nothing of a record that everybody sees. */
export function RestrictedTag({ restricted }: { readonly restricted: boolean }): ReactElement | null {
  const { t } = useTranslation();
  return restricted ? <span className="tag">{t('details.restricted')}</span> : null;
}

/** Says of a record that others do not see it, so that nobody passes it on by mistake; nothing of one that everybody sees. */
export function RestrictedMark({ restricted }: { readonly restricted: boolean }): ReactElement | null {
  const { t } = useTranslation();
  if (!restricted) return null;
  return (
    <p className="details-place">
      <RestrictedTag restricted /> {t('details.restrictedMeans')}
    </p>
  );
}
