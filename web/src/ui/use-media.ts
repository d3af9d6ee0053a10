import { useSyncExternalStore } from 'react';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Answer and list first, everything else in sheets. */
export const PHONE = '(max-width: 719px)';
/** Details stand in the list's place. */
export const NARROW = '(max-width: 1179px)';
