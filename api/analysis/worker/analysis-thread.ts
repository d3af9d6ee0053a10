/** One analysis thread, as the event loop sees it: one question at a time. */
import { Worker } from 'node:worker_threads';
import type { PackedProjection } from '../../projection/packed-projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import type { AnalysisName } from './analyses.ts';
import { putTogether } from './answer-lists.ts';
import type { Ask, FromThread, ToThread } from './messages.ts';

/** Projections that a thread holds: the one of now, and the one that answers still in progress are of. */
const MOST_PROJECTIONS = 2;

/** In a thread, tsx has to be told anew; what is written here is run as it stands. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData.file);
});`;

/** The bundle has the thread's program beside itself (build-if-stale.ts); from source it is TypeScript, which tsx loads. */
export function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('analysis-worker.js', import.meta.url));
  const file = new URL('analysis-worker.ts', import.meta.url).href;
  return new Worker(FROM_SOURCE, { eval: true, workerData: { file } });
}

interface Waiting {
  readonly resolve: (answer: object) => void;
  readonly reject: (error: unknown) => void;
}

/** A projection to ask about: its number, and how it is handed over. */
export interface HeldProjection {
  readonly key: number;
  readonly packed: PackedProjection;
}

export class AnalysisThread {
  readonly #worker: Worker;
  /** In the order in which they were asked about last. */
  readonly #held = new Set<number>();
  #waiting: Waiting | null = null;
  #answer: { readonly head: object; readonly lists: readonly Taken[] } | null = null;

  /** @param onEnd called once, when the thread ended by itself: with why, where it says */
  constructor(onEnd: (thread: AnalysisThread) => void, worker: Worker) {
    this.#worker = worker;
    let ended = false;
    const end = (error: unknown): void => {
      if (ended) return;
      ended = true;
      this.#settle(({ reject }) => reject(error));
      onEnd(this);
    };
    this.#worker.on('message', (message: FromThread) => this.#take(message));
    this.#worker.on('error', end);
    this.#worker.on('exit', (code) => end(new Error(`the thread ended with code ${code}`)));
    // Nobody waits: the process may end.
    this.#worker.unref();
  }

  holds(key: number): boolean {
    return this.#held.has(key);
  }

  /** The answer, as the analysis gave it. Only when free. */
  ask<N extends AnalysisName>(name: N, request: Ask<N>['request'], { key, packed }: HeldProjection): Promise<object> {
    const handedOver = this.#held.delete(key);
    this.#held.add(key);
    const forget = [...this.#held].slice(0, -MOST_PROJECTIONS);
    for (const old of forget) this.#held.delete(old);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.ref();
      this.#say({ kind: 'ASK', name, request, projection: key, packed: handedOver ? null : packed, forget });
    });
  }

  /** Ends it at once, whatever it does; whoever waits gets the error. */
  stop(error: unknown): Promise<number> {
    this.#settle(({ reject }) => reject(error));
    return this.#worker.terminate();
  }

  // What is shared is shared, all else copied.
  #say(message: ToThread | Ask): void {
    this.#worker.postMessage(message, []);
  }

  #settle(finish: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#answer = null;
    this.#worker.unref();
    if (waiting !== null) finish(waiting);
  }

  #take(message: FromThread): void {
    switch (message.kind) {
      case 'REFUSED': {
        const { argument, message: text, expected } = message;
        this.#settle(({ reject }) => reject(new AnalysisRequestError(argument, text, expected)));
        return;
      }
      case 'FAILED':
        this.#settle(({ reject }) => reject(message.error));
        return;
      case 'ANSWER':
        this.#answer = { head: message.head, lists: message.lists.map((list) => ({ ...list, entries: [] })) };
        if (message.lists.length === 0) this.#finish();
        else this.#say({ kind: 'MORE' });
        return;
      case 'ENTRIES':
        this.#answer?.lists[message.list]?.entries.push(...message.entries);
        if (message.last) this.#finish();
        // Asked for one by one: between two, others have their turn.
        else this.#say({ kind: 'MORE' });
    }
  }

  #finish(): void {
    const answer = this.#answer;
    if (answer === null) return;
    this.#settle(({ resolve }) => resolve(putTogether(answer.head, answer.lists)));
  }
}

interface Taken {
  readonly at: readonly string[];
  readonly isMap: boolean;
  readonly entries: unknown[];
}
