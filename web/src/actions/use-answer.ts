import { useEffect, useEffectEvent, useState } from 'react';
import { isAbort, RequestError, type RequestFault } from '../requests/request-error.ts';
import { useExplorer } from './explorer-context.ts';
import { onStoreBack } from './store-away.ts';

/** A question a panel asks for itself. */
export type Answered<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly fault: RequestFault; readonly again: () => void };

/**
 * Asks when the key changes; answers had before come from the cache at once. The request of an older key is given up.
 * @param key names the question and all it depends on; null asks nothing
 */
export function useAnswer<Value>(key: string | null, load: (signal: AbortSignal) => Promise<Value>): Answered<Value> {
  const { cache } = useExplorer();
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled | null>(null);
  const ask = useEffectEvent(load);

  useEffect(() => {
    if (key === null || cache.get(key) !== undefined) return undefined;
    const controller = new AbortController();
    ask(controller.signal).then(
      (value) => {
        if (controller.signal.aborted) return;
        cache.set(key, value);
        setSettled({ key, attempt, fault: null });
      },
      (error: unknown) => {
        if (isAbort(error) || controller.signal.aborted) return;
        setSettled({ key, attempt, fault: error instanceof RequestError ? error.fault : 'UNEXPECTED' });
      },
    );
    return () => controller.abort();
  }, [key, cache, attempt]);

  const waitsForStore = settled?.fault === 'STORE_UNAVAILABLE';
  useEffect(() => {
    if (!waitsForStore) return undefined;
    return onStoreBack(() => setAttempt((count) => count + 1));
  }, [waitsForStore]);

  const value = key === null ? undefined : cache.get<Value>(key);
  if (value !== undefined) return { status: 'ready', value };
  if (settled !== null && settled.key === key && settled.attempt === attempt && settled.fault !== null) {
    return { status: 'failed', fault: settled.fault, again: () => setAttempt((count) => count + 1) };
  }
  return { status: 'loading' };
}

/** How the last request ended; an older attempt's end says nothing about the next. */
interface Settled {
  readonly key: string;
  readonly attempt: number;
  readonly fault: RequestFault | null;
}
