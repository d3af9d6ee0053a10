import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../languages/use-language.ts';
import styles from './map.module.css';
import type { ScaleBar } from './scale-bar.ts';

/** How long a kilometre is in the middle of the screen, and what kind of map this is. */
export function MapScale({ bar }: { readonly bar: ScaleBar | null }): ReactElement {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={styles.scale}>
      {bar !== null && (
        <div className={styles.bar} style={{ width: Math.round(bar.pixels) }}>
          {t('map.kilometres', { length: formats.number(bar.kilometres) })}
        </div>
      )}
      <p className={styles.projection}>{t('map.projection')}</p>
    </div>
  );
}
