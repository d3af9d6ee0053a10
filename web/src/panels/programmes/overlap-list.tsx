import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overlap, Overlaps, SupportAsked } from '../../actions/programmes.ts';
import { useOverlaps } from '../../actions/programmes.ts';
import type { Question } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { FoundList, NodeName } from '../fragility/found-list.tsx';
import { Failure, Waiting } from '../states.tsx';
import { useSupportWords } from './support-words.ts';

/** Pairs of supports of one cluster that met, certain ones first. */
export function ClusterOverlaps({ overlaps }: { readonly overlaps: Overlaps }): ReactElement {
  const { t } = useTranslation();
  return <OverlapList title={t('programmes.overlapsByCluster')} overlaps={overlaps} />;
}

/** The same of clusters in one regency; asked for when it is drawn. */
export function PlaceOverlaps({
  asked,
  question,
}: {
  readonly asked: SupportAsked;
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const answer = useOverlaps('PLACE', asked, question);
  if (answer.status === 'failed') return <Failure fault={answer.fault} again={answer.again} />;
  if (answer.status === 'loading') return <Waiting awaited={t('programmes.waiting')} rows={2} />;
  return <OverlapList title={t('programmes.overlapsByPlace')} overlaps={answer.value} />;
}

function OverlapList({ title, overlaps }: { readonly title: string; readonly overlaps: Overlaps }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { certainCount, possibleCount, totalCount } = overlaps;
  return (
    <FoundList
      title={title}
      reason={t('programmes.overlapsWhy', { certain: number(certainCount), possible: number(possibleCount) })}
      rows={overlaps.nodes}
      total={totalCount}
      nodesOf={({ first, second }) =>
        [first, second].flatMap(({ clusters, support }) => [support.supporter, ...clusters])
      }
    >
      {(overlap) => <OverlapRow key={keyOf(overlap)} overlap={overlap} />}
    </FoundList>
  );
}

function keyOf({ at, first, second }: Overlap): string {
  const side = ({ support }: Overlap['first']): string =>
    `${support.supporter.id} ${support.type} ${support.level} ${JSON.stringify(support.period)}`;
  return `${at.id} ${side(first)} ${side(second)}`;
}

function OverlapRow({ overlap }: { readonly overlap: Overlap }): ReactElement {
  const { t } = useTranslation();
  const words = useSupportWords();
  const { at, first, second, held, heldAsStated, certain, possible } = overlap;
  return (
    <li className="fragile-row">
      <NodeName node={at} />
      <p className="overlap-pair">
        <NodeName node={first.support.supporter} />
        <NodeName node={second.support.supporter} />
      </p>
      <p className="fragile-figure">
        <span className="tag">{held === 'YES' ? t('programmes.certain') : t('programmes.possible')}</span>{' '}
        {held === 'YES' && certain !== null && t('programmes.metOn', { days: words.interval(certain) })}
        {held === 'YES' && certain === null && t('programmes.metSomeDay', { days: words.interval(possible) })}
        {held === 'POSSIBLY' && t('programmes.mayHaveMet', { days: words.interval(possible) })}
        {held === 'YES' && heldAsStated !== 'YES' && ` ${t('programmes.onlyPossibleAsStated')}`}
      </p>
    </li>
  );
}
