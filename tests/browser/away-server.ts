/**
 * The built page and the API over the project's dataset, whose store goes away and comes back as standard input says (`away`,
 * `back`). Prints `AT url`; ends with its standard input.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readStyleHashes } from '../../api/server/security-headers.ts';
import { StoreError, type GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { openApi, realRecords } from '../api/api-under-test.ts';

let away = false;

function refuse(): never {
  throw new StoreError('STORE_UNAVAILABLE', 'away, as the test said');
}

/** The store, every question of which is refused while it is away. */
function leaving(store: GraphStore): GraphStore {
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]) => (away ? refuse() : Reflect.apply(member, target, args));
    },
  });
}

const api = await openApi(realRecords(), {
  store: leaving(await openStore('sqlite::memory:')),
  pageFolder: join(process.cwd(), 'dist', 'web'),
  styleHashes: readStyleHashes(process.cwd()),
});
console.log(`AT ${api.url}`);
for await (const line of createInterface({ input: process.stdin })) {
  away = line === 'away';
  console.log(line);
}
process.exit(0);
