import type { ReactElement } from 'react';
import type { Gap } from '../../actions/gaps.ts';

const WIDTH = 30;
const HEIGHT = 10;
const MIDDLE = HEIGHT / 2;
const TIP = 5;

/** A dotted line from the cluster to the firm: who would supply whom. No relation is drawn so. */
export function CandidateGlyph({ direction }: { readonly direction: Gap['fit']['direction'] }): ReactElement {
  const end = WIDTH - 1;
  return (
    <svg className="candidate-glyph" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line x1={1} x2={end} y1={MIDDLE} y2={MIDDLE} strokeDasharray="1.5 3" />
      {direction !== 'INPUT' && (
        <path d={`M${end - TIP} ${MIDDLE - 4} L${end} ${MIDDLE} L${end - TIP} ${MIDDLE + 4}`} />
      )}
      {direction !== 'OUTPUT' && <path d={`M${1 + TIP} ${MIDDLE - 4} L1 ${MIDDLE} L${1 + TIP} ${MIDDLE + 4}`} />}
    </svg>
  );
}
