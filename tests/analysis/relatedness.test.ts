import fc from 'fast-check';
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

  it('is what the definitions give, place by place and pair by pair, on 1,000 random tables', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([places, products]) =>
      fc.array(fc.array(fc.constantFrom<number>(0, 0, 1, 2, 5, 9), { minLength: products, maxLength: products }), {
        minLength: places,
        maxLength: places,
      }),
    );
    fc.assert(
      fc.property(table, (made) => {
        const all = made.flat().reduce((sum, one) => sum + one, 0);
        const found = revealedAdvantage(made);
        const specialised = made.map((row, place) => {
          const own = row.reduce((sum, one) => sum + one, 0);
          return row.map((one, product) => {
            const everywhere = made.reduce((sum, other) => sum + (other[product] ?? 0), 0);
            // (part of the place) / (part of the whole)
            const ratio = own === 0 || everywhere === 0 ? 0 : one / own / (everywhere / all);
            expect(found[place]?.[product]).toBeCloseTo(ratio, 9);
            // Exactly 1 is an advantage: by whole numbers, since a quotient may fall just short.
            return own > 0 && everywhere > 0 && one * all >= own * everywhere;
          });
        });
        const makers = (product: number): ReadonlySet<number> =>
          new Set(specialised.flatMap((row, place) => (row[product] === true ? [place] : [])));
        const relation = proximity(found);
        made[0]?.forEach((_, p) => {
          made[0]?.forEach((_unused, q) => {
            const [those, others] = [makers(p), makers(q)];
            const both = [...those].filter((place) => others.has(place)).length;
            const given = [those, others].map(({ size }) => (size === 0 ? 0 : both / size));
            expect(relation[p]?.[q]).toBeCloseTo(Math.min(...given), 12);
          });
          specialised.forEach((row, place) => {
            let [around, held] = [0, 0];
            row.forEach((has, q) => {
              if (q === p) return;
              around += relation[p]?.[q] ?? 0;
              if (has) held += relation[p]?.[q] ?? 0;
            });
            expect(density(found[place] ?? [], relation[p] ?? [], p)).toBeCloseTo(around === 0 ? 0 : held / around, 12);
          });
        });
      }),
      { numRuns: 1_000 },
    );
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
