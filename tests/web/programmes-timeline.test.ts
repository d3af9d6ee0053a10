import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#vocabulary';
import { barOf, ticksOf, yearsOf } from '../../web/src/panels/programmes/timeline.ts';

const YEARS = { first: 2013, last: 2016 };
const DAYS = 4 * 365 + 1;

describe('supports along the years', () => {
  it('a period between two years is possible over both and certain only between them', () => {
    const { possible, certain, openLeft, openRight } = barOf(parsePeriod({ from: '2013', to: '2016' }), YEARS);
    expect(possible).toEqual({ from: 0, to: 1 });
    expect(certain?.from).toBeCloseTo(364 / DAYS, 9);
    expect(certain?.to).toBeCloseTo((3 * 365 + 1) / DAYS, 9);
    expect([openLeft, openRight]).toEqual([false, false]);
  });

  it('a year in which it was seen is possible always and certain on no single day', () => {
    expect(barOf(parsePeriod({ attested: ['2014'] }), YEARS)).toEqual({
      possible: { from: 0, to: 1 },
      certain: null,
      openLeft: true,
      openRight: true,
    });
  });

  it('a day is as wide as a day, and a beginning without an end stays possible to the right', () => {
    const bar = barOf(parsePeriod({ from: '2014-01-01' }), YEARS);
    expect(bar.certain?.from).toBeCloseTo(365 / DAYS, 9);
    expect(bar.certain?.to).toBeCloseTo(366 / DAYS, 9);
    expect(bar.possible.to).toBe(1);
    expect(bar.openRight).toBe(true);
  });

  it('what is undated is possible all along', () => {
    expect(barOf(parsePeriod({}), YEARS)).toMatchObject({ possible: { from: 0, to: 1 }, certain: null });
  });

  it('the years are those that any period names; none without dates', () => {
    expect(yearsOf([parsePeriod({ from: '1980', to: '1989' }), parsePeriod({ attested: ['2018-05'] })])).toEqual({
      first: 1980,
      last: 2018,
    });
    expect(yearsOf([parsePeriod({ to: '..' })])).toBeNull();
  });

  it('named years stand at even steps inside the picture', () => {
    expect(ticksOf({ first: 1980, last: 2025 })).toEqual([1980, 1990, 2000, 2010, 2020]);
    expect(ticksOf({ first: 2013, last: 2017 })).toEqual([2013, 2014, 2015, 2016, 2017]);
    expect(ticksOf({ first: 2016, last: 2016 })).toEqual([2016]);
  });
});
