import { useSyncExternalStore } from 'react';
import type { PartialDate } from '#vocabulary';
import type { WhatIf, WhatIfAsked } from '../../actions/what-if.ts';

/** What the panel shows, for the comparison beside it. */
export interface ShownWhatIf {
  readonly asked: WhatIfAsked;
  readonly whatIf: WhatIf;
  readonly asOf: PartialDate;
  /** Each shock in words, in their order. */
  readonly names: readonly string[];
}

let shown: ShownWhatIf | null = null;
const listeners = new Set<() => void>();

/** null: nothing to compare, for nothing is asked, or it is awaited, or failed. */
export function showWhatIf(next: ShownWhatIf | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

const read = (): ShownWhatIf | null => shown;

/** The shocks that the panel shows. */
export function useShownWhatIf(): ShownWhatIf | null {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
}
