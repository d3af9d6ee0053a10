/** Sessions across a restart: whoever was in is in, and nobody else. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '../../api/access/principal.ts';
import type { Openings } from '../../api/access/rights.ts';
import { SessionFile } from '../../api/access/sign-in/session-file.ts';
import { SignIn } from '../../api/access/sign-in/sign-in.ts';
import { temporaryFolder } from './key-files.ts';

const SETTINGS = { issuer: 'https://id.example.id', roles: { readers: ['staff'] } };
const HOUR = 3_600_000;
const CLOSED: Openings = { askAny: null, introspect: null, readMetrics: null };

describe('a session', () => {
  let kept: ReturnType<typeof temporaryFolder>;
  let now: number;
  let faults: string[];
  beforeEach(() => {
    kept = temporaryFolder();
    [now, faults] = [1_800_000_000_000, []];
  });
  afterEach(() => kept.remove());

  const fileOf = (settings: unknown = SETTINGS, port = 4000): SessionFile =>
    new SessionFile(kept.folder, port, settings);

  /** A server as it starts. */
  function start(file = fileOf(), openings = CLOSED): SignIn {
    const nobodyAsked = (): never => {
      throw new Error('the provider is not asked');
    };
    const signIn = new SignIn({
      provider: { begin: nobodyAsked, finish: nobodyAsked },
      roles: { claim: 'groups', readers: ['staff'], administrators: [] },
      openings,
      secure: false,
      sessions: { idleMs: HOUR, wholeMs: 12 * HOUR },
      now: () => now,
    });
    signIn.keepIn(file, (reason) => faults.push(reason));
    return signIn;
  }
  const SITI = {
    kind: 'person',
    id: 'siti',
    name: 'Siti',
    role: 'reader',
    rights: new Set(['askListed', 'export']),
  } as const satisfies Principal;
  /** @returns the Cookie header of their browser from then on */
  const enter = (signIn: SignIn): string => signIn.enter(SITI, '/', undefined).cookies[0]?.split(';')[0] ?? '';

  it('outlives a restart, however the server ended, with the rights of the role as they are then', () => {
    const cookie = enter(start());
    expect(start().principalOf(cookie)).toEqual(SITI);
    const opened = start(fileOf(), { ...CLOSED, readMetrics: true }).principalOf(cookie);
    expect(opened?.rights.has('readMetrics')).toBe(true);
    expect(faults).toEqual([]);
  });

  it('that was signed out of stays over, and that of another person goes on', () => {
    const first = start();
    const [out, stays] = [enter(first), enter(first)];
    first.leave(out);
    const again = start();
    expect([again.principalOf(out), again.principalOf(stays)]).toEqual([null, SITI]);
  });

  it('is over after a restart when it would have been over without', () => {
    const first = start();
    const [unused, used] = [enter(first), enter(first)];
    now += HOUR - 1;
    expect(first.principalOf(used)).toEqual(SITI);
    first.writeDown();
    now += 1;
    expect(start().principalOf(unused)).toBeNull();
    expect(start().principalOf(used)).toEqual(SITI);
    now += 12 * HOUR;
    expect(start().principalOf(used)).toBeNull();
  });

  it('of a time that has not come is none', () => {
    const cookie = enter(start());
    now -= 1;
    expect(start().principalOf(cookie)).toBeNull();
  });

  it.each([
    ['another provider', { ...SETTINGS, issuer: 'https://other.example.id' }, 4000],
    ['other values that mean a role', { ...SETTINGS, roles: { readers: [] } }, 4000],
    ['another process', SETTINGS, 4001],
  ])('is none under %s', (_what, settings, port) => {
    const cookie = enter(start());
    expect(start(fileOf(settings, port)).principalOf(cookie)).toBeNull();
  });

  it('cannot be taken over by who reads the file, which is its owner alone', () => {
    const file = fileOf();
    const cookie = enter(start(file));
    const text = readFileSync(file.path, 'utf8');
    const id = cookie.split('=')[1] ?? '';
    expect(id).toHaveLength(43);
    expect(text).not.toContain(id);
    const [hash = ''] = /[A-Za-z0-9_-]{43}(?=","id")/.exec(text) ?? [];
    expect(hash).toHaveLength(43);
    expect(start(file).principalOf(`sentra-session=${hash}`)).toBeNull();
  });

  it.each([
    ['that others may write', (path: string) => chmodSync(path, 0o666), 'Others may write'],
    ['that is cut short', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 40)), 'damaged'],
    [
      'with a role that there is not',
      (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('"reader"', '"king"')),
      'damaged',
    ],
  ])('in a file %s lets nobody in, which is told, and the next ones are kept', (_what, spoil, told) => {
    const file = fileOf();
    const cookie = enter(start(file));
    spoil(file.path);
    const again = start(file);
    expect(again.principalOf(cookie)).toBeNull();
    expect(faults).toEqual([expect.stringContaining(told)]);
    const next = enter(again);
    expect(start(file).principalOf(next)).toEqual(SITI);
  });

  it('goes on where the file cannot be written, which is told', () => {
    const file = fileOf();
    const signIn = start(file);
    rmSync(file.path);
    mkdirSync(join(file.path, 'in the way'), { recursive: true });
    expect(signIn.principalOf(enter(signIn))).toEqual(SITI);
    expect(faults).toEqual([expect.stringContaining('cannot be written')]);
  });
});
