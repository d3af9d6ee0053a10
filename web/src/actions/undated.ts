import { useEffect } from 'react';
import type { KnownRelation } from '../exploration/known.ts';
import type { Tie } from '../exploration/answer.ts';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import { TiesDocument } from '../requests/generated/operations.ts';
import { useExplorer, useExploration } from './explorer-context.ts';
import { answerOf, arrivedWith } from './known.ts';
import { useAnswer, type Answered } from './use-answer.ts';

/** The ties of a question were no date asked, with their relations. */
export interface UndatedTies {
  readonly ties: readonly Tie[];
  /** Ties there are; more than `ties.length` when the answer was cut. */
  readonly totalCount: number;
  readonly relations: Readonly<Record<string, KnownRelation>>;
}

/** Ties asked for at a time; the API's most. */
const TIES_A_PAGE = 200;

/** What held at any date: the answer on screen where no date is asked, and else asked for beside it, once. */
export function useUndatedTies(): Answered<UndatedTies> {
  const { cache, language } = useExplorer();
  const answer = useExploration((exploration) => exploration.answer);
  const answered = useExploration((exploration) => exploration.answered);
  const relations = useExploration((exploration) => exploration.relations);
  const dated = answered !== null && answered.asOf !== null;
  const key = answered === null ? null : `undated ${undatedKey(answered)}`;
  // The answer at any date is kept, so that a date asked for later needs no second question.
  useEffect(() => {
    if (key === null || answer === null || dated) return;
    cache.set(key, { ties: answer.ties, totalCount: answer.totalCount, relations } satisfies UndatedTies);
  }, [cache, key, answer, dated, relations]);
  const other = useAnswer<UndatedTies>(dated ? key : null, async (signal) => {
    if (answered === null) throw new Error('nothing was asked');
    const { scope, place, sector, largeIndustry, evidence } = answered;
    const filter = { scope, place, sector, largeIndustry, evidence: [...evidence], asOf: null };
    const variables = { first: TIES_A_PAGE, after: null, ...filter, language: language() };
    const page = (await request(TiesDocument, variables, signal)).clustersTiedToLargeIndustry;
    const { ties, totalCount } = answerOf(page, [], language());
    const known = arrivedWith(page, language(), null).relations;
    return { ties, totalCount, relations: Object.fromEntries(known.map((relation) => [relation.id, relation])) };
  });
  if (dated || answer === null) return other;
  return { status: 'ready', value: { ties: answer.ties, totalCount: answer.totalCount, relations } };
}

function undatedKey({ scope, place, sector, largeIndustry, evidence }: Question): string {
  return [scope, place, sector, largeIndustry, ...evidence].join(' ');
}
