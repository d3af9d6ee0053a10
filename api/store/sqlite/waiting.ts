import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../graph-store.ts';
import { BusyError } from './connection.ts';

/** How long we wait for another process's lock, in milliseconds. */
export const LOCK_PATIENCE_MS = 5_000;
const BETWEEN_TRIES_MS = 25;

/** Lets the event loop run whatever waits. */
export async function breathe(): Promise<void> {
  await nextTurn();
}

/**
 * Tries again while another process holds the lock; the event loop is free in between.
 * @throws StoreError STORE_LOCKED when that lasts longer than we wait
 */
export async function whileLocked<T>(attempt: () => T, patienceMs = LOCK_PATIENCE_MS): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      if (performance.now() >= until) {
        throw new StoreError(
          'STORE_LOCKED',
          `another process has been writing to the store file for more than ${patienceMs / 1_000} seconds; wait for it or stop it`,
          { cause: error },
        );
      }
      await pause(BETWEEN_TRIES_MS);
    }
  }
}
