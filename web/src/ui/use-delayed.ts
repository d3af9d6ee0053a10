import { useEffect, useState } from 'react';

/** True once `on` has been true for so many milliseconds without a break. */
export function useDelayed(on: boolean, milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return undefined;
    const timer = window.setTimeout(() => setLate(true), milliseconds);
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [on, milliseconds]);
  return on && late;
}

/** Nothing is shown for a wait shorter than this. */
export const UNNOTICED = 150;
/** After this long the page says what is awaited and offers to stop. */
export const LONG = 2000;
