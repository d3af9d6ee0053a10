/** A store in a file of this process alone, gone when it is closed: for what is open of a store that holds restricted records. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphStore } from '../store/graph-store.ts';
import { openStore } from '../store/open-store.ts';

const PREFIX = 'sentra-open-edition-';

/** Folders of this process, which may have the number of one that was killed. */
const ours = new Set<string>();

function runs(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // One of somebody else's runs all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What processes left behind that were killed. */
function removeLeftBehind(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || ours.has(join(folder, name)) || (owner !== process.pid && runs(owner))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export interface PrivateStore {
  readonly address: string;
  readonly store: GraphStore;
  /** Closes and removes it. */
  remove(): Promise<void>;
}

/**
 * Opens an empty one in a folder that only the user of this process may enter.
 * @param folder where the folder is made; default: that of the system for temporary files (TMPDIR)
 * @throws StoreError STORE_NOT_WRITABLE
 */
export async function openPrivateStore(folder: string = tmpdir()): Promise<PrivateStore> {
  mkdirSync(folder, { recursive: true });
  removeLeftBehind(folder);
  // mkdtemp makes it with mode 0700.
  const own = mkdtempSync(join(folder, `${PREFIX}${process.pid}-`));
  ours.add(own);
  try {
    const address = `sqlite:${join(own, 'open.db')}`;
    const store = await openStore(address);
    return {
      address,
      store,
      remove: async () => {
        await store.close();
        rmSync(own, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    throw error;
  }
}
