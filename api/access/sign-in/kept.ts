/** What the server keeps for a browser, by an id that only the browser has: here stands its hash. */
import { createHash, randomBytes } from 'node:crypto';

export interface KeptLimits {
  /** Milliseconds without being used. */
  readonly idleMs: number;
  /** Milliseconds at all. */
  readonly wholeMs: number;
  /** Kept at a time; what was used longest ago goes. */
  readonly most: number;
}

interface Entry<T> {
  readonly value: T;
  readonly begun: number;
  used: number;
}

/** As it can be written down: by the hash of its id. */
export interface KeptEntry<T> extends Readonly<Entry<T>> {
  readonly hash: string;
}

export class Kept<T> {
  readonly limits: KeptLimits;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #now: () => number;

  constructor(limits: KeptLimits, now: () => number = Date.now) {
    this.limits = limits;
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** @returns a new id: 32 random bytes, base64url */
  add(value: T): string {
    const id = randomBytes(32).toString('base64url');
    const now = this.#now();
    for (const [key, entry] of this.#entries) {
      if (this.#isOver(entry, now) || this.#entries.size >= this.limits.most) this.#entries.delete(key);
      else break;
    }
    this.#entries.set(keyOf(id), { value, begun: now, used: now });
    return id;
  }

  /** Null: none, or over. What is asked for is in use. */
  get(id: string): T | null {
    const key = keyOf(id);
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    this.#entries.delete(key);
    const now = this.#now();
    if (this.#isOver(entry, now)) return null;
    entry.used = now;
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** What it was; it is not any more. */
  take(id: string): T | null {
    const value = this.get(id);
    this.#entries.delete(keyOf(id));
    return value;
  }

  /** All that is not over, what was used longest ago first. */
  entries(): readonly KeptEntry<T>[] {
    const now = this.#now();
    return [...this.#entries]
      .filter(([, entry]) => !this.#isOver(entry, now))
      .map(([hash, entry]) => ({ hash, ...entry }));
  }

  /** Takes in what another process wrote down; nothing that is over, or of a time that has not come. */
  takeIn(entries: readonly KeptEntry<T>[]): void {
    const now = this.#now();
    const good = entries.filter((entry) => !this.#isOver(entry, now) && entry.begun <= entry.used && entry.used <= now);
    const last = good.toSorted((a, b) => a.used - b.used).slice(-this.limits.most);
    for (const { hash, value, begun, used } of last) this.#entries.set(hash, { value, begun, used });
  }

  #isOver({ begun, used }: Entry<T>, now: number): boolean {
    return now - used >= this.limits.idleMs || now - begun >= this.limits.wholeMs;
  }
}

function keyOf(id: string): string {
  return createHash('sha256').update(id, 'utf8').digest('base64url');
}
