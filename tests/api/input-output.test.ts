import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TWO_SECTORS } from '../fixtures/two-sectors.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

const Sector = z.object({ code: z.string(), name: z.string() });
const Amounts = z.object({ output: z.number(), outputPercent: z.number(), valueAdded: z.number() });

describe('input-output through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  it('the table of 2020 comes with its source, its sectors as nodes and in every language, and its matrices', async () => {
    const { inputOutputTables, inputOutput } = await api.ask(
      `{ inputOutputTables { id fromFile }
         inputOutput { id year scheme sources { id publisher relationCount } totalOutput totalFinalDemand totalValueAdded
           sectors { code name japanese: name(language: ja) node { id } output imports }
           flows: matrix(of: FLOWS) technical: matrix(of: TECHNICAL) leontief: matrix(of: LEONTIEF) } }`,
      z.object({
        inputOutputTables: z.array(z.object({ id: z.string(), fromFile: z.boolean() })),
        inputOutput: z.object({
          id: z.string(),
          year: z.string(),
          scheme: z.string(),
          sources: z.array(z.object({ id: z.string(), publisher: z.string(), relationCount: z.number() })),
          totalOutput: z.number(),
          totalFinalDemand: z.number(),
          totalValueAdded: z.number(),
          sectors: z.array(
            Sector.extend({
              japanese: z.string(),
              node: z.object({ id: z.string() }),
              output: z.number(),
              imports: z.number(),
            }),
          ),
          flows: z.array(z.array(z.number())),
          technical: z.array(z.array(z.number())),
          leontief: z.array(z.array(z.number())),
        }),
      }),
    );
    expect(inputOutputTables).toEqual([{ id: 'bps-io-17-2020', fromFile: false }]);
    expect(inputOutput).toMatchObject({ id: 'bps-io-17-2020', year: '2020', scheme: 'BPS_IO_17' });
    expect(inputOutput.sources).toEqual([
      { id: 'source:bps-input-output-2020', publisher: 'Badan Pusat Statistik (BPS)', relationCount: 284 },
    ]);
    expect(inputOutput.sectors[2]).toEqual({
      code: '3',
      name: 'Manufacturing',
      japanese: '製造業',
      node: { id: 'sector:io17-3' },
      output: 8_135_408_458,
      imports: 853_373_668,
    });
    expect([inputOutput.totalOutput, inputOutput.totalValueAdded]).toEqual([28_700_250_526, 15_049_221_956]);
    expect(inputOutput.flows[0]?.[2]).toBe(1_187_578_694);
    expect(inputOutput.technical[0]?.[2]).toBeCloseTo(0.145977, 6);
    expect(inputOutput.leontief[2]?.[2]).toBeGreaterThan(1);
  });

  it('manufacturing is key by Leontief and not by Ghosh; extractions come by loss, or those asked for', async () => {
    const { inputOutput } = await api.ask(
      `{ inputOutput(table: "bps-io-17-2020") { linkages { sector { code name } keyByLeontief keyByGhosh }
          extractions { sector { code name } total { value percent } }
          two: extractions(sectors: ["1", "sector:io17-3"]) { sector { code name } bySector { sector { code name } output } } } }`,
      z.object({
        inputOutput: z.object({
          linkages: z.array(z.object({ sector: Sector, keyByLeontief: z.boolean(), keyByGhosh: z.boolean() })),
          extractions: z.array(
            z.object({ sector: Sector, total: z.object({ value: z.number(), percent: z.number() }) }),
          ),
          two: z.array(
            z.object({ sector: Sector, bySector: z.array(z.object({ sector: Sector, output: z.number() })) }),
          ),
        }),
      }),
    );
    const manufacturing = inputOutput.linkages.find(({ sector }) => sector.code === '3');
    expect(manufacturing).toMatchObject({ keyByLeontief: true, keyByGhosh: false });
    expect(inputOutput.extractions).toHaveLength(17);
    expect(inputOutput.extractions[0]?.sector.name).toBe('Manufacturing');
    expect(inputOutput.extractions[0]?.total.percent).toBeCloseTo(40.4065, 4);
    expect(inputOutput.two.map(({ sector }) => sector.code)).toEqual(['3', '1']);
    expect(inputOutput.two[0]?.bySector).toHaveLength(17);
  });

  const EFFECT = `query($changes: [FinalDemandChange!]!) { finalDemandEffect(changes: $changes) {
    table { id } multiplier rounds total { output outputPercent valueAdded }
    sectors { sector { code name } amounts { output outputPercent valueAdded } } } }`;
  const Effect = z.object({
    finalDemandEffect: z.object({
      table: z.object({ id: z.string() }),
      multiplier: z.number().nullable(),
      rounds: z.array(z.number()),
      total: Amounts,
      sectors: z.array(z.object({ sector: Sector, amounts: Amounts })),
    }),
  });

  it('a tenth less construction takes 2.0 % of output along, manufacturing after construction', async () => {
    const { finalDemandEffect: effect } = await api.ask(EFFECT, Effect, { changes: [{ sector: '6', percent: -10 }] });
    expect(effect.total.outputPercent).toBeCloseTo(-2.0181, 4);
    expect(effect.sectors.slice(0, 2).map(({ sector }) => sector.name)).toEqual(['Construction', 'Manufacturing']);
    expect(effect.sectors[1]?.amounts.outputPercent).toBeCloseTo(-0.9985, 4);
    expect(effect.multiplier).toBeCloseTo(1.8175, 4);
  });

  it('what is won by one sector and lost by another has no multiplier', async () => {
    const changes = [
      { sector: '6', millionRp: -1000 },
      { sector: '3', millionRp: 1000 },
    ];
    const { finalDemandEffect: effect } = await api.ask(EFFECT, Effect, { changes });
    expect(effect.multiplier).toBeNull();
    expect(effect.total.output).not.toBe(0);
  });

  it.each([
    ['{ inputOutput(table: "bps-io-185") { id } }', 'table', /bps-io-17-2020/],
    ['{ finalDemandEffect(changes: []) { multiplier } }', 'changes', /at least one/],
    ['{ finalDemandEffect(changes: [{sector: "18", percent: 1}]) { multiplier } }', 'changes.sector', /one of 1, 2, 3/],
    ['{ finalDemandEffect(changes: [{sector: "6"}]) { multiplier } }', 'finalDemand', /one of the two/],
    ['{ finalDemandEffect(changes: [{sector: "6", percent: -101}]) { multiplier } }', 'finalDemand', /-100 or more/],
    ['{ inputOutput { extractions(sectors: ["x"]) { othersPerOwnOutput } } }', 'sectors', /one of 1, 2, 3/],
  ])('%s names what is wrong and what would be right', async (query, argument, expected) => {
    const [error] = await api.refuse(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(error?.extensions.expected).toMatch(expected);
  });
});

describe('a table that the asker brings along', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  const READ = `query($file: InputOutputFile!) { readInputOutput(file: $file) {
    id name year fromFile scheme sources { title publisher } sectors { code name node { id } } leontief: matrix(of: LEONTIEF) } }`;
  const Read = z.object({
    readInputOutput: z.object({
      id: z.string(),
      fromFile: z.boolean(),
      sources: z.array(z.object({ title: z.string(), publisher: z.string() })),
      sectors: z.array(z.object({ code: z.string(), name: z.string(), node: z.null() })),
      leontief: z.array(z.array(z.number())),
    }),
  });
  const file = {
    name: 'Two sectors',
    year: '2009',
    csv: TWO_SECTORS,
    source: { title: 'A drawn table', publisher: 'Nobody', licence: 'facts only' },
  };

  it('is answered like any other, with its source, and is not among the tables afterwards', async () => {
    const { readInputOutput: table } = await api.ask(READ, Read, { file });
    expect(table).toMatchObject({ fromFile: true, sources: [{ title: 'A drawn table', publisher: 'Nobody' }] });
    expect(table.sectors.map(({ name }) => name)).toEqual(['Farming', 'Industry']);
    // Miller & Blair 2009, p. 22.
    expect(table.leontief.flat().map((value) => Number(value.toFixed(4)))).toEqual([1.2541, 0.33, 0.264, 1.1221]);
    const again = await api.ask(READ, Read, { file });
    expect(again.readInputOutput.id).toBe(table.id);
    const { inputOutputTables } = await api.ask(
      '{ inputOutputTables { id } }',
      z.object({ inputOutputTables: z.array(z.object({ id: z.string() })) }),
    );
    expect(inputOutputTables).toEqual([{ id: 'bps-io-17-2020' }]);
  });

  it.each([
    [{ csv: TWO_SECTORS.replace('150,500', '150,a lot') }, /^line 2, column 2: 'a lot' is no number; write 0/],
    [
      { csv: TWO_SECTORS.replace('1,Farming,150', '1,Farming,171') },
      /line 2: row 1 \(Farming\): flows and final demand/,
    ],
    [{ csv: TWO_SECTORS.replace('2100,,1000', '2100,,1100') }, /^line 9: total 2100 of sector 1 is 1100/],
    [{ csv: TWO_SECTORS.replace('2,Industry', '3,Industry') }, /there are rows 3 \(line 3\) without a column/],
    [{ csv: 'nothing' }, /line 1 begins with 'nothing'; the first column has to be 'code' or 'kode'/],
    [{ scheme: 'BPS_IO_17' }, /line 2: sector 1 of BPS_IO_17 is 'Agriculture, forestry and fishing', not 'Farming'/],
    [{ source: { ...file.source, publisher: ' ' } }, /^source.publisher: /],
  ])('is refused where it is none: %#', async (change, message) => {
    const [error] = await api.refuse(READ, { file: { ...file, ...change } });
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'file' });
    expect(error?.message).toMatch(message);
  });

  it('tells the first faults of very many, and how many there are besides', async () => {
    const [heading, ...rows] = TWO_SECTORS.split('\n');
    const csv = [heading, ...rows.map((row) => row.replaceAll(/,\d+(?=,|$)/g, ',none'))].join('\n');
    const [error] = await api.refuse(READ, { file: { ...file, csv } });
    expect(error?.message.split('\n')).toHaveLength(21);
    expect(error?.message).toMatch(/\nand \d+ more faults$/);
  });
});

describe('a dataset whose input-output figures are not whole', () => {
  it('has no table, and says which figure is missing', async () => {
    const records = realRecords();
    const api = await openApi({
      ...records,
      figures: records.figures.filter(({ id }) => !id.startsWith('sector:io17-4~COMPENSATION')),
    });
    try {
      const [error] = await api.refuse('{ inputOutput { id } }');
      expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'table' });
      expect(error?.message).toMatch(/Electricity and gas has no COMPENSATION for 2020/);
    } finally {
      await api.close();
    }
  });

  it('has no table where a row does not add up', async () => {
    const records = realRecords();
    const api = await openApi({
      ...records,
      figures: records.figures.map((figure) =>
        figure.id.startsWith('sector:io17-3~GOODS_EXPORTS') ? { ...figure, value: 1 } : figure,
      ),
    });
    try {
      const [error] = await api.refuse('{ inputOutput { id } }');
      expect(error?.message).toMatch(
        /row 3 \(Manufacturing\): flows and final demand add up to 6382471713, its output is/,
      );
    } finally {
      await api.close();
    }
  });
});
