import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MEASURES } from '#vocabulary';
import type { FigureSummaryFragment } from '../../actions/asking.ts';
import { nameIn } from '../../actions/known.ts';
import { periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { capitalised, periodOf } from '../words.ts';
import { SourceMarks, type SourceNumbers } from './evidence-list.tsx';
import { RestrictedTag } from './restricted-mark.tsx';

/** So many figures stand large above the rest. */
const LARGE = 3;

/**
 * Figures that may stand large: about the node as a whole, and the only one of their measure. Where sources differ none
 * is put above the others.
 */
function largeFigures(figures: readonly FigureSummaryFragment[]): readonly FigureSummaryFragment[] {
  const whole = figures.filter((figure) => figure.within === null);
  return whole
    .filter(
      (figure) =>
        figure.disagreement === null && whole.filter((other) => other.measure === figure.measure).length === 1,
    )
    .slice(0, LARGE);
}

/** Numbers and statements about a node, each with its source. */
export function Figures({
  figures,
  numbers,
}: {
  readonly figures: readonly FigureSummaryFragment[];
  readonly numbers: SourceNumbers;
}): ReactElement | null {
  const { t } = useTranslation();
  const { language } = useFormats();
  const numeric = figures.filter((figure) => figure.value !== null);
  const statements = figures.filter((figure) => figure.value === null);
  const large = largeFigures(numeric);
  const rest = numeric.filter((figure) => !large.includes(figure));
  return (
    <>
      {numeric.length > 0 && (
        <section aria-label={t('details.figures')}>
          {large.length > 0 && (
            <dl className="figures">
              {large.map((figure) => (
                <LargeFigure key={figure.id} figure={figure} numbers={numbers} />
              ))}
            </dl>
          )}
          {large.some((figure) => figure.definition !== null) && (
            <ul className="figure-notes">
              {large.map(({ id, measure, definition }) =>
                definition === null ? null : (
                  <li key={id}>
                    {capitalised(MEASURES[measure].label[language])}: {definition}
                  </li>
                ),
              )}
            </ul>
          )}
          {rest.length > 0 && (
            <dl className="figure-rows">
              {rest.map((figure) => (
                <FigureRow key={figure.id} figure={figure} numbers={numbers} />
              ))}
            </dl>
          )}
        </section>
      )}
      {statements.length > 0 && (
        <section className="statements">
          <h3 className="section-title">{t('details.statements')}</h3>
          <dl>
            {statements.map((figure) => (
              <FigureRow key={figure.id} figure={figure} numbers={numbers} />
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

interface FigureProps {
  readonly figure: FigureSummaryFragment;
  readonly numbers: SourceNumbers;
}

function LargeFigure({ figure, numbers }: FigureProps): ReactElement {
  return (
    <div className="figure">
      <dd className="figure-value">
        <FigureValue figure={figure} />
      </dd>
      <dt className="figure-label">
        <FigureWords figure={figure} isShort /> <RestrictedTag restricted={figure.restricted} />{' '}
        <SourceMarks pieces={figure.evidence} numbers={numbers} />
      </dt>
    </div>
  );
}

function FigureRow({ figure, numbers }: FigureProps): ReactElement {
  return (
    <div className="figure-row">
      <dt className="figure-label">
        <FigureWords figure={figure} /> <RestrictedTag restricted={figure.restricted} />
      </dt>
      <dd className="figure-text">
        <FigureValue figure={figure} /> <SourceMarks pieces={figure.evidence} numbers={numbers} />
      </dd>
    </div>
  );
}

/** The number with its unit, or the statement; an approximate number says so. */
export function FigureValue({ figure }: { readonly figure: FigureSummaryFragment }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (figure.value === null) return <>{figure.text}</>;
  const unit = figure.unit === null ? '' : t(`unit.${figure.unit}`);
  const text = figure.unit === 'PERCENT' ? `${number(figure.value)}${unit}` : [number(figure.value), unit].join(' ');
  if (!figure.approximate) return <>{text.trim()}</>;
  return (
    <>
      <span aria-hidden="true">{ABOUT}</span>
      <span className="spoken">{t('details.approximate')} </span>
      {text.trim()}
    </>
  );
}

const ABOUT = '≈\u2009';

/** What is counted, of what, when, by whose rule; `isShort` leaves the rule to the notes below. */
function FigureWords({
  figure,
  isShort = false,
}: {
  readonly figure: FigureSummaryFragment;
  readonly isShort?: boolean;
}): ReactElement {
  const { language } = useFormats();
  const period = periodOf(figure.period);
  const dated = period.from !== null || period.to !== null || period.attested.length > 0;
  const label = MEASURES[figure.measure].label[language];
  const words = [
    isShort ? label : capitalised(label),
    ...(figure.within === null ? [] : [nameIn(figure.within, language)]),
    ...(dated ? [periodText(period, language)] : []),
  ];
  return (
    <>
      {words.join(', ')}
      {!isShort && figure.definition !== null && <span className="figure-rule">{figure.definition}</span>}
    </>
  );
}
