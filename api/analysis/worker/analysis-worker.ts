/** An analysis thread: holds projections, answers one question after the other. Started by analysis-thread.ts only. */
import { parentPort } from 'node:worker_threads';
import { unpackProjection } from '../../projection/packed-projection.ts';
import type { Projection } from '../../projection/projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { ANALYSES, type AnalysisName } from './analyses.ts';
import { ENTRIES_AT_ONCE, takeApart, type TakenList } from './answer-lists.ts';
import type { Ask, FromThread, ToThread } from './messages.ts';

const projections = new Map<number, Projection>();
/** What of the last answer has not been sent. */
let pending: readonly TakenList[] = [];
let next = { list: 0, from: 0 };

const say = (message: FromThread): void => parentPort?.postMessage(message, []);

function answer<N extends AnalysisName>({ name, request, projection: key, packed, forget }: Ask<N>): void {
  for (const old of forget) projections.delete(old);
  try {
    if (packed !== null) projections.set(key, unpackProjection(packed));
    const projection = projections.get(key);
    if (projection === undefined) throw new Error(`no projection ${key} was handed over`);
    const { head, lists } = takeApart(ANALYSES[name](projection, request));
    pending = lists;
    next = { list: 0, from: 0 };
    say({ kind: 'ANSWER', head, lists: lists.map(({ at, isMap }) => ({ at, isMap })) });
  } catch (error) {
    if (error instanceof AnalysisRequestError) {
      const { argument, message, expected } = error;
      say({ kind: 'REFUSED', argument, message, expected });
    } else say({ kind: 'FAILED', error });
  }
}

function more(): void {
  const { list, from } = next;
  const all = pending[list]?.entries ?? [];
  const entries = all.slice(from, from + ENTRIES_AT_ONCE);
  const ended = from + entries.length >= all.length;
  next = ended ? { list: list + 1, from: 0 } : { list, from: from + entries.length };
  const last = next.list >= pending.length;
  if (last) pending = [];
  say({ kind: 'ENTRIES', list, entries, last });
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'ASK') answer(message);
  else more();
});
