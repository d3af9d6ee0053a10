import { useSyncExternalStore } from 'react';
import type { Trace, TraceAsked } from '../../actions/tracing.ts';

/** What the panel shows, for the picture and the table beside it. */
export interface ShownTrace {
  readonly asked: TraceAsked;
  readonly trace: Trace;
}

let shown: ShownTrace | null = null;
const listeners = new Set<() => void>();

/** null: nothing to draw, for it is awaited, failed, or empty. */
export function showTrace(next: ShownTrace | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

const read = (): ShownTrace | null => shown;

/** The trace that the panel shows. */
export function useShownTrace(): ShownTrace | null {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
}
