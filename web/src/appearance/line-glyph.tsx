import type { RelationFamily } from '#vocabulary';
import type { ReactElement } from 'react';
import { lineAppearance, type LineEnd } from './appearance.ts';

export interface LineGlyphProps {
  readonly family: RelationFamily;
  /** Dots and an open arrow. */
  readonly inferred?: boolean;
  /** Long dash: it held only possibly at the date. */
  readonly possible?: boolean;
  /** ≠ on the line. */
  readonly disputed?: boolean;
  /** False draws no end: neither side is first. */
  readonly directed?: boolean;
  /** The arrow points to the left: the relation comes in. */
  readonly reversed?: boolean;
  /** Length in pixels; default 28. */
  readonly length?: number;
  readonly className?: string;
}

/** A line as in the graph, lying. Decorative: the words stand beside it. */
export function LineGlyph({
  family,
  inferred = false,
  possible = false,
  disputed = false,
  directed = true,
  reversed = false,
  length = 28,
  className,
}: LineGlyphProps): ReactElement {
  const look = lineAppearance(family);
  const colour = `var(--${look.colour})`;
  const end = !directed || look.end === 'none' ? 'none' : inferred ? 'openArrow' : look.end;
  const width = family === 'inputOutput' ? 4 : look.pipe ? 1.2 : family === 'supply' ? 2 : 1.6;
  const tip = length - 1;
  const stop = end === 'none' ? tip : end === 'openArrow' ? tip - 1 : tip - 6;
  const dash = inferred ? '0.1 4' : possible ? '6 3.5' : undefined;
  return (
    <svg
      className={className}
      width={length}
      height={14}
      viewBox={`0 -7 ${length} 14`}
      aria-hidden="true"
      focusable="false"
    >
      <g
        transform={reversed ? `translate(${length} 0) scale(-1 1)` : undefined}
        stroke={colour}
        strokeWidth={width}
        fill="none"
      >
        {look.pipe && !inferred ? (
          <path d={`M1 -1.8H${stop}M1 1.8H${stop}`} strokeDasharray={dash} />
        ) : (
          <path d={`M1 0H${stop}`} strokeDasharray={dash} strokeLinecap={inferred ? 'round' : 'butt'} />
        )}
        <GlyphEnd end={end} tip={tip} colour={colour} />
      </g>
      {disputed && (
        <g transform={`translate(${length / 2} 0)`}>
          <circle r={6} fill="var(--warn-bg)" stroke="var(--warn)" />
          <path d="M-3 -1.4H3M-3 1.4H3M1.6 -3.6L-1.6 3.6" stroke="var(--warn)" strokeWidth={1.2} />
        </g>
      )}
    </svg>
  );
}

function GlyphEnd({
  end,
  tip,
  colour,
}: {
  readonly end: LineEnd | 'openArrow';
  readonly tip: number;
  readonly colour: string;
}): ReactElement | null {
  switch (end) {
    case 'arrow':
      return <path d={`M${tip} 0L${tip - 8} -4V4Z`} fill={colour} stroke="none" />;
    case 'hollowArrow':
      return <path d={`M${tip - 0.5} 0L${tip - 8} -4.6V4.6Z`} fill="none" strokeWidth={1.3} />;
    case 'openArrow':
      return <path d={`M${tip - 6} -4L${tip} 0L${tip - 6} 4`} strokeWidth={1.4} />;
    case 'round':
      return <circle cx={tip - 3} cy={0} r={3} fill={colour} stroke="none" />;
    case 'tee':
      return <path d={`M${tip - 1} -4V4M${tip - 7} 0H${tip - 1}`} />;
    case 'diamond':
      return <path d={`M${tip - 7} 0L${tip - 3.5} -3L${tip} 0L${tip - 3.5} 3Z`} fill={colour} stroke="none" />;
    case 'none':
      return null;
  }
}
