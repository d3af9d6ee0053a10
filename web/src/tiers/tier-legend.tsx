import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NODE_TYPES, type NodeId, type NodeType } from '#vocabulary';
import { NodeGlyph } from '../appearance/node-glyph.tsx';
import { useFormats } from '../languages/use-language.ts';
import type { TierLayout } from './layout.ts';
import { stepLook, type StepLook } from './tier-graph.ts';
import type { PicturedNode } from './tier-picture.tsx';
import styles from './tiers.module.css';

const LOOKS: readonly StepLook[] = ['STATED', 'UNSTATED', 'AGREED', 'INFERRED'];

/** The types and bands drawn now, with their counts. */
export function TierLegend({
  layout,
  nodeOf,
}: {
  readonly layout: TierLayout;
  readonly nodeOf: (id: NodeId) => PicturedNode;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const types = useMemo(() => {
    const counts = new Map<NodeType, number>();
    for (const id of new Set(layout.boxes.map((box) => box.id))) {
      const { type } = nodeOf(id);
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return [...counts];
  }, [layout, nodeOf]);
  const bands = LOOKS.map((look) => ({
    look,
    count: layout.bands.filter(({ step }) => stepLook(step) === look).length,
  })).filter(({ count }) => count > 0);
  const possible = layout.bands.filter(({ step }) => step.held === 'POSSIBLY').length;
  return (
    // On a narrow page it scrolls sideways, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={styles.legend} aria-label={t('tiers.legend')} tabIndex={0}>
      {types.map(([type, count]) => (
        <li key={type}>
          <NodeGlyph type={type} size={18} />
          <span>{NODE_TYPES[type].label[language]}</span>
          <span className={styles.count}>{number(count)}</span>
        </li>
      ))}
      {bands.map(({ look, count }) => (
        <li key={look}>
          <Sample look={look} />
          <span>{t(`tiers.look.${look}`)}</span>
          <span className={styles.count}>{number(count)}</span>
        </li>
      ))}
      {possible > 0 && (
        <li>
          <Sample look="UNSTATED" possible />
          <span>{t('tiers.possible')}</span>
          <span className={styles.count}>{number(possible)}</span>
        </li>
      )}
    </ul>
  );
}

function Sample({ look, possible = false }: { readonly look: StepLook; readonly possible?: boolean }): ReactElement {
  return (
    <svg
      width="34"
      height="14"
      aria-hidden="true"
      className={`${styles.band} ${styles[look]} ${possible ? styles.possible : ''}`}
    >
      <path d="M1 1H33V13H1Z" className={styles.body} fill={look === 'UNSTATED' ? 'url(#tier-hatch)' : undefined} />
      <path d="M1 1H33M1 13H33" className={styles.edges} />
    </svg>
  );
}
