import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MEASURES } from '#vocabulary';
import type { FigureSummaryFragment } from '../../actions/asking.ts';
import { periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { capitalised, periodOf } from '../words.ts';
import { SourceMarks, type SourceNumbers } from './evidence-list.tsx';

/** So many figures stand large above the rest. */
const LARGE = 3;

/** Numbers and statements about a node, each with its source. */
export function Figures({
  figures,
  numbers,
}: {
  readonly figures: readonly FigureSummaryFragment[];
  readonly numbers: SourceNumbers;
}): ReactElement | null {
  const { t } = useTranslation();
  const numeric = figures.filter((figure) => figure.value !== null);
  const statements = figures.filter((figure) => figure.value === null);
  return (
    <>
      {numeric.length > 0 && (
        <section aria-label={t('details.figures')}>
          <dl className="figures">
            {numeric.slice(0, LARGE).map((figure) => (
              <LargeFigure key={figure.id} figure={figure} numbers={numbers} />
            ))}
          </dl>
          {numeric.length > LARGE && (
            <dl className="figure-rows">
              {numeric.slice(LARGE).map((figure) => (
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
        <FigureWords figure={figure} /> <SourceMarks pieces={figure.evidence} numbers={numbers} />
      </dt>
    </div>
  );
}

function FigureRow({ figure, numbers }: FigureProps): ReactElement {
  return (
    <div className="figure-row">
      <dt className="figure-label">
        <FigureWords figure={figure} />
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

/** What is counted, of what, when, by whose rule. */
function FigureWords({ figure }: { readonly figure: FigureSummaryFragment }): ReactElement {
  const { language } = useFormats();
  const period = periodOf(figure.period);
  const dated = period.from !== null || period.to !== null || period.attested.length > 0;
  const label = MEASURES[figure.measure].label[language];
  const words = [
    figure.value === null ? capitalised(label) : label,
    ...(figure.within === null ? [] : [figure.within.name]),
    ...(dated ? [periodText(period, language)] : []),
    ...(figure.definition === null ? [] : [figure.definition]),
  ];
  return <>{words.join(', ')}</>;
}
