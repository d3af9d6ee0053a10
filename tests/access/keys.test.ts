import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessFault } from '../../api/access/access-fault.ts';
import { changeKeys, keyFileIn, readKeyFile } from '../../api/access/keys/key-file.ts';
import { isPast, KeyList } from '../../api/access/keys/key-list.ts';
import { holdsKey, newKey, readKeyText, sameHash } from '../../api/access/keys/key-text.ts';
import { addKey, revokeKeys, temporaryFolder } from './key-files.ts';

let folder: string;
let remove: () => void;
beforeEach(() => ({ folder, remove } = temporaryFolder()));
afterEach(() => remove());

/** A clock that is moved by hand; each look at the list is a look at the file. */
function clockAt(start: string): { readonly now: () => number; readonly to: (time: string) => void } {
  let at = Date.parse(start);
  return {
    now: () => (at += 1_000),
    to: (time) => {
      at = Date.parse(time);
    },
  };
}

describe('the text of a key', () => {
  it('is another one each time, is recognised, and names what it belongs to', () => {
    const keys = Array.from({ length: 200 }, newKey);
    expect(new Set(keys.map(({ text }) => text)).size).toBe(200);
    for (const { text, id, hash } of keys) {
      expect(text).toMatch(/^sentra_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
      expect(readKeyText(text)).toEqual({ id, hash });
      expect(holdsKey(`/graphql?key=${text}&x=1`)).toBe(true);
    }
  });

  it.each([
    '',
    'sentra_',
    'sentra_0123456789ab_short',
    `Sentra_0123456789ab_${'a'.repeat(43)}`,
    `sentra_0123456789ab_${'a'.repeat(44)}`,
  ])('%j is none', (text) => expect(readKeyText(text)).toBeNull());

  it('is the same only where every byte is', () => {
    const { text, hash } = newKey();
    const other = `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(sameHash(hash, readKeyText(text)?.hash ?? '')).toBe(true);
    expect(sameHash(hash, readKeyText(other)?.hash ?? '')).toBe(false);
    expect(sameHash(hash, '')).toBe(false);
  });
});

describe('the file of keys', () => {
  it('holds no key, is its owner’s alone, and leaves nothing beside itself', () => {
    const text = addKey(folder, { name: 'reports' });
    const file = keyFileIn(folder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const held = readFileSync(file, 'utf8');
    expect(held).toContain('reports');
    expect(held).not.toContain(text.slice(-43));
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('stays as it was when a change fails, and can be changed again', () => {
    addKey(folder);
    const before = readFileSync(keyFileIn(folder), 'utf8');
    expect(() =>
      changeKeys(keyFileIn(folder), () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(readFileSync(keyFileIn(folder), 'utf8')).toBe(before);
    addKey(folder);
    expect(readKeyFile(keyFileIn(folder))).toHaveLength(2);
  });

  it('is changed by one command at a time', () => {
    writeFileSync(`${keyFileIn(folder)}.lock`, '');
    expect(() => addKey(folder)).toThrow(/Another command is changing the keys.*keys\.json\.lock/);
    expect(existsSync(keyFileIn(folder))).toBe(false);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -20)],
    ['of another format', (text: string) => text.replace('"format": 1', '"format": 2')],
    ['with a role that is none', (text: string) => text.replace('"reader"', '"root"')],
    ['with a hash that is none', (text: string) => text.replace(/"hash": "[0-9a-f]/, '"hash": "')],
  ])('%s opens nothing', (_how, damage) => {
    const key = addKey(folder);
    const file = keyFileIn(folder);
    const damaged = damage(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    expect(() => new KeyList(folder).find(key)).toThrow(AccessFault);
    expect(() => addKey(folder)).toThrow(/damaged/);
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  it('that others may write opens nothing', () => {
    const key = addKey(folder);
    chmodSync(keyFileIn(folder), 0o620);
    expect(() => new KeyList(folder).find(key)).toThrow(/chmod 600/);
  });
});

describe('the list of keys', () => {
  it('knows each key, and tells a wrong, an expired and a revoked one apart only to who has it', () => {
    const { now, to } = clockAt('2026-06-01T00:00:00Z');
    const list = new KeyList(folder, now);
    const key = addKey(folder, { name: 'a', role: 'administrator' });
    const old = addKey(folder, { name: 'b', expires: '2026-06-30' });
    expect(list.find(key)).toMatchObject({ name: 'a', role: 'administrator' });
    expect(list.find(old)).toMatchObject({ name: 'b' });
    to('2026-06-30T23:59:50Z');
    expect(list.find(old)).toMatchObject({ name: 'b' });
    to('2026-07-01T00:00:00Z');
    expect(list.find(old)).toBe('EXPIRED');
    revokeKeys(folder);
    expect(list.find(key)).toBe('REVOKED');
    const forged = `${key.slice(0, 20)}${newKey().text.slice(20)}`;
    expect(readKeyText(forged)?.id).toBe(readKeyText(key)?.id);
    for (const wrong of [forged, newKey().text, 'sentra_', '']) expect(list.find(wrong)).toBe('WRONG');
  });

  it('notices a key that is added or revoked, within the time between two looks', () => {
    let at = 0;
    const list = new KeyList(folder, () => at);
    expect(list.everHeldAny()).toBe(false);
    const key = addKey(folder);
    at = 1_000;
    expect(list.find(key)).toMatchObject({ role: 'reader' });
    revokeKeys(folder);
    at = 2_000;
    expect(list.find(key)).toBe('REVOKED');
  });

  it('that held a key lets nobody in without one, also when all are revoked or the file is gone', () => {
    const list = new KeyList(folder, clockAt('2026-06-01T00:00:00Z').now);
    addKey(folder);
    expect(list.everHeldAny()).toBe(true);
    revokeKeys(folder);
    expect(list.everHeldAny()).toBe(true);
    expect(new KeyList(folder).everHeldAny()).toBe(true);
    rmSync(join(folder, 'keys.json'));
    expect(list.everHeldAny()).toBe(true);
    expect(list.all()).toEqual([]);
  });

  it('counts a day as over when it is over everywhere in UTC', () => {
    expect(isPast(null, Date.now())).toBe(false);
    expect(isPast('2026-02-28', Date.parse('2026-02-28T23:59:59.999Z'))).toBe(false);
    expect(isPast('2026-02-28', Date.parse('2026-03-01T00:00:00Z'))).toBe(true);
  });
});
