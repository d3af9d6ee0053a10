/** `dist/server/backup.js`, as an image or a unit of systemd runs it: on stores that are written to, and on disks that are full. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { readBackup } from '../../api/backup/read-backup.ts';
import { openStore } from '../../api/store/open-store.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { node, records } from '../fixtures/records.ts';
import { smallDisk, type SmallDisk } from '../store/small-disk.ts';

const PROGRAM = 'dist/server/backup.js';
const folder = mkdtempSync(join(tmpdir(), 'sentra-built-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environmentOf = (store: string) => ({
  ...process.env,
  SENTRA_STORE: `sqlite:${store}`,
  SENTRA_ACCESS: join(folder, 'access'),
  SENTRA_AUDIT: join(folder, 'audit.jsonl'),
});
const sizeOf = (path: string): number => statSync(path).size;
const run = (store: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8', env: environmentOf(store) });

async function storeOf(path: string, nodes: number, relations: number): Promise<string> {
  const store = await openStore(`sqlite:${path}`);
  await store.write({ put: generatedRecords(nodes, relations), remove: [] });
  const revision = await store.revision();
  await store.close();
  return revision;
}

/** What stands there now: nodes and revision. */
async function held(path: string): Promise<readonly [number, string]> {
  const store = await openStore(`sqlite:${path}`);
  const { nodeCount } = await store.dataset();
  const revision = await store.revision();
  await store.close();
  return [nodeCount, revision];
}

let disks = 0;
function newDisk(megabytes: number): SmallDisk | null {
  const disk = smallDisk(join(folder, `disk-${(disks += 1)}`), megabytes);
  if (disk !== null) onTestFinished(() => disk.end());
  return disk;
}

describe('the built program', () => {
  it('keeps a store and brings it back elsewhere, and says what it did', async () => {
    const [from, to, file] = ['from.db', 'to.db', 'kept.backup'].map((name) => join(folder, name));
    if (from === undefined || to === undefined || file === undefined) throw new Error('no names');
    const revision = await storeOf(from, 500, 2_000);
    const kept = run(from, 'backup', file);
    expect([kept.stderr, kept.status]).toEqual(['', 0]);
    expect(kept.stdout).toContain(`500 nodes, 2000 relations`);
    expect(kept.stdout).toContain(revision);
    const back = run(to, 'restore', file);
    expect(back.status, back.stderr).toBe(0);
    expect(await held(to)).toEqual([500, revision]);
    const wrong = run(to, 'backup');
    expect([wrong.status, wrong.stderr.includes('    at ')]).toEqual([1, false]);
  });

  it('keeps one whole revision of a store that is written to all the while', async () => {
    const path = join(folder, 'busy.db');
    await storeOf(path, 2_000, 8_000);
    const store = await openStore(`sqlite:${path}`);
    onTestFinished(() => store.close());
    const revisions = new Map<string, number>([[await store.revision(), 2_000]]);
    const file = join(folder, 'busy.backup');
    const program = spawn(process.execPath, [PROGRAM, 'backup', file], { env: environmentOf(path) });
    const ended = once(program, 'exit');
    let told = '';
    program.stderr.on('data', (part: Buffer) => (told += part.toString('utf8')));
    let written = 0;
    while (program.exitCode === null && program.signalCode === null) {
      written += 1;
      await store.write({ put: records({ nodes: [node(`cluster:new-${written}`)] }), remove: [] });
      revisions.set(await store.revision(), 2_000 + written);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await ended;
    expect([told, program.exitCode]).toEqual(['', 0]);
    expect(written).toBeGreaterThan(3);
    // Every record is looked at here, and together they are the revision that is named.
    const { manifest } = await readBackup(file);
    expect(revisions.get(manifest.revision)).toBe(manifest.counts.node);
  });

  it('onto a full disk says so, and leaves nothing there but what was there', async () => {
    const disk = newDisk(8);
    if (disk === null) return;
    const path = join(folder, 'large.db');
    await storeOf(path, 4_000, 16_000);
    const file = join(disk.folder, 'kept.backup');
    await storeOf(join(folder, 'small.db'), 10, 10);
    expect(run(join(folder, 'small.db'), 'backup', file).status).toBe(0);
    const before = readFileSync(file);
    disk.fill(65_536);
    for (const [name, ...options] of [[file, '--force'], [join(disk.folder, 'other.backup')]]) {
      const { status, stderr } = run(path, 'backup', String(name), ...options);
      expect([status, stderr.trim()]).toEqual([
        1,
        expect.stringMatching(/^\S+\.backup: the disk is full; make room on it/),
      ]);
    }
    expect(readdirSync(disk.folder).toSorted()).toEqual(['filler', 'kept.backup']);
    expect(readFileSync(file).equals(before)).toBe(true);
    disk.free();
    expect(run(path, 'backup', file, '--force').status).toBe(0);
    expect((await readBackup(file)).manifest.counts.node).toBe(4_000);
  });
});

describe('a restore', () => {
  it('into a full disk is refused before there is anything, and says what would be right', async () => {
    const disk = newDisk(8);
    if (disk === null) return;
    const from = join(folder, 'whole.db');
    await storeOf(from, 500, 500);
    const file = join(folder, 'whole.backup');
    expect(run(from, 'backup', file).status).toBe(0);
    disk.fill();
    const path = join(disk.folder, 'graph.db');
    const { status, stderr } = run(path, 'restore', file);
    expect([status, stderr.includes('    at '), stderr.trim().split('\n').length]).toEqual([1, false, 1]);
    expect(stderr).toContain(`${path}: its disk is full; make room on it`);
    // An empty file is none: the next start makes the store in it.
    for (const name of readdirSync(disk.folder))
      expect(name === 'filler' || sizeOf(join(disk.folder, name)) === 0).toBe(true);
    disk.free();
    expect(run(path, 'restore', file).status).toBe(0);
  });

  it('into a disk that fills up on the way leaves whole transactions, says how to go on, and goes on', async () => {
    const disk = newDisk(64);
    if (disk === null) return;
    const from = join(folder, 'many.db');
    const revision = await storeOf(from, 10_000, 30_000);
    const file = join(folder, 'many.backup');
    expect(run(from, 'backup', file).status).toBe(0);
    const path = join(disk.folder, 'graph.db');
    await storeOf(path, 0, 0);
    disk.fill(9_000_000);
    const refused = run(path, 'restore', file);
    expect([refused.status, refused.stderr.includes('    at ')]).toEqual([1, false]);
    expect(refused.stderr).toMatch(
      /the disk of the store file is full; .* Before that \d+ of 40000 records were restored; .* same command goes on/,
    );
    const [nodes] = await held(path);
    expect(nodes).toBeGreaterThan(0);
    expect(nodes).toBeLessThanOrEqual(10_000);
    disk.free();
    expect(run(path, 'restore', file).status).toBe(0);
    expect(await held(path)).toEqual([10_000, revision]);
  });
});
