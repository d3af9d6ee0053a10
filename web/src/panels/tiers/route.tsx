import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RELATION_TYPES, type Language } from '#vocabulary';
import type { TracedWay } from '../../actions/tracing.ts';
import { nameIn } from '../../actions/known.ts';
import type { TiersTraced } from '../../exploration/way.ts';
import { useFormats } from '../../languages/use-language.ts';
import { shareText } from './share-text.ts';

/** A way as it reads from the first supplier to the last buyer: names, and between each two the words of their relations. */
interface RouteParts {
  readonly names: readonly string[];
  /** `words[i]` stands between `names[i]` and `names[i + 1]`. */
  readonly words: readonly string[];
}

function routeParts({ nodes, steps }: TracedWay, direction: TiersTraced, language: Language): RouteParts {
  const names = nodes.map((node) => nameIn(node, language));
  const words = steps.map(({ relations }) =>
    [...new Set(relations.map(({ type }) => RELATION_TYPES[type].label[language]))].join(', '),
  );
  return direction === 'UPSTREAM' ? { names: names.toReversed(), words: words.toReversed() } : { names, words };
}

/** As {@link routeParts}, on one line: "UD KS Pro – supplies → PT Rachmat Perdana Adhimetal". */
export function routeText(way: TracedWay, direction: TiersTraced, language: Language): string {
  const { names, words } = routeParts(way, direction, language);
  return names.map((name, index) => (words[index] === undefined ? name : `${name} – ${words[index]} → `)).join('');
}

/** One route in words, with what is unsure about it. */
export function Route({
  way,
  direction,
  withShare,
}: {
  readonly way: TracedWay;
  readonly direction: TiersTraced;
  /** Where there are several, each says its own part. */
  readonly withShare: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { language, percent } = useFormats();
  const { names, words } = routeParts(way, direction, language);
  const disputed = way.steps.some(({ relations }) => relations.some(({ disagreement }) => disagreement !== null));
  return (
    <span className="tier-route">
      {names.map((name, index) => (
        // A name stands on a way once, but for a circle's.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={`${index} ${name}`}>
          <bdi className="tier-route-name">{name}</bdi>
          {words[index] !== undefined && <span className="tier-route-word"> – {words[index]} → </span>}
        </span>
      ))}
      {withShare && <span className="tier-route-word"> · {shareText(way.contribution, { t, percent })}</span>}
      {way.evidenceClass !== 'DOCUMENTED' && (
        <span className="tag">
          {way.evidenceClass === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}
        </span>
      )}
      {way.held === 'POSSIBLY' && <span className="tag">{t('answer.possibleTie')}</span>}
      {disputed && <span className="tag tag-warn">{t('paths.disputed')}</span>}
      {way.end === 'CYCLE' && <span className="tag tag-warn">{t('tiers.circle')}</span>}
      {way.end === 'TRUNCATED' && <span className="tag">{t('tiers.goesOn')}</span>}
    </span>
  );
}
