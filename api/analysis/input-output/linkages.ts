import type { Matrix } from 'ml-matrix';
import type { InputOutputTable } from '../../projection/input-output-table.ts';
import type { SectorLinkages } from './input-output-types.ts';
import { modelOf } from './leontief.ts';

/** Each sum against the mean of all: above 1 more linked than the average sector. */
function indices(sums: readonly number[]): readonly number[] {
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((sum) => (sum * sums.length) / total);
}

const rows = (matrix: Matrix): readonly number[] => matrix.sum('row');
const columns = (matrix: Matrix): readonly number[] => matrix.sum('column');

/**
 * Backward and forward linkages of every sector, in the table's order (ANALYSIS.md §9).
 * @throws AnalysisRequestError when the table has no multipliers
 */
export function findLinkages(table: InputOutputTable): readonly SectorLinkages[] {
  const { technical, allocation, leontief, ghosh } = modelOf(table);
  const [directBackward, directForward] = [columns(technical), rows(allocation)];
  const [backward, sensitivity, forward] = [columns(leontief), rows(leontief), rows(ghosh)];
  const [backwardIndex, sensitivityIndex, forwardIndex] = [indices(backward), indices(sensitivity), indices(forward)];
  return table.sectors.map((_, sector) => {
    const of = (list: readonly number[]): number => list[sector] ?? 0;
    return {
      sector,
      directBackward: of(directBackward),
      directForward: of(directForward),
      backward: of(backward),
      backwardIndex: of(backwardIndex),
      sensitivity: of(sensitivity),
      sensitivityIndex: of(sensitivityIndex),
      forward: of(forward),
      forwardIndex: of(forwardIndex),
      keyByLeontief: of(backwardIndex) > 1 && of(sensitivityIndex) > 1,
      keyByGhosh: of(backwardIndex) > 1 && of(forwardIndex) > 1,
    };
  });
}
