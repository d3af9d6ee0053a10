/** A disk that is full, a log that may not grow, a disk that may only be read: under a running Sentra and at its start. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../api/store/open-store.ts';
import { refusal } from './asking.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';
import { integrityOf, PATIENT, serveStore, type ServedStore } from './served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-full-'));
let made = 0;
const served: ServedStore[] = [];
afterEach(async () => {
  for (const one of served.splice(0)) await one.kill();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(path: string): Promise<ServedStore> {
  const one = await serveStore(`sqlite:${path}`);
  served.push(one);
  return one;
}

interface Room {
  readonly path: string;
  /** Leaves about so many bytes. */
  fill(store: ServedStore): void;
  free(store: ServedStore): void;
  end(): void;
}

/** A real small file system, where one may be mounted. */
function mountedRoom(file = 'graph.db'): (Room & { readonly disk: SmallDisk }) | null {
  const disk = smallDisk(join(folder, `small-${(made += 1)}`), 16);
  if (disk === null) return null;
  return {
    disk,
    path: join(disk.folder, file),
    fill: () => disk.fill(),
    free: () => disk.free(),
    end: () => disk.end(),
  };
}

/** A process whose files may not grow: needs no right to mount. */
function limitedProcess(): Room {
  const path = join(folder, `${(made += 1)}.db`);
  const limit = (pid: number, bytes: string): void => {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  };
  return {
    path,
    fill: ({ pid }) => limit(pid, String(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size + 8_192 : 8_192)),
    free: ({ pid }) => limit(pid, 'unlimited'),
    end: () => undefined,
  };
}

describe.each([
  { what: 'a full disk', room: mountedRoom },
  { what: 'a log that may not grow', room: limitedProcess },
])('$what', ({ room }) => {
  it('refuses a write whole, with a code; reading goes on; with room again, so does writing', async () => {
    const made = room();
    // The same is then shown by the other of the two.
    if (made === null) return;
    try {
      const store = await serve(made.path);
      expect(await store.write('before', 100)).toEqual({ added: 100 });
      made.fill(store);
      for (const turn of ['one', 'two']) {
        const refused = await store.write(turn, 500);
        expect(refused).toMatchObject({ code: 'STORE_NOT_WRITABLE' });
        expect(await store.read('market:before-99')).toEqual({ status: 200, value: 'before-99', code: null });
        const ready = await store.ready();
        expect(ready.status).toBe(200);
        expect(ready.writes).toMatch(/disk .*(?:full|refused)/);
        expect(await store.live()).toBe(200);
      }
      made.free(store);
      // Nobody has to write for it to be known.
      await expect.poll(async () => (await store.ready()).writes, PATIENT).toBe('');
      expect(await store.write('after', 200)).toEqual({ added: 200 });
      expect(await store.read()).toMatchObject({ status: 200, value: 300 });
      await store.kill();
      const again = await openStore(`sqlite:${made.path}`);
      expect((await again.dataset()).nodeCount).toBe(300);
      expect(await again.takeIn({ whole: true })).toMatchObject({ takenIn: 0, faultCount: 0 });
      await again.close();
      expect(integrityOf(made.path)).toBe('ok');
    } finally {
      made.end();
    }
  });
});

describe('a disk that comes back read-only under a running Sentra', () => {
  it('takes no writes, which is told at once; reading goes on; writable again, so does writing, without a new start', async () => {
    // A name that means something else in the address of a file.
    const [made, other] = [mountedRoom('our 100% graph?#1.db'), mountedRoom('our 100% graph?#1.db')];
    if (made === null || other === null) return;
    const covered = made.disk.folder;
    try {
      const store = await serve(made.path);
      expect(await store.write('before', 100)).toEqual({ added: 100 });
      for (const end of ['', '-wal', '-shm']) copyFileSync(`${made.path}${end}`, `${other.path}${end}`);
      // The system refuses to make a disk read-only that a file is written on; it takes another, that already is, for the same folder.
      other.disk.readOnly();
      execFileSync('mount', ['--bind', other.disk.folder, covered]);
      await expect.poll(async () => (await store.ready()).writes, PATIENT).toMatch(/refuse/);
      for (const turn of ['one', 'two']) {
        expect(await store.write(turn, 50)).toMatchObject({ code: 'STORE_NOT_WRITABLE' });
        expect(await store.read()).toEqual({ status: 200, value: 100, code: null });
        expect(await store.read('market:before-99')).toEqual({ status: 200, value: 'before-99', code: null });
        const ready = await store.ready();
        expect([ready.status, ready.writes]).toEqual([200, 'the store file refuses writes']);
        expect(await store.live()).toBe(200);
      }
      other.disk.writable();
      execFileSync('mount', ['-o', 'remount,bind,rw', covered]);
      // Nobody has to write for it to be known.
      await expect.poll(async () => (await store.ready()).writes, PATIENT).toBe('');
      expect(await store.write('after', 70)).toEqual({ added: 70 });
      expect(await store.read()).toEqual({ status: 200, value: 170, code: null });
      await store.kill();
      const again = await openStore(`sqlite:${made.path}`);
      expect((await again.dataset()).nodeCount).toBe(170);
      expect(await again.takeIn({ whole: true })).toMatchObject({ takenIn: 0, faultCount: 0 });
      await again.close();
      expect(integrityOf(made.path)).toBe('ok');
    } finally {
      spawnSync('umount', ['-l', covered]);
      other.end();
      made.end();
    }
  });
});

describe('a start', () => {
  it('on a full disk says so and leaves the store as it is', async () => {
    const made = mountedRoom();
    if (made === null) return;
    try {
      const store = await serve(made.path);
      expect(await store.write('before', 100)).toEqual({ added: 100 });
      expect(await store.end()).toBe(0);
      made.fill(store);
      const { code, message } = await refusal(openStore(`sqlite:${made.path}`));
      expect(code).toBe('STORE_NOT_WRITABLE');
      expect(message).toContain(`${made.path}: its disk is full`);
      made.free(store);
      const again = await openStore(`sqlite:${made.path}`);
      expect((await again.dataset()).nodeCount).toBe(100);
      await again.close();
    } finally {
      made.end();
    }
  });

  it('on a disk that may only be read says so', async () => {
    const made = mountedRoom();
    if (made === null) return;
    try {
      const store = await serve(made.path);
      expect(await store.end()).toBe(0);
      made.disk.readOnly();
      const { code, message } = await refusal(openStore(`sqlite:${made.path}`));
      expect(code).toBe('STORE_NOT_WRITABLE');
      expect(message).toContain(made.path);
    } finally {
      made.end();
    }
  });
});
