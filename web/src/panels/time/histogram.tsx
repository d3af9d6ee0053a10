import type { ReactElement } from 'react';
import type { YearCount } from './timeline.ts';

/** Part of a year's width that its bar takes. */
const BAR = 0.72;
/** Labels along the axis at most. */
const LABELS = 9;

/** Ties by year: filled is certain, hollow is possible. Decorative: the slider above it says the same. */
export function Histogram({
  years,
  at,
}: {
  readonly years: readonly YearCount[];
  readonly at: number | null;
}): ReactElement {
  const first = years[0]?.year ?? 0;
  const most = Math.max(1, ...years.map(({ certain, possible }) => certain + possible));
  return (
    <svg
      className="time-bars"
      viewBox={`${first} 0 ${years.length} ${most}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {years.map(({ year, certain, possible }) => (
        <g key={year} className={year === at ? 'time-bar time-bar-at' : 'time-bar'}>
          <rect className="time-certain" x={year - BAR / 2} width={BAR} y={most - certain} height={certain} />
          <rect
            className="time-possible"
            x={year - BAR / 2}
            width={BAR}
            y={most - certain - possible}
            height={possible}
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </svg>
  );
}

/** Years that are written along the axis: round ones, not too many. */
export function axisYears(first: number, last: number): readonly number[] {
  const span = last - first + 1;
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => span / candidate <= LABELS) ?? 50;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
}
