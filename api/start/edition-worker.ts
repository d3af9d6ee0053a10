/** The thread that makes the open edition, with connections of its own to both stores. Started by edition-thread.ts only. */
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { EditionError, OpenEditionMaker } from '../edition/bring-up.ts';
import { StoreError } from '../store/graph-store.ts';
import { openStore } from '../store/open-store.ts';
import type { EditionPlaces, Follow, FromEditionThread } from './edition-messages.ts';

const places: EditionPlaces = z
  .object({
    full: z.string(),
    stands: z.string(),
    neo4j: z.object({ user: z.string(), password: z.string(), database: z.string().nullable() }),
  })
  .parse(workerData.places);

const say = (message: FromEditionThread): void => parentPort?.postMessage(message, []);

let maker: Promise<OpenEditionMaker> | null = null;

/** A file that is away for the moment is not to be made anew here. */
function refuseMissing(address: string): void {
  const path = address.startsWith('sqlite:') ? address.slice('sqlite:'.length) : null;
  if (path === null || existsSync(path)) return;
  throw new StoreError('STORE_UNAVAILABLE', 'the store file is not there');
}

async function open(): Promise<OpenEditionMaker> {
  refuseMissing(places.full);
  const full = await openStore(places.full, places.neo4j);
  return new OpenEditionMaker(full, await openStore(places.stands));
}

/** Opened at the first need, and again where that failed. */
function made(): Promise<OpenEditionMaker> {
  maker ??= open().catch((error: unknown) => {
    maker = null;
    throw error;
  });
  return maker;
}

function failed(error: unknown): FromEditionThread {
  const of = error instanceof EditionError ? 'EDITION' : error instanceof StoreError ? 'STORE' : 'OTHER';
  return { kind: 'FAILED', of, message: error instanceof Error ? error.message : String(error) };
}

parentPort?.on('message', ({ hint }: Follow) => {
  made()
    .then((ready) => ready.follow(hint))
    .then(
      (of) => say({ kind: 'FOLLOWED', of }),
      (error: unknown) => say(failed(error)),
    );
});
