/** The editions of a running service: how they are kept, and who is told of what. */
import type { Logger } from 'pino';
import type { AccessControl } from '../access/access-control.ts';
import { openEditions, type Edition, type Editions } from '../edition/editions.ts';
import { StoreError } from '../store/graph-store.ts';
import { openPrivateStore, type PrivateStore } from './private-store.ts';

const LAGGING = 'the open edition could not follow the store';

/** Closing them removes the file of the open one. @throws StoreError when the store does not answer */
export async function editionsOf(full: Edition, control: AccessControl, logger: Logger): Promise<Editions> {
  let own: PrivateStore | null = null;
  const editions = await openEditions(full, {
    everybodySeesAll: () => control.everybodySeesRestricted(),
    openPrivateStore: async () => {
      own = await openPrivateStore();
      return own.store;
    },
    onFailure: (error) => {
      if (error instanceof StoreError) logger.warn({ code: error.code, reason: error.message }, LAGGING);
      else logger.error({ err: error }, LAGGING);
    },
    onSwap: (revision) => logger.info({ revision }, 'the open edition follows a write'),
  });
  return {
    ...editions,
    close: async () => {
      await editions.close();
      await own?.remove();
    },
  };
}
