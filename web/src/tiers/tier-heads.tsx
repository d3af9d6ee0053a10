import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../languages/use-language.ts';
import type { TierLayout } from './layout.ts';
import styles from './tiers.module.css';

/** Above every column its tier and how many nodes it has; it stays in view while the picture scrolls beneath. */
export function TierHeads({
  layout: { columns, unknown, width },
  direction,
  scale,
  margin,
}: {
  readonly layout: TierLayout;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  readonly scale: number;
  readonly margin: number;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const all = unknown === null ? columns : [...columns, unknown];
  return (
    <div className={styles.heads} style={{ width: (width + 2 * margin) * scale }} aria-hidden="true">
      {all.map((column) => (
        <p
          key={column.tier}
          className={styles.head}
          style={{ left: (column.x + margin) * scale, width: column.width * scale }}
        >
          <strong>
            {column.tier === 0
              ? t(direction === 'UPSTREAM' ? 'tiers.buyer' : 'tiers.supplier')
              : t('tiers.Tier', { tier: number(column.tier) })}
          </strong>
          <span>{column === unknown ? t('tiers.notDocumented') : t('tiers.nodes', { count: column.count })}</span>
        </p>
      ))}
    </div>
  );
}
