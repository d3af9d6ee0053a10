/**
 * A SQLite file that is locked, cut short, taken away, put back or damaged under a running Sentra: what is refused and how, what goes on,
 * what `/health` says meanwhile, and that nothing has to be started anew. Short of room: sqlite-full-disk.test.ts.
 */
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../api/store/open-store.ts';
import { node, records } from '../fixtures/records.ts';
import { integrityOf, PATIENT, serveStore, type ServedStore } from './served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-trouble-'));
let made = 0;
const served: ServedStore[] = [];
afterEach(async () => {
  for (const one of served.splice(0)) await one.kill();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NODES = 300;

/** A file with 300 nodes of 2 kB, and a name for another. */
async function madeFile(name = 'kept'): Promise<string> {
  const path = join(folder, `${(made += 1)}.db`);
  const store = await openStore(`sqlite:${path}`);
  const description = 'y'.repeat(2_000);
  const nodes = Array.from({ length: NODES }, (_, i) => node(`market:${name}-${i}`, { description }));
  await store.write({ put: records({ nodes }), remove: [] });
  await store.close();
  // This process may still hold the file: it is another one that is served.
  const copy = join(folder, `${made}-${name}.db`);
  copyFileSync(path, copy);
  return copy;
}

async function serve(path: string): Promise<ServedStore> {
  const one = await serveStore(`sqlite:${path}`);
  served.push(one);
  return one;
}

const whole = { status: 200, value: NODES, code: null };
const AWAY = { status: 503, code: 'STORE_UNAVAILABLE' };

describe('a file taken away under a running Sentra', () => {
  it('is said to be gone; nothing is written nowhere; put back, it is answered from and written to', async () => {
    const path = await madeFile();
    const store = await serve(path);
    expect(await store.read()).toMatchObject(whole);
    renameSync(path, `${path}.away`);
    expect(await store.write('lost', 1)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect.poll(() => store.read(), PATIENT).toMatchObject(AWAY);
    expect(await store.ready()).toMatchObject({ status: 503, reason: expect.stringContaining('deleted') as string });
    expect(await store.live()).toBe(200);
    renameSync(`${path}.away`, path);
    await expect.poll(() => store.read(), PATIENT).toMatchObject(whole);
    expect((await store.ready()).status).toBe(200);
    expect(await store.write('after', 2)).toEqual({ added: 2 });
    expect(await store.end()).toBe(0);
    const again = await openStore(`sqlite:${path}`);
    expect((await again.dataset()).nodeCount).toBe(NODES + 2);
    await again.close();
  });

  it('and replaced by another store of ours is answered from the other, whose log is its own', async () => {
    const [path, other] = [await madeFile('old'), await madeFile('new')];
    const store = await serve(path);
    expect(await store.write('more', 3)).toEqual({ added: 3 });
    renameSync(other, path);
    await expect.poll(async () => (await store.read('market:new-7')).value, PATIENT).toBe('new-7');
    expect(await store.read('market:old-7')).toMatchObject({ status: 200, code: 'BAD_USER_INPUT' });
    expect(await store.write('more', 3)).toEqual({ added: 3 });
    expect((await store.ready()).status).toBe(200);
    // SIGKILL: what was acknowledged is in the file that is there, or its log.
    await store.kill();
    const again = await openStore(`sqlite:${path}`);
    expect((await again.dataset()).nodeCount).toBe(NODES + 3);
    expect(await again.takeIn({ whole: true })).toMatchObject({ faultCount: 0 });
    await again.close();
    expect(integrityOf(path)).toBe('ok');
  });

  it('and replaced by something else is refused, and left as it is', async () => {
    const path = await madeFile();
    const store = await serve(path);
    renameSync(path, `${path}.away`);
    writeFileSync(path, 'a letter to a friend '.repeat(500));
    const letter = readFileSync(path);
    await expect.poll(() => store.read(), PATIENT).toMatchObject(AWAY);
    const { status, reason } = await store.ready();
    expect(status).toBe(503);
    expect(reason).toContain('not a store of Sentra');
    expect(reason).not.toContain(folder);
    expect(await store.write('lost', 1)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(readFileSync(path).equals(letter)).toBe(true);
    renameSync(`${path}.away`, path);
    await expect.poll(() => store.read(), PATIENT).toMatchObject(whole);
  });

  it('only its log: what was in it is in the file, and writing goes on', async () => {
    const path = await madeFile();
    const store = await serve(path);
    expect(await store.write('before', 2)).toEqual({ added: 2 });
    rmSync(`${path}-wal`);
    expect(await store.write('after', 2)).toEqual({ added: 2 });
    await store.kill();
    const again = await openStore(`sqlite:${path}`);
    expect((await again.dataset()).nodeCount).toBe(NODES + 4);
    await again.close();
    expect(integrityOf(path)).toBe('ok');
  });
});

/** Overwrites pages in the middle, as a bad disk does. */
function damage(path: string, from: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, from);
  closeSync(file);
}

describe('a file cut short or damaged under a running Sentra', () => {
  it.each([0, 50, 40_000])(
    'to %i bytes is not written to; a whole copy in its place is gone on with',
    async (bytes) => {
      const path = await madeFile();
      copyFileSync(path, `${path}.copy`);
      const store = await serve(path);
      truncateSync(path, bytes);
      expect(await store.write('lost', 1)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(await store.ready()).toMatchObject({ status: 503 });
      expect(await store.read('market:kept-299')).toMatchObject(AWAY);
      expect(await store.live()).toBe(200);
      expect(statSync(path).size).toBe(bytes);
      // Into the same file, as `cp` does.
      writeFileSync(path, readFileSync(`${path}.copy`), { flag: 'r+' });
      await expect.poll(() => store.read(), PATIENT).toMatchObject(whole);
      expect((await store.ready()).status).toBe(200);
      expect(await store.write('after', 2)).toEqual({ added: 2 });
      expect(await store.end()).toBe(0);
      expect(integrityOf(path)).toBe('ok');
    },
  );

  it('in a page: what needs the page is refused, what does not is answered, nothing is written; mended, all goes on', async () => {
    const path = await madeFile();
    copyFileSync(path, `${path}.copy`);
    const pages = statSync(path).size / 4_096;
    const store = await serve(path);
    // The second half holds the descriptions, which overflow their rows.
    damage(path, Math.floor(pages / 2) * 4_096, 40 * 4_096);
    const asked = async (): Promise<Set<string>> => {
      const answers = await Promise.all(Array.from({ length: NODES }, (_, i) => store.read(`market:kept-${i}`)));
      return new Set(answers.map(({ status, code }) => `${status} ${code}`));
    };
    const outcomes = await asked();
    expect(outcomes).toContain('503 STORE_UNAVAILABLE');
    expect([...outcomes].filter((outcome) => !/^(?:200 null|503 STORE_UNAVAILABLE)$/.test(outcome))).toEqual([]);
    expect(await store.ready()).toMatchObject({ status: 503, reason: expect.stringContaining('damaged') as string });
    expect(await store.live()).toBe(200);
    expect(await store.write('lost', 1)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    writeFileSync(path, readFileSync(`${path}.copy`), { flag: 'r+' });
    await expect.poll(async () => (await store.ready()).status, PATIENT).toBe(200);
    expect(await asked()).toEqual(new Set(['200 null']));
    expect(await store.write('after', 2)).toEqual({ added: 2 });
  });

  it('and swapped for one that is damaged too is not taken', async () => {
    const [path, other] = [await madeFile(), await madeFile('new')];
    const store = await serve(path);
    truncateSync(path, 40_000);
    expect((await store.ready()).status).toBe(503);
    damage(other, 20 * 4_096, 20 * 4_096);
    renameSync(other, path);
    expect(await store.ready()).toMatchObject({ status: 503 });
    expect(await store.write('lost', 1)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('a file that another process writes to', () => {
  it('for a moment is waited for; for long refuses writes alone, until it lets go', async () => {
    const path = await madeFile();
    const store = await serve(path);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const writing = store.write('waits', 1);
    expect(await store.read()).toMatchObject(whole);
    other.exec('ROLLBACK');
    expect(await writing).toEqual({ added: 1 });
    other.exec('BEGIN IMMEDIATE');
    expect(await store.write('refused', 1)).toMatchObject({ code: 'STORE_LOCKED' });
    expect(await store.read()).toMatchObject({ status: 200 });
    expect((await store.ready()).status).toBe(200);
    other.exec('ROLLBACK');
    other.close();
    expect(await store.write('after', 1)).toEqual({ added: 1 });
  });
});
