import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, csvText, guarded, tsvText, unguarded } from '../../web/src/export/cells.ts';
import { readCsv } from './fixture/csv-reader.ts';
import { anyText } from './fixture/hostile-texts.ts';

describe('cells of a table', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@A1',
    '\t=1',
    '\r=1',
    '\n1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    ' =1',
    '\u200B=1',
    '\uFEFF=1',
    '\0=1',
  ])('what a spreadsheet would run gets an apostrophe in front: %j', (text) => expect(guarded(text)).toBe(`'${text}`));

  it.each(['PT Dharma', '1=1', 'a-b', "'t Hooft", '', '中国', '12'])('what it would not run stays: %j', (text) =>
    expect(guarded(text)).toBe(text),
  );

  it('no guarded text would run, and every one is given back exactly', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
  });

  it('what looks guarded already is guarded once more, so that both can be told apart', () => {
    expect(guarded("'=1")).toBe("''=1");
    expect(unguarded("''=1")).toBe("'=1");
    expect(unguarded("'t Hooft")).toBe("'t Hooft");
  });

  it('numbers are numbers, whatever their sign; nothing is an empty cell', () => {
    expect([-6.87, 1e21, true, null].map(cellText)).toEqual(['-6.87', '1e+21', 'true', '']);
  });

  it('a CSV is read back by a reader of RFC 4180 as the same texts', () => {
    const rows = fc.array(fc.array(anyText, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (texts) => {
        const read = readCsv(csvText(texts));
        expect(read.map((row) => row.map(unguarded))).toEqual(texts);
      }),
    );
  });

  it('a copy for the clipboard is read back as the same texts', () => {
    const rows = fc.array(fc.array(anyText, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (texts) => {
        expect(readCsv(tsvText(texts), '\t').map((row) => row.map(unguarded))).toEqual(texts);
      }),
    );
  });
});
