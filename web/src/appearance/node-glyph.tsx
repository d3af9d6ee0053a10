import type { NodeType } from '#vocabulary';
import type { ReactElement } from 'react';
import { nodeAppearance, nodeColour } from './appearance.ts';
import { ICONS } from './icons.ts';
import { halfExtent, shapePath } from './shapes.ts';

export interface NodeGlyphProps {
  readonly type: NodeType;
  /** Height and width in pixels; default 20. */
  readonly size?: number;
  /** A cluster without a tie: outline only. */
  readonly hollow?: boolean;
  /** Dotted outline. */
  readonly inferred?: boolean;
  readonly className?: string;
}

/** A node's shape with its icon, as in the graph. Decorative: the name stands beside it. */
export function NodeGlyph({
  type,
  size = 20,
  hollow = false,
  inferred = false,
  className,
}: NodeGlyphProps): ReactElement {
  const { shape, icon, outlined } = nodeAppearance(type);
  const colour = `var(--${nodeColour(type)})`;
  const empty = outlined || hollow || inferred;
  const half = halfExtent(shape, 20);
  const fit = 22.5 / Math.max(half.x, half.y, 20);
  // Strokes keep their width on screen whatever the size of the glyph.
  const stroke = 1.5 * (48 / size);
  return (
    <svg className={className} width={size} height={size} viewBox="-24 -24 48 48" aria-hidden="true" focusable="false">
      <path
        d={shapePath(shape, 20 * fit)}
        fill={empty ? 'none' : colour}
        stroke={empty ? colour : 'none'}
        strokeWidth={stroke}
        strokeLinejoin="round"
        strokeLinecap="round"
        strokeDasharray={inferred ? `0.1 ${stroke * 2}` : undefined}
      />
      <g
        transform={`scale(${shape === 'pill' ? 1.15 : 1.4})`}
        fill={empty ? colour : 'var(--on-node)'}
        fillRule="evenodd"
      >
        {ICONS[icon].map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </svg>
  );
}
