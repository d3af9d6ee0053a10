/** What a change of final demand does to every sector by Leontief's model: Δx = L Δf (Leontief 1936). */
import { Matrix } from 'ml-matrix';
import { finalDemandOf, valueAddedOf, type InputOutputTable } from '../../projection/input-output-table.ts';
import { AnalysisRequestError } from '../request-error.ts';
import type { EffectAmounts, FinalDemandChange, FinalDemandEffect } from './input-output-types.ts';
import { modelOf } from './leontief.ts';

/** Rounds of buying that are told. */
const ROUNDS = 8;
/** Rounding of a cut to nothing. */
const ROUNDING = 1e-9;

function refused(message: string, expected: string): AnalysisRequestError {
  return new AnalysisRequestError('finalDemand', message, expected);
}

/** The change in million rupiah, after all that was changed before it. */
function amountOf(table: InputOutputTable, change: FinalDemandChange, demand: number): number {
  const { sector, percent, value, part } = change;
  const code = table.sectors[sector]?.code ?? String(sector);
  const base = part === undefined ? demand : (table.finalDemand[part][sector] ?? 0);
  if ((percent === undefined) === (value === undefined)) {
    throw refused(`the change for sector ${code} has to say either percent or million rupiah`, 'one of the two');
  }
  const amount = value ?? ((percent ?? 0) / 100) * base;
  if (!Number.isFinite(amount)) throw refused(`the change for sector ${code} is no number`, 'a finite number');
  if (percent !== undefined && percent < -100) {
    throw refused(`sector ${code} cannot lose ${-percent} % of its final demand`, 'a percentage of -100 or more');
  }
  if (value !== undefined && value < 0 && base + value < -ROUNDING * Math.abs(base)) {
    throw refused(
      `sector ${code} cannot lose ${-amount} million rupiah of final demand; there are ${base}`,
      `a cut of at most ${Math.max(0, base)} million rupiah`,
    );
  }
  return amount;
}

function changesOf(table: InputOutputTable, changes: readonly FinalDemandChange[]): Float64Array {
  const delta = new Float64Array(table.sectors.length);
  const demand = finalDemandOf(table);
  const asked = new Set<string>();
  for (const change of changes) {
    const key = `${change.sector} ${change.part ?? ''}`;
    const code = table.sectors[change.sector]?.code;
    if (code === undefined) throw refused(`there is no sector at place ${change.sector}`, 'a sector of the table');
    if (asked.has(key)) throw refused(`sector ${code} is changed twice`, 'one change for each sector and part');
    asked.add(key);
    delta[change.sector] = (delta[change.sector] ?? 0) + amountOf(table, change, demand[change.sector] ?? 0);
  }
  return delta;
}

/**
 * The effect on every sector's output and what comes with it, in proportion to output now: value added + imports + product
 * taxes add up to the change of final demand. No substitution, no stock, no price. O(n²) after O(n³).
 * @throws AnalysisRequestError for a cut beyond what there is, a sector changed twice, or a table without multipliers
 */
export function changeFinalDemand(table: InputOutputTable, changes: readonly FinalDemandChange[]): FinalDemandEffect {
  const { technical, leontief } = modelOf(table);
  const delta = changesOf(table, changes);
  const column = Matrix.columnVector(delta);
  const output = leontief.mmul(column).to1DArray();
  const direct = technical.mmul(column).to1DArray();
  const valueAdded = valueAddedOf(table);
  const sectors = table.sectors.map((_, sector) => {
    const now = table.output[sector] ?? 0;
    const change = output[sector] ?? 0;
    const along = (values: Float64Array): number => ((values[sector] ?? 0) * change) / now;
    return {
      sector,
      finalDemand: delta[sector] ?? 0,
      output: change,
      outputPercent: (change / now) * 100,
      valueAdded: along(valueAdded),
      valueAddedPercent: (change / now) * 100,
      compensation: along(table.inputs.COMPENSATION),
      imports: along(table.inputs.IMPORTED_INPUT),
      productTaxes: along(table.inputs.PRODUCT_TAXES),
      directInput: direct[sector] ?? 0,
    };
  });
  const total = totalOf(table, sectors, valueAdded);
  return {
    total,
    multiplier: total.finalDemand === 0 ? null : total.output / total.finalDemand,
    rounds: total.output === 0 ? [] : roundsOf(technical, column, total.output),
    sectors: sectors.toSorted((a, b) => Math.abs(b.output) - Math.abs(a.output) || a.sector - b.sector),
  };
}

function totalOf(table: InputOutputTable, sectors: readonly EffectAmounts[], valueAdded: Float64Array): EffectAmounts {
  const sum = (amount: keyof EffectAmounts): number => sectors.reduce((all, sector) => all + sector[amount], 0);
  const percent = (part: number, whole: Float64Array): number => (part / whole.reduce((a, b) => a + b, 0)) * 100;
  return {
    finalDemand: sum('finalDemand'),
    output: sum('output'),
    outputPercent: percent(sum('output'), table.output),
    valueAdded: sum('valueAdded'),
    valueAddedPercent: percent(sum('valueAdded'), valueAdded),
    compensation: sum('compensation'),
    imports: sum('imports'),
    productTaxes: sum('productTaxes'),
    directInput: sum('directInput'),
  };
}

function roundsOf(technical: Matrix, change: Matrix, all: number): readonly number[] {
  let asked = change;
  let reached = change.sum();
  return Array.from({ length: ROUNDS }, () => {
    asked = technical.mmul(asked);
    reached += asked.sum();
    return reached / all;
  });
}
