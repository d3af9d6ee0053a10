import { parsePartialDate, type Language, type NodeId, type PartialDate } from '#vocabulary';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import {
  ReferenceDayDocument,
  SectorNamesDocument,
  WhatIfDocument,
  type FinalDemandPart,
  type SectorNamesQuery,
  type WhatIfQuery,
} from '../requests/generated/operations.ts';
import { RequestError } from '../requests/request-error.ts';
import { filtersOf } from './answers.ts';
import { SUPPLY_TYPES, type SupplyType } from './tracing.ts';
import { useAnswer, type Answered } from './use-answer.ts';

export type { FinalDemandPart } from '../requests/generated/operations.ts';
export { SUPPLY_TYPES, type SupplyType } from './tracing.ts';

/** A change of the final demand for a sector. */
export interface DemandChange {
  /** Code in the dataset's table. */
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
}

export type WhatIf = WhatIfQuery['whatIf'];
export type ShockOutcome = WhatIf['shocks'][number];

/** `refused`: why it cannot be worked out as asked, in the API's words (in English). */
export type WhatIfAnswered =
  | { readonly whatIf: WhatIf; readonly asked: WhatIfAsked; readonly asOf: PartialDate; readonly refused: null }
  | { readonly refused: string };

/** What the shocks would do; null asks nothing. Without a date in the question, as of the data's own reference day. */
export function useWhatIf(asked: WhatIfAsked | null, question: Question, language: Language): Answered<WhatIfAnswered> {
  const { asOf, evidence } = filtersOf(question);
  const key = asked === null ? null : `what-if ${JSON.stringify({ ...asked, asOf, evidence, language })}`;
  return useAnswer(key, async (signal): Promise<WhatIfAnswered> => {
    if (asked === null) throw new Error('Nothing was asked');
    const day = asOf ?? (await request(ReferenceDayDocument, {}, signal)).dataset.referenceDay;
    const shocks = asked.shocks.map(({ close, closePlaces, part, demand }) => ({
      close: [...close],
      closePlaces: [...closePlaces],
      part,
      finalDemand: demand === null ? [] : [demand],
    }));
    const { depth, relationTypes } = asked;
    const filter = { asOf: day, evidence: [...evidence], relationTypes: [...relationTypes] };
    try {
      const { whatIf } = await request(WhatIfDocument, { shocks, depth, ...filter, language }, signal);
      return { whatIf, asked, asOf: parsePartialDate(day), refused: null };
    } catch (error) {
      // Shares above the whole, or goods that reach too many: an answer of its own, which another question may change.
      if (error instanceof RequestError && error.fault === 'BAD_USER_INPUT') return { refused: error.message };
      throw error;
    }
  });
}

export type SectorNames = SectorNamesQuery['inputOutput'];

/** The sectors of the dataset's table. */
export function useSectorNames(language: Language): Answered<SectorNames> {
  return useAnswer(`sector names ${language}`, async (signal) => {
    return (await request(SectorNamesDocument, { language }, signal)).inputOutput;
  });
}

/** Observed supply alone, as the API takes it by itself. */
export const OBSERVED: readonly SupplyType[] = SUPPLY_TYPES.slice(0, 1);
