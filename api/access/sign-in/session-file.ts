/**
 * Sessions where a restart finds them: who is signed in, by the hash of an id that only their browser has, so that whoever reads the file comes in
 * with nothing in it. Written whole, beside and then in its place.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AccessFault, systemCode } from '../access-fault.ts';
import { replaceFile } from '../replace-file.ts';
import { ROLES } from '../rights.ts';

const StoredSession = z.strictObject({
  /** SHA-256 of the id in the cookie, base64url. */
  hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** As the provider calls the person. */
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** Milliseconds since 1970. */
  begun: z.int(),
  used: z.int(),
});
export type StoredSession = z.infer<typeof StoredSession>;

const Stored = z.strictObject({
  format: z.literal(1),
  /** Digest of what was asked of the provider and of its answers when they came in. */
  settings: z.string(),
  sessions: z.array(StoredSession),
});

/** Who else may write it could let anybody in. */
const OTHERS_MAY_WRITE = 0o022;

export class SessionFile {
  readonly path: string;
  readonly #settings: string;

  /**
   * @param folder of the keys
   * @param port of the process: several that share the folder have a file each
   * @param settings of the provider and of roles: whoever came in under others has to come in again
   */
  constructor(folder: string, port: number, settings: unknown) {
    this.path = join(folder, `sessions-${port}.json`);
    this.#settings = createHash('sha256').update(JSON.stringify(settings), 'utf8').digest('hex');
  }

  /** None where there is no file, or one of other settings. @throws AccessFault where it cannot be believed */
  read(): readonly StoredSession[] {
    try {
      if ((statSync(this.path).mode & OTHERS_MAY_WRITE) !== 0) {
        throw new AccessFault(`Others may write the file of sessions, ${this.path}; nobody in it is let in.`);
      }
      const stored = Stored.parse(JSON.parse(readFileSync(this.path, 'utf8')));
      return stored.settings === this.#settings ? stored.sessions : [];
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      if (error instanceof AccessFault) throw error;
      throw new AccessFault(
        `The file of sessions, ${this.path}, is damaged or cannot be read; nobody in it is let in.`,
      );
    }
  }

  /** @throws AccessFault where it cannot be written */
  write(sessions: readonly StoredSession[]): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      replaceFile(this.path, `${JSON.stringify({ format: 1, settings: this.#settings, sessions })}\n`);
    } catch (error) {
      throw new AccessFault(`The file of sessions, ${this.path}, cannot be written (${systemCode(error)}).`);
    }
  }
}
