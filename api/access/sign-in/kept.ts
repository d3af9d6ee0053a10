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

  #isOver({ begun, used }: Entry<T>, now: number): boolean {
    return now - used >= this.limits.idleMs || now - begun >= this.limits.wholeMs;
  }
}

function keyOf(id: string): string {
  return createHash('sha256').update(id, 'utf8').digest('base64url');
}
