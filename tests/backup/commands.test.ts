import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { node, records, relation, source } from '../fixtures/records.ts';
import { programFile } from '../programs/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the commands', { timeout: 60_000 }, () => {
  const run = async (command: string, args: readonly string[], store: string) =>
    spawnSync('node', [await programFile('backup'), command, ...args], {
      encoding: 'utf8',
      env: { ...process.env, SENTRA_STORE: `sqlite:${join(folder, store)}` },
    });

  it('keep a store, bring it back elsewhere, and say what they did', async () => {
    const graph = records({
      nodes: [node('cluster:a'), node('cluster:b')],
      sources: [source()],
      relations: [relation('cluster:a', 'SUPPLIES', 'cluster:b')],
    });
    const store = await openStore(`sqlite:${join(folder, 'kept.db')}`);
    await store.write({ put: graph, remove: [] });
    await store.close();
    const path = join(folder, 'kept.backup');
    const kept = await run('backup', [path], 'kept.db');
    expect([kept.stderr, kept.status]).toEqual(['', 0]);
    expect(kept.stdout).toContain(
      `2 nodes, 1 relations, 0 figures, 1 sources and 0 disagreements; revision ${datasetRevision(graph)}`,
    );
    const back = await run('restore', [path, '--into', `sqlite:${join(folder, 'other.db')}`], 'none.db');
    expect(back.stdout).toContain(`4 added, 0 changed, 0 removed, 0 unchanged; revision ${datasetRevision(graph)}`);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });

  it('say what is wrong in one message', async () => {
    for (const [command, args] of [
      ['backup', []],
      ['backup', ['a', 'b']],
      ['backup', ['a', '--replace']],
      ['restore', ['a', '--force']],
      ['restore', ['a', '--what']],
    ] as const) {
      const { status, stderr } = await run(command, args, 'never.db');
      expect([status, stderr.includes('npm run restore'), stderr.includes('    at ')]).toEqual([1, true, false]);
    }
    const { status, stderr } = await run('restore', [join(folder, 'none')], 'never.db');
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(existsSync(join(folder, 'never.db'))).toBe(false);
  });
});
