import { useCallback, useEffect, useRef, useState } from 'react';
import type { Point } from '../canvas/nearest.ts';

/** A tooltip comes after so long, the next one at once for a while; in milliseconds. */
const TIMES = { wait: 400, warm: 600 } as const;

/** What a tooltip is about, and where it stands. */
export interface Tip {
  readonly key: string;
  readonly at: Point;
}

/** Waits before the first tooltip, not before the next. `point` says what is pointed at now, or null. */
export function useTip(): { readonly tip: Tip | null; readonly point: (next: Tip | null) => void } {
  const [tip, setTip] = useState<Tip | null>(null);
  const wanted = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastSeen = useRef(0);
  const shown = useRef(false);

  const point = useCallback((next: Tip | null): void => {
    if ((next?.key ?? null) === wanted.current) return;
    wanted.current = next?.key ?? null;
    clearTimeout(timer.current);
    if (shown.current) lastSeen.current = performance.now();
    if (next === null) {
      shown.current = false;
      setTip(null);
      return;
    }
    const warm = shown.current || performance.now() - lastSeen.current < TIMES.warm;
    const show = (): void => {
      shown.current = true;
      setTip(next);
    };
    if (warm && lastSeen.current > 0) show();
    else timer.current = setTimeout(show, TIMES.wait);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);
  return { tip, point };
}
