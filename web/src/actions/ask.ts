import type { Language } from '#vocabulary';
import type { Answer } from '../exploration/answer.ts';
import { askQuestion, cancelQuestion, failQuestion, receiveAnswer, staysOpen } from '../exploration/asking.ts';
import { failExpansion, startExpansion, type OpenedGroup } from '../exploration/expanding.ts';
import type { Expansion, GroupKey } from '../exploration/groups.ts';
import type { Question } from '../exploration/question.ts';
import { request } from '../requests/client.ts';
import { TiesDocument, type TiesQuery } from '../requests/generated/operations.ts';
import { isAbort, RequestError } from '../requests/request-error.ts';
import { answerOf, arrivedWith } from './known.ts';
import { openGroup } from './opening.ts';
import { faultMessage, type Workings } from './workings.ts';

/** Ties asked for at a time, the API's most first; the next where their chains are more than the API gives at once. */
const TIES_A_PAGE = [200, 50, 10] as const;

/** A page of the ties that answer a question. */
export async function tiesPage(
  { scope, place, sector, largeIndustry, asOf, evidence }: Question,
  after: string | null,
  language: Language,
  signal: AbortSignal,
): Promise<TiesQuery['clustersTiedToLargeIndustry']> {
  const filter = { scope, place, sector, largeIndustry, asOf, evidence: [...evidence] };
  const page = async (first: number): Promise<TiesQuery['clustersTiedToLargeIndustry']> =>
    (await request(TiesDocument, { first, after, ...filter, language }, signal)).clustersTiedToLargeIndustry;
  for (const first of TIES_A_PAGE) {
    try {
      return await page(first);
    } catch (error) {
      if (!(error instanceof RequestError) || !error.tooLarge) throw error;
    }
  }
  return page(1);
}

/** Asking the question of the page. */
export interface Asking {
  /** Asks the question with these parts changed; all that one play of the years asks is one step. */
  readonly ask: (change: Partial<Question>, play?: number) => void;
  readonly askAgain: () => void;
  /** When the answer on screen came; null before the first. */
  readonly answeredAt: () => Date | null;
  /** Gives up waiting; the old answer stays. */
  readonly cancel: () => void;
  /** Asks for the ties that were cut off. */
  readonly moreTies: () => Promise<void>;
  /** Gives up every request; nothing that was asked for before arrives any more. */
  readonly abandon: () => void;
  /** An answer came, of a revision of the data: what was asked of another one is no longer kept. */
  readonly took: (revision: string) => void;
  /** Whether the words or the data of an answer are no longer those of the page. */
  readonly isStale: (answer: Answer) => boolean;
}

/** @param count fills in the counts that an answer leaves open */
export function asking({ store, cache, language }: Workings, count: () => Promise<void>): Asking {
  let controller = new AbortController();
  let answeredAt: Date | null = null;
  let revision: string | null = null;

  /** Under other filters an open group means something else: each is asked for anew, so that answer and groups change at once. */
  const reopen = async (question: Question, signal: AbortSignal): Promise<Reopened> => {
    const opened = new Map<Expansion, OpenedGroup | null>();
    const failed: Reopened['failed'][number][] = [];
    for (;;) {
      const { expansions } = store.getState();
      const missing = staysOpen(store.getState(), question) ? [] : expansions.filter((open) => !opened.has(open));
      if (missing.length === 0) break;
      await Promise.all(
        missing.map(async (open) => {
          const wanted = { group: open.group, filter: open.filter, more: open.cap, had: 0, after: null };
          try {
            opened.set(open, await openGroup(wanted, question, language(), signal));
          } catch (error) {
            if (isAbort(error)) throw error;
            opened.set(open, null);
            failed.push({ group: open.group, message: faultMessage(error) });
          }
        }),
      );
    }
    // One that was closed while it was asked for stays closed.
    return { opened: store.getState().expansions.flatMap((open) => opened.get(open) ?? []), failed };
  };

  const took = (of: string): void => {
    if (revision !== null && revision !== of) cache.clear();
    revision = of;
    answeredAt = new Date();
  };

  const run = async (question: Question, { signal }: AbortController): Promise<void> => {
    const spoken = language();
    try {
      const page = await tiesPage(question, null, language(), signal);
      const { opened, failed } = await reopen(question, signal);
      if (signal.aborted) return;
      took(page.revision);
      const arrived = arrivedWith(page, spoken, question.asOf);
      store.setState((exploration) => {
        const answered = receiveAnswer(exploration, question, answerOf(page, [], spoken), arrived, opened);
        return failed.reduce(
          (before, { group, message }) => failExpansion(startExpansion(before, group), group, message),
          answered,
        );
      });
      await count();
    } catch (error) {
      if (isAbort(error)) return;
      store.setState((exploration) => failQuestion(exploration, question, faultMessage(error)));
    }
  };

  const askNow = (question: Question, play: number | null = null): void => {
    controller.abort();
    controller = new AbortController();
    store.setState((exploration) => askQuestion(exploration, question, play));
    void run(question, controller);
  };

  return {
    ask: (change, play) => askNow({ ...store.getState().question, ...change }, play),
    askAgain: () => askNow(store.getState().question),
    answeredAt: () => answeredAt,
    took,
    abandon: () => {
      controller.abort();
      controller = new AbortController();
    },
    cancel: () => {
      controller.abort();
      store.setState(cancelQuestion);
    },
    isStale: (answer) => answer.language !== language() || (revision !== null && answer.revision !== revision),
    moreTies: async () => {
      const { answered, answer } = store.getState();
      if (answered === null || answer === null || answer.endCursor === null) return;
      const { signal } = controller;
      const isCurrent = (): boolean => store.getState().answer === answer && !signal.aborted;
      try {
        const page = await tiesPage(answered, answer.endCursor, language(), signal);
        if (!isCurrent()) return;
        const arrived = arrivedWith(page, language(), answered.asOf);
        const whole = answerOf(page, answer.ties, language());
        store.setState((exploration) => receiveAnswer(exploration, answered, whole, arrived));
        await count();
      } catch (error) {
        if (isAbort(error) || !isCurrent()) return;
        store.setState((exploration) => failQuestion(exploration, answered, faultMessage(error)));
      }
    },
  };
}

/** Groups asked for anew: those that came, and those that did not, with why. */
interface Reopened {
  readonly opened: readonly OpenedGroup[];
  readonly failed: readonly { readonly group: GroupKey; readonly message: string }[];
}
