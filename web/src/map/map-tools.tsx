import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import styles from './map.module.css';

export interface MapToolsProps {
  readonly onZoom: (steps: number) => void;
  readonly onFit: () => void;
}

/** Zoom and fit, as in the graph. */
export function MapTools({ onZoom, onFit }: MapToolsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.tools}>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('map.zoomOut')}
        title={t('map.zoomOut')}
        onClick={() => onZoom(-1)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('map.zoomIn')}
        title={t('map.zoomIn')}
        onClick={() => onZoom(1)}
      >
        <Icon name="plus" />
      </button>
      <button type="button" className={styles.tool} aria-label={t('map.fit')} title={t('map.fit')} onClick={onFit}>
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
          <path
            d="M-5.5 -2V-5.5H-2M2 -5.5H5.5V-2M5.5 2V5.5H2M-2 5.5H-5.5V2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </svg>
      </button>
    </div>
  );
}
