/** Input-output tables of the dataset and of files, and what they answer. */
import { extractSectors } from '../analysis/input-output/extraction.ts';
import { changeFinalDemand } from '../analysis/input-output/final-demand.ts';
import type { FinalDemandChange, FinalDemandEffect } from '../analysis/input-output/input-output-types.ts';
import { modelOf } from '../analysis/input-output/leontief.ts';
import { findLinkages } from '../analysis/input-output/linkages.ts';
import { finalDemandOf, valueAddedOf, type InputOutputTable } from '../projection/input-output-table.ts';
import type {
  FinalDemandChange as FinalDemandChangeInput,
  InputOutputMatrix,
  InputOutputSectorResolvers,
  InputOutputTableResolvers,
  QueryResolvers,
} from '../schema/generated/resolver-types.ts';
import type { RequestContext } from './context.ts';
import type { InputOutputSectorParent } from './parents.ts';
import { projectedNode } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { refusedAsInput } from './ties.ts';
import { UserInputError } from './user-input.ts';

/** Changes that one question takes; no table has more sectors. */
const MOST_CHANGES = 200;

const sumOf = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

function tablesOf({ snapshot, tableFiles }: RequestContext): readonly InputOutputTable[] {
  return [...snapshot.inputOutput.tables, ...tableFiles];
}

/** @throws UserInputError when there is no such table, or none at all */
export function tableOf(id: string | null | undefined, context: RequestContext): InputOutputTable {
  const tables = tablesOf(context);
  const table =
    id === null || id === undefined
      ? (context.snapshot.inputOutput.tables.at(-1) ?? tables[0])
      : tables.find((one) => one.id === id);
  if (table !== undefined) return table;
  const expected = tables.length === 0 ? 'a dataset or a file with a table' : tables.map((one) => one.id).join(', ');
  const faulty = context.snapshot.inputOutput.faulty.find((one) => id === one.id || tables.length === 0);
  const why = faulty === undefined ? 'there is no such table' : `'${faulty.id}' is none: ${faulty.faults[0] ?? ''}`;
  throw new UserInputError('table', `table: ${why}; right would be ${expected}`, expected);
}

function placeOf(table: InputOutputTable, argument: string, asked: string): number {
  const place = table.sectors.findIndex(({ code, node }) => code === asked || node === asked);
  if (place >= 0) return place;
  const expected = `one of ${table.sectors.map(({ code }) => code).join(', ')}`;
  throw new UserInputError(
    argument,
    `${argument}: table '${table.id}' has no sector '${asked.slice(0, 60)}'; it has to be ${expected}`,
    expected,
  );
}

/** @throws UserInputError for an unknown sector or too many changes */
export function checkChanges(
  table: InputOutputTable,
  argument: string,
  changes: readonly FinalDemandChangeInput[],
): readonly FinalDemandChange[] {
  if (changes.length > MOST_CHANGES) {
    const expected = `at most ${MOST_CHANGES} changes`;
    throw new UserInputError(
      argument,
      `${argument} holds ${changes.length} changes; it may hold ${expected}`,
      expected,
    );
  }
  return changes.map(({ sector, percent, millionRp, part }) => ({
    sector: placeOf(table, `${argument}.sector`, sector),
    percent: percent ?? undefined,
    value: millionRp ?? undefined,
    part: part ?? undefined,
  }));
}

function sectorOf(table: InputOutputTable, place: number): InputOutputSectorParent {
  return { table, place };
}

/** The effect as the schema has it. */
export function effectAnswer(table: InputOutputTable, effect: FinalDemandEffect) {
  return {
    ...effect,
    table,
    sectors: effect.sectors.map(({ sector, ...amounts }) => ({ sector: sectorOf(table, sector), amounts })),
  };
}

export const inputOutputQueries = {
  inputOutputTables: (_root, _args, context) => tablesOf(context),
  inputOutput: (_root, args, context) => tableOf(args.table, context),
  finalDemandEffect: (_root, args, context) => {
    const table = tableOf(args.table, context);
    const changes = checkChanges(table, 'changes', args.changes);
    if (changes.length === 0) {
      throw new UserInputError('changes', 'changes is empty, so nothing changes', 'at least one change');
    }
    context.budget.spend(COSTS.inputOutput);
    return effectAnswer(
      table,
      refusedAsInput(() => changeFinalDemand(table, changes)),
    );
  },
} satisfies QueryResolvers;

function matrixRows(table: InputOutputTable, of: InputOutputMatrix): readonly (readonly number[])[] {
  const n = table.sectors.length;
  if (of === 'FLOWS') return table.sectors.map((_, i) => [...table.flows.subarray(i * n, (i + 1) * n)]);
  const { technical, allocation, leontief, ghosh } = modelOf(table);
  return { TECHNICAL: technical, ALLOCATION: allocation, LEONTIEF: leontief, GHOSH: ghosh }[of].to2DArray();
}

export const InputOutputTableFields: InputOutputTableResolvers = {
  sources: (table) => table.sources,
  sectors: (table) => table.sectors.map((_, place) => sectorOf(table, place)),
  totalOutput: (table) => sumOf(table.output),
  totalFinalDemand: (table) => sumOf(finalDemandOf(table)),
  totalValueAdded: (table) => sumOf(valueAddedOf(table)),
  matrix: (table, { of }, { budget }) => {
    budget.spend(COSTS.inputOutput);
    return refusedAsInput(() => matrixRows(table, of));
  },
  linkages: (table, _args, { budget }) => {
    budget.spend(COSTS.inputOutput);
    return refusedAsInput(() => findLinkages(table)).map((one) => ({ ...one, sector: sectorOf(table, one.sector) }));
  },
  extractions: (table, args, { budget }) => {
    const asked = args.sectors?.map((sector) => placeOf(table, 'sectors', sector));
    budget.spend(COSTS.inputOutput);
    return refusedAsInput(() => extractSectors(table))
      .filter(({ sector }) => asked === undefined || asked.includes(sector))
      .toSorted((a, b) => b.total.value - a.total.value || a.sector - b.sector)
      .map((one) => ({
        ...one,
        sector: sectorOf(table, one.sector),
        bySector: one.bySector.map((output, place) => ({ sector: sectorOf(table, place), output })),
      }));
  },
};

export const InputOutputSector: InputOutputSectorResolvers = {
  code: ({ table, place }) => table.sectors[place]?.code ?? '',
  name: ({ table, place }, { language }) => {
    const sector = table.sectors[place];
    return sector?.names.find((name) => name.language === language)?.text ?? sector?.name ?? '';
  },
  node: ({ table, place }, _args, context) => {
    const id = table.sectors[place]?.node ?? null;
    return id === null ? null : projectedNode(id, context);
  },
  output: ({ table, place }) => table.output[place] ?? 0,
  finalDemand: ({ table, place }) => finalDemandOf(table)[place] ?? 0,
  valueAdded: ({ table, place }) => valueAddedOf(table)[place] ?? 0,
  compensation: ({ table, place }) => table.inputs.COMPENSATION[place] ?? 0,
  imports: ({ table, place }) => table.inputs.IMPORTED_INPUT[place] ?? 0,
  productTaxes: ({ table, place }) => table.inputs.PRODUCT_TAXES[place] ?? 0,
};
