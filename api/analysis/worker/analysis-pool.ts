/**
 * Answers analyses: small ones at once, all others in threads that live as long as the process and hold the projection by revision, so
 * that the event loop never waits for one (DESIGN.md §3).
 */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { packProjection, type PackedProjection } from '../../projection/packed-projection.ts';
import type { Projection } from '../../projection/projection.ts';
import { ANALYSES, isSmall, type AnalysisAnswer, type AnalysisName, type AnalysisRequest } from './analyses.ts';
import { AnalysisThread, startWorker } from './analysis-thread.ts';

type StopReason = 'DEADLINE' | 'CANCELLED' | 'LOST' | 'CLOSED';

/** There is no answer: it took too long, nobody waits any more, its thread ended, or all are closed. */
export class AnalysisStopped extends Error {
  override readonly name = 'AnalysisStopped';
  readonly reason: StopReason;
  constructor(reason: StopReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

interface AskOptions {
  /** Gives the question up when aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds from now on, waiting for a thread among them. */
  readonly deadlineMs?: number | undefined;
}

export interface AnalysisPool {
  /**
   * The same answer as the analysis gives itself.
   * @throws AnalysisRequestError; AnalysisStopped; whatever the analysis throws
   */
  ask<N extends AnalysisName>(
    name: N,
    projection: Projection,
    request: AnalysisRequest<N>,
    options?: AskOptions,
  ): Promise<AnalysisAnswer<N>>;
  /** Ends every thread; who still waits is told so. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Default: one less than there are processors, at least 1, at most 4. Each holds the texts of all nodes. */
  readonly threads?: number | undefined;
  /** Starts a thread. Default: analysis-worker.ts. */
  readonly start?: (() => Worker) | undefined;
  /** Default 25,000. */
  readonly deadlineMs?: number | undefined;
  /** Whether an analysis of the projection is answered at once. Default: {@link isSmall}. */
  readonly inline?: typeof isSmall | undefined;
}

const DEADLINE_MS = 25_000;
const MOST_THREADS = 4;

/** A question that waits for a thread, or for its answer. */
interface Question {
  readonly name: AnalysisName;
  readonly projection: Projection;
  readonly begin: (thread: AnalysisThread) => void;
  readonly fail: (error: unknown) => void;
}

/** Numbers of projections, and how each is handed over; packed once, when first asked about. */
const handed = new WeakMap<Projection, { readonly key: number; readonly packed: Promise<PackedProjection> }>();
let lastKey = 0;

function handOver(projection: Projection): { readonly key: number; readonly packed: Promise<PackedProjection> } {
  const known = handed.get(projection) ?? { key: (lastKey += 1), packed: packProjection(projection) };
  handed.set(projection, known);
  return known;
}

export function createAnalysisPool(options: PoolOptions = {}): AnalysisPool {
  const { inline = isSmall, deadlineMs: usualDeadline = DEADLINE_MS } = options;
  const most = options.threads ?? Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
  const threads = new Set<AnalysisThread>();
  const running = new Map<Question, AnalysisThread>();
  const queue: Question[] = [];
  let closed = false;

  /** A free thread, one that holds the projection if there is any. */
  const freeThread = (projection: Projection): AnalysisThread | null => {
    const busy = new Set(running.values());
    const free = [...threads].filter((thread) => !busy.has(thread));
    const best = free.find((thread) => thread.holds(handOver(projection).key)) ?? free[0];
    if (best !== undefined) return best;
    if (threads.size >= most) return null;
    const started = new AnalysisThread((ended) => {
      threads.delete(ended);
      serve();
    }, options.start?.() ?? startWorker());
    threads.add(started);
    return started;
  };
  const serve = (): void => {
    const [question] = queue;
    const thread = question === undefined || closed ? null : freeThread(question.projection);
    if (question === undefined || thread === null) return;
    queue.shift();
    running.set(question, thread);
    question.begin(thread);
    serve();
  };
  const drop = (question: Question, error: AnalysisStopped): void => {
    const thread = running.get(question);
    // Before anybody else is given the thread: it ends.
    if (thread !== undefined) threads.delete(thread);
    running.delete(question);
    const waiting = queue.indexOf(question);
    if (waiting >= 0) queue.splice(waiting, 1);
    question.fail(error);
    // What runs in it cannot be stopped in another way.
    if (thread !== undefined) void thread.stop(error);
  };

  async function inThread<N extends AnalysisName>(
    name: N,
    projection: Projection,
    request: AnalysisRequest<N>,
    { signal, deadlineMs = usualDeadline }: AskOptions,
  ): Promise<AnalysisAnswer<N>> {
    const { key, packed } = handOver(projection);
    const held = { key, packed: await packed };
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        running.delete(question);
        finish();
        serve();
      };
      const question: Question = {
        name,
        projection,
        begin: (thread) => {
          thread.ask(name, request, held).then(
            // The thread answers each question with what its analysis gives.
            (answer) => settle(() => resolve(answer as AnalysisAnswer<N>)),
            (error: unknown) => settle(() => reject(threads.has(thread) ? error : lost(name, error))),
          );
        },
        fail: (error) => settle(() => reject(error)),
      };
      const cancel = (): void => drop(question, new AnalysisStopped('CANCELLED', `${name} was cancelled`));
      const late = new AnalysisStopped('DEADLINE', `${name} took longer than ${deadlineMs} ms`);
      const timer = setTimeout(() => drop(question, late), deadlineMs);
      signal?.addEventListener('abort', cancel, { once: true });
      queue.push(question);
      serve();
    });
  }

  return {
    ask: async (name, projection, request, asked = {}) => {
      if (closed) throw new AnalysisStopped('CLOSED', 'the server is stopping');
      if (asked.signal?.aborted === true)
        throw new AnalysisStopped('CANCELLED', `${name} was cancelled before it began`);
      if (inline(name, projection, request)) return ANALYSES[name](projection, request);
      return inThread(name, projection, request, asked);
    },
    close: async () => {
      closed = true;
      const error = new AnalysisStopped('CLOSED', 'the server is stopping');
      const open = [...threads];
      threads.clear();
      for (const question of [...queue, ...running.keys()]) question.fail(error);
      queue.length = 0;
      await Promise.all(open.map((thread) => thread.stop(error)));
    },
  };
}

function lost(name: AnalysisName, error: unknown): AnalysisStopped {
  if (error instanceof AnalysisStopped) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new AnalysisStopped('LOST', `the thread that worked out ${name} ended before it answered: ${why}`, error);
}
