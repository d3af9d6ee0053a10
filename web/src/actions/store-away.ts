import { useEffect, useSyncExternalStore } from 'react';
import { isStoreAway, lookForStore, onStoreChange } from '../requests/store-away.ts';

/** Milliseconds between two looks: what the API asks for in Retry-After. */
const EVERY = 2_000;

/** Whether the database is away. While it is, and the page is open, it is looked for; call this once, for the page. */
export function useStoreAway(): boolean {
  const away = useSyncExternalStore(onStoreChange, isStoreAway);
  useEffect(() => {
    if (!away) return undefined;
    const controller = new AbortController();
    const timer = window.setInterval(() => lookForStore(controller.signal).catch(() => undefined), EVERY);
    return () => {
      window.clearInterval(timer);
      controller.abort();
    };
  }, [away]);
  return away;
}

/** Calls back whenever the database has come back, until the returned function is called. */
export function onStoreBack(listener: () => void): () => void {
  return onStoreChange(() => {
    if (!isStoreAway()) listener();
  });
}
