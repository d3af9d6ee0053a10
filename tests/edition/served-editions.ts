/** A service that people sign in to, asked over HTTP by somebody who may do everything but see restricted records. */
import { pino } from 'pino';
import { openTo } from '../../api/access/access-control.ts';
import { RIGHTS } from '../../api/access/rights.ts';
import { createAnalysisPool } from '../../api/analysis/worker/analysis-pool.ts';
import { openEditions, type Edition, type Editions } from '../../api/edition/editions.ts';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { buildServer, OPEN_HERE } from '../../api/server/server.ts';
import { openStore } from '../../api/store/open-store.ts';
import type { GraphRecords } from '#vocabulary';
import { PATIENT_ADMISSION } from '../api/api-under-test.ts';

const READER = { kind: 'anybody', rights: new Set(RIGHTS.filter((right) => right !== 'seeRestricted')) } as const;

export interface ServedEditions {
  readonly url: string;
  /** What came back, whole: status and body. */
  ask(question: string): Promise<string>;
  get(path: string): Promise<string>;
  close(): Promise<void>;
}

/** @param leak what a mistake would make of the edition for readers */
export async function serveEditions(
  graph: GraphRecords,
  leak: (open: Edition, full: Edition) => Edition = (open) => open,
): Promise<ServedEditions> {
  const [store, own] = [await openStore('sqlite::memory:'), await openStore('sqlite::memory:')];
  await store.write({ put: graph, remove: [] });
  const keeper = await openProjectionKeeper(store, { checkEveryMs: 0 });
  const full: Edition = { store, keeper, tableFiles: [] };
  const editions = await openEditions(full, {
    everybodySeesAll: () => false,
    openPrivateStore: async () => own,
    checkEveryMs: 0,
  });
  await editions.refresh();
  const leaking: Editions = {
    ...editions,
    of: (sees) => {
      const edition = editions.of(sees);
      return edition && leak(edition, full);
    },
    stillOpen: async (edition) => (edition === full ? editions.stillOpen(edition) : true),
  };
  const app = await buildServer({
    ...full,
    editions: leaking,
    logger: pino({ level: 'silent' }),
    analyses: createAnalysisPool({ inline: () => true }),
    pageFolder: null,
    consoleFolder: null,
    styleHashes: [],
    access: { ...OPEN_HERE, control: openTo(READER) },
    limits: { admission: PATIENT_ADMISSION },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const text = async (path: string, init?: RequestInit): Promise<string> => {
    const response = await fetch(`${url}${path}`, init);
    return `${response.status} ${response.headers.get('content-type')} ${await response.text()}`;
  };
  return {
    url,
    ask: (query) =>
      text('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
    get: (path) => text(path),
    close: async () => {
      await app.close();
      await editions.close();
      await keeper.close();
      await store.close();
      await own.close();
    },
  };
}
