/** An input-output table that the asker brings along: read, answered, and forgotten with the snapshot it was compared with. */
import { createHash } from 'node:crypto';
import { readTableFile, sectorsOf } from '../analysis/input-output/table-file.ts';
import { TableFileError } from '../analysis/input-output/table-grid.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import type { Projection } from '../projection/projection.ts';
import type { InputOutputFile, QueryResolvers } from '../schema/generated/resolver-types.ts';
import { KeptAnswers } from './kept-answers.ts';
import { COSTS } from './question-budget.ts';
import { UserInputError } from './user-input.ts';

/** The page asks for another matrix of the same table: its models are not worked out anew. */
const MOST_KEPT = 4;
/** Faults that are told at once. */
const MOST_FAULTS = 20;

const kept = new KeptAnswers<Projection, InputOutputTable>(MOST_KEPT);

/** As NAME.json says it (api/analysis/input-output/README.md), so that the same rules hold for both. */
function aboutOf({ name, year, scheme, source }: InputOutputFile): string {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null && value !== undefined));
  return JSON.stringify({ name, year, unit: 'MILLION_RUPIAH', ...(scheme ? { scheme } : {}), source: given });
}

function refusal({ faults }: TableFileError): UserInputError {
  const told = faults.slice(0, MOST_FAULTS).map((fault) => fault.replace(/^its \.json, /, ''));
  const rest = faults.length - told.length;
  if (rest > 0) told.push(`and ${rest} more faults`);
  return new UserInputError('file', told.join('\n'), 'a table in the form of api/analysis/input-output/README.md');
}

export const inputOutputFileQueries = {
  readInputOutput: (_root, { file }, { snapshot, budget }) => {
    budget.spend(COSTS.inputOutput);
    const about = aboutOf(file);
    const digest = createHash('sha256').update(about).update('\0').update(file.csv).digest('hex').slice(0, 16);
    const id = `own-${digest}`;
    return kept.answer(snapshot.projection, { id }, () => {
      try {
        return readTableFile({ id, csv: file.csv, about }, sectorsOf(snapshot.projection));
      } catch (error) {
        if (error instanceof TableFileError) throw refusal(error);
        throw error;
      }
    });
  },
} satisfies QueryResolvers;
