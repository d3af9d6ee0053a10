import { useEffect, useState } from 'react';
import { whoAmI, type Who } from '../requests/signing-in.ts';

export type { WaysIn } from '../requests/access.ts';
export { openWithKey, signOut, tellExported, type KeyFault } from '../requests/signing-in.ts';

/** Who one is here; null until that is known. */
export function useWho(): Who | null {
  const [who, setWho] = useState<Who | null>(null);
  useEffect(() => {
    let gone = false;
    void whoAmI().then((found) => {
      if (!gone) setWho(found);
    });
    return () => {
      gone = true;
    };
  }, []);
  return who;
}
