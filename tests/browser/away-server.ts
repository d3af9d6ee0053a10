/**
 * The built page and the API over the project's dataset, whose store goes away and comes back as standard input says (`away`,
 * `back`). Prints `AT url`; ends with its standard input.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readStyleHashes } from '../../api/server/security-headers.ts';
import { StoreError, type GraphQuestions, type GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { openApi, realRecords } from '../api/api-under-test.ts';

let away = false;

function refuse(): never {
  throw new StoreError('STORE_UNAVAILABLE', 'away, as the test said');
}

/** What answers, every question of which is refused while the store is away. */
function leaving<Answering extends GraphQuestions>(answering: Answering, store: GraphStore): Answering {
  return new Proxy(answering, {
    get: (target, name) => {
      // A request's own part of the store is there; what it asks is not answered.
      if (name === 'during') return (signal: AbortSignal) => leaving(store.during(signal), store);
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]) => (away ? refuse() : Reflect.apply(member, target, args));
    },
  });
}

const store = await openStore('sqlite::memory:');
const api = await openApi(realRecords(), {
  store: leaving(store, store),
  pageFolder: join(process.cwd(), 'dist', 'web'),
  styleHashes: readStyleHashes(process.cwd()),
});
console.log(`AT ${api.url}`);
for await (const line of createInterface({ input: process.stdin })) {
  away = line === 'away';
  console.log(line);
}
process.exit(0);
