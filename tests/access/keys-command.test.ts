import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyList } from '../../api/access/keys/key-list.ts';
import { programFile } from '../programs/program.ts';
import { auditLines } from './guarded-api.ts';
import { temporaryFolder } from './key-files.ts';

let folder: string;
let remove: () => void;
beforeEach(() => ({ folder, remove } = temporaryFolder()));
afterEach(() => remove());

async function keys(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [await programFile('keys'), ...args], {
    env: { ...process.env, SENTRA_ACCESS: folder, SENTRA_AUDIT: join(folder, 'audit.jsonl'), ...settings },
    encoding: 'utf8',
  });
  return { status, stdout: stdout.trim(), stderr };
}

describe('the command of keys', () => {
  it('adds, shows once, lists and revokes, and tells the audit log', async () => {
    const added = await keys(['add', 'Laporan bulanan', '--role', 'reader', '--expires', '2099-12-31']);
    expect(added).toMatchObject({ status: 0, stderr: expect.stringContaining('never again') });
    expect(new KeyList(folder).find(added.stdout)).toMatchObject({ name: 'Laporan bulanan', role: 'reader' });
    const listed = (await keys(['list'])).stdout;
    expect(listed).toMatch(/^[0-9a-f]{12}\treader\topen until 2099-12-31\t\d{4}-\d\d-\d\d\tLaporan bulanan$/);
    expect(listed).not.toContain(added.stdout.slice(-43));
    expect(await keys(['add', 'Laporan bulanan', '--role', 'reader'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('already'),
    });
    expect((await keys(['revoke', 'Laporan bulanan'])).status).toBe(0);
    expect(new KeyList(folder).find(added.stdout)).toBe('REVOKED');
    expect((await keys(['list'])).stdout).toContain('\trevoked ');
    const audit = auditLines(join(folder, 'audit.jsonl'));
    expect(audit.map(({ event, name, role }) => [event, name, role])).toEqual([
      ['key-added', 'Laporan bulanan', 'reader'],
      ['key-revoked', 'Laporan bulanan', 'reader'],
    ]);
    expect(readFileSync(join(folder, 'audit.jsonl'), 'utf8')).not.toContain(added.stdout.slice(-43));
  }, 60_000);

  it.each([
    [['add', 'a'], /--role is missing; it has to be reader or administrator/],
    [['add', 'a', '--role', 'root'], /--role is 'root'/],
    [['add', 'a', '--role', 'reader', '--expires', '2099-02-30'], /--expires is '2099-02-30'/],
    [['add', 'a', '--role', 'reader', '--expires', '2020-01-01'], /is over/],
    [['add', '', '--role', 'reader'], /1 to 100 characters/],
    [['add', 'a', 'b', '--role', 'reader'], /npm run keys -- list/],
    [['add', 'a', '--roll', 'reader'], /roll/],
    [['revoke', 'nobody'], /nobody/],
    [[], /npm run keys -- add/],
  ])('%j is refused in one message, and nothing is written', async (args, says) => {
    const { status, stdout, stderr } = await keys(args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
  });

  it('adds no key that the audit log cannot hear of', async () => {
    mkdirSync(join(folder, 'a folder'));
    const { status, stderr, stdout } = await keys(['add', 'a', '--role', 'reader'], {
      SENTRA_AUDIT: join(folder, 'a folder'),
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/audit log.*cannot be written/);
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
  });
});
