/** A store in one file, and back: whole, of one revision, and refused when anything is wrong with it. Neo4j: backup-engines.test.ts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { BackupError } from '../../api/backup/backup-error.ts';
import { readBackup } from '../../api/backup/read-backup.ts';
import { restore } from '../../api/backup/restore.ts';
import { writeBackup } from '../../api/backup/write-backup.ts';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import { StoreError, type GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { anyRestrictedGraph } from '../edition/drawn-restrictions.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { evidence, node, records, source } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { programFile } from '../programs/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const newPath = (): string => join(folder, `${(made += 1)}.backup`);

async function storeOf(graph: GraphRecords | null, path = ':memory:'): Promise<GraphStore> {
  const store = await openStore(`sqlite:${path}`);
  onTestFinished(() => store.close());
  if (graph !== null) await store.write({ put: graph, remove: [] });
  return store;
}

async function backupOf(graph: GraphRecords): Promise<string> {
  const path = newPath();
  await writeBackup(await storeOf(graph), path);
  return path;
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof BackupError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

const SMALL = records({
  sources: [source()],
  nodes: [node('cluster:a', { evidence: [evidence()], restricted: true })],
});

describe('a backup', () => {
  it('brings back what was there, marks included, whatever was there', async () => {
    await fc.assert(
      fc.asyncProperty(anyRestrictedGraph, async (graph) => {
        const [from, to] = [await openStore('sqlite::memory:'), await openStore('sqlite::memory:')];
        await from.write({ put: graph, remove: [] });
        const path = newPath();
        const manifest = await writeBackup(from, path);
        const summary = await restore(to, await readBackup(path));
        expect(summary).toMatchObject({ changed: 0, removed: 0, unchanged: 0, revision: datasetRevision(graph) });
        expect(manifest).toMatchObject({ revision: await to.revision(), counts: { relation: graph.relations.length } });
        await from.close();
        await to.close();
      }),
      { numRuns: 40, seed: 20_251_128 },
    );
  });

  it('of equal graphs is of equal bytes, however they were loaded', async () => {
    const first = await backupOf(tinyIndustry);
    const store = await storeOf({ ...tinyIndustry, relations: [], figures: [] });
    await store.write({
      put: records({
        ...tinyIndustry,
        sources: [],
        nodes: [],
        disagreements: [],
        relations: tinyIndustry.relations.toReversed(),
      }),
      remove: [],
    });
    const second = newPath();
    await writeBackup(store, second);
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  });

  it('of an empty store brings back an empty store', async () => {
    const store = await storeOf(null);
    expect((await restore(store, await readBackup(await backupOf(records({}))))).revision).toBe('0'.repeat(32));
  });

  it('may be read by its owner only, and leaves nothing else beside it', async () => {
    const path = await backupOf(SMALL);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('stays as it is when its name is taken, and is replaced when told so', async () => {
    const path = await backupOf(SMALL);
    const store = await storeOf(tinyIndustry);
    expect(await refusal(writeBackup(store, path))).toContain('--force');
    expect((await readBackup(path)).manifest.counts.node).toBe(1);
    await writeBackup(store, path, { force: true });
    expect((await readBackup(path)).manifest.counts.node).toBe(12);
  });

  it('is of one revision though the store is written to meanwhile', async () => {
    const graph = generatedRecords(300, 1_500);
    const store = await storeOf(graph, join(folder, 'busy.db'));
    const path = newPath();
    const writing = (async () => {
      for (let at = 0; at < 20; at += 1) {
        await store.write({ put: records({ nodes: [node(`market:m-${at}`)] }), remove: [] });
      }
    })();
    const { revision } = await writeBackup(store, path);
    await writing;
    const into = await storeOf(null);
    expect((await restore(into, await readBackup(path))).revision).toBe(revision);
  });

  it('is not made of a store that is written to all the time, nor while a load is running', async () => {
    const store = await storeOf(SMALL);
    const { revision } = store;
    store.revision = async () => `${(await revision.call(store)).slice(1)}f`;
    expect(await refusal(writeBackup(store, newPath()))).toContain('written to during all');
    store.loading = async () => ({ target: '', done: 1, total: 2, quietMs: 3 }) as never;
    expect(await refusal(writeBackup(store, newPath()))).toContain('load');
  });

  it('leaves nothing behind where it cannot be written', async () => {
    const store = await storeOf(generatedRecords(50, 100));
    expect(await refusal(writeBackup(store, join(folder, 'no', 'such', 'folder')))).toContain('no such file or folder');
    store.streamRecords = () => {
      throw new StoreError('STORE_UNAVAILABLE', 'away');
    };
    const path = newPath();
    await expect(writeBackup(store, path)).rejects.toThrow('away');
    expect(existsSync(path) || existsSync(`${path}.partial`)).toBe(false);
  });

  it('says so when the disk takes no more', async () => {
    const said = spawnSync(
      'bash',
      ['-c', `ulimit -f 8; node ${await programFile('backup-large')} ${join(folder, 'full.backup')}`],
      {
        encoding: 'utf8',
      },
    );
    expect(said.stderr).toContain('no file may be so large here');
    expect(said.status).toBe(1);
    expect(existsSync(join(folder, 'full.backup'))).toBe(false);
  });
});

describe('a damaged backup', () => {
  it('is refused whichever byte was changed', { timeout: 120_000 }, async () => {
    const good = readFileSync(await backupOf(SMALL));
    const path = newPath();
    const accepted: number[] = [];
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad.writeUInt8((good[at] ?? 0) ^ (1 << (at % 8)), at);
      writeFileSync(path, bad);
      await refusal(readBackup(path)).catch(() => accepted.push(at));
    }
    expect(accepted).toEqual([]);
    expect(good.length).toBeGreaterThan(300);
  });

  it('is refused whichever byte of a larger one was changed', { timeout: 120_000 }, async () => {
    const good = readFileSync(await backupOf(generatedRecords(400, 2_000)));
    const below = drawnBelow(20_251_128);
    const path = newPath();
    for (let tried = 0; tried < 60; tried += 1) {
      const bad = Buffer.from(good);
      const at = below(good.length);
      bad.writeUInt8((good[at] ?? 0) ^ (1 + below(255)), at);
      writeFileSync(path, bad);
      expect(await refusal(readBackup(path)), `byte ${at}`).toMatch(/damaged|is no backup|format/);
    }
  });

  it('is refused wherever it was cut, and with anything behind it', { timeout: 60_000 }, async () => {
    const good = readFileSync(await backupOf(SMALL));
    const path = newPath();
    for (let length = 0; length < good.length; length += 1) {
      writeFileSync(path, good.subarray(0, length));
      expect(await refusal(readBackup(path)), `${length} bytes`).not.toBe('');
    }
    for (const more of ['\n', '\0', good]) {
      writeFileSync(path, Buffer.concat([good, Buffer.from(more)]));
      expect(await refusal(readBackup(path))).toContain('damaged');
    }
  });

  it('is named as what it is', async () => {
    const path = newPath();
    const good = readFileSync(await backupOf(SMALL));
    writeFileSync(path, Buffer.concat([Buffer.from('SENTRA BACKUP 2\n'), good.subarray(16)]));
    expect(await refusal(readBackup(path))).toContain('format 2; this version reads format 1');
    writeFileSync(path, 'SQLite format 3\0 and more');
    expect(await refusal(readBackup(path))).toContain('no backup of Sentra');
    expect(await refusal(readBackup(join(folder, 'none')))).toContain('no such file');
    expect(await refusal(readBackup(folder))).toContain('folder');
  });

  /** What a person would make who changes the records and works out the checksum anew. */
  function forged(lines: (lines: string[]) => string[]): string {
    const path = newPath();
    const start = Buffer.from('SENTRA BACKUP 1\n');
    const body = readFileSync(good).subarray(start.length, -73);
    const text = lines(gunzipSync(body).toString().trimEnd().split('\n')).join('\n');
    const whole = Buffer.concat([start, gzipSync(`${text}\n`)]);
    const digest = createHash('sha256').update(whole).digest('hex');
    writeFileSync(path, Buffer.concat([whole, Buffer.from(`SHA-256 ${digest}\n`)]));
    return path;
  }
  let good = '';

  it.each<readonly [string, (lines: string[]) => string[], string]>([
    ['a record is gone', (lines) => lines.slice(1), 'not those that it tells of'],
    ['a record stands twice', ([first = '', ...lines]) => [first, first, ...lines], 'out of order'],
    ['the end is gone', (lines) => lines.slice(0, -1), 'has no end'],
    ['something stands after the end', (lines) => [...lines, lines[0] ?? ''], 'after the end'],
    ['a record says something else', (lines) => lines.map((line) => line.replace('Title of', 'Other of')), 'tells of'],
    ['a mark is gone', (lines) => lines.map((line) => line.replace('"restricted":true,', '')), 'tells of'],
    ['a field is unknown', (lines) => lines.map((line) => line.replace('"note":null', '"noted":null')), 'line 1'],
    ['a word is none of ours', (lines) => lines.map((line) => line.replace('"DOCUMENTED"', '"SEEN"')), 'line 2'],
    ['a line is no JSON', ([, ...lines]) => ['{', ...lines], 'no JSON'],
  ])('is refused when %s, though its checksum is right', async (_what, change, told) => {
    good = await backupOf(SMALL);
    expect((await readBackup(forged((lines) => lines))).manifest.counts.node).toBe(1);
    expect(await refusal(readBackup(forged(change)))).toContain(told);
  });
});

describe('a restore', () => {
  const OTHER = records({ nodes: [node('market:other')] });

  it('into a store that holds something else is refused, and nothing is written', async () => {
    const backup = await readBackup(await backupOf(tinyIndustry));
    const store = await storeOf(OTHER);
    const before = await store.revision();
    expect(await refusal(restore(store, backup))).toContain('--replace');
    expect(await store.revision()).toBe(before);
  });

  it('takes the place of what is there when told so', async () => {
    const backup = await readBackup(await backupOf(tinyIndustry));
    const changed = tinyIndustry.nodes.map((one) => ({ ...one, name: `${one.name}!` }));
    const store = await storeOf({ ...records({ sources: tinyIndustry.sources }), nodes: [...changed, ...OTHER.nodes] });
    const summary = await restore(store, backup, { replace: true });
    expect(summary).toMatchObject({ changed: 12, removed: 1, unchanged: 5, revision: datasetRevision(tinyIndustry) });
  });

  it('goes on with what was cut off, and again changes nothing', { timeout: 60_000 }, async () => {
    const graph = generatedRecords(2_000, 7_000);
    const backup = await readBackup(await backupOf(graph));
    const store = await storeOf(null, join(folder, 'cut.db'));
    const told: number[] = [];
    const cut = restore(store, backup, {
      onProgress: (done) => {
        told.push(done);
        throw new Error('killed');
      },
    });
    await expect(cut).rejects.toThrow('killed');
    expect(told).toHaveLength(1);
    const rest = await restore(store, backup);
    expect(rest).toMatchObject({ unchanged: told[0], revision: datasetRevision(graph) });
    expect(await restore(store, backup)).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it('says when the store is not the backup’s at the end', async () => {
    const backup = await readBackup(await backupOf(SMALL));
    const store = await storeOf(null);
    const { write } = store;
    store.write = async (change) => {
      await write.call(store, { put: OTHER, remove: [] });
      return write.call(store, change);
    };
    expect(await refusal(restore(store, backup))).toContain('something else wrote');
  });
});
