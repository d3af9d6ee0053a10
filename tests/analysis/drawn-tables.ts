/** Input-output tables: the dataset's own, and small ones that balance by construction. */
import fc from 'fast-check';
import type { PartialDate } from '#vocabulary';
import type { InputOutputTable } from '../../api/projection/input-output-table.ts';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { openStore } from '../../api/store/open-store.ts';
import { readRealDataset } from '../dataset/real-dataset.ts';

/** BPS 2020 as a store gives it. */
export async function realTable(): Promise<InputOutputTable> {
  const store = await openStore('sqlite::memory:');
  await store.write({ put: readRealDataset(), remove: [] });
  const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
  const { tables, faulty } = keeper.current().inputOutput;
  await keeper.close();
  await store.close();
  const [table] = tables;
  if (table === undefined) throw new Error(`the dataset has no table: ${JSON.stringify(faulty)}`);
  return table;
}

/** What a table is drawn from: flows row by row, and value added of each sector. Final demand is what balances it. */
export interface Drawing {
  readonly flows: readonly (readonly number[])[];
  readonly valueAdded: readonly number[];
  readonly imports?: readonly number[];
}

/** Sectors are called 1, 2, 3 …; what is not sold as input goes to households, and what lacks comes from inventories. */
export function drawnTable({ flows, valueAdded, imports = [] }: Drawing): InputOutputTable {
  const n = valueAdded.length;
  const zeros = (): Float64Array => new Float64Array(n);
  const output = Float64Array.from(
    valueAdded,
    (value, j) => value + (imports[j] ?? 0) + flows.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  );
  const left = Float64Array.from(flows, (row, i) => (output[i] ?? 0) - row.reduce((a, b) => a + b, 0));
  return {
    id: 'drawn',
    name: 'A drawn table',
    year: '2020' as PartialDate,
    scheme: null,
    sectors: valueAdded.map((_, i) => ({ code: String(i + 1), name: `Sector ${i + 1}`, names: [], node: null })),
    flows: Float64Array.from(flows.flat()),
    output,
    finalDemand: {
      HOUSEHOLD_CONSUMPTION: left.map((value) => Math.max(0, value)),
      NPISH_CONSUMPTION: zeros(),
      GOVERNMENT_CONSUMPTION: zeros(),
      FIXED_CAPITAL_FORMATION: zeros(),
      INVENTORY_CHANGE: left.map((value) => Math.min(0, value)),
      GOODS_EXPORTS: zeros(),
      SERVICE_EXPORTS: zeros(),
    },
    inputs: {
      PRODUCT_TAXES: zeros(),
      IMPORTED_INPUT: Float64Array.from(valueAdded, (_, i) => imports[i] ?? 0),
      COMPENSATION: Float64Array.from(valueAdded),
      OPERATING_SURPLUS: zeros(),
      PRODUCTION_TAXES: zeros(),
    },
    sources: [],
    fromFile: true,
  };
}

/** Tables of 1 to 6 sectors with many empty flows; each sector has value added, so that all have multipliers. */
export const randomTable: fc.Arbitrary<InputOutputTable> = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc
    .record({
      flows: fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(1_000)), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
      valueAdded: fc.array(fc.integer({ min: 50, max: 2_000 }), { minLength: n, maxLength: n }),
      imports: fc.array(fc.nat(500), { minLength: n, maxLength: n }),
    })
    .map(drawnTable),
);
