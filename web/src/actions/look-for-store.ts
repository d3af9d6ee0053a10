import { useEffect } from 'react';
import { storeCameBack } from '../requests/store-away.ts';

/** Milliseconds between two looks: what the API asks for in Retry-After. */
const EVERY = 2_000;

/** Looks for the database as long as the component is on the page: for whoever says that it is away. */
export function useLookForStore(): void {
  useEffect(() => {
    const controller = new AbortController();
    const look = async (): Promise<void> => {
      const { ok } = await fetch('/health/ready', { cache: 'no-store', signal: controller.signal });
      if (ok) storeCameBack();
    };
    // A server that cannot be reached at all tells nothing of its database.
    const timer = window.setInterval(() => look().catch(() => undefined), EVERY);
    return () => {
      window.clearInterval(timer);
      controller.abort();
    };
  }, []);
}
