/** The open edition is made in a thread of its own, as the event loop sees it: it never waits for rows to be gone through or written. */
import { Worker } from 'node:worker_threads';
import { EditionError, type EditionMaker, type Followed } from '../edition/bring-up.ts';
import { StoreError } from '../store/graph-store.ts';
import type { EditionPlaces, FailureOf, FromEditionThread } from './edition-messages.ts';

/** In a thread, tsx has to be told anew; what is written here is run as it stands. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData.file);
});`;

/** The bundle has the thread's program beside itself (build-if-stale.ts); from source it is TypeScript, which tsx loads. */
function startWorker(places: EditionPlaces): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('edition-worker.js', import.meta.url), { workerData: { places } });
  }
  const file = new URL('edition-worker.ts', import.meta.url).href;
  return new Worker(FROM_SOURCE, { eval: true, workerData: { file, places } });
}

const FAILURES: Readonly<Record<FailureOf, (message: string) => Error>> = {
  EDITION: (message) => new EditionError(message),
  STORE: (message) => new StoreError('STORE_UNAVAILABLE', message),
  OTHER: (message) => new Error(message),
};

interface Waiting {
  readonly resolve: (of: Followed | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts the thread at the first call of `follow`, and another where one ended: that goes through everything again. */
export function makerInThread(places: EditionPlaces): EditionMaker {
  let worker: Worker | null = null;
  let waiting: Waiting | null = null;
  let closed = false;

  const settle = (finish: (waiting: Waiting) => void): void => {
    const told = waiting;
    waiting = null;
    worker?.unref();
    if (told !== null) finish(told);
  };
  const take = (message: FromEditionThread): void => {
    if (message.kind === 'FOLLOWED') return settle(({ resolve }) => resolve(message.of));
    settle(({ reject }) => reject(FAILURES[message.of](message.message)));
  };
  const started = (): Worker => {
    const thread = startWorker(places);
    const end = (error: unknown): void => {
      if (worker === thread) worker = null;
      // What it was writing may be there in part.
      settle(({ reject }) => reject(new EditionError('the thread of the open edition ended', { cause: error })));
    };
    thread.on('message', take);
    thread.on('error', end);
    thread.on('exit', (code) => end(new Error(`the thread ended with code ${code}`)));
    return thread;
  };
  return {
    follow: (hint) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the editions are closed'));
        waiting = { resolve, reject };
        worker ??= started();
        // Once nobody waits for it, the process may end.
        worker.ref();
        worker.postMessage({ hint }, []);
      }),
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
