/** How much may be asked at once, and how fast that comes back. */
export interface Allowance {
  /** What a full bucket holds. */
  readonly most: number;
  /** What comes back in a second, until it is full. */
  readonly perSecond: number;
}

/** In objects that answers can hold, by their pages: more than a person at the explorer asks for (DECISIONS.md). */
export const ALLOWANCE: Allowance = { most: 300_000, perSecond: 5_000 };

/** In attempts: keys that open nothing, sign-ins that fail, from one address. */
export const ATTEMPTS: Allowance = { most: 20, perSecond: 0.2 };

/** In sign-ins that are begun, from one address: a whole office may begin its day. */
export const BEGINNINGS: Allowance = { most: 100, perSecond: 2 };

/** What a bucket held at a moment. */
export interface BucketState {
  readonly level: number;
  /** Milliseconds, of whatever clock. */
  readonly at: number;
}

export interface Taking {
  readonly taken: boolean;
  readonly state: BucketState;
  /** Milliseconds until the same would be taken; 0 when it was. */
  readonly waitMs: number;
}

/** What it holds later. A clock that goes back fills nothing. */
export function levelAt({ most, perSecond }: Allowance, { level, at }: BucketState, now: number): number {
  return Math.min(most, level + (Math.max(0, now - at) / 1_000) * perSecond);
}

/**
 * Token bucket. What costs more than a bucket holds is taken from a full one, which then owes the rest: else it could never be asked, and over
 * time nobody gets more than `most` and `perSecond` of every second.
 * @param cost 0 or more
 */
export function take(allowance: Allowance, before: BucketState, cost: number, now: number): Taking {
  const at = Math.max(now, before.at);
  const level = levelAt(allowance, before, at);
  const needed = Math.min(cost, allowance.most);
  if (level >= needed) return { taken: true, state: { level: level - cost, at }, waitMs: 0 };
  return {
    taken: false,
    state: { level, at },
    // A little more than that: what is rounded must not be a moment too early.
    waitMs: Math.ceil(((needed - level) / allowance.perSecond) * 1_000 + 1e-6),
  };
}
