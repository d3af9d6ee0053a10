/** Folders with keys in them, as the command writes them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeKeys, keyFileIn, type StoredKey } from '../../api/access/keys/key-file.ts';
import { newKey } from '../../api/access/keys/key-text.ts';

export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sentra-access-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @returns the key's text */
export function addKey(folder: string, about: Partial<Omit<StoredKey, 'id' | 'hash'>> = {}): string {
  const { text, id, hash } = newKey();
  const added = '2026-01-01T00:00:00.000Z';
  const key: StoredKey = { id, hash, name: id, role: 'reader', added, expires: null, revoked: null, ...about };
  changeKeys(keyFileIn(folder), (keys) => [...keys, key]);
  return text;
}

export function revokeKeys(folder: string): void {
  changeKeys(keyFileIn(folder), (keys) => keys.map((key) => ({ ...key, revoked: '2026-02-01T00:00:00.000Z' })));
}
