import { describe, expect, it } from 'vitest';
import { density, proximity, revealedAdvantage } from '../../api/analysis/gaps/relatedness.ts';

/** The worked example of ANALYSIS.md §4: four places, four products. */
const MADE = [
  [8, 6, 0, 1],
  [5, 6, 2, 0],
  [0, 3, 9, 2],
  [1, 0, 4, 6],
];

describe('relatedness', () => {
  const advantage = revealedAdvantage(MADE);
  const near = proximity(advantage);

  it('gives the advantage, proximity and density of the worked example', () => {
    expect(advantage[0]?.[0]).toBeCloseTo(2.019, 3);
    expect(near[0]?.[1]).toBe(1);
    expect(near[2]?.[3]).toBe(0.5);
    expect(density(advantage[2] ?? [], near[3] ?? [], 3)).toBe(1);
  });

  it('is symmetric, between 0 and 1, and 1 of a product with itself', () => {
    near.forEach((row, p) => {
      row.forEach((value, q) => {
        expect(value).toBe(near[q]?.[p]);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      });
      expect(row[p]).toBe(1);
    });
  });

  it('of a product nobody makes, or a place that makes nothing, is none and never not-a-number', () => {
    const empty = revealedAdvantage([
      [0, 0],
      [3, 0],
    ]);
    expect(empty).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(proximity(empty)[1]).toEqual([0, 0]);
    expect(density([1, 0], [0, 0], 0)).toBe(0);
    expect(revealedAdvantage([])).toEqual([]);
  });
});
