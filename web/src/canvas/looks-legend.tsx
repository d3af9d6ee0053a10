import type { Language, NodeId } from '#vocabulary';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { dropCandidates } from '../exploration/candidates.ts';
import { GREATEST_RADIUS, LEAST_RADIUS, type DrawnLooks } from '../exploration/drawn-looks.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import type { VisibleNode } from '../exploration/visible-graph.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './canvas.module.css';
import { LOOK_WORDS } from './look-words.ts';
import { countText } from './words.ts';

/** What sizes and rings say, and what the picture is looked at without; nothing while they say no more than usual. */
export function LooksLegend({
  looks,
  nodes,
  language,
  store,
}: {
  readonly looks: DrawnLooks;
  readonly nodes: readonly VisibleNode[];
  readonly language: Language;
  readonly store: ExplorationStore;
}): ReactElement | null {
  const known = useStore(store, (exploration) => exploration.nodes);
  const { size, colour, candidates, removed } = looks;
  if (size === null && colour === null && removed === null && candidates.length === 0) return null;
  const words = LOOK_WORDS[language];
  const nameOf = (id: NodeId): string => known[id]?.name ?? id;
  return (
    // On a phone it scrolls sideways, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={`${styles.legend} ${styles.looks}`} aria-label={words.legend} tabIndex={0}>
      {size !== null && <SizeEntry size={size} language={language} />}
      {colour !== null && (
        <>
          <li className={styles.entry}>{words.ring}</li>
          {colour.coloured.map(({ number, by }, index) => (
            <li key={number} className={styles.entry}>
              <Ring colour={`var(--hue-${index + 1})`} />
              <span>
                {countText(number, language)} · {words.around(nameOf(by))}
              </span>
              <span className={styles.count}>{countText(countOf(colour, nodes, index + 1), language)}</span>
            </li>
          ))}
          {countOf(colour, nodes, 0) > 0 && (
            <li className={styles.entry}>
              <Ring colour="var(--ink-3)" />
              <span>{words.otherCommunities}</span>
              <span className={styles.count}>{countText(countOf(colour, nodes, 0), language)}</span>
            </li>
          )}
        </>
      )}
      {candidates.length > 0 && (
        <CandidatesEntry candidates={candidates} nodes={nodes} language={language} store={store} />
      )}
      {removed !== null && (
        <>
          <li className={styles.entry}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" stroke="var(--ink)" strokeWidth="2.2" strokeLinecap="round" />
            </svg>
            <span>{words.without(nameOf(removed.node))}</span>
          </li>
          <li className={styles.quiet}>{words.dimmed}</li>
        </>
      )}
    </ul>
  );
}

/** How many candidates are drawn, and the one press that takes them out. */
function CandidatesEntry({
  candidates,
  nodes,
  language,
  store,
}: {
  readonly candidates: DrawnLooks['candidates'];
  readonly nodes: readonly VisibleNode[];
  readonly language: Language;
  readonly store: ExplorationStore;
}): ReactElement {
  const words = LOOK_WORDS[language];
  const there = new Set<string>(nodes.map(({ id }) => id));
  const drawn = candidates.filter(({ cluster, firm }) => there.has(cluster) && there.has(firm)).length;
  return (
    <li className={styles.entry}>
      <svg
        width="28"
        height="14"
        viewBox="0 0 28 14"
        aria-hidden="true"
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1.5"
      >
        <path d="M1 7H26" strokeDasharray="1.5 3" />
        <path d="M21 3L27 7L21 11" />
      </svg>
      <span>{words.candidates}</span>
      <span className={styles.count}>{countText(drawn, language)}</span>
      <button
        type="button"
        className="button button-icon"
        aria-label={words.dropCandidates}
        title={words.dropCandidates}
        onClick={() => store.setState(dropCandidates)}
      >
        <Icon name="close" size={12} />
      </button>
    </li>
  );
}

function SizeEntry({
  size: { measure, greatest, sampledFrom },
  language,
}: {
  readonly size: NonNullable<DrawnLooks['size']>;
  readonly language: Language;
}): ReactElement {
  const words = LOOK_WORDS[language];
  const digits = greatest < 1 ? 4 : 1;
  const most = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(greatest);
  return (
    <li className={styles.entry}>
      <span>{words.size(words.measures[measure])}</span>
      <svg width="78" height="28" viewBox="0 0 78 28" aria-hidden="true">
        {[LEAST_RADIUS, (LEAST_RADIUS + GREATEST_RADIUS) / 2, GREATEST_RADIUS].map((radius, index) => (
          <circle
            key={radius}
            cx={[7, 26, 58][index]}
            cy="14"
            r={radius / 2}
            fill="none"
            stroke="var(--ink-2)"
            strokeWidth="1.4"
          />
        ))}
      </svg>
      <span className={styles.count}>{words.upTo(most)}</span>
      {sampledFrom !== null && <span>{words.sampled(countText(sampledFrom, language))}</span>}
    </li>
  );
}

function Ring({ colour }: { readonly colour: string }): ReactElement {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="6.4" fill="none" stroke={colour} strokeWidth="4" />
    </svg>
  );
}

/** Nodes of the picture with a colour. */
function countOf({ hues }: NonNullable<DrawnLooks['colour']>, nodes: readonly VisibleNode[], hue: number): number {
  return nodes.filter((node) => node.group === null && hues.get(node.id) === hue).length;
}
