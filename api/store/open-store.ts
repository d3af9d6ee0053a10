import { StoreError, type GraphStore } from './graph-store.ts';
import { openSqliteStore } from './sqlite/open-sqlite.ts';

/**
 * Opens the store that an address names:
 * - `sqlite:PATH`: one file, made with its folder when missing. A relative path starts at the working directory.
 * - `sqlite::memory:`: a store that is gone when closed, for tests.
 *
 * @throws StoreError INVALID_ADDRESS for anything else; STORE_FOREIGN when the file is not Sentra's, is damaged or of a
 *   newer format; STORE_NOT_WRITABLE; STORE_LOCKED when another process does not let go of it within five seconds.
 */
export async function openStore(address: string): Promise<GraphStore> {
  const colon = address.indexOf(':');
  const scheme = colon < 0 ? '' : address.slice(0, colon);
  const rest = address.slice(colon + 1);
  if (scheme === 'sqlite' && rest.trim() !== '') return openSqliteStore(rest);
  // The address is not repeated whole: those of other schemes may hold a password.
  throw new StoreError(
    'INVALID_ADDRESS',
    (scheme === 'sqlite'
      ? 'the store address names no file'
      : scheme === ''
        ? `'${address.slice(0, 60)}' is not a store address`
        : `'${scheme.slice(0, 20)}:' is not an engine that Sentra knows`) +
      '; write sqlite: and a path, as in sqlite:.sentra/graph.db',
  );
}
