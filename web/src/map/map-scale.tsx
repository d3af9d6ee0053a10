import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf, useLanguage } from '../languages/use-language.ts';
import styles from './map.module.css';
import type { ScaleBar } from './scale-bar.ts';

/** How long a kilometre is in the middle of the screen, and what kind of map this is. */
export function MapScale({ bar }: { readonly bar: ScaleBar | null }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const length = useMemo(
    () => new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'kilometer' }),
    [language],
  );
  return (
    <div className={styles.scale}>
      {bar !== null && (
        <div className={styles.bar} style={{ width: Math.round(bar.pixels) }}>
          {length.format(bar.kilometres)}
        </div>
      )}
      <p className={styles.projection}>{t('map.projection')}</p>
    </div>
  );
}
