import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartialDate } from '#vocabulary';
import { readDate } from '../../web/src/exploration/date-fault.ts';

describe('a date that is typed', () => {
  it('is taken as exact as it is written, spaces aside', () => {
    for (const text of ['2017', '2017-12', '2017-12-26', ' 2016-02-29 ']) {
      expect(readDate(text)).toEqual({ date: text.trim(), fault: null });
    }
  });

  it('is told what is wrong with it: the form, the year, the month or the day', () => {
    expect(readDate('last year').fault).toEqual({ kind: 'FORM', text: 'last year' });
    expect(readDate('2017-1').fault).toEqual({ kind: 'FORM', text: '2017-1' });
    expect(readDate('0000').fault).toEqual({ kind: 'YEAR', part: '0000' });
    expect(readDate('2017-13').fault).toEqual({ kind: 'MONTH', part: '13' });
    expect(readDate('2017-02-29').fault).toEqual({ kind: 'DAY', part: '29', days: 28 });
    expect(readDate('0099-04-31').fault).toEqual({ kind: 'DAY', part: '31', days: 30 });
  });

  it('is right exactly when the vocabulary takes it, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}(-\d{2}(-\d{2})?)?$/));
    fc.assert(
      fc.property(typed, (text) => {
        const read = readDate(text);
        if (read.date === null) expect(() => parsePartialDate(text.trim())).toThrow(/date|no such/);
        else expect(parsePartialDate(text.trim())).toBe(read.date);
      }),
    );
  });
});
