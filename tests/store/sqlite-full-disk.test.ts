/** A disk that is full, a log that may not grow, a disk that may only be read: under a running Sentra and at its start. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../api/store/open-store.ts';
import { refusal } from './asking.ts';
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
function smallDisk(): Room | null {
  const at = join(folder, `disk-${(made += 1)}`);
  mkdirSync(at);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', at], { encoding: 'utf8' });
  if (mounted.status !== 0) return null;
  const filler = join(at, 'filler');
  return {
    path: join(at, 'graph.db'),
    fill: () => {
      const file = openSync(filler, 'w');
      try {
        for (;;) writeSync(file, Buffer.alloc(4_096));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler),
    end: () => execFileSync('umount', ['-l', at]),
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
  { what: 'a full disk', room: smallDisk },
  { what: 'a log that may not grow', room: limitedProcess },
])('$what', ({ what, room }) => {
  it('refuses a write whole, with a code; reading goes on; with room again, so does writing', async () => {
    const made = room();
    if (made === null) {
      // The same is then shown by the other of the two.
      console.warn(`NOT RUN: ${what}: this process may not mount a file system`);
      expect(process.getuid?.() === 0 && process.env['CI'] === 'true', 'root in CI has to mount one').toBe(false);
      return;
    }
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

describe('a start', () => {
  it('on a full disk says so and leaves the store as it is', async () => {
    const made = smallDisk();
    if (made === null) return;
    try {
      const store = await serve(made.path);
      expect(await store.write('before', 100)).toEqual({ added: 100 });
      expect(await store.end()).toBe(0);
      made.fill(store);
      const { code, message } = await refusal(openStore(`sqlite:${made.path}`));
      expect(code).toBe('STORE_NOT_WRITABLE');
      expect(message).toContain('disk');
      made.free(store);
      const again = await openStore(`sqlite:${made.path}`);
      expect((await again.dataset()).nodeCount).toBe(100);
      await again.close();
    } finally {
      made.end();
    }
  });

  it('on a disk that may only be read says so', async () => {
    const made = smallDisk();
    if (made === null) return;
    try {
      const store = await serve(made.path);
      expect(await store.end()).toBe(0);
      execFileSync('mount', ['-o', 'remount,ro', dirname(made.path)]);
      const { code, message } = await refusal(openStore(`sqlite:${made.path}`));
      expect(code).toBe('STORE_NOT_WRITABLE');
      expect(message).toContain(made.path);
    } finally {
      made.end();
    }
  });
});
