import { valueAddedOf, type InputOutputTable } from '../../projection/input-output-table.ts';
import type { Loss, SectorExtraction } from './input-output-types.ts';
import { modelOf } from './leontief.ts';

const sumOf = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

/**
 * What would be missing without each sector, in the table's order, by the closed forms: extracting j loses sector i
 * L_ij · x_j / L_jj, j itself x_j; without its purchases alone j keeps x_j / L_jj; Ghosh's G instead of L for its sales.
 * Flows are domestic: what is bought abroad instead is no loss of the seller's that the table could show. O(n²) after O(n³).
 * @throws AnalysisRequestError when the table has no multipliers
 */
export function extractSectors(table: InputOutputTable): readonly SectorExtraction[] {
  const { leontief, ghosh } = modelOf(table);
  const output = sumOf(table.output);
  const valueAdded = valueAddedOf(table);
  const allValueAdded = sumOf(valueAdded);
  const percentOf = (value: number, whole: number): Loss => ({ value, percent: (value / whole) * 100 });
  return table.sectors.map((_, sector) => {
    const own = table.output[sector] ?? 0;
    const scale = own / leontief.get(sector, sector);
    const bySector = table.sectors.map((__, i) => (i === sector ? own : leontief.get(i, sector) * scale));
    const others = sumOf(bySector) - own;
    const lostValueAdded = bySector.reduce(
      (sum, loss, i) => sum + (loss * (valueAdded[i] ?? 0)) / (table.output[i] ?? 1),
      0,
    );
    const backward = others + own - scale;
    const supplyScale = own / ghosh.get(sector, sector);
    const forwardOthers = sumOf(table.sectors.map((__, i) => (i === sector ? 0 : ghosh.get(sector, i) * supplyScale)));
    const forward = forwardOthers + own - supplyScale;
    return {
      sector,
      total: percentOf(own + others, output),
      others: percentOf(others, output - own),
      othersPerOwnOutput: others / own,
      valueAdded: percentOf(lostValueAdded, allValueAdded),
      backward: percentOf(backward, output),
      backwardOthers: others,
      forward: percentOf(forward, output),
      forwardOthers,
      bySector,
    };
  });
}
