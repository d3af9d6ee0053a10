import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './tiers.module.css';

const PATHS = {
  out: 'M-5 0H5',
  in: 'M-5 0H5M0 -5V5',
  fit: 'M-5.5 -2V-5.5H-2M2 -5.5H5.5V-2M5.5 2V5.5H2M-2 5.5H-5.5V2',
} as const;

/** Zoom and fit, over the upper right corner. */
export function TierTools({
  onZoom,
  onFit,
}: {
  readonly onZoom: (steps: number) => void;
  readonly onFit: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const tools = [
    { label: t('tiers.zoomOut'), path: PATHS.out, run: () => onZoom(-1) },
    { label: t('tiers.zoomIn'), path: PATHS.in, run: () => onZoom(1) },
    { label: t('tiers.fit'), path: PATHS.fit, run: onFit },
  ];
  return (
    <div className={styles.tools}>
      {tools.map(({ label, path, run }) => (
        <button key={label} type="button" className={styles.tool} aria-label={label} title={label} onClick={run}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </button>
      ))}
    </div>
  );
}
