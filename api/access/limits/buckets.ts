import { levelAt, take, type Allowance, type BucketState } from './token-bucket.ts';

/** Buckets that are kept; whoever asked longest ago starts anew. */
const MOST_KEPT = 10_000;

export interface Spending {
  readonly taken: boolean;
  /** Of what a full bucket holds; below 0: owed. */
  readonly left: number;
  readonly waitMs: number;
}

/** One bucket for each who asks. A full one is not kept: it is as one that never was. */
export class Buckets {
  readonly allowance: Allowance;
  readonly #states = new Map<string, BucketState>();
  readonly #now: () => number;
  readonly #mostKept: number;

  /** @param now milliseconds, never going back */
  constructor(allowance: Allowance, now: () => number = () => performance.now(), mostKept = MOST_KEPT) {
    this.allowance = allowance;
    this.#now = now;
    this.#mostKept = mostKept;
  }

  get kept(): number {
    return this.#states.size;
  }

  spend(who: string, cost: number): Spending {
    const now = this.#now();
    const before = this.#states.get(who) ?? { level: this.allowance.most, at: now };
    const { taken, state, waitMs } = take(this.allowance, before, cost, now);
    // The one that was asked last stands last.
    this.#states.delete(who);
    if (state.level < this.allowance.most) this.#states.set(who, state);
    this.#forget(now);
    return { taken, left: state.level, waitMs };
  }

  /** Those full again, of the few that were asked longest ago, and as many more as are too many. */
  #forget(now: number): void {
    let looked = 0;
    for (const [who, state] of this.#states) {
      const full = levelAt(this.allowance, state, now) >= this.allowance.most;
      if (full || this.#states.size > this.#mostKept) this.#states.delete(who);
      looked += 1;
      if (looked >= LOOKED_AT) return;
    }
  }
}

/** Of the kept ones at a time: more than can be added by one asking, so that what is full goes in the end. */
const LOOKED_AT = 4;
