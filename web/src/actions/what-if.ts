import { parsePartialDate, type Language, type NodeId, type PartialDate } from '#vocabulary';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import {
  OwnSectorNamesDocument,
  ReferenceDayDocument,
  SectorNamesDocument,
  WhatIfDocument,
  type FinalDemandPart,
  type SectorsOfTableFragment,
  type WhatIfQuery,
} from '../requests/generated/operations.ts';
import { RequestError } from '../requests/request-error.ts';
import { filtersOf } from './answers.ts';
import type { OwnTable } from './input-output.ts';
import { SUPPLY_TYPES, type SupplyType } from './tracing.ts';
import { useAnswer, type Answered } from './use-answer.ts';

export type { FinalDemandPart } from '../requests/generated/operations.ts';
export { SUPPLY_TYPES, type SupplyType } from './tracing.ts';

/** A change of the final demand for a sector. */
export interface DemandChange {
  /** Code in the table that is asked. */
  readonly sector: string;
  readonly percent: number;
  /** null: all of it. */
  readonly part: FinalDemandPart | null;
}

/** What happens: somebody or some place closes, final demand changes, or both. */
export interface Shock {
  readonly close: readonly NodeId[];
  readonly closePlaces: readonly NodeId[];
  /** How much of what they supply is lost, above 0 to 1. */
  readonly part: number;
  readonly demand: DemandChange | null;
}

/** What is asked; evidence and date come from the question. */
export interface WhatIfAsked {
  /** 1 to 8, none of them empty. */
  readonly shocks: readonly Shock[];
  /** Tiers looked along, 1 to 6. */
  readonly depth: number;
  readonly relationTypes: readonly SupplyType[];
  readonly table: AskedTable;
}

/** In which final demand changes: a table of the server, by id; null: its usual one. Or one's own. */
export type AskedTable = string | null | OwnTable;

export type WhatIf = WhatIfQuery['whatIf'];
export type ShockOutcome = WhatIf['shocks'][number];
/** The table in which a shock's final demand changed. */
export type ShockTable = NonNullable<ShockOutcome['economy']>['table'];

/** `refused`: why it cannot be worked out as asked, in the API's words (in English). */
export type WhatIfAnswered =
  | { readonly whatIf: WhatIf; readonly asked: WhatIfAsked; readonly asOf: PartialDate; readonly refused: null }
  | { readonly refused: string };

/** What the shocks would do; null asks nothing. Without a date in the question, as of the data's own reference day. */
export function useWhatIf(asked: WhatIfAsked | null, question: Question, language: Language): Answered<WhatIfAnswered> {
  const { asOf, evidence } = filtersOf(question);
  const key =
    asked === null
      ? null
      : `what-if ${JSON.stringify({ ...asked, table: tableKey(asked.table), asOf, evidence, language })}`;
  return useAnswer(key, async (signal): Promise<WhatIfAnswered> => {
    if (asked === null) throw new Error('Nothing was asked');
    const day = asOf ?? (await request(ReferenceDayDocument, {}, signal)).dataset.referenceDay;
    const { depth, relationTypes, table } = asked;
    const shocks = asked.shocks.map(({ close, closePlaces, part, demand }) => ({
      close: [...close],
      closePlaces: [...closePlaces],
      part,
      finalDemand: demand === null ? [] : [demand],
      table: typeof table === 'string' ? table : null,
    }));
    // A file travels only where something is asked of it.
    const ownTable = asked.shocks.some(({ demand }) => demand !== null) ? fileOf(table) : null;
    const filter = { asOf: day, evidence: [...evidence], relationTypes: [...relationTypes] };
    try {
      const { whatIf } = await request(WhatIfDocument, { shocks, depth, ...filter, ownTable, language }, signal);
      return { whatIf, asked, asOf: parsePartialDate(day), refused: null };
    } catch (error) {
      // Shares above the whole, or goods that reach too many: an answer of its own, which another question may change.
      if (error instanceof RequestError && error.fault === 'BAD_USER_INPUT') return { refused: error.message };
      throw error;
    }
  });
}

const fileOf = (table: AskedTable): OwnTable['file'] | null =>
  typeof table === 'object' && table !== null ? table.file : null;

/** An own table's id is of what is in it: two files have two. */
const tableKey = (table: AskedTable): string | null => (typeof table === 'object' && table !== null ? table.id : table);

/** A table's name, and its sectors. */
export type SectorNames = SectorsOfTableFragment;

/** The sectors of a table. */
export function useSectorNames(table: AskedTable, language: Language): Answered<SectorNames> {
  return useAnswer(`sector names ${tableKey(table) ?? ''} ${language}`, async (signal) => {
    const file = fileOf(table);
    if (file !== null) return (await request(OwnSectorNamesDocument, { file, language }, signal)).readInputOutput;
    const id = tableKey(table);
    return (await request(SectorNamesDocument, { table: id, language }, signal)).inputOutput;
  });
}

/** Observed supply alone, as the API takes it by itself. */
export const OBSERVED: readonly SupplyType[] = SUPPLY_TYPES.slice(0, 1);
