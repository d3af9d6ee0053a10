import { useSyncExternalStore } from 'react';
import { isStoreAway, onStoreChange } from '../requests/store-away.ts';

/** Whether the database was away when it was last needed, and has not come back since. */
export function useStoreAway(): boolean {
  return useSyncExternalStore(onStoreChange, isStoreAway);
}

/** Calls back whenever the database has come back, until the returned function is called. */
export function onStoreBack(listener: () => void): () => void {
  return onStoreChange(() => {
    if (!isStoreAway()) listener();
  });
}
