import type { Language } from '#vocabulary';
import type { ExplorationStore } from '../exploration/store.ts';
import { RequestError, type RequestFault } from '../requests/request-error.ts';
import type { AnswerCache } from './answer-cache.ts';

/** What every part of the explorer works with. */
export interface Workings {
  readonly store: ExplorationStore;
  /** Answers had before, shared by every panel. */
  readonly cache: AnswerCache;
  readonly language: () => Language;
}

/** The name of the fault, under which the page's words for it stand. */
export function faultMessage(error: unknown): string {
  const fault: RequestFault = error instanceof RequestError ? error.fault : 'UNEXPECTED';
  return fault;
}
