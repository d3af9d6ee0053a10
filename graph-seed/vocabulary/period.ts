import { DAY_MAX, DAY_MIN, firstDay, lastDay, parsePartialDate, type PartialDate } from './partial-date.ts';

/** `..` in the notation of EDTF (ISO 8601-2): open, that is known to have no end (or no beginning). */
export const OPEN = '..';

/**
 * When something holds. `null` is "not known", `..` is open; the two are not the same. `attested` are the dates on which
 * a source shows it to hold: a source's date attests a fact, it neither begins nor ends it. A period is one interval;
 * something interrupted is two relations.
 */
export interface Period {
  readonly from: PartialDate | typeof OPEN | null;
  readonly to: PartialDate | typeof OPEN | null;
  /** Ascending by text, no repeats. */
  readonly attested: readonly PartialDate[];
}

export const UNKNOWN_PERIOD: Period = { from: null, to: null, attested: [] };

/**
 * What is known of a period's two ends, as closed day numbers; DAY_MIN and DAY_MAX are the infinities.
 * Stores and the projection keep these four so that every filter compares integers.
 */
export interface PeriodBounds {
  /** F⁻: it cannot have begun before. */
  readonly earliestStart: number;
  /** F⁺: it had begun by then at the latest. */
  readonly latestStart: number;
  /** T⁻: it certainly still held then (the last certain day). DAY_MIN when nothing is known. */
  readonly earliestEnd: number;
  /** T⁺: it cannot have held after. */
  readonly latestEnd: number;
}

export class PeriodError extends Error {
  override readonly name = 'PeriodError';
}

/**
 * F⁻ = from⁻; T⁺ = to⁺; F⁺ = min(from⁺, to⁺, every a⁺); T⁻ = max(to⁻, from⁻, every a⁻), unknown terms left out.
 * @throws PeriodError when F⁻ > F⁺ or T⁻ > T⁺ (an impossible period)
 */
export function periodBounds(period: Period): PeriodBounds {
  const { from, to, attested } = period;
  const fromDate = from === OPEN ? null : from;
  const toDate = to === OPEN ? null : to;
  const dates = [fromDate, toDate, ...attested].filter((date) => date !== null);
  const bounds: PeriodBounds = {
    earliestStart: fromDate === null ? DAY_MIN : firstDay(fromDate),
    latestStart: from === OPEN ? DAY_MIN : Math.min(DAY_MAX, ...dates.map(lastDay)),
    earliestEnd: to === OPEN ? DAY_MAX : Math.max(DAY_MIN, ...dates.map(firstDay)),
    latestEnd: toDate === null ? DAY_MAX : lastDay(toDate),
  };
  if (bounds.earliestStart > bounds.latestStart || bounds.earliestEnd > bounds.latestEnd) {
    throw new PeriodError(
      `impossible period: from ${from ?? 'unknown'} to ${to ?? 'unknown'}` +
        (attested.length > 0 ? `, attested ${attested.join(', ')}` : '') +
        '; it would end before it begins or be attested outside itself',
    );
  }
  return bounds;
}

/** @throws PartialDateError, PeriodError */
export function parsePeriod(input: {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly attested?: readonly string[] | undefined;
}): Period {
  const end = (text: string | null | undefined): Period['from'] =>
    text === null || text === undefined || text === '' ? null : text === OPEN ? OPEN : parsePartialDate(text);
  const attested = [...new Set(input.attested ?? [])].sort().map(parsePartialDate);
  const period: Period = { from: end(input.from), to: end(input.to), attested };
  periodBounds(period);
  return period;
}

/** Three-valued truth (Kleene 1952), weakest first. */
export const HELD_VALUES = ['NO', 'POSSIBLY', 'YES'] as const;
export type Held = (typeof HELD_VALUES)[number];

/**
 * Whether something held at some time in `query`: NO iff F⁻ > q⁺ or T⁺ < q⁻; YES iff F⁺ ≤ q⁺ and T⁻ ≥ q⁻; else POSSIBLY.
 * Interval reasoning after Allen (1983).
 */
export function heldAt(bounds: PeriodBounds, query: PartialDate): Held {
  return heldWithin(bounds, firstDay(query), lastDay(query));
}

/** As {@link heldAt}, for the closed interval of day numbers [first, last]. */
export function heldWithin(bounds: PeriodBounds, first: number, last: number): Held {
  if (bounds.earliestStart > last || bounds.latestEnd < first) return 'NO';
  if (bounds.latestStart <= last && bounds.earliestEnd >= first) return 'YES';
  return 'POSSIBLY';
}

/** The minimum: a chain holds only as far as its weakest relation. YES for an empty chain. */
export function heldByAll(values: Iterable<Held>): Held {
  let least: Held = 'YES';
  for (const value of values) if (HELD_VALUES.indexOf(value) < HELD_VALUES.indexOf(least)) least = value;
  return least;
}

/** The maximum: a tie holds as far as its best chain. NO when there is none. */
export function heldByAny(values: Iterable<Held>): Held {
  let most: Held = 'NO';
  for (const value of values) if (HELD_VALUES.indexOf(value) > HELD_VALUES.indexOf(most)) most = value;
  return most;
}
