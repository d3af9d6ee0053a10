/** Which classes tend to be made in the same places: revealed comparative advantage, proximity, density. */

/** A matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/**
 * Revealed comparative advantage (Balassa 1965) of every place (row) in every class (column): the class's part of the place over its
 * part of the whole; 0 where a row or column is empty.
 */
export function revealedAdvantage(counts: Matrix): Matrix {
  const columns = counts[0]?.length ?? 0;
  const rowSums = counts.map(sum);
  const columnSums = Array.from({ length: columns }, (_, column) => sum(counts.map((row) => row[column] ?? 0)));
  const total = sum(rowSums);
  return counts.map((row, place) =>
    row.map((count, column) => {
      const expected = (rowSums[place] ?? 0) * (columnSums[column] ?? 0);
      return expected === 0 ? 0 : (count * total) / expected;
    }),
  );
}

/**
 * Proximity φ of two classes (Hidalgo et al. 2007): the smaller of the two conditional probabilities that a place with an advantage
 * (at least 1) in the one has one in the other. Symmetric; 0 where no place has an advantage; 1 of a class with itself, where one has.
 */
export function proximity(advantage: Matrix): Matrix {
  const columns = advantage[0]?.length ?? 0;
  const has = advantage.map((row) => row.map((value) => value >= 1));
  const count = (p: number, q: number): number => has.filter((row) => row[p] === true && row[q] === true).length;
  return Array.from({ length: columns }, (_, p) =>
    Array.from({ length: columns }, (_unused, q) => {
      const places = Math.max(count(p, p), count(q, q));
      return places === 0 ? 0 : count(p, q) / places;
    }),
  );
}

/** Density ω of a place around a class: the part of the class's proximity to others that the place has an advantage in; 0 to 1. */
export function density(advantage: readonly number[], near: readonly number[], column: number): number {
  const others = near.map((value, at) => (at === column ? 0 : value));
  const total = sum(others);
  return total === 0 ? 0 : sum(others.map((value, at) => ((advantage[at] ?? 0) >= 1 ? value : 0))) / total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
