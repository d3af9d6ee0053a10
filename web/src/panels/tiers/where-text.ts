import type { Language } from '#vocabulary';
import type { ReachedNode, TracedWay } from '../../actions/tracing.ts';
import { nameIn, placeNames } from '../../actions/known.ts';

/** The cluster that a node belongs to, else its narrowest place: as much as a box of the picture has room for. */
export function shortWhere(
  node: TracedWay['nodes'][number],
  reached: ReachedNode | null,
  language: Language,
): string | null {
  const [cluster] = reached?.clusters ?? [];
  return cluster === undefined ? (placeNames(node, language)[0] ?? null) : nameIn(cluster, language);
}

/** The clusters that a node belongs to, then its places; null where neither is known. */
export function whereText(
  node: TracedWay['nodes'][number],
  reached: ReachedNode | null,
  language: Language,
): string | null {
  const clusters = (reached?.clusters ?? []).map((cluster) => nameIn(cluster, language));
  const parts = [...clusters, placeNames(node, language).slice(0, 2).join(', ')].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}
