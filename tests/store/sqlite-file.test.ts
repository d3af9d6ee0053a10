/** What only a store in a file can get wrong: whose file it is, who else holds it, and what is left after a crash. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { EMPTY_REVISION, moveRevision } from '../../api/store/revision.ts';
import { Connection } from '../../api/store/sqlite/connection.ts';
import { openSqliteStore } from '../../api/store/sqlite/open-sqlite.ts';
import { node, records } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { programFile } from '../programs/program.ts';
import { allBatches, refusal } from './asking.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-file-'));
let made = 0;
const newPath = (): string => join(folder, `${(made += 1)}.db`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withStore<T>(path: string, use: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore(`sqlite:${path}`);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function loadedFile(): Promise<string> {
  const path = newPath();
  await withStore(path, (store) => store.write({ put: tinyIndustry, remove: [] }));
  return path;
}

describe('an address', () => {
  it.each([
    ['', 'sqlite:.sentra/graph.db'],
    ['graph.db', 'not a store address'],
    ['sqlite:', 'names no file'],
    ['postgres://user:secret@host/db', "'postgres:' is not an engine"],
  ])('%s is refused and told what would be right', async (address, told) => {
    const { code, message } = await refusal(openStore(address));
    expect(code).toBe('INVALID_ADDRESS');
    expect(message).toContain(told);
    expect(message).toContain('sqlite:.sentra/graph.db');
    expect(message).not.toContain('secret');
  });

  it('of a folder is refused', async () => {
    expect((await refusal(openStore(`sqlite:${folder}`))).message).toContain('is a folder');
  });

  it('in folders that do not exist makes them', async () => {
    const path = join(folder, 'new', 'newer', 'graph.db');
    await withStore(path, (store) => store.ping());
    expect(existsSync(path)).toBe(true);
  });
});

describe('opening again', () => {
  it('finds everything, under the same revision', async () => {
    const path = await loadedFile();
    const revision = await withStore(path, (store) => store.revision());
    expect(revision).not.toBe(EMPTY_REVISION);
    await withStore(path, async (store) => {
      expect(await store.dataset()).toMatchObject({ revision, nodeCount: 12, relationCount: 15 });
    });
  });

  it('after closing needs the one file only', async () => {
    const path = await loadedFile();
    const copy = newPath();
    copyFileSync(path, copy);
    const revision = await withStore(path, (store) => store.revision());
    expect(await withStore(copy, (store) => store.revision())).toBe(revision);
  });

  it('an empty file makes a store of it', async () => {
    const path = newPath();
    writeFileSync(path, '');
    expect(await withStore(path, (store) => store.revision())).toBe(EMPTY_REVISION);
  });

  it('shows two open stores each other’s writes', async () => {
    const path = await loadedFile();
    await withStore(path, (one) =>
      withStore(path, async (other) => {
        const { revision } = await one.write({ put: records({ nodes: [node('market:new')] }), remove: [] });
        expect(await other.revision()).toBe(revision);
      }),
    );
  });
});

describe('a file that is not a whole store of ours', () => {
  async function refused(path: string): Promise<string> {
    const before = readFileSync(path);
    const { code, message } = await refusal(openStore(`sqlite:${path}`));
    expect(code).toBe('STORE_FOREIGN');
    expect(message).toContain(path);
    expect(readFileSync(path).equals(before)).toBe(true);
    return message;
  }

  it.each(['hi', 'not a database '.repeat(1_000)])('such as text is refused and stays as it is', async (text) => {
    const path = newPath();
    writeFileSync(path, text);
    expect(await refused(path)).toContain('name another file');
  });

  it('such as another program’s database is refused and stays as it is', async () => {
    const path = newPath();
    const other = new Database(path);
    other.exec('CREATE TABLE node (id TEXT); PRAGMA application_id = 7;');
    other.close();
    expect(await refused(path)).toContain('not a store of Sentra');
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('but of a newer format is refused with a way out', async () => {
    const path = await loadedFile();
    const newer = new Database(path);
    newer.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);');
    newer.close();
    expect(await refused(path)).toMatch(/format 99.*newer version/);
  });

  it('but cut short is refused', async () => {
    const path = await loadedFile();
    truncateSync(path, 40_000);
    expect(await refused(path)).toContain('damaged');
  });

  it('but overwritten inside is refused', async () => {
    const path = await loadedFile();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4_096));
    expect(await refused(path)).toContain('damaged');
  });
});

describe('a place that takes no writes', () => {
  it('such as a path under a file is refused', async () => {
    const file = newPath();
    writeFileSync(file, 'a file');
    const { code, message } = await refusal(openStore(`sqlite:${join(file, 'deeper', 'graph.db')}`));
    expect(code).toBe('STORE_NOT_WRITABLE');
    expect(message).toContain('folder');
  });

  it('such as /proc, where making folders recursively would never end, is refused', async () => {
    const { code } = await refusal(openStore('sqlite:/proc/sentra/deeper/graph.db'));
    expect(code).toBe('STORE_NOT_WRITABLE');
  });

  it('such as a name that no folder takes is refused', async () => {
    const path = join(folder, `${'x'.repeat(300)}.db`);
    const { code, message } = await refusal(openStore(`sqlite:${path}`));
    expect(code).toBe('STORE_NOT_WRITABLE');
    expect(message).toContain(path);
  });

  it('is told apart from other failures when it is found out late', () => {
    const connection = new Connection(':memory:');
    connection.execute('CREATE TABLE t (a); PRAGMA query_only = ON');
    expect(() => connection.execute('INSERT INTO t VALUES (1)')).toThrow(/refuses writes/);
    connection.close();
  });
});

describe('a lock held by somebody else', () => {
  function locked(path: string): Database.Database {
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    return other;
  }
  const change = { put: records({ nodes: [node('market:new')] }), remove: [] };

  it('for too long ends in STORE_LOCKED; reading goes on, and writing after it', async () => {
    const path = await loadedFile();
    const store = await openSqliteStore(path, { lockPatienceMs: 60 });
    const other = locked(path);
    const { code, message } = await refusal(store.write(change));
    expect(code).toBe('STORE_LOCKED');
    expect(message).toContain('another process');
    expect((await store.dataset()).nodeCount).toBe(12);
    other.exec('ROLLBACK');
    other.close();
    expect(await store.write(change)).toMatchObject({ added: 1 });
    await store.close();
  });

  it('for a moment is waited for, with the event loop free', async () => {
    const path = await loadedFile();
    await withStore(path, async (store) => {
      const other = locked(path);
      const writing = store.write(change);
      // Timers run only because the wait does not hold the event loop.
      await new Promise<void>((release) => {
        setTimeout(() => {
          other.exec('ROLLBACK');
          release();
        }, 50);
      });
      expect(await writing).toMatchObject({ added: 1 });
      other.close();
    });
  });

  it('does not keep a store from being opened', async () => {
    const path = await loadedFile();
    const other = locked(path);
    expect(await withStore(path, async (store) => (await store.dataset()).nodeCount)).toBe(12);
    other.close();
  });
});

describe('one moment', () => {
  it('is what a stream shows, whatever is written meanwhile', async () => {
    await withStore(newPath(), async (store) => {
      const nodes = Array.from({ length: 5_000 }, (_, i) => node(`market:m-${String(i).padStart(5, '0')}`));
      await store.write({ put: records({ nodes }), remove: [] });
      let seen = 0;
      for await (const batch of store.streamNodes()) {
        if (seen === 0) await store.write({ put: records({ nodes: [node('market:z-late')] }), remove: [] });
        seen += batch.length;
      }
      expect(seen).toBe(5_000);
      expect((await store.dataset()).nodeCount).toBe(5_001);
    });
  });

  it('is what readers see while a long write is in progress', async () => {
    await withStore(newPath(), async (store) => {
      const nodes = Array.from({ length: 3_000 }, (_, i) => node(`market:m-${i}`));
      const progress = { done: false };
      const writing = store.write({ put: records({ nodes }), remove: [] }).finally(() => {
        progress.done = true;
      });
      const counts = new Set<number>();
      while (!progress.done) {
        counts.add((await store.dataset()).nodeCount);
        await new Promise<void>((next) => setImmediate(next));
      }
      await writing;
      counts.add((await store.dataset()).nodeCount);
      expect([...counts].sort()).toEqual([0, 3_000]);
    });
  });

  it('ends for a stream when the store is closed', async () => {
    const store = await openStore(`sqlite:${await loadedFile()}`);
    const nodes = Array.from({ length: 5_000 }, (_, i) => node(`market:m-${i}`));
    await store.write({ put: records({ nodes }), remove: [] });
    const reading = async (): Promise<void> => {
      for await (const batch of store.streamNodes()) if (batch.length > 0) await store.close();
    };
    expect((await refusal(reading())).code).toBe('STORE_UNAVAILABLE');
  });
});

/** Writes in a child process until it is killed; gives the numbers of the writes it acknowledged. */
async function writeUntilKilled(path: string, kill: number): Promise<number[]> {
  const child = spawn(process.execPath, [await programFile('write-until-killed'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === kill) child.kill('SIGKILL');
  }
  return acknowledged;
}

describe('a process killed while it writes', () => {
  it('loses nothing it acknowledged and leaves no half of a change', { timeout: 30_000 }, async () => {
    const path = newPath();
    const acknowledged = await writeUntilKilled(path, 25);
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    // What a backup of the three files would hold opens just so.
    const copy = newPath();
    for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    for (const file of [path, copy]) {
      await withStore(file, async (store) => {
        const { nodeCount, relationCount, revision } = await store.dataset();
        const ids = new Set((await allBatches(store.streamNodes())).map(({ id }) => String(id)));
        for (const number of acknowledged) expect(ids.has(`market:m-${number}`)).toBe(true);
        expect(relationCount).toBe(nodeCount);
        const digests = (await allBatches(store.streamDigests())).map(({ digest }) => digest);
        expect(moveRevision(EMPTY_REVISION, digests, [])).toBe(revision);
      });
    }
  });
});
