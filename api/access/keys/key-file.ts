/** The file of keys: who may ask with which, as hashes. Written whole, beside and then in its place, so that nobody reads half of it. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AccessFault, systemCode } from '../access-fault.ts';
import { replaceFile } from '../replace-file.ts';
import { ROLES } from '../rights.ts';

const Instant = z.iso.datetime();

const StoredKey = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  name: z.string().min(1).max(100),
  role: z.enum(ROLES),
  /** SHA-256 of the key's text, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  added: Instant,
  /** The last day on which it opens anything, UTC; null: for good. */
  expires: z.iso.date().nullable(),
  revoked: Instant.nullable(),
});
export type StoredKey = z.infer<typeof StoredKey>;

const KeyFile = z.strictObject({ format: z.literal(1), keys: z.array(StoredKey) });

export const keyFileIn = (folder: string): string => join(folder, 'keys.json');

/** Who else may write it could let anybody in. */
const OTHERS_MAY_WRITE = 0o022;

/** @returns null where there is no file @throws AccessFault where it cannot be read or is not as Sentra writes it */
export function readKeyFile(path: string): readonly StoredKey[] | null {
  let text: string;
  try {
    if ((statSync(path).mode & OTHERS_MAY_WRITE) !== 0) {
      throw new AccessFault(`Others may write the file of keys, ${path}; take that from them: chmod 600 ${path}`);
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof AccessFault) throw error;
    if (systemCode(error) === 'ENOENT') return null;
    throw new AccessFault(`The file of keys, ${path}, cannot be read (${systemCode(error)}).`);
  }
  return parseKeys(text, path);
}

function parseKeys(text: string, path: string): readonly StoredKey[] {
  const damaged = new AccessFault(
    `The file of keys, ${path}, is damaged; put a copy of it back, or remove it and add every key anew.`,
  );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged;
  }
  const parsed = KeyFile.safeParse(json);
  if (!parsed.success) throw damaged;
  return parsed.data.keys;
}

/**
 * Reads, changes and replaces the file; nobody else can meanwhile.
 * @throws AccessFault where it cannot be read or written, or another command has it
 */
export function changeKeys(path: string, change: (keys: readonly StoredKey[]) => readonly StoredKey[]): void {
  const lock = `${path}.lock`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(lock, 'wx', 0o600));
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      throw new AccessFault(`Another command is changing the keys. If none is, remove ${lock} and try again.`);
    }
    throw new AccessFault(`Keys cannot be written to ${dirname(path)} (${systemCode(error)}).`);
  }
  try {
    const keys = change(readKeyFile(path) ?? []);
    replace(path, `${JSON.stringify({ format: 1, keys }, null, 2)}\n`);
  } finally {
    rmSync(lock, { force: true });
  }
}

function replace(path: string, text: string): void {
  try {
    replaceFile(path, text);
  } catch (error) {
    throw new AccessFault(`The file of keys, ${path}, cannot be written (${systemCode(error)}); it is as it was.`);
  }
}
