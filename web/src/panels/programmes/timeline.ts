import { DAY_MAX, DAY_MIN, firstDay, periodBounds, parsePartialDate, type Period } from '#vocabulary';

/** A stretch of the picture, both ends from 0 (left) to 1 (right). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One support on the line of years. */
export interface Bar {
  /** When it may have held. */
  readonly possible: Stretch;
  /** When it certainly held; null when no single day is certain. */
  readonly certain: Stretch | null;
  /** Its beginning is not known or lies before the picture. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/** The years of a picture, both included. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** From the first to the last year that any of the periods names; null when none names any. */
export function yearsOf(periods: readonly Period[]): Years | null {
  const named = periods.flatMap(({ from, to, attested }) =>
    [from, to, ...attested].flatMap((date) => (date === null || date === '..' ? [] : [yearOf(date)])),
  );
  return named.length === 0 ? null : { first: Math.min(...named), last: Math.max(...named) };
}

const dayOf = (year: number): number => firstDay(parsePartialDate(String(year).padStart(4, '0')));

/** Where a stretch of days lies among the years. */
export function stretchOf(first: number, last: number, years: Years): Stretch {
  const [start, end] = [dayOf(years.first), dayOf(years.last + 1)];
  const place = (day: number): number => Math.min(1, Math.max(0, (day - start) / (end - start)));
  return { from: place(first), to: place(Math.min(last, DAY_MAX - 1) + 1) };
}

/** A period among the years: what is possible from F⁻ to T⁺, what is certain from F⁺ to T⁻. */
export function barOf(period: Period, years: Years): Bar {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = periodBounds(period);
  const known = latestStart <= earliestEnd && latestStart !== DAY_MAX && earliestEnd !== DAY_MIN;
  return {
    possible: stretchOf(earliestStart, latestEnd, years),
    certain: known ? stretchOf(latestStart, earliestEnd, years) : null,
    openLeft: earliestStart === DAY_MIN,
    openRight: latestEnd === DAY_MAX,
  };
}

/** Years to name below a picture: so many at most, at even steps of 1, 2, 5, 10 …, all inside. */
export function ticksOf({ first, last }: Years, most = 6): readonly number[] {
  const span = last - first + 1;
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => span / size <= most) ?? 200;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => start + i * step);
}
