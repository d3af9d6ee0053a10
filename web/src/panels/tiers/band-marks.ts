import type { Colours } from '../../appearance/colours.ts';
import { pathMark, rounded, textMark, type Mark } from '../../export/picture/drawing.ts';
import { bandEdges, bandPath, type PlacedBand } from '../../tiers/layout.ts';
import { stepLook, type StepLook } from '../../tiers/tier-graph.ts';

/** Lowest band with room for its share in words. */
const ROOM_FOR_TEXT = 15;
/** From one stroke of the hatching to the next, in pixels. */
const HATCH = 5;

/** A band: grey where a share is stated, hatched where not, hollow agreed, dots inferred; its share on it where there is room. */
export function bandMarks(band: PlacedBand, share: string, colours: Colours): readonly Mark[] {
  const { step, supplier, buyer } = band;
  const middle = { x: (supplier.x + buyer.x) / 2, y: (supplier.top + supplier.bottom + buyer.top + buyer.bottom) / 4 };
  const room = Math.min(supplier.bottom - supplier.top, buyer.bottom - buyer.top) >= ROOM_FOR_TEXT;
  return [
    ...bodyMarks(band, stepLook(step), step.held === 'POSSIBLY', colours),
    ...(room
      ? [textMark(share, middle, { look: 'small', ink: colours['ink-2'], rim: colours.canvas, anchor: 'middle' })]
      : []),
  ];
}

/** A short band for the legend, from a point on its left. */
export function bandSample(
  look: StepLook,
  possible: boolean,
  { x, y }: { readonly x: number; readonly y: number },
  colours: Colours,
): readonly Mark[] {
  const stretch = { top: y - 6, bottom: y + 6 };
  return bodyMarks({ supplier: { ...stretch, x: x + 1 }, buyer: { ...stretch, x: x + 33 } }, look, possible, colours);
}

type Ends = Pick<PlacedBand, 'supplier' | 'buyer'>;

function bodyMarks(ends: Ends, look: StepLook, possible: boolean, colours: Colours): readonly Mark[] {
  const fill = look === 'STATED' ? colours.line : look === 'UNSTATED' ? null : colours.canvas;
  return [
    pathMark(bandPath(ends), { fill }),
    ...(look === 'UNSTATED' ? [pathMark(hatching(ends), { stroke: colours['ink-3'], width: 0.6 })] : []),
    pathMark(bandEdges(ends), {
      stroke: colours['ink-3'],
      width: look === 'INFERRED' ? 2.4 : look === 'AGREED' ? 1.8 : 1.2,
      dash: look === 'INFERRED' ? [0.1, 5.2] : possible ? [9, 5] : [],
      round: look === 'INFERRED',
    }),
  ];
}

/** Upright strokes from edge to edge, all inside the band: no pattern, which a canvas and other programs would draw otherwise. */
function hatching({ supplier, buyer }: Ends): string {
  const steps = Math.max(2, Math.round((buyer.x - supplier.x) / HATCH));
  return Array.from({ length: steps - 1 }, (_, step) => {
    // Both edges are the same curve, from flat to flat: at a part of the way they are above each other.
    const far = (step + 1) / steps;
    const rest = 1 - far;
    const ease = 3 * rest * far * far + far ** 3;
    const half = (supplier.x + buyer.x) / 2;
    const x = supplier.x * rest ** 3 + 3 * half * (rest * rest * far + rest * far * far) + buyer.x * far ** 3;
    const top = supplier.top + (buyer.top - supplier.top) * ease;
    const bottom = supplier.bottom + (buyer.bottom - supplier.bottom) * ease;
    return `M${rounded(x)} ${rounded(top)}V${rounded(bottom)}`;
  }).join('');
}
