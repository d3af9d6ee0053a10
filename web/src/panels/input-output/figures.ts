import type { InputOutputMatrix, InputOutputTable } from '../../actions/input-output.ts';

/** Values are shown in the largest unit that leaves the table's output with four digits or more before the point. */
const UNITS = [
  { id: 'TRILLION', millions: 1e6 },
  { id: 'BILLION', millions: 1e3 },
  { id: 'MILLION', millions: 1 },
] as const;
export type Unit = (typeof UNITS)[number];

const MILLION: Unit = UNITS[2];

export function unitOf({ totalOutput }: Pick<InputOutputTable, 'totalOutput'>): Unit {
  return UNITS.find(({ millions }) => totalOutput >= millions * 1_000) ?? MILLION;
}

/** Shades of a heat map above nothing at all. */
export const SHADES = 8;

/**
 * The shade of every value, 0 for 0: by the square root of its part of the largest, since a few flows are far above all others. A
 * unit on the diagonal of a Leontief or Ghosh inverse is the sector's own output and left out.
 */
export function shadesOf(
  matrix: readonly (readonly number[])[],
  of: InputOutputMatrix,
): readonly (readonly number[])[] {
  const own = of === 'LEONTIEF' || of === 'GHOSH' ? 1 : 0;
  const beyond = matrix.map((row, i) => row.map((value, j) => Math.max(0, i === j ? value - own : value)));
  const most = Math.max(...beyond.flat());
  return beyond.map((row) => row.map((value) => (value <= 0 ? 0 : Math.ceil(SHADES * Math.sqrt(value / most)))));
}

/** Places of the sectors with most output, in the table's order; all of them where the table is no larger. */
export function largestSectors(
  { sectors }: { readonly sectors: readonly { readonly output: number }[] },
  most: number,
): readonly number[] {
  return sectors
    .map(({ output }, place) => ({ output, place }))
    .toSorted((a, b) => b.output - a.output || a.place - b.place)
    .slice(0, most)
    .map(({ place }) => place)
    .toSorted((a, b) => a - b);
}

/** A flow that is not 0. Sectors are places in the table. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  /** Million rupiah. */
  readonly value: number;
}

/** Largest first, then by place. @param sector only those from it or to it; null: all */
export function flowsBySize(flows: readonly (readonly number[])[], sector: number | null): readonly Flow[] {
  return flows
    .flatMap((row, from) => row.map((value, to) => ({ from, to, value })))
    .filter(({ from, to, value }) => value > 0 && (sector === null || from === sector || to === sector))
    .toSorted((a, b) => b.value - a.value || a.from - b.from || a.to - b.to);
}
