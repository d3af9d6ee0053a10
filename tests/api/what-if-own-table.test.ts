import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { generatedTable, type GeneratedTable } from '../fixtures/generated-table.ts';
import { TWO_SECTORS } from '../fixtures/two-sectors.ts';
import { openApi, realRecords, type ApiUnderTest } from './api-under-test.ts';

describe('what-if in a table that the asker brings along', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(realRecords());
  });
  afterAll(() => api.close());

  const source = { title: 'A drawn table', publisher: 'Nobody', licence: 'facts only' };
  const two = { name: 'Two sectors', year: '2009', csv: TWO_SECTORS, source };
  const ASK = `query($shocks: [WhatIfShock!]!, $file: InputOutputFile) { whatIf(asOf: "2025-12-31", shocks: $shocks, ownTable: $file) {
    shocks { closedCount economy { table { id name fromFile sources { title publisher } }
      total { finalDemand output valueAdded imports productTaxes } sectors { sector { code name } amounts { output } } } }
    sectors { sector { code name } effects { output } } } }`;
  const Sector = z.object({ code: z.string(), name: z.string() });
  const Total = z.record(z.enum(['finalDemand', 'output', 'valueAdded', 'imports', 'productTaxes']), z.number());
  const Economy = z.object({
    table: z.object({
      id: z.string(),
      name: z.string(),
      fromFile: z.boolean(),
      sources: z.array(z.object({ title: z.string(), publisher: z.string() })),
    }),
    total: Total,
    sectors: z.array(z.object({ sector: Sector, amounts: z.object({ output: z.number() }) })),
  });
  const Answer = z.object({
    whatIf: z.object({
      shocks: z.array(z.object({ closedCount: z.number(), economy: Economy.nullable() })),
      sectors: z.array(z.object({ sector: Sector, effects: z.array(z.object({ output: z.number() }).nullable()) })),
    }),
  });

  it('final demand is changed in it, with its own source; a shock that names a table of the server stands beside', async () => {
    const { whatIf } = await api.ask(ASK, Answer, {
      file: two,
      shocks: [
        { finalDemand: [{ sector: '2', percent: -10 }] },
        { finalDemand: [{ sector: '6', percent: -10 }], table: 'bps-io-17-2020' },
        { close: ['large-industry:komatsu-indonesia'], finalDemand: [{ sector: '1', millionRp: -100 }] },
        { close: ['large-industry:komatsu-indonesia'] },
      ],
    });
    const [own, bps, both, closing] = whatIf.shocks.map(({ economy }) => economy);
    expect(own?.table).toMatchObject({
      name: 'Two sectors',
      fromFile: true,
      sources: [{ title: 'A drawn table', publisher: 'Nobody' }],
    });
    // Miller & Blair 2009, p. 22: L = [[1.2541, 0.3300], [0.2640, 1.1221]], so that 170 less for industry is:
    const outputs = new Map(own?.sectors.map(({ sector, amounts }) => [sector.name, amounts.output]));
    expect(outputs.get('Farming')).toBeCloseTo(-170 * 0.33, 1);
    expect(outputs.get('Industry')).toBeCloseTo(-170 * 1.1221, 1);
    expect(own?.total.valueAdded).toBeCloseTo(-170, 9);
    expect(bps?.table).toMatchObject({ id: 'bps-io-17-2020', fromFile: false });
    expect(bps?.total.output).toBeCloseTo(-579_207_000, -6);
    expect(both?.table.id).toBe(own?.table.id);
    expect(both?.total.output).toBeCloseTo(-100 * (1.2541 + 0.264), 1);
    expect(whatIf.shocks[2]?.closedCount).toBeGreaterThan(0);
    expect(closing).toBeNull();
    expect(whatIf.sectors.filter(({ effects }) => effects[0] !== null).map(({ sector }) => sector.name)).toEqual([
      'Industry',
      'Farming',
    ]);
    expect(whatIf.sectors).toHaveLength(19);
  });

  it('one of 185 sectors is worked out in another thread, as the rounds of buying add up', async () => {
    const large = generatedTable(185, 7);
    const place = 41;
    const code = large.codes[place] ?? '';
    const { whatIf } = await api.ask(ASK, Answer, {
      file: { ...two, csv: large.csv },
      shocks: [{ finalDemand: [{ sector: code, millionRp: 1000 }] }],
    });
    const total = whatIf.shocks[0]?.economy?.total;
    const expected = roundsOfBuying(large, place, 1000);
    const sum = (of: readonly number[]): number =>
      expected.reduce((all, x, i) => all + (x * (of[i] ?? 0)) / (large.output[i] ?? 0), 0);
    const found = new Map(
      whatIf.shocks[0]?.economy?.sectors.map(({ sector, amounts }) => [sector.code, amounts.output]),
    );
    expect(large.codes.map((one) => found.get(one)?.toFixed(6))).toEqual(expected.map((value) => value.toFixed(6)));
    expect(total?.valueAdded).toBeCloseTo(sum(large.valueAdded), 6);
    expect(total?.imports).toBeCloseTo(sum(large.imports), 6);
    expect(total?.productTaxes).toBeCloseTo(sum(large.productTaxes), 6);
    expect((total?.valueAdded ?? 0) + (total?.imports ?? 0) + (total?.productTaxes ?? 0)).toBeCloseTo(1000, 6);
  });

  const demand = [{ finalDemand: [{ sector: '2', percent: -10 }] }];
  it.each([
    [{ csv: TWO_SECTORS.replace('150,500', '150,a lot') }, demand, /^line 2, column 2: 'a lot' is no number; write 0/],
    [{ csv: TWO_SECTORS.replace('2,Industry', '3,Industry') }, demand, /there are rows 3 \(line 3\) without a column/],
    [{ csv: generatedTable(251, 1).csv }, demand, /there are 251 sectors; at most 250 can be loaded/],
    [
      { csv: `code,${Array.from({ length: 40_000 }, (_, i) => `s${i}`).join()}` },
      demand,
      /^line 1 has 40000 columns of sectors; at most 250/,
    ],
    [
      { csv: Array.from({ length: 60_000 }, (_, i) => `s${i},1`).join('\n') },
      demand,
      /^there are 59999 sectors; at most 250/,
    ],
    [{}, [{ close: ['large-industry:komatsu-indonesia'] }], /no shock changes it/],
    [{}, [{ ...demand[0], table: 'bps-io-17-2020' }], /no shock changes it/],
  ])('is refused where it is none, or for nothing: %#', async (change, shocks, message) => {
    const [error] = await api.refuse(ASK, { file: { ...two, ...change }, shocks });
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'ownTable' });
    expect(error?.message).toMatch(message);
  });

  it('a sector that it does not have is named with those it has', async () => {
    const [error] = await api.refuse(ASK, { file: two, shocks: [{ finalDemand: [{ sector: '6', percent: 1 }] }] });
    expect(error?.extensions).toMatchObject({ argument: 'finalDemand.sector', expected: 'one of 1, 2' });
  });
});

/** Output by adding up round after round, Δf + AΔf + A²Δf + …, from the flows alone. */
function roundsOfBuying({ flows, output }: GeneratedTable, place: number, value: number): readonly number[] {
  let asked = output.map((_, i) => (i === place ? value : 0));
  const all = [...asked];
  while (Math.max(...asked) > 1e-12) {
    asked = flows.map((row) => row.reduce((sum, flow, j) => sum + (flow / (output[j] ?? 1)) * (asked[j] ?? 0), 0));
    asked.forEach((more, i) => (all[i] = (all[i] ?? 0) + more));
  }
  return all;
}
