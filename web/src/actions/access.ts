import { useSyncExternalStore } from 'react';
import { accessState, onAccessChange, type WaysIn } from '../requests/access.ts';

/** The ways to sign in, where one has to; else null. */
export function useSignInNeeded(): WaysIn | null {
  return useSyncExternalStore(onAccessChange, () => accessState().needed);
}

/** Whether the server knows who asks. False where nobody signs in. */
export function useIsKnown(): boolean {
  return useSyncExternalStore(onAccessChange, () => accessState().known);
}
