/**
 * Runs an analysis in a thread of its own, so that the event loop never waits for it (DESIGN.md §3). Arrays on
 * SharedArrayBuffer are shared with it, others are copied.
 */
import { Worker } from 'node:worker_threads';
import type { AnalysisName, AnalysisParts } from './analyses.ts';

/** The analysis took longer than it may, or nobody waits for it any more. */
export class AnalysisStopped extends Error {
  override readonly name = 'AnalysisStopped';
  readonly reason: 'DEADLINE' | 'CANCELLED';
  constructor(reason: 'DEADLINE' | 'CANCELLED', message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface RunOptions {
  /** Longest time it may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Stops it when aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** In a thread, tsx has to be told anew; what is written here is run as it stands. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData.file);
});`;

/** The bundle has the thread's program beside itself (build-if-stale.ts); from source it is TypeScript, which tsx loads. */
function startWorker(name: AnalysisName, input: unknown): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('analysis-worker.js', import.meta.url), { workerData: { name, input } });
  }
  const file = new URL('analysis-worker.ts', import.meta.url).href;
  return new Worker(FROM_SOURCE, { eval: true, workerData: { name, input, file } });
}

/**
 * The analysis's answer to the input. The thread ends with it: starting one takes about 20 ms, and nothing it held stays.
 * @throws AnalysisStopped at the deadline or when the signal is aborted; whatever the analysis threw
 */
export function runInWorker<N extends AnalysisName>(
  name: N,
  input: AnalysisParts[N]['input'],
  { deadlineMs, signal }: RunOptions,
): Promise<AnalysisParts[N]['output']> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new AnalysisStopped('CANCELLED', `${name} was cancelled before it began`));
      return;
    }
    const worker = startWorker(name, input);
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate();
      finish();
    };
    const stop = (reason: 'DEADLINE' | 'CANCELLED', message: string) => (): void =>
      settle(() => reject(new AnalysisStopped(reason, message)));
    const cancel = stop('CANCELLED', `${name} was cancelled`);
    const timer = setTimeout(stop('DEADLINE', `${name} took longer than ${deadlineMs} ms`), deadlineMs);
    signal?.addEventListener('abort', cancel, { once: true });
    worker.once('message', (output: AnalysisParts[N]['output']) => settle(() => resolve(output)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`${name} ended with code ${code} and no answer`))));
  });
}
