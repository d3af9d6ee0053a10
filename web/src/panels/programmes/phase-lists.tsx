import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../actions/known.ts';
import { usePhasesAndCriteria, type PhaseComparison, type PhaseSide } from '../../actions/programmes.ts';
import type { Question } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { NodeName } from '../fragility/found-list.tsx';
import { Failure, Waiting } from '../states.tsx';
import { CriteriaOf } from './criteria-table.tsx';

/** Phases side by side and what criteria ask for; asked for when opened. */
export function PhasesAndCriteria({ question }: { readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <section className="fragile" aria-label={t('programmes.phases')}>
        <Disclosure summary={<span className="fragile-title">{t('programmes.phases')}</span>}>
          {() => <Asked question={question} part="phases" />}
        </Disclosure>
      </section>
      <section className="fragile" aria-label={t('programmes.criteria')}>
        <Disclosure summary={<span className="fragile-title">{t('programmes.criteria')}</span>}>
          {() => <Asked question={question} part="criteria" />}
        </Disclosure>
      </section>
    </>
  );
}

function Asked({
  question,
  part,
}: {
  readonly question: Question;
  readonly part: 'phases' | 'criteria';
}): ReactElement {
  const { t } = useTranslation();
  const answer = usePhasesAndCriteria(question.evidence);
  if (answer.status === 'failed') return <Failure fault={answer.fault} again={answer.again} />;
  if (answer.status === 'loading') return <Waiting awaited={t('programmes.waiting')} rows={4} />;
  const { phases, criteria } = answer.value;
  if (part === 'phases') {
    return phases.length === 0 ? (
      <p className="fragile-reason">{t('programmes.noPhases')}</p>
    ) : (
      <>
        {phases.map((comparison) => (
          <Phases key={`${comparison.earlier.id} ${comparison.later.id}`} comparison={comparison} />
        ))}
      </>
    );
  }
  return criteria.length === 0 ? (
    <p className="fragile-reason">{t('programmes.noCriteria')}</p>
  ) : (
    <>
      {criteria.map((one) => (
        <CriteriaOf key={one.programme.id} criteria={one} />
      ))}
    </>
  );
}

function Phases({
  comparison: { earlier, later, places, bothCount },
}: {
  readonly comparison: PhaseComparison;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  return (
    <>
      <p className="fragile-reason">
        {t('programmes.phasesWhy', { count: bothCount, shown: number(bothCount), total: number(places.length) })}
      </p>
      {/* It scrolls sideways by itself; the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="support-scroll" role="group" aria-label={t('programmes.phases')} tabIndex={0}>
        <table className="support-table">
          <thead>
            <tr>
              <th scope="col">{t('programmes.province')}</th>
              <th scope="col">{nameIn(earlier, language)}</th>
              <th scope="col">{nameIn(later, language)}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr
                key={place.province.id}
                className={place.earlier !== null && place.later !== null ? 'in-both' : undefined}
              >
                <th scope="row">
                  <NodeName node={place.province} />
                  {place.earlier !== null && place.later !== null && (
                    <span className="tag">{t('programmes.inBoth')}</span>
                  )}
                </th>
                <td>
                  <Side side={place.earlier} />
                </td>
                <td>
                  <Side side={place.later} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Side({ side }: { readonly side: PhaseSide | null }): ReactElement {
  const { t } = useTranslation();
  const { language, list } = useFormats();
  if (side === null) return <span className="support-none">{t('programmes.notInPhase')}</span>;
  return (
    <>
      <span className="tag">
        {side.status === null ? t('programmes.noTarget') : t(`programmes.target.${side.status}`)}
      </span>
      <ul>
        {side.clusters.map(({ cluster, makes }) => (
          <li key={cluster.id}>
            <NodeName node={cluster} />
            {makes.length > 0 && (
              <span className="support-makes">{list(makes.map((node) => nameIn(node, language)))}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
