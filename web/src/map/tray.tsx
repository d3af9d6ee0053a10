import type { NodeId } from '#vocabulary';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeGlyph } from '../appearance/node-glyph.tsx';
import type { VisibleNode } from '../exploration/visible-graph.ts';
import { useFormats } from '../languages/use-language.ts';
import styles from './map.module.css';

export interface TrayProps {
  readonly nodes: readonly VisibleNode[];
  /** Lines of the picture that are not drawn because an end has no place, and all lines. */
  readonly lines: { readonly missing: number; readonly total: number };
  /** Names of the nodes at the other ends of its lines. */
  readonly partnersOf: (id: NodeId) => readonly string[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onSelect: (id: NodeId) => void;
  readonly onHover: (id: NodeId | null) => void;
}

/** Beside the map: what the picture holds and no place is known of. Nothing is dropped. */
export function Tray(props: TrayProps): ReactElement | null {
  const { nodes, lines, partnersOf, open, onOpen, onSelect, onHover } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const id = useId();
  if (nodes.length === 0) return null;
  return (
    <section className={styles.tray} aria-labelledby={`${id}-title`}>
      <h2 className={styles.trayHead}>
        <button
          type="button"
          id={`${id}-title`}
          className={styles.trayTitle}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          onClick={() => onOpen(!open)}
        >
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            <path
              d={open ? 'M-4 -2L0 2L4 -2' : 'M-2 -4L2 0L-2 4'}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
            />
          </svg>
          {t('map.tray', { count: nodes.length })}
        </button>
      </h2>
      <p className={styles.trayNote}>
        {t('map.trayNote')}
        {lines.missing > 0 && ` ${t('map.trayLines', { count: lines.missing, total: formats.number(lines.total) })}`}
      </p>
      <ul id={`${id}-list`} className={styles.trayList} hidden={!open}>
        {nodes.map((node) => {
          const partners = partnersOf(node.id);
          return (
            <li key={node.id}>
              <button
                type="button"
                className={styles.trayNode}
                aria-pressed={node.selected}
                data-marked={node.marked || undefined}
                onClick={() => onSelect(node.id)}
                onPointerEnter={() => onHover(node.id)}
                onPointerLeave={() => onHover(null)}
                onFocus={() => onHover(node.id)}
                onBlur={() => onHover(null)}
              >
                <NodeGlyph type={node.type} size={18} hollow={node.hollow} inferred={node.inferred} />
                <span className={styles.trayName}>{node.name}</span>
                {partners.length > 0 && (
                  <span className={styles.trayWith}>{t('map.trayWith', { names: formats.list(partners) })}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
