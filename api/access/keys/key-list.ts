import { statSync } from 'node:fs';
import { keyFileIn, readKeyFile, type StoredKey } from './key-file.ts';
import { readKeyText, sameHash } from './key-text.ts';

/** Milliseconds between two looks at whether the file changed: so long a revoked key may go on. */
const LOOK_MS = 200;

/** Compared with where no key has the id, so that the answer takes as long. */
const NO_HASH = '0'.repeat(64);

export type KeyFault = 'WRONG' | 'EXPIRED' | 'REVOKED';

/** The keys as the file has them now; what a command changes is noticed by the next request. */
export class KeyList {
  readonly #path: string;
  readonly #now: () => number;
  #keys: ReadonlyMap<string, StoredKey> = new Map();
  #seen = '';
  #looked = Number.NEGATIVE_INFINITY;
  #held = false;

  /** @param folder of the file of keys */
  constructor(folder: string, now: () => number = Date.now) {
    this.#path = keyFileIn(folder);
    this.#now = now;
  }

  /**
   * Whether there is a key or was one, revoked ones too: from then on nobody comes in without, also when the file goes.
   * @throws AccessFault as `find`
   */
  everHeldAny(): boolean {
    this.#look();
    return this.#held;
  }

  /** @throws AccessFault where the file cannot be read or is damaged: nobody is let in on a guess */
  find(text: string): StoredKey | KeyFault {
    this.#look();
    const presented = readKeyText(text);
    const stored = presented === null ? undefined : this.#keys.get(presented.id);
    const same = sameHash(presented?.hash ?? NO_HASH, stored?.hash ?? NO_HASH);
    if (stored === undefined || !same) return 'WRONG';
    if (stored.revoked !== null) return 'REVOKED';
    return isPast(stored.expires, this.#now()) ? 'EXPIRED' : stored;
  }

  /** As the file has them. @throws AccessFault as `find` */
  all(): readonly StoredKey[] {
    this.#look();
    return [...this.#keys.values()];
  }

  #look(): void {
    const now = this.#now();
    if (now - this.#looked < LOOK_MS && now >= this.#looked) return;
    const seen = fingerprint(this.#path);
    if (seen !== this.#seen) {
      const keys = readKeyFile(this.#path) ?? [];
      this.#keys = new Map(keys.map((key) => [key.id, key]));
      this.#held ||= keys.length > 0;
      this.#seen = seen;
    }
    this.#looked = now;
  }
}

/** Changes whenever the file is replaced. */
function fingerprint(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.ino} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.size}`;
}

/** @param day the last one on which a key opens anything, UTC */
export function isPast(day: string | null, now: number): boolean {
  return day !== null && now >= Date.parse(`${day}T00:00:00Z`) + 86_400_000;
}
