/** A table that an asker brings along, read and worked out in one go, in whatever thread has time for it. */
import type { InputOutputTable } from '../../projection/input-output-table.ts';
import type { Projection } from '../../projection/projection.ts';
import { plainModelOf, type PlainModel } from './leontief.ts';
import { readTableFile, sectorsOf } from './table-file.ts';
import { TableFileError, type TableFile } from './table-grid.ts';

/** The table with its models, or every fault that could be found. */
export type TableReading =
  | { readonly table: InputOutputTable; readonly model: PlainModel; readonly faults: null }
  | { readonly faults: readonly string[] };

/** O(n³) for the models, n the sectors. */
export function readTable(projection: Projection, file: TableFile): TableReading {
  try {
    const table = readTableFile(file, sectorsOf(projection));
    return { table, model: plainModelOf(table), faults: null };
  } catch (error) {
    if (error instanceof TableFileError) return { faults: error.faults };
    throw error;
  }
}
