import type { ReactElement } from 'react';

const WIDTH = 64;
const HEIGHT = 6;

/** A score from 0 to 1: full up to the low, hatched up to the high. Its numbers stand beside it. */
export function ScoreBar({ low, high }: { readonly low: number; readonly high: number }): ReactElement {
  return (
    <svg className="score-bar" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect className="score-bar-ground" width={WIDTH} height={HEIGHT} rx={3} />
      <rect className="score-bar-high" width={Math.max(0, high) * WIDTH} height={HEIGHT} rx={3} />
      <rect className="score-bar-low" width={Math.max(0, low) * WIDTH} height={HEIGHT} rx={3} />
    </svg>
  );
}
