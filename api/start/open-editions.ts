/** The editions of a running service: how they are kept, and who is told of what. */
import type { Logger } from 'pino';
import type { AccessControl } from '../access/access-control.ts';
import { openEditions, type Edition, type Editions } from '../edition/editions.ts';
import { StoreError } from '../store/graph-store.ts';
import { makerInThread } from './edition-thread.ts';
import type { EditionPlaces } from './edition-messages.ts';
import { openPrivateStore, type PrivateStore } from './private-store.ts';

const IN_MEMORY = 'sqlite::memory:';

const LAGGING = 'the open edition could not follow the store';

/** The store's own address, and how to sign in there. */
export type StorePlace = Pick<EditionPlaces, 'full' | 'neo4j'>;

/** Closing them removes the file of the open one. @throws StoreError when the store does not answer */
export async function editionsOf(
  full: Edition,
  place: StorePlace,
  control: AccessControl,
  logger: Logger,
): Promise<Editions> {
  let own: PrivateStore | null = null;
  const places = (): EditionPlaces => {
    if (own === null) throw new Error('the file of the open edition is opened before it is written to');
    return { ...place, stands: own.address };
  };
  const editions = await openEditions(full, {
    everybodySeesAll: () => control.everybodySeesRestricted(),
    openPrivateStore: async () => {
      own = await openPrivateStore();
      return own.store;
    },
    // A store in memory is of this thread alone.
    ...(place.full === IN_MEMORY ? {} : { openMaker: () => makerInThread(places()) }),
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
