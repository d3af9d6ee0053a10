import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNodeId } from '#vocabulary';
import { nameIn } from '../../actions/known.ts';
import { usePlaceRelatedness, type PlaceProfile } from '../../actions/places.ts';
import type { Question } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { NodeName } from '../fragility/found-list.tsx';
import { Failure, Waiting } from '../states.tsx';

/** Which classes go together with what the place makes; where too little is known, that is said instead. */
export function RelatedClasses({
  place,
  question,
  named,
}: {
  readonly place: PlaceProfile['place'];
  readonly question: Question;
  readonly named: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const title = named
    ? t('places.titleOf', { title: t('places.related'), name: nameIn(place, language) })
    : t('places.related');
  return (
    <section className="fragile" aria-label={title}>
      <Disclosure summary={<span className="fragile-title">{title}</span>}>
        {() => <Found place={place} question={question} />}
      </Disclosure>
    </section>
  );
}

function Found({
  place,
  question,
}: {
  readonly place: PlaceProfile['place'];
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const answer = usePlaceRelatedness(parseNodeId(place.id), question);
  if (answer.status === 'failed') return <Failure fault={answer.fault} again={answer.again} />;
  if (answer.status === 'loading') return <Waiting awaited={t('places.waiting')} rows={2} />;
  const { classes, placeCount, fewestPlaces, makerCount, totalCount } = answer.value;
  if (classes === null) {
    return (
      <p className="fragile-reason" role="status">
        {placeCount < fewestPlaces
          ? t('places.tooFewPlaces', { places: number(placeCount), fewest: number(fewestPlaces) })
          : t('places.noMakers', { makers: number(makerCount) })}
      </p>
    );
  }
  return (
    <>
      <p className="fragile-reason">{t('places.relatedWhy', { places: number(placeCount) })}</p>
      <table className="place-counts">
        <thead>
          <tr>
            {(['class', 'made', 'advantage', 'density'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`places.relatedColumn.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map(({ sector, count, advantage, density }) => (
            <tr key={sector.id}>
              <th scope="row">
                <NodeName node={sector} />
              </th>
              <td>{number(count)}</td>
              <td>{number(advantage, 2)}</td>
              <td>
                <span>{number(density, 2)}</span>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={density * 100} height="8" fill="var(--ink-2)" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="support-cut">{t('ranks.shown', { shown: number(classes.length), total: number(totalCount) })}</p>
    </>
  );
}
