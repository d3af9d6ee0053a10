import type { NodeId } from '#vocabulary';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import { GapsDocument, type GapsQuery, type ReasonRelationFragment } from '../requests/generated/operations.ts';
import { useAnswer, type Answered } from './use-answer.ts';

/** Candidates found, as many as were asked for, and what is to be said of them. */
export type Gaps = GapsQuery['gaps'];
/** One candidate with the parts of its score. */
export type Gap = Gaps['nodes'][number];
/** A relation that a reason rests on. */
export type ReasonRelation = ReasonRelationFragment;

/** What candidates are asked for; place, sector, scope and date come from the question. */
export interface GapsAsked {
  readonly cluster: NodeId | null;
  readonly largeIndustry: NodeId | null;
  /** Kilometres; null: any distance. */
  readonly withinKm: number | null;
  readonly wide: boolean;
  /** 1 to 200. */
  readonly first: number;
}

/** Candidates under the question's place, sector, scope and date; a firm that the question names counts unless another is asked for. */
export function useGaps(asked: GapsAsked, question: Question): Answered<Gaps> {
  const variables = {
    ...asked,
    largeIndustry: asked.largeIndustry ?? question.largeIndustry,
    // A cluster that was chosen counts wherever it lies.
    place: asked.cluster === null ? question.place : null,
    sector: asked.cluster === null ? question.sector : null,
    scope: question.scope,
    asOf: question.asOf,
  };
  return useAnswer(`gaps ${JSON.stringify(variables)}`, async (signal) => {
    return (await request(GapsDocument, variables, signal)).gaps;
  });
}
