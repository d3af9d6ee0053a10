import type { Language } from '#vocabulary';
import { request } from '../requests/client.ts';
import {
  InputOutputDocument,
  InputOutputTablesDocument,
  ReadInputOutputDocument,
  type InputOutputMatrix,
  type InputOutputTablesQuery,
  type ReadInputOutputQueryVariables,
  type TablePartsFragment,
} from '../requests/generated/operations.ts';
import { isAbort, RequestError } from '../requests/request-error.ts';
import { useAnswer, type Answered } from './use-answer.ts';

export type { InputOutputMatrix } from '../requests/generated/operations.ts';

/** Row by row. */
type Matrix = readonly (readonly number[])[];
/** A table with its linkages and extractions, the matrix that was asked for, and losses without one sector. */
export type InputOutputTable = Omit<TablePartsFragment, 'flows' | 'matrix'> & {
  readonly flows: Matrix;
  readonly matrix: Matrix;
};
export type TableName = InputOutputTablesQuery['inputOutputTables'][number];
/** A CSV with what is to be known of it, as the API takes it. */
export type TableFile = ReadInputOutputQueryVariables['file'];

/** A table that a person brought along; it lives as long as the page. */
export interface OwnTable {
  /** As the API named it: the same file has the same. */
  readonly id: string;
  readonly file: TableFile;
}

/** What is asked of a table. */
export interface TableAsked {
  /** Of the server, by id; null: its usual one. Or one's own. */
  readonly table: string | null | OwnTable;
  readonly of: InputOutputMatrix;
  /** Code of the sector whose absence is looked at; null: of none. */
  readonly without: string | null;
}

/** What was answered to what. */
export interface TableAnswer {
  readonly asked: TableAsked;
  readonly table: InputOutputTable;
}

/** Columns of the API may have gaps; a table has none. */
const whole = (rows: TablePartsFragment['matrix']): Matrix => rows.map((row) => row.map((value) => value ?? NaN));

const tableOf = (parts: TablePartsFragment): InputOutputTable => ({
  ...parts,
  flows: whole(parts.flows),
  matrix: whole(parts.matrix),
});

async function load(
  { table, of, without }: TableAsked,
  language: Language,
  signal: AbortSignal,
): Promise<InputOutputTable> {
  const parts = { of, without: without === null ? [] : [without], language };
  if (table !== null && typeof table !== 'string') {
    return tableOf((await request(ReadInputOutputDocument, { ...parts, file: table.file }, signal)).readInputOutput);
  }
  return tableOf((await request(InputOutputDocument, { ...parts, table }, signal)).inputOutput);
}

/** A table of the server, or one's own. */
export function useInputOutput(asked: TableAsked, language: Language): Answered<TableAnswer> {
  const id = typeof asked.table === 'string' || asked.table === null ? asked.table : asked.table.id;
  const key = `input-output ${JSON.stringify([id, asked.of, asked.without, language])}`;
  return useAnswer(key, async (signal) => ({ asked, table: await load(asked, language, signal) }));
}

/** The tables that the server has. */
export function useInputOutputTables(): Answered<readonly TableName[]> {
  return useAnswer('input-output tables', async (signal) => {
    return (await request(InputOutputTablesDocument, {}, signal)).inputOutputTables;
  });
}

/** A table that was read, or why it is none: one fault each, in the API's words (in English). */
export type TableRead = { readonly own: OwnTable } | { readonly faults: readonly string[] };

/** @throws RequestError when the server did not answer */
export async function readTable(file: TableFile, language: Language): Promise<TableRead> {
  try {
    const asked = { table: { id: '', file }, of: 'FLOWS', without: null } as const;
    const { id } = await load(asked, language, new AbortController().signal);
    return { own: { id, file } };
  } catch (error) {
    if (isAbort(error) || !(error instanceof RequestError) || error.fault !== 'BAD_USER_INPUT') throw error;
    return { faults: error.message.split('\n') };
  }
}
