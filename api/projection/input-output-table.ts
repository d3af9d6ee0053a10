/** What an input-output table holds, and what must hold within one (Miller & Blair 2009, chapter 2). */
import type { Measure, Name, NodeId, PartialDate, SectorScheme, Source } from '#vocabulary';

/** Final demand, column by column. */
export const FINAL_DEMAND_PARTS = [
  'HOUSEHOLD_CONSUMPTION',
  'NPISH_CONSUMPTION',
  'GOVERNMENT_CONSUMPTION',
  'FIXED_CAPITAL_FORMATION',
  'INVENTORY_CHANGE',
  'GOODS_EXPORTS',
  'SERVICE_EXPORTS',
] as const satisfies readonly Measure[];
export type FinalDemandPart = (typeof FINAL_DEMAND_PARTS)[number];

/** Value added, row by row. */
const VALUE_ADDED_PARTS = [
  'COMPENSATION',
  'OPERATING_SURPLUS',
  'PRODUCTION_TAXES',
] as const satisfies readonly Measure[];
/** What is paid beside domestic flows: imports and product taxes leave the table, the rest is value added. */
export const INPUT_PARTS = [
  'PRODUCT_TAXES',
  'IMPORTED_INPUT',
  ...VALUE_ADDED_PARTS,
] as const satisfies readonly Measure[];
export type InputPart = (typeof INPUT_PARTS)[number];

interface InputOutputSector {
  /** Unique within the table. */
  readonly code: string;
  readonly name: string;
  readonly names: readonly Name[];
  /** The node of the graph that stands for it; null where none does. */
  readonly node: NodeId | null;
}

/** Domestic flows at basic prices in million rupiah. Every column has one place for each sector, in the order of `sectors`. */
export interface InputOutputTable {
  readonly id: string;
  readonly name: string;
  readonly year: PartialDate;
  /** Whose sectors they are; null for a table with its own. */
  readonly scheme: SectorScheme | null;
  readonly sectors: readonly InputOutputSector[];
  /** From the sector of the row to that of the column: place `row · n + column`. */
  readonly flows: Float64Array;
  readonly output: Float64Array;
  readonly finalDemand: Readonly<Record<FinalDemandPart, Float64Array>>;
  readonly inputs: Readonly<Record<InputPart, Float64Array>>;
  /** Most cited first; at least one. */
  readonly sources: readonly Source[];
  readonly fromFile: boolean;
}

/** Sums of whole numbers are exact; a table in rounded figures may be off by one for each number added, or by a millionth. */
function differ(total: number, parts: number, count: number): boolean {
  return Math.abs(total - parts) > Math.max(count, Math.abs(total) * 1e-6);
}

const at = (list: Float64Array, place: number): number => list[place] ?? 0;

/** Final demand for each sector, all parts together. */
export function finalDemandOf({ sectors, finalDemand }: InputOutputTable): Float64Array {
  return Float64Array.from(sectors, (_, i) =>
    FINAL_DEMAND_PARTS.reduce((sum, part) => sum + at(finalDemand[part], i), 0),
  );
}

/** Value added of each sector: compensation, surplus and other taxes on production. */
export function valueAddedOf({ sectors, inputs }: InputOutputTable): Float64Array {
  return Float64Array.from(sectors, (_, i) => VALUE_ADDED_PARTS.reduce((sum, part) => sum + at(inputs[part], i), 0));
}

/**
 * What keeps the numbers from being a table, in words: an output that is not above 0, a flow below 0, a row or column whose
 * parts do not add up to output. Inventories, taxes and surplus may be below 0. Empty when all is well.
 * @param rowAt said before what is wrong with a sector's row, such as where that stands
 */
export function tableFaults(table: InputOutputTable, rowAt: (sector: number) => string = () => ''): readonly string[] {
  const { sectors, flows, output, inputs } = table;
  const n = sectors.length;
  const demand = finalDemandOf(table);
  return sectors.flatMap(({ code, name }, i) => {
    const faults: string[] = [];
    const label = `${code} (${name})`;
    if (!(at(output, i) > 0)) faults.push(`${rowAt(i)}output of ${label} is ${at(output, i)}; it has to be above 0`);
    let sold = at(demand, i);
    let bought = INPUT_PARTS.reduce((sum, part) => sum + at(inputs[part], i), 0);
    for (let j = 0; j < n; j += 1) {
      sold += at(flows, i * n + j);
      bought += at(flows, j * n + i);
      if (at(flows, i * n + j) < 0) {
        faults.push(
          `${rowAt(i)}the flow from ${label} to ${sectors[j]?.code} is ${at(flows, i * n + j)}; it has to be 0 or more`,
        );
      }
    }
    if (differ(at(output, i), sold, n + FINAL_DEMAND_PARTS.length)) {
      faults.push(`${rowAt(i)}row ${label}: flows and final demand add up to ${sold}, its output is ${at(output, i)}`);
    }
    if (differ(at(output, i), bought, n + INPUT_PARTS.length)) {
      faults.push(
        `column ${label}: flows, imports, taxes and value added add up to ${bought}, its output is ${at(output, i)}`,
      );
    }
    return faults;
  });
}
