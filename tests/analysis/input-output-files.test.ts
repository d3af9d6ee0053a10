import { describe, expect, test } from 'vitest';
import { findLinkages } from '../../api/analysis/input-output/linkages.ts';
import { csvLines } from '../../api/analysis/input-output/csv.ts';
import { readTableFile, type KnownSector } from '../../api/analysis/input-output/table-file.ts';
import { TableFileError } from '../../api/analysis/input-output/table-grid.ts';
import { nodeId } from './graph-of-records.ts';

const ABOUT = {
  name: 'Two sectors',
  year: '2015',
  unit: 'MILLION_RUPIAH',
  source: { title: 'A drawn table', publisher: 'Nobody', licence: 'facts only' },
};

/** Miller & Blair's first example (2009, table 2.3), with its payments split over what BPS has rows for. */
const GOOD = `code,name,product_en,1,2,1800 Total,3011 Households,3012,3020,3030,3040,3050,3060,3090,3100 Total demand
1,"Tani, ""hutan""",Farming,150,500,650,300,0,50,0,-10,10,0,350,1000
2,Industri,Industry,200,100,300,1000,0,200,0,0,400,100,1700,2000
1900,,,350,600,,,,,,,,,,
1950,,,10,20,,,,,,,,,,
2000,,,40,80,,,,,,,,,,
2010,,,300,700,,,,,,,,,,
2020,,,290,590,,,,,,,,,,
2030,,,10,10,,,,,,,,,,
2090,,,600,1300,,,,,,,,,,
2100,,,1000,2000,,,,,,,,,,
`;

const SECTORS: readonly KnownSector[] = [
  { node: nodeId('sector:x-1'), code: '1', name: 'Farming', names: [{ language: 'id', text: 'Tani, "hutan"' }] },
  { node: nodeId('sector:x-2'), code: '2', name: 'Industry', names: [{ language: 'id', text: 'Industri' }] },
];

const read = (csv: string, about: unknown = ABOUT) =>
  readTableFile({ id: 'two', csv, about: JSON.stringify(about) }, () => SECTORS);

function faults(csv: string, about: unknown = ABOUT): readonly string[] {
  try {
    read(csv, about);
  } catch (error) {
    if (error instanceof TableFileError) return error.faults;
    throw error;
  }
  throw new Error('it was read');
}

describe('a table from a file', () => {
  test('is read as it stands, with its source, and answers', () => {
    const table = read(GOOD);
    expect(table).toMatchObject({ id: 'two', name: 'Two sectors', year: '2015', scheme: null, fromFile: true });
    expect(table.sectors).toEqual([
      { code: '1', name: 'Tani, "hutan"', names: [{ language: 'en', text: 'Farming' }], node: null },
      { code: '2', name: 'Industri', names: [{ language: 'en', text: 'Industry' }], node: null },
    ]);
    expect([...table.flows]).toEqual([150, 500, 200, 100]);
    expect([...table.finalDemand.INVENTORY_CHANGE]).toEqual([-10, 0]);
    expect(table.sources).toEqual([
      {
        id: 'source:file-two',
        title: 'A drawn table',
        publisher: 'Nobody',
        url: null,
        date: null,
        language: null,
        licence: 'facts only',
        note: null,
        facts: [],
      },
    ]);
    // Miller & Blair 2009, p. 22: L = [[1.2541, 0.3300], [0.2640, 1.1221]].
    const [farming, industry] = findLinkages(table);
    expect(farming?.backward).toBeCloseTo(1.2541 + 0.264, 3);
    expect(industry?.backward).toBeCloseTo(0.33 + 1.1221, 3);
  });

  test('of a known scheme has its nodes and their names', () => {
    const table = read(GOOD, { ...ABOUT, scheme: 'BPS_IO_17' });
    expect(table.sectors[0]).toEqual({ code: '1', name: 'Farming', names: SECTORS[0]?.names, node: 'sector:x-1' });
  });

  test.each([
    [
      'a row without a column',
      GOOD.replace('code,name,product_en,1,2,', 'code,name,product_en,1,3,'),
      /not square.*rows 2 \(line 3\) without a column/,
    ],
    ['a column without a row', GOOD.replace('\n2,Industri', '\n3,Industri'), /not square.*columns 2 without a row/],
    [
      'a row twice',
      GOOD.replace('\n1900,', '\n2,Industri,Industry,200,100,300,1000,0,200,0,0,400,100,1700,2000\n1900,'),
      /line 4: the row 2 stands twice/,
    ],
    ['a column twice', GOOD.replace('3012,3020', '3011,3020'), /column 3012 is missing/],
    ['a missing column of final demand', GOOD.replace('3050,3060', '3050,3061'), /column 3060 is missing/],
    ['a missing row of inputs', GOOD.replace(/2000,.*\n/, ''), /row 2000 is missing/],
    ['no sector', GOOD.replace(/\n1,.*\n2,.*\n/, '\n'), /no row with a sector/],
    ['another first column', GOOD.replace('code,', 'sector,'), /first column has to be 'code' or 'kode'/],
    [
      'a thousands separator',
      GOOD.replace('150,500', '"1,500",500'),
      /line 2, column 1: '1,500' is no number; write 0/,
    ],
    ['an empty cell', GOOD.replace('150,500', ',500'), /line 2, column 1: '' is no number/],
    [
      'a negative flow',
      GOOD.replace('1,"Tani, ""hutan""",Farming,150,500,650,300', '1,"Tani, ""hutan""",Farming,150,-500,650,1300'),
      /line 2: the flow from 1 .* to 2 is -500; it has to be 0 or more/,
    ],
    [
      'a row that does not add up',
      GOOD.replace('650,300', '650,320'),
      /line 2: row 1 .* add up to 1020, its output is 1000.*line 2: total 3090 of sector 1 is 350; its parts add up to 370/,
    ],
    [
      'a column that does not add up',
      GOOD.replace('2010,,,300', '2010,,,390'),
      /column 1 .* add up to 1090, its output is 1000/,
    ],
    [
      'a total that disagrees',
      GOOD.replace('500,650', '500,690'),
      /total 1800 of sector 1 is 690; its parts add up to 650/,
    ],
    [
      'two outputs that disagree',
      GOOD.replace('2100,,,1000', '2100,,,1100'),
      /line 11: total 2100 of sector 1 is 1100; its parts add up to 1000/,
    ],
    ['an output of nothing', GOOD.replace('350,1000', '350,0'), /line 2: output of 1 .* is 0; it has to be above 0/],
    [
      'an open quote',
      GOOD.replace('Industri,', '"Industri,'),
      /line 3: a quote stands where none may, or is never closed/,
    ],
    ['no text at all', '', /first column has to be/],
  ])('is refused for %s', (_, csv, message) => {
    expect(faults(csv).join('\n')).toMatch(new RegExp(message.source, 'ms'));
  });

  test.each([
    ['no JSON', 'name: x', /is no JSON/],
    ['no source', { ...ABOUT, source: undefined }, /source/],
    ['a source without a publisher', { ...ABOUT, source: { title: 'x', licence: 'y' } }, /source.publisher/],
    [
      'an address that is none',
      { ...ABOUT, source: { ...ABOUT.source, url: 'www.bps.go.id' } },
      /source\.url: an address is written whole, such as https/,
    ],
    ['another unit', { ...ABOUT, unit: 'RUPIAH' }, /unit/],
    ['an impossible year', { ...ABOUT, year: '2015-13' }, /year/],
    ['a misspelt field', { ...ABOUT, shceme: 'BPS_IO_17' }, /shceme/],
  ])('is refused for what stands beside it: %s', (_, about, message) => {
    const text = typeof about === 'string' ? about : JSON.stringify(about);
    expect(() => readTableFile({ id: 'two', csv: GOOD, about: text }, () => SECTORS)).toThrow(message);
  });

  test('is refused for sectors that its scheme does not have, by code and by name', () => {
    const about = { ...ABOUT, scheme: 'BPS_IO_17' };
    expect(faults(GOOD.replace('Industri,Industry', 'Tambang,Industry'), about)).toEqual([
      "line 3: sector 2 of BPS_IO_17 is 'Industry', not 'Tambang'",
    ]);
    const strange = GOOD.replace('product_en,1,2,', 'product_en,1,9,').replace('\n2,Industri', '\n9,Industri');
    expect(faults(strange, about)).toEqual(['line 3: BPS_IO_17 has no sector 9; it has 1, 2']);
  });

  test('is refused where its sectors use up all that they make', () => {
    const closed = `code,name,1,2,3011,3012,3020,3030,3040,3050,3060,3100
1,a,0,10,0,0,0,0,0,0,0,10
2,b,10,0,0,0,0,0,0,0,0,10
1950,,0,0,,,,,,,,
2000,,0,0,,,,,,,,
2010,,0,0,,,,,,,,
2020,,0,0,,,,,,,,
2030,,0,0,,,,,,,,
2100,,10,10,,,,,,,,
`;
    expect(faults(closed)).toEqual([expect.stringMatching(/has no multipliers/)]);
  });
});

describe('lines of comma-separated text', () => {
  test('keep commas, quotes and line ends of quoted cells, whatever ends the lines', () => {
    expect(csvLines('\uFEFFa, b \r\n\r\n"x, ""y""\nz",2\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x, "y"\nz', '2'] },
    ]);
    expect(csvLines('a,"b"  ,c')).toEqual([{ line: 1, cells: ['a', 'b', 'c'] }]);
    expect(csvLines('a,')).toEqual([{ line: 1, cells: ['a', ''] }]);
  });

  test.each(['a,"b', 'a,b"c', '"a"b'])('refuse %s', (text) => {
    expect(() => csvLines(text)).toThrow(/line 1/);
  });
});
