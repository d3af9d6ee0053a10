/** The unit of systemd: what it says of itself, and what systemd says of it where that is installed. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../api/start/configuration.ts';

const UNIT = 'api/start/sentra.service';
/** 10 is as open as a process of root's, 0 as closed as can be; systemd's own words for it begin with OK below 5. */
const MOST_EXPOSED = 2;

/** Values by section and name; a name may come more than once. */
function settingsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let section = '';
  for (const line of text.split('\n').map((one) => one.trim())) {
    section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section;
    const [, name, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) found.set(`${section}.${name}`, [...(found.get(`${section}.${name}`) ?? []), value ?? '']);
  }
  return found;
}

describe('the unit of systemd', () => {
  const settings = settingsOf(readFileSync(UNIT, 'utf8'));
  const one = (name: string): string => settings.get(name)?.join(' ') ?? 'absent';
  const folder = mkdtempSync(join(tmpdir(), 'sentra-unit-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('starts what is built, with settings that Sentra takes, and writes in one place only', () => {
    expect(one('Service.ExecStart')).toMatch(/^\/usr\/bin\/node dist\/server\/serve\.js$/);
    const environment = Object.fromEntries(
      one('Service.Environment')
        .split(' ')
        .map((pair) => pair.split('=')),
    );
    expect(readConfiguration(environment)).toMatchObject({
      store: 'sqlite:/var/lib/sentra/graph.db',
      host: '127.0.0.1',
    });
    expect(one('Service.StateDirectory')).toBe('sentra');
    expect([one('Service.ProtectSystem'), one('Service.DynamicUser')]).toEqual(['strict', 'yes']);
    expect(settings.has('Service.ReadWritePaths')).toBe(false);
  });

  it('gives a stop more time than it takes, ends restarts that lead nowhere, and feeds no watchdog that it does not have', () => {
    expect(Number(one('Service.TimeoutStopSec'))).toBeGreaterThan(10);
    expect(one('Service.Restart')).toBe('on-failure');
    expect(Number(one('Unit.StartLimitBurst')) * 2).toBeLessThan(Number(one('Unit.StartLimitIntervalSec')));
    expect(settings.has('Service.WatchdogSec')).toBe(false);
  });

  it('names documentation that is there', () => {
    const path = /file:\/\/\/opt\/sentra\/(\S+)/.exec(one('Unit.Documentation'))?.[1] ?? '';
    expect(existsSync(path), path).toBe(true);
  });

  it('is taken by systemd without a word, and found closed', () => {
    const copy = join(folder, 'sentra.service');
    copyFileSync(UNIT, copy);
    const verified = spawnSync('systemd-analyze', ['verify', copy], { encoding: 'utf8' });
    if (verified.error !== undefined) {
      console.warn('NOT RUN: what systemd says of its unit: systemd-analyze is not installed');
      expect(settings.size).toBeGreaterThan(40);
      return;
    }
    expect(verified.stderr).toBe('');
    expect(verified.status).toBe(0);
    const judged = spawnSync('systemd-analyze', ['security', '--offline=true', copy], { encoding: 'utf8' });
    const exposure = Number(/exposure level for sentra\.service: ([\d.]+)/.exec(judged.stdout)?.[1]);
    expect(exposure).toBeLessThanOrEqual(MOST_EXPOSED);
  });
});
