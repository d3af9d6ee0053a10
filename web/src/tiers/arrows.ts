import type { PlacedBox, TierLayout } from './layout.ts';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const ARROWS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

export function isArrow(key: string): key is Arrow {
  return ARROWS.includes(key);
}

/**
 * The box that a key leads to: up and down in the column, to its first and last with Home and End, left and right to the
 * next column, there to a neighbour by a relation where it has one, else to the nearest. null where there is none.
 */
export function boxAt({ boxes, bands }: TierLayout, from: PlacedBox, arrow: Arrow): PlacedBox | null {
  const column = boxes.filter(({ tier }) => tier === from.tier).toSorted((a, b) => a.y - b.y);
  const place = column.findIndex(({ key }) => key === from.key);
  switch (arrow) {
    case 'ArrowUp':
      return column[place - 1] ?? null;
    case 'ArrowDown':
      return column[place + 1] ?? null;
    case 'Home':
      return column[0] ?? null;
    case 'End':
      return column.at(-1) ?? null;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const beyond = boxes.filter(({ x }) => (arrow === 'ArrowLeft' ? x < from.x : x > from.x));
      const next = beyond.filter(({ tier }) => Math.abs(tier - from.tier) === 1);
      const joined = next.filter(({ key }) =>
        bands.some(({ near, far }) => (near === key && far === from.key) || (far === key && near === from.key)),
      );
      return nearest(joined.length > 0 ? joined : next, from);
    }
  }
}

function nearest(boxes: readonly PlacedBox[], from: PlacedBox): PlacedBox | null {
  const middle = ({ y, height }: PlacedBox): number => y + height / 2;
  const away = (box: PlacedBox): number => Math.abs(middle(box) - middle(from));
  return boxes.toSorted((a, b) => away(a) - away(b) || a.y - b.y)[0] ?? null;
}
