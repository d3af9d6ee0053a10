import { useSyncExternalStore } from 'react';
import type { RequestFault } from '../../actions/faults.ts';
import type { OpenedReport } from '../../actions/open-view.ts';
import type { LinkFault } from '../../sharing/link.ts';

/** What there is to be said of a view that was opened, or could not be. */
export type Told =
  | { readonly kind: 'OPENING' }
  | { readonly kind: 'OPENED'; readonly name: string | null; readonly report: OpenedReport }
  | { readonly kind: 'FAILED'; readonly fault: LinkFault | RequestFault; readonly again: (() => void) | null }
  /** A link was copied, or there is none. */
  | { readonly kind: 'COPIED' | 'TOO_LONG' | 'NOT_COPIED' };

let told: Told | null = null;
const listeners = new Set<() => void>();

/** Says something of a view; null takes it back. */
export function tell(next: Told | null): void {
  told = next;
  for (const listener of listeners) listener();
}

const read = (): Told | null => told;

/** What is said of a view now. */
export function useTold(): Told | null {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
}
