import type { Period, PeriodBounds } from '#vocabulary';
import { growingColumn } from './relation-columns.ts';

/** Day numbers by place of a period. */
export interface BoundColumns {
  readonly earliestStart: Int32Array;
  readonly latestStart: Int32Array;
  readonly earliestEnd: Int32Array;
  readonly latestEnd: Int32Array;
}

/** The bounds of the period at a place. */
export function boundsAt(columns: BoundColumns, place: number): PeriodBounds {
  return {
    earliestStart: columns.earliestStart[place] ?? 0,
    latestStart: columns.latestStart[place] ?? 0,
    earliestEnd: columns.earliestEnd[place] ?? 0,
    latestEnd: columns.latestEnd[place] ?? 0,
  };
}

/** The distinct periods of relations, as written, with their bounds. */
export interface PeriodTable {
  readonly values: readonly Period[];
  readonly bounds: BoundColumns;
}

/** Many relations share few periods: each stands once, and a filter by date finds most bounds where it has just looked. */
export class PeriodsRead {
  readonly #values: Period[] = [];
  readonly #places = new Map<string, number>();
  readonly #bounds = {
    earliestStart: growingColumn(Int32Array),
    latestStart: growingColumn(Int32Array),
    earliestEnd: growingColumn(Int32Array),
    latestEnd: growingColumn(Int32Array),
  };

  /** Where the period stands. Bounds are kept as they are handed in, whatever the period says. */
  placeOf({ from, to, attested }: Period, bounds: PeriodBounds): number {
    const { earliestStart, latestStart, earliestEnd, latestEnd } = bounds;
    const key = [from, to, earliestStart, latestStart, earliestEnd, latestEnd, ...attested].join(' ');
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#values.push({ from, to, attested }) - 1;
    this.#places.set(key, place);
    this.#bounds.earliestStart.append(earliestStart);
    this.#bounds.latestStart.append(latestStart);
    this.#bounds.earliestEnd.append(earliestEnd);
    this.#bounds.latestEnd.append(latestEnd);
    return place;
  }

  finish(): PeriodTable {
    return {
      values: this.#values,
      bounds: {
        earliestStart: this.#bounds.earliestStart.finish(),
        latestStart: this.#bounds.latestStart.finish(),
        earliestEnd: this.#bounds.earliestEnd.finish(),
        latestEnd: this.#bounds.latestEnd.finish(),
      },
    };
  }
}
