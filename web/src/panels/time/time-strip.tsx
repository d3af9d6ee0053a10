import { useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndatedTies } from '../../actions/undated.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { DateField } from './date-field.tsx';
import { axisYears, Histogram } from './histogram.tsx';
import './time.css';
import { timelineOf, yearDate, yearOf, type Timeline } from './timeline.ts';
import { usePlay } from './use-play.ts';
import { useTime } from './use-time.ts';

/** Under the picture: ties over the years, and the date at which they have to hold. */
export default function TimeStrip(): ReactElement {
  const { t } = useTranslation();
  const undated = useUndatedTies();
  const ties = undated.status === 'ready' ? undated.value : null;
  const timeline = useMemo(() => (ties === null ? null : timelineOf(ties.ties, ties.relations)), [ties]);
  return (
    <section className="time" aria-label={t('time.region')}>
      {timeline === null || ties === null ? (
        <p className="time-note">{t(undated.status === 'failed' ? 'time.failed' : 'time.waiting')}</p>
      ) : (
        <Years timeline={timeline} ties={ties.ties.length} total={ties.totalCount} />
      )}
    </section>
  );
}

interface YearsProps {
  readonly timeline: Timeline;
  /** Ties that are counted, and all there are. */
  readonly ties: number;
  readonly total: number;
}

function Years({ timeline, ties, total }: YearsProps): ReactElement {
  const { t } = useTranslation();
  const formats = useFormats();
  const { asOf, look, settle, forget, ask } = useTime();
  const { years } = timeline;
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? first;
  /** One step after the last year is any date. */
  const any = last + 1;
  const value = asOf === null ? any : Math.min(last, Math.max(first, yearOf(asOf)));
  const button = useRef<HTMLButtonElement>(null);
  const { playing, toggle } = usePlay(button, (play) => {
    const next = asOf === null ? first : yearOf(asOf) + 1;
    if (next > last) return false;
    ask(yearDate(next), play);
    return true;
  });

  const count = asOf === null ? null : timeline.countAt(asOf);
  const when = asOf === null ? t('time.any') : t('time.asOf', { date: dateText(asOf, formats.language) });
  const counts =
    count === null
      ? t('time.all', { count: ties })
      : t('time.held', { certain: formats.number(count.certain), possible: formats.number(count.possible) });
  const notes = [
    timeline.undated > 0 ? t('time.undated', { count: timeline.undated }) : null,
    total > ties ? t('time.cut', { shown: formats.number(ties), total: formats.number(total) }) : null,
  ].filter((note) => note !== null);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    forget();
  };
  return (
    <>
      <div className="time-now">
        <p className="time-when">{when}</p>
        <p className="time-note" title={notes.join(' ')}>
          {counts}
          {asOf === null && notes.length > 0 && <span className="time-more"> · {notes.join(' · ')}</span>}
        </p>
      </div>
      <button
        ref={button}
        type="button"
        className="time-button"
        aria-label={t(playing ? 'time.pause' : 'time.play')}
        title={t(playing ? 'time.pause' : 'time.play')}
        onClick={toggle}
      >
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
          <path d={playing ? 'M-4.5 -5.5H-1V5.5H-4.5ZM1 -5.5H4.5V5.5H1Z' : 'M-4 -6L6 0L-4 6Z'} fill="currentColor" />
        </svg>
      </button>
      <div className="time-track">
        <Histogram years={years} at={asOf === null ? null : value} />
        <input
          type="range"
          className={asOf === null ? 'time-slider time-slider-any' : 'time-slider'}
          aria-label={t('time.slider')}
          aria-valuetext={`${when}: ${counts}`}
          min={first}
          max={any}
          step={1}
          value={value}
          onChange={(event) => {
            const year = Number(event.target.value);
            look(year === any ? null : yearDate(year));
          }}
          onPointerUp={settle}
          onPointerCancel={forget}
          onKeyDown={onKeyDown}
          onKeyUp={settle}
          onBlur={settle}
        />
        <div className="time-axis" aria-hidden="true">
          {axisYears(first, last).map((year) => (
            <span key={year} style={{ left: `calc(7px + ${(year - first) / (any - first)} * (100% - 14px))` }}>
              {year}
            </span>
          ))}
          <span className="time-any" style={{ left: 'calc(100% - 7px)' }}>
            {t('time.any')}
          </span>
        </div>
      </div>
      <DateField key={asOf ?? ''} asOf={asOf} onAsk={ask} />
      <button type="button" className="time-button time-clear" disabled={asOf === null} onClick={() => ask(null)}>
        {t('time.clear')}
      </button>
    </>
  );
}
