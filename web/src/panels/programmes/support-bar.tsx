import type { ReactElement } from 'react';
import type { Bar, Stretch } from './timeline.ts';

const WIDTH = 1_000;
const HEIGHT = 16;
/** So that a day can be seen. */
const LEAST = 6;

const x = ({ from }: Stretch): number => Math.min(from * WIDTH, WIDTH - LEAST);
const width = ({ from, to }: Stretch): number => Math.max(LEAST, (to - from) * WIDTH);

/**
 * One support along the years. Certain is filled, possible is an outline, inferred is dots; where it certainly met another, a band below.
 * Decorative: the same is said in words beside it.
 */
export function SupportBar({
  bar,
  inferred,
  met,
  ticks,
}: {
  readonly bar: Bar;
  readonly inferred: boolean;
  /** Where it certainly met another support of the cluster. */
  readonly met: readonly Stretch[];
  /** Places of the years that are named, 0 to 1. */
  readonly ticks: readonly number[];
}): ReactElement {
  return (
    <svg className="support-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {ticks.map((at) => (
        <line key={at} className="support-tick" x1={at * WIDTH} x2={at * WIDTH} y1={0} y2={HEIGHT} />
      ))}
      <rect
        className={`support-possible${inferred ? ' support-inferred' : ''}`}
        x={x(bar.possible)}
        width={width(bar.possible)}
        y={2.5}
        height={8}
      />
      {bar.certain !== null && (
        <rect
          className={inferred ? 'support-certain-inferred' : 'support-certain'}
          x={x(bar.certain)}
          width={width(bar.certain)}
          y={2}
          height={9}
        />
      )}
      {met.map((stretch) => (
        <rect
          key={`${stretch.from} ${stretch.to}`}
          className="support-met"
          x={x(stretch)}
          width={width(stretch)}
          y={12.5}
          height={3.5}
        />
      ))}
    </svg>
  );
}
