import { NODE_TYPES, RELATION_FAMILIES, type Language } from '#vocabulary';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { LOCK } from '../appearance/lock.ts';
import { LineGlyph } from '../appearance/line-glyph.tsx';
import { NodeGlyph } from '../appearance/node-glyph.tsx';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import styles from './canvas.module.css';
import { legendCounts } from './legend-counts.ts';
import { countText, WORDS } from './words.ts';

/** The types and lines drawn now, with their counts; and what inferred evidence would add. */
export function Legend({
  graph,
  language,
  withoutPlace = 0,
}: {
  readonly graph: VisibleGraph;
  readonly language: Language;
  /** In a picture by place, nodes that have none. */
  readonly withoutPlace?: number;
}): ReactElement {
  const words = WORDS[language];
  const counts = useMemo(() => legendCounts(graph), [graph]);
  const hidden = graph.hiddenInferredTies;
  return (
    // On a phone it scrolls sideways, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={styles.legend} aria-label={words.legend} tabIndex={0}>
      {counts.nodes.map(({ type, count }) => (
        <Entry key={type} glyph={<NodeGlyph type={type} size={18} />} count={countText(count, language)}>
          {NODE_TYPES[type].label[language]}
        </Entry>
      ))}
      {counts.nodes.length > 0 && <li className={styles.rule} aria-hidden="true" />}
      {counts.families.map(({ family, count }) => (
        <Entry key={family} glyph={<LineGlyph family={family} />} count={countText(count, language)}>
          {RELATION_FAMILIES[family].label[language]}
        </Entry>
      ))}
      {counts.inferred > 0 && (
        <Entry glyph={<LineGlyph family="supply" inferred />} count={countText(counts.inferred, language)}>
          {words.inferred}
        </Entry>
      )}
      {counts.possible > 0 && (
        <Entry glyph={<LineGlyph family="supply" possible />} count={countText(counts.possible, language)}>
          {words.possible}
        </Entry>
      )}
      {counts.disputed > 0 && (
        <Entry glyph={<LineGlyph family="supply" disputed />} count={countText(counts.disputed, language)}>
          {words.disputed}
        </Entry>
      )}
      {counts.restricted > 0 && (
        <Entry glyph={<LockGlyph />} count={countText(counts.restricted, language)}>
          {words.restricted}
        </Entry>
      )}
      {withoutPlace > 0 && <li className={styles.quiet}>{words.withoutPlace(countText(withoutPlace, language))}</li>}
      {hidden > 0 && (
        <Entry glyph={<LineGlyph family="supply" inferred />} quiet>
          {words.inferredHidden(countText(hidden, language))}
        </Entry>
      )}
    </ul>
  );
}

/** As on a node; the word stands beside it. */
function LockGlyph(): ReactElement {
  return (
    <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <circle r={7} fill="var(--canvas)" stroke="var(--line-strong)" />
      <path d={LOCK.shackle} fill="none" stroke="var(--ink)" strokeWidth={LOCK.width} />
      <path d={LOCK.body} fill="var(--ink)" />
    </svg>
  );
}

function Entry({
  glyph,
  count,
  quiet = false,
  children,
}: {
  readonly glyph: ReactElement;
  readonly count?: string;
  readonly quiet?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <li className={quiet ? styles.quiet : styles.entry}>
      {glyph}
      <span>{children}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </li>
  );
}
