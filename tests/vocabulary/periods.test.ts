import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DAY_MAX,
  DAY_MIN,
  dateOfDay,
  firstDay,
  heldAt,
  heldByAll,
  heldByAny,
  heldWithin,
  lastDay,
  OPEN,
  parsePartialDate,
  parsePeriod,
  PartialDateError,
  periodBounds,
  PeriodError,
  type Held,
} from '#vocabulary';

interface Written {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly attested?: readonly string[] | undefined;
}

function held(period: Written, query: string): Held {
  return heldAt(periodBounds(parsePeriod(period)), parsePartialDate(query));
}

describe('partial dates', () => {
  it.each([
    ['2017', '2017-01-01', '2017-12-31'],
    ['2017-12', '2017-12-01', '2017-12-31'],
    ['2017-02', '2017-02-01', '2017-02-28'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2017-12-26', '2017-12-26', '2017-12-26'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['9999-12', '9999-12-01', '9999-12-31'],
  ])('%s runs from %s to %s', (text, first, last) => {
    const date = parsePartialDate(text);
    expect([dateOfDay(firstDay(date)), dateOfDay(lastDay(date))]).toEqual([first, last]);
  });

  it('count days from 1970-01-01', () => {
    expect(firstDay(parsePartialDate('1970-01-01'))).toBe(0);
    expect(firstDay(parsePartialDate('1969-12-31'))).toBe(-1);
    expect(firstDay(parsePartialDate('2000-03-01'))).toBe(11_017);
  });

  it.each([
    ['2017-13', 'months run from 01 to 12'],
    ['2017-00', 'months run from 01 to 12'],
    ['2017-02-29', '28 days'],
    ['2017-04-31', '30 days'],
    ['2017-04-00', '30 days'],
    ['0000', 'years run from 0001'],
    ['17', 'write 2017'],
    ['2017-1', 'write 2017'],
    ['2017/12', 'write 2017'],
    [' 2017', 'write 2017'],
    ['2017-12-26T00:00', 'write 2017'],
    ['', 'write 2017'],
  ])('refuse %j and say what would be right', (text, right) => {
    expect(() => parsePartialDate(text)).toThrow(PartialDateError);
    expect(() => parsePartialDate(text)).toThrow(right);
  });

  it('have no date for the infinities', () => {
    expect([dateOfDay(DAY_MIN), dateOfDay(DAY_MAX)]).toEqual([null, null]);
  });
});

describe('periods', () => {
  it.each([
    [{ from: '2017' }, '2017-06-15', 'POSSIBLY'],
    [{ from: '2017' }, '2017', 'YES'],
    [{ from: '2017' }, '2019', 'POSSIBLY'],
    [{ from: '2017' }, '2016-12-31', 'NO'],
    [{ from: '2013', to: '2016' }, '2014', 'YES'],
    [{ from: '2013', to: '2016' }, '2016-12-31', 'POSSIBLY'],
    [{ from: '2013', to: '2016' }, '2017-01-01', 'NO'],
    [{ attested: ['2021'] }, '2021', 'YES'],
    [{ attested: ['2021'] }, '2021-06-10', 'POSSIBLY'],
    [{ attested: ['2021'] }, '2022', 'POSSIBLY'],
    [{ attested: ['2010', '2021'] }, '2015', 'YES'],
    [{ from: OPEN, to: '2016' }, '1950', 'YES'],
    [{ from: '2016', to: OPEN }, '2090', 'YES'],
    [{ from: OPEN, to: OPEN }, '0001', 'YES'],
    [{}, '2020', 'POSSIBLY'],
  ] as const)('%j at %s: %s', (period, query, expected) => {
    expect(held(period, query)).toBe(expected);
  });

  const rows = readFileSync(new URL('./as-of-cases.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  it.each(rows)('as worked out by hand: %s', (row) => {
    const [from, to, attested, query, expected] = row.split(',');
    expect(held({ from, to, attested: attested === '' ? [] : attested?.split(';') }, query ?? '')).toBe(expected);
  });

  it.each([
    [{ from: '2018', to: '2017' }],
    [{ from: '2017-06', to: '2017-05-31' }],
    [{ from: '2018', attested: ['2017'] }],
    [{ to: '2017', attested: ['2018-01'] }],
  ])('refuse %j, which would end before it begins or be attested outside itself', (period) => {
    expect(() => parsePeriod(period)).toThrow(PeriodError);
  });

  it('keep unknown and open apart', () => {
    expect(parsePeriod({ from: '', to: OPEN })).toEqual({ from: null, to: OPEN, attested: [] });
  });

  it('put what attests them in order, once each', () => {
    expect(parsePeriod({ attested: ['2021', '2010', '2021'] }).attested).toEqual(['2010', '2021']);
  });
});

/** Days of a small calendar: January to April 2020, so that every completion can be listed. */
const FIRST = firstDay(parsePartialDate('2020-01-01'));
const DAYS = 121;
/** Stands for the infinities: outside the calendar on either side. */
const BEFORE = FIRST - 1;
const AFTER = FIRST + DAYS;

const partialDate = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((month) => `2020-0${month}`),
  fc.integer({ min: 0, max: DAYS - 1 }).map((day) => dateOfDay(FIRST + day) ?? ''),
);
const end = fc.oneof(fc.constant(undefined), fc.constant(OPEN), partialDate);
const written = fc.record({ from: end, to: end, attested: fc.array(partialDate, { maxLength: 2 }) });

function range(text: string): readonly number[] {
  const date = parsePartialDate(text);
  return Array.from({ length: lastDay(date) - firstDay(date) + 1 }, (_, i) => firstDay(date) + i);
}

/** Days on which an end may fall; an unknown one anywhere, an open one at its infinity only. */
function ends(text: string | undefined, infinity: number): readonly number[] {
  if (text === OPEN) return [infinity];
  return text === undefined ? Array.from({ length: DAYS + 2 }, (_, i) => BEFORE + i) : range(text);
}

/** Whether some interval that agrees with the period holds, and whether some does not, at some time in the query. */
function enumerate(period: Written, query: string): Held | 'IMPOSSIBLE' {
  const asked = range(query);
  const [first, last] = [asked[0] ?? 0, asked.at(-1) ?? 0];
  const attested = (period.attested ?? []).map((text) => range(text));
  const answers = new Set<boolean>();
  for (const start of ends(period.from, BEFORE)) {
    for (const stop of ends(period.to, AFTER)) {
      if (start > stop) continue;
      const agrees = attested.every((days) => days.some((day) => start <= day && day <= stop));
      if (agrees) answers.add(start <= last && stop >= first);
    }
  }
  if (answers.size === 0) return 'IMPOSSIBLE';
  return answers.size === 2 ? 'POSSIBLY' : answers.has(true) ? 'YES' : 'NO';
}

function refused(period: Written): boolean {
  try {
    parsePeriod(period);
    return false;
  } catch (error) {
    if (error instanceof PeriodError) return true;
    throw error;
  }
}

describe('periods against every completion of a small calendar', () => {
  it('answer YES when all agree, NO when none does, POSSIBLY when some do', () => {
    let possible = 0;
    fc.assert(
      fc.property(written, partialDate, (period, query) => {
        const oracle = enumerate(period, query);
        if (oracle === 'IMPOSSIBLE') return;
        possible += 1;
        expect(held(period, query)).toBe(oracle);
      }),
      { numRuns: 1_000, seed: 20251231 },
    );
    expect(possible).toBeGreaterThan(200);
  });

  it('are refused only when no completion agrees', () => {
    fc.assert(
      fc.property(written, (period) => {
        expect(refused(period) && enumerate(period, '2020-01') !== 'IMPOSSIBLE').toBe(false);
      }),
      { numRuns: 1_000, seed: 11 },
    );
  });
});

describe('three-valued answers', () => {
  const VALUES: readonly Held[] = ['NO', 'POSSIBLY', 'YES'];
  const value = fc.constantFrom(...VALUES);

  it('of a chain are the weakest, of a tie the strongest', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const ranks = values.map((v) => VALUES.indexOf(v));
        expect(heldByAll(values)).toBe(VALUES[Math.min(...ranks)]);
        expect(heldByAny(values)).toBe(VALUES[Math.max(...ranks)]);
      }),
    );
    expect([heldByAll([]), heldByAny([])]).toEqual(['YES', 'NO']);
  });

  it('of days are those of the date that they make up', () => {
    const bounds = periodBounds(parsePeriod({ from: '2013', to: '2016' }));
    const year = parsePartialDate('2014');
    expect(heldWithin(bounds, firstDay(year), lastDay(year))).toBe(heldAt(bounds, year));
  });
});
