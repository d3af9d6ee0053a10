import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** What an area needs so that the keyboard stays in it. */
export interface FocusStays<Area extends HTMLElement> {
  readonly ref: RefObject<Area | null>;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Keeps the keyboard in an area whose button goes with its press: it moves on to the area's first button. */
export function useFocusStays<Area extends HTMLElement>(): FocusStays<Area> {
  const ref = useRef<Area | null>(null);
  const inside = useRef(false);
  // After every drawing: the button that had the keyboard may be gone.
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    ref.current?.querySelector<HTMLElement>('button')?.focus();
  });
  return {
    ref,
    onFocus: () => {
      inside.current = true;
    },
    onBlur: ({ target, relatedTarget }) => {
      // An element that is taken away loses the focus, too: then it still belongs here.
      if (relatedTarget !== null || target.isConnected) inside.current = false;
    },
  };
}
