/** Stores in files, as editions are kept in service; gone with the test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';

export interface StoreInFile {
  readonly path: string;
  /** As `openStore` takes it. */
  readonly address: string;
  readonly store: GraphStore;
}

/** Called once in a test file. @returns what opens an empty store, closed with the test */
export function storesInFiles(): () => Promise<StoreInFile> {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-editions-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let made = 0;
  return async () => {
    made += 1;
    const path = join(folder, `${made}.db`);
    const address = `sqlite:${path}`;
    const store = await openStore(address);
    onTestFinished(() => store.close());
    return { path, address, store };
  };
}
