import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractSectors } from '../../api/analysis/input-output/extraction.ts';
import { changeFinalDemand } from '../../api/analysis/input-output/final-demand.ts';
import { modelOf } from '../../api/analysis/input-output/leontief.ts';
import { findLinkages } from '../../api/analysis/input-output/linkages.ts';
import { finalDemandOf } from '../../api/projection/input-output-table.ts';
import { drawnTable, randomTable } from './drawn-tables.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
/** Relative to the larger of the two, for numbers that are far from 1. */
const apart = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));

describe('any input-output table', () => {
  const RUNS = { numRuns: 1_000 };

  it('has the multipliers of the power series I + A + A² + …', () => {
    fc.assert(
      fc.property(randomTable, (table) => {
        const { technical, leontief } = modelOf(table);
        const n = table.sectors.length;
        for (let j = 0; j < n; j += 1) {
          let round: readonly number[] = table.sectors.map((_, i) => Number(i === j));
          const reached = [...round];
          for (let k = 0; k < 20_000 && sum(round) > 1e-13; k += 1) {
            round = table.sectors.map((_, i) => sum(round.map((value, m) => technical.get(i, m) * value)));
            round.forEach((value, i) => (reached[i] = (reached[i] ?? 0) + value));
          }
          reached.forEach((value, i) => expect(apart(leontief.get(i, j), value)).toBeLessThan(1e-8));
        }
      }),
      RUNS,
    );
  });

  it('is changed by nothing when final demand is not, and in proportion when it is', () => {
    fc.assert(
      fc.property(randomTable, fc.integer({ min: -100, max: 300 }), (table, percent) => {
        expect(changeFinalDemand(table, [{ sector: 0, percent: 0 }]).sectors.every(({ output }) => output === 0)).toBe(
          true,
        );
        const once = changeFinalDemand(table, [{ sector: 0, value: 1 }]);
        const change = changeFinalDemand(table, [{ sector: 0, percent }]);
        const { total } = change;
        expect(apart(total.output, total.finalDemand * once.total.output)).toBeLessThan(1e-9);
        expect(apart(total.valueAdded + total.imports + total.productTaxes, total.finalDemand)).toBeLessThan(1e-9);
        expect(change.sectors).toHaveLength(table.sectors.length);
      }),
      RUNS,
    );
  });

  it('loses by extraction what is left when row, column and final demand are taken out and the rest is made anew', () => {
    fc.assert(
      fc.property(randomTable, (table) => {
        const n = table.sectors.length;
        const demand = finalDemandOf(table);
        const { technical } = modelOf(table);
        for (const { sector, bySector, backward, forward } of extractSectors(table)) {
          const without = made(
            demand.map((value, i) => (i === sector ? 0 : value)),
            (i, j) => (i === sector || j === sector ? 0 : technical.get(i, j)),
          );
          without.forEach((left, i) =>
            expect(apart(bySector[i] ?? NaN, (table.output[i] ?? 0) - left)).toBeLessThan(1e-7),
          );
          const noPurchases = made(demand, (i, j) => (j === sector ? 0 : technical.get(i, j)));
          expect(apart(backward.value, sum(table.output) - sum(noPurchases))).toBeLessThan(1e-7);
          const primary = table.output.map(
            (value, j) => value - sum(table.sectors.map((_, i) => table.flows[i * n + j] ?? 0)),
          );
          const noSales = made(primary, (j, i) =>
            i === sector ? 0 : (table.flows[i * n + j] ?? 0) / (table.output[i] ?? 1),
          );
          expect(apart(forward.value, sum(table.output) - sum(noSales))).toBeLessThan(1e-7);
        }
      }),
      RUNS,
    );
  });

  it('keeps the average index at one, and shares of rounds between the first and all', () => {
    fc.assert(
      fc.property(randomTable, (table) => {
        const linkages = findLinkages(table);
        const n = linkages.length;
        expect(sum(linkages.map(({ backwardIndex }) => backwardIndex)) / n).toBeCloseTo(1, 9);
        expect(sum(linkages.map(({ sensitivityIndex }) => sensitivityIndex)) / n).toBeCloseTo(1, 9);
        expect(sum(linkages.map(({ forwardIndex }) => forwardIndex)) / n).toBeCloseTo(1, 9);
        const { rounds } = changeFinalDemand(table, [{ sector: 0, value: 1 }]);
        expect(rounds.every((part, i) => part >= (rounds[i - 1] ?? 0) - 1e-12 && part <= 1 + 1e-9)).toBe(true);
      }),
      RUNS,
    );
  });

  it('loses by a sector without any link that sector alone', () => {
    const table = drawnTable({
      flows: [
        [0, 0, 0],
        [0, 10, 20],
        [0, 30, 5],
      ],
      valueAdded: [7, 50, 60],
    });
    expect(extractSectors(table)[0]).toMatchObject({
      total: { value: 7 },
      others: { value: 0, percent: 0 },
      backward: { value: 0 },
      forward: { value: 0 },
      bySector: [7, 0, 0],
    });
  });

  it('has no multipliers where two sectors use up all that they make', () => {
    const table = drawnTable({
      flows: [
        [0, 10, 0],
        [10, 0, 0],
        [0, 0, 1],
      ],
      valueAdded: [0, 0, 9],
    });
    expect(() => findLinkages(table)).toThrow(/has no multipliers/);
    const worse = drawnTable({
      flows: [
        [0, 30, 0],
        [10, 0, 0],
        [0, 0, 1],
      ],
      valueAdded: [5, -25, 9],
    });
    expect(() => findLinkages(worse)).toThrow(/has no multipliers/);
  });
});

/** Output for final demand under coefficients, by rounds of buying until nothing is left to buy. */
function made(demand: Float64Array, coefficient: (i: number, j: number) => number): readonly number[] {
  let round: readonly number[] = [...demand];
  let output = [...round];
  for (let k = 0; k < 20_000 && round.some((value) => Math.abs(value) > 1e-10); k += 1) {
    const before = round;
    round = before.map((_, i) => sum(before.map((value, j) => coefficient(i, j) * value)));
    output = output.map((value, i) => value + (round[i] ?? 0));
  }
  return output;
}
