/** An input-output table that the asker brings along: read, answered, and forgotten with the snapshot it was compared with. */
import { createHash } from 'node:crypto';
import { takeModel } from '../analysis/input-output/leontief.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import type { InputOutputFile, QueryResolvers } from '../schema/generated/resolver-types.ts';
import { analysed } from './analysed.ts';
import type { RequestContext } from './context.ts';
import { COSTS } from './question-budget.ts';
import { UserInputError } from './user-input.ts';

/** Faults that are told at once. */
const MOST_FAULTS = 20;

/** As NAME.json says it (api/analysis/input-output/README.md), so that the same rules hold for both. */
function aboutOf({ name, year, scheme, source }: InputOutputFile): string {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null && value !== undefined));
  return JSON.stringify({ name, year, unit: 'MILLION_RUPIAH', ...(scheme ? { scheme } : {}), source: given });
}

function refusal(argument: string, faults: readonly string[]): UserInputError {
  const told = faults.slice(0, MOST_FAULTS).map((fault) => fault.replace(/^its \.json, /, ''));
  const rest = faults.length - told.length;
  if (rest > 0) told.push(`and ${rest} more faults`);
  return new UserInputError(argument, told.join('\n'), 'a table in the form of api/analysis/input-output/README.md');
}

/**
 * The table of a file; the same object for as long as it is kept, its models worked out.
 * @throws UserInputError with every fault of a file that is no table, each with its line where it has one
 */
export async function ownTable(
  argument: string,
  file: InputOutputFile,
  context: RequestContext,
): Promise<InputOutputTable> {
  context.budget.spend(COSTS.inputOutput);
  const about = aboutOf(file);
  const digest = createHash('sha256').update(about).update('\0').update(file.csv).digest('hex').slice(0, 16);
  const id = `own-${digest}`;
  const reading = await analysed('inputOutputFile', { id, csv: file.csv, about }, context, 0, { id });
  if (reading.faults !== null) throw refusal(argument, reading.faults);
  takeModel(reading.table, reading.model);
  return reading.table;
}

export const inputOutputFileQueries = {
  readInputOutput: (_root, { file }, context) => ownTable('file', file, context),
} satisfies QueryResolvers;
