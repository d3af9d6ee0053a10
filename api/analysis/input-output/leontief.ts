/** The two models of a table: Leontief's of demand, Ghosh's of supply (Miller & Blair 2009, chapters 2 and 12). */
import { inverse, Matrix } from 'ml-matrix';
import type { InputOutputTable } from '../../projection/input-output-table.ts';
import { AnalysisRequestError } from '../request-error.ts';

/** Square matrices, the sector of the row first. */
export interface InputOutputModel {
  /** A: the row's part of the column's output, a = flow / output of the column. */
  readonly technical: Matrix;
  /** B: the part of the row's output that the column takes, b = flow / output of the row. */
  readonly allocation: Matrix;
  /** L = (I − A)⁻¹: output of the row for a unit of final demand for the column. */
  readonly leontief: Matrix;
  /** G = (I − B)⁻¹: output of the column that a unit of primary input of the row allows. */
  readonly ghosh: Matrix;
}

/** The same, row by row, as it travels between threads. */
export type PlainModel = { readonly [Name in keyof InputOutputModel]: Float64Array };

/** Rounding of an inverse whose entries are all at least 0. */
const ROUNDING = 1e-9;

const known = new WeakMap<InputOutputTable, InputOutputModel>();

/**
 * O(n³) the first time, then known for as long as the table is.
 * @throws AnalysisRequestError when a sector, with all it takes directly and indirectly, uses up as much as it makes: then
 *   I − A has no inverse without entries below 0 (the condition of Hawkins & Simon 1949, ρ(A) < 1)
 */
export function modelOf(table: InputOutputTable): InputOutputModel {
  const before = known.get(table);
  if (before !== undefined) return before;
  const n = table.sectors.length;
  const part = (by: 'row' | 'column'): Matrix => {
    const matrix = Matrix.zeros(n, n);
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < n; j += 1) {
        matrix.set(i, j, (table.flows[i * n + j] ?? 0) / (table.output[by === 'row' ? i : j] ?? 0));
      }
    }
    return matrix;
  };
  const technical = part('column');
  const allocation = part('row');
  const model: InputOutputModel = {
    technical,
    allocation,
    leontief: multiplierMatrix(table, technical),
    ghosh: multiplierMatrix(table, allocation),
  };
  known.set(table, model);
  return model;
}

/** The models of a table to hand over. @throws AnalysisRequestError as {@link modelOf} */
export function plainModelOf(table: InputOutputTable): PlainModel {
  const { technical, allocation, leontief, ghosh } = modelOf(table);
  const plain = (matrix: Matrix): Float64Array => Float64Array.from(matrix.to1DArray());
  return {
    technical: plain(technical),
    allocation: plain(allocation),
    leontief: plain(leontief),
    ghosh: plain(ghosh),
  };
}

/** Makes models that were worked out elsewhere known, so that nobody works them out anew. O(n²). */
export function takeModel(table: InputOutputTable, plain: PlainModel): void {
  if (known.has(table)) return;
  const n = table.sectors.length;
  const matrix = (values: Float64Array): Matrix => Matrix.from1DArray(n, n, values);
  known.set(table, {
    technical: matrix(plain.technical),
    allocation: matrix(plain.allocation),
    leontief: matrix(plain.leontief),
    ghosh: matrix(plain.ghosh),
  });
}

function multiplierMatrix(table: InputOutputTable, coefficients: Matrix): Matrix {
  const n = coefficients.rows;
  try {
    const multipliers = inverse(Matrix.sub(Matrix.eye(n, n), coefficients));
    if (multipliers.min() >= -ROUNDING) return multipliers;
  } catch {
    // The library's one failure here: I − A is singular.
  }
  throw new AnalysisRequestError(
    'table',
    `table '${table.id}' has no multipliers: some sectors use up at least what they make`,
    'a table whose sectors each take less than they make, directly and indirectly',
  );
}
