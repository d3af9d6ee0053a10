import { StoreError, type GraphStore } from './graph-store.ts';
import type { Neo4jOptions } from './neo4j/open-neo4j.ts';
import { openSqliteStore, type SqliteOptions } from './sqlite/open-sqlite.ts';

const NEO4J = /^(?:neo4j|bolt)(?:\+s|\+ssc)?$/;
const ANONYMOUS: Neo4jOptions = { user: '', password: '', database: null };

/** How to sign in to a Neo4j, and who is told of what was done to a file. */
export type StoreOptions = Neo4jOptions & Pick<SqliteOptions, 'onMigrated'>;

/**
 * Opens the store that an address names:
 * - `sqlite:PATH`: one file, made with its folder when missing. A relative path starts at the working directory.
 * - `sqlite::memory:`: a store that is gone when closed, for tests.
 * - `bolt://HOST:PORT`: one Neo4j server; `neo4j://HOST:PORT`: a cluster, reads going to its replicas. `bolt+s:` and `neo4j+s:`
 *   encrypt.
 *
 * A store of an earlier format is brought up first, after a copy of a file was kept beside it.
 *
 * @param options without them Neo4j is asked without authentication
 * @throws StoreError INVALID_ADDRESS for anything else; STORE_FOREIGN when what is there is not Sentra's, is damaged or of a
 *   newer format; STORE_NOT_WRITABLE; STORE_LOCKED when another process does not let go of it within five seconds;
 *   STORE_UNAVAILABLE within 2.5 s when a server does not answer or refuses the user.
 */
export async function openStore(address: string, options: StoreOptions = ANONYMOUS): Promise<GraphStore> {
  const colon = address.indexOf(':');
  const scheme = colon < 0 ? '' : address.slice(0, colon);
  const rest = address.slice(colon + 1);
  if (scheme === 'sqlite' && rest.trim() !== '') return openSqliteStore(rest, options);
  if (NEO4J.test(scheme)) {
    // Only now: a start with SQLite must not pay for the driver.
    const { openNeo4jStore } = await import('./neo4j/open-neo4j.ts');
    return openNeo4jStore(address, options);
  }
  // The address is not repeated whole: those of other schemes may hold a password.
  throw new StoreError(
    'INVALID_ADDRESS',
    (scheme === 'sqlite'
      ? 'the store address names no file'
      : scheme === ''
        ? `'${address.slice(0, 60)}' is not a store address`
        : `'${scheme.slice(0, 20)}:' is not an engine that Sentra knows`) +
      '; write sqlite: and a path, as in sqlite:.sentra/graph.db, or a Neo4j, as in bolt://127.0.0.1:7687',
  );
}
