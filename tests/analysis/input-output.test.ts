import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractSectors } from '../../api/analysis/input-output/extraction.ts';
import { changeFinalDemand } from '../../api/analysis/input-output/final-demand.ts';
import { modelOf } from '../../api/analysis/input-output/leontief.ts';
import { findLinkages } from '../../api/analysis/input-output/linkages.ts';
import {
  finalDemandOf,
  tableFaults,
  valueAddedOf,
  type InputOutputTable,
} from '../../api/projection/input-output-table.ts';
import { realTable } from './drawn-tables.ts';
import { cell, expectedRows, type Row } from './expected-files.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
const number = (row: Row, column: string): number => Number(cell(row, column));
/** Relative to the larger of the two, for numbers that are far from 1. */
const apart = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));

describe('the input-output table of 2020', () => {
  let table: InputOutputTable;
  beforeAll(async () => {
    table = await realTable();
  });

  it('is read from relations and figures whole: 17 sectors in the order of their codes, balanced, with its source', () => {
    expect(table.id).toBe('bps-io-17-2020');
    expect(table.sectors.map(({ code }) => code)).toEqual(Array.from({ length: 17 }, (_, i) => String(i + 1)));
    expect(table.sectors[5]).toMatchObject({ name: 'Construction', node: 'sector:io17-6' });
    expect(tableFaults(table)).toEqual([]);
    expect([sum(table.output), sum(table.flows)]).toEqual([28_700_250_526, 11_719_964_690]);
    expect(table.sources.map(({ id }) => id)).toEqual(['source:bps-input-output-2020']);
  });

  it('has value added, imports and product taxes that add up to final demand', () => {
    const { IMPORTED_INPUT: imports, PRODUCT_TAXES: taxes } = table.inputs;
    expect(sum(valueAddedOf(table)) + sum(imports) + sum(taxes)).toBe(sum(finalDemandOf(table)));
  });

  it('has the linkages that are expected, sums to 1e-6 and indices as rounded there', () => {
    const rows = expectedRows('io-linkages.csv');
    expect(rows).toHaveLength(17);
    for (const [i, linkages] of findLinkages(table).entries()) {
      const row = rows[i];
      if (row === undefined) throw new Error(`no row ${i}`);
      const sums: readonly (readonly [number, string])[] = [
        [linkages.directBackward, 'direct_backward(colsum A)'],
        [linkages.directForward, 'direct_forward(rowsum B)'],
        [linkages.backward, 'backward_leontief(colsum L)'],
        [linkages.sensitivity, 'forward_leontief(rowsum L)'],
        [linkages.forward, 'forward_ghosh(rowsum G)'],
      ];
      for (const [value, column] of sums) expect(Math.abs(value - number(row, column)), column).toBeLessThan(1e-6);
      const indices: readonly (readonly [number, string])[] = [
        [linkages.backwardIndex, 'backward_index'],
        [linkages.sensitivityIndex, 'sensitivity_index'],
        [linkages.forwardIndex, 'forward_ghosh_index'],
      ];
      for (const [value, column] of indices) expect(Math.abs(value - number(row, column)), column).toBeLessThan(5.1e-5);
    }
  });

  it('has three key sectors by Leontief; manufacturing misses by Ghosh, at 0.9981', () => {
    const linkages = findLinkages(table);
    const codes = (key: 'keyByLeontief' | 'keyByGhosh'): readonly string[] =>
      linkages.flatMap((one) => (one[key] ? [table.sectors[one.sector]?.code ?? ''] : []));
    expect(codes('keyByLeontief')).toEqual(['3', '4', '8']);
    expect(codes('keyByGhosh')).not.toContain('3');
    expect(linkages[2]?.forwardIndex).toBeCloseTo(0.9981, 4);
  });

  it('loses what is expected by the extraction of each sector', () => {
    const rows = expectedRows('io-extraction.csv');
    for (const [i, extraction] of extractSectors(table).entries()) {
      const row = rows[i];
      if (row === undefined) throw new Error(`no row ${i}`);
      const values: readonly (readonly [number, string, number])[] = [
        [extraction.total.value, 'total_extraction_loss', 0.51],
        [extraction.total.percent, 'total_pct', 5.1e-5],
        [extraction.others.value, 'other_sectors_loss', 0.51],
        [extraction.others.percent, 'other_pct_of_others_output', 5.1e-5],
        [extraction.othersPerOwnOutput, 'other_loss_per_own_output', 5.1e-7],
        [extraction.valueAdded.value, 'value_added_loss', 0.51],
        [extraction.valueAdded.percent, 'value_added_pct', 5.1e-5],
        [extraction.backward.value, 'backward_loss', 0.51],
        [extraction.backward.percent, 'backward_pct', 5.1e-5],
        [extraction.backwardOthers, 'backward_loss_others', 0.51],
        [extraction.forward.value, 'forward_ghosh_loss', 0.51],
        [extraction.forward.percent, 'forward_pct', 5.1e-5],
        [extraction.forwardOthers, 'forward_loss_others', 0.51],
      ];
      for (const [value, column, rounding] of values) {
        expect(Math.abs(value - number(row, column)), `${column} ${i + 1}`).toBeLessThan(rounding);
      }
    }
  });

  it('loses what is expected by a tenth less final demand for construction', () => {
    const effect = changeFinalDemand(table, [{ sector: 5, percent: -10 }]);
    const rows = expectedRows('io-construction-minus10.csv');
    expect(effect.sectors.map(({ sector }) => table.sectors[sector]?.code)).toEqual(
      rows.map((row) => cell(row, 'code')),
    );
    for (const [i, sector] of effect.sectors.entries()) {
      const row = rows[i];
      if (row === undefined) throw new Error(`no row ${i}`);
      const values: readonly (readonly [number, string, number])[] = [
        [sector.output, 'd_output', 0.51],
        [sector.outputPercent, 'pct_of_output', 5.1e-5],
        [sector.valueAdded, 'd_value_added', 0.51],
        [sector.compensation, 'd_compensation', 0.51],
        [sector.directInput, 'd_direct_input', 0.51],
      ];
      for (const [value, column, rounding] of values) {
        expect(Math.abs(value - number(row, column)), `${column} ${i}`).toBeLessThan(rounding);
      }
    }
    const { total } = effect;
    const trillion = (value: number): number => Math.round(value / 1_000) / 1_000;
    expect(
      [total.finalDemand, total.output, total.valueAdded, total.imports, total.productTaxes].map(trillion),
    ).toEqual([-318.683, -579.207, -266.388, -48.661, -3.634]);
    expect(total.valueAdded + total.imports + total.productTaxes).toBeCloseTo(total.finalDemand, 3);
    expect([total.outputPercent, total.valueAddedPercent].map((value) => value.toFixed(4))).toEqual([
      '-2.0181',
      '-1.7701',
    ]);
    expect(effect.multiplier).toBeCloseTo(1.8175, 6);
    expect([effect.rounds[0], effect.rounds[3]].map((part) => ((part ?? 0) * 100).toFixed(2))).toEqual([
      '82.50',
      '98.95',
    ]);
  });

  it('agrees with numpy to 1e-9: inverses, extraction by taking rows and columns out, and the shock', () => {
    const Numbers = z.array(z.number());
    const expected = z
      .object({
        leontief: z.array(Numbers),
        ghosh: z.array(Numbers),
        extraction: z.array(
          z.object({ bySector: Numbers, valueAdded: z.number(), backward: z.number(), forward: z.number() }),
        ),
        constructionMinus10: z.object({ output: Numbers, valueAdded: Numbers, directInput: Numbers }),
      })
      .parse(JSON.parse(readFileSync(new URL('../expected/io-numpy.json', import.meta.url), 'utf8')));
    const close = (ours: readonly number[], theirs: readonly number[]): void => {
      expect(ours).toHaveLength(theirs.length);
      for (const [i, value] of ours.entries()) expect(apart(value, theirs[i] ?? NaN)).toBeLessThan(1e-9);
    };
    const { leontief, ghosh } = modelOf(table);
    close(leontief.to1DArray(), expected.leontief.flat());
    close(ghosh.to1DArray(), expected.ghosh.flat());
    for (const [i, extraction] of extractSectors(table).entries()) {
      const theirs = expected.extraction[i];
      close(extraction.bySector, theirs?.bySector ?? []);
      close(
        [extraction.valueAdded.value, extraction.backward.value, extraction.forward.value],
        [theirs?.valueAdded ?? NaN, theirs?.backward ?? NaN, theirs?.forward ?? NaN],
      );
    }
    const effect = changeFinalDemand(table, [{ sector: 5, percent: -10 }]);
    const inOrder = effect.sectors.toSorted((a, b) => a.sector - b.sector);
    close(
      inOrder.map(({ output }) => output),
      expected.constructionMinus10.output,
    );
    close(
      inOrder.map(({ valueAdded }) => valueAdded),
      expected.constructionMinus10.valueAdded,
    );
    close(
      inOrder.map(({ directInput }) => directInput),
      expected.constructionMinus10.directInput,
    );
  });

  it('moves by the part of final demand that is named: goods exported, not all that is sold', () => {
    const all = changeFinalDemand(table, [{ sector: 2, percent: -10 }]).total.finalDemand;
    const exported = changeFinalDemand(table, [{ sector: 2, percent: -10, part: 'GOODS_EXPORTS' }]).total.finalDemand;
    expect([all, exported].map((value) => Math.round(value * 10) / 10)).toEqual([-461_961_282.5, -175_293_674.6]);
  });

  it.each([
    ['more than there is, in percent', [{ sector: 5, percent: -101 }], /cannot lose 101 %/],
    [
      'more than there is, in rupiah',
      [{ sector: 4, value: -51_615_091 }],
      /sector 5 cannot lose 51615091 .* there are 51615090/,
    ],
    ['neither percent nor rupiah', [{ sector: 5 }], /either percent or million rupiah/],
    ['both', [{ sector: 5, percent: 1, value: 1 }], /either percent or million rupiah/],
    [
      'a sector twice',
      [
        { sector: 5, percent: -1 },
        { sector: 5, percent: -2 },
      ],
      /sector 6 is changed twice/,
    ],
    ['a sector that is not there', [{ sector: 17, percent: -1 }], /no sector at place 17/],
    ['no number', [{ sector: 5, value: NaN }], /no number/],
  ])('refuses a change that says %s', (_, changes, message) => {
    expect(() => changeFinalDemand(table, changes)).toThrow(message);
  });
});
