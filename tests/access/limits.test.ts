import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitedAddress } from '../../api/access/limits/address-of.ts';
import { Buckets } from '../../api/access/limits/buckets.ts';
import { take, type Allowance, type BucketState } from '../../api/access/limits/token-bucket.ts';

/** A millisecond at a time, with whole thousandths of what a bucket holds: nothing to round. */
class BucketByHand {
  #thousandths: number;
  #at = 0;
  readonly #allowance: Allowance;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
    this.#thousandths = allowance.most * 1_000;
  }

  take(cost: number, now: number): boolean {
    for (; this.#at < now; this.#at += 1) {
      this.#thousandths = Math.min(this.#allowance.most * 1_000, this.#thousandths + this.#allowance.perSecond);
    }
    if (this.#thousandths < Math.min(cost, this.#allowance.most) * 1_000) return false;
    this.#thousandths -= cost * 1_000;
    return true;
  }
}

const allowances = fc.record({ most: fc.integer({ min: 1, max: 50 }), perSecond: fc.integer({ min: 1, max: 40 }) });
const asked = fc.array(fc.record({ after: fc.integer({ min: 0, max: 700 }), cost: fc.integer({ min: 0, max: 80 }) }), {
  maxLength: 60,
});

describe('a token bucket', () => {
  it('takes what one takes that is filled a millisecond at a time', () => {
    fc.assert(
      fc.property(allowances, asked, (allowance, asked) => {
        const byHand = new BucketByHand(allowance);
        let state: BucketState = { level: allowance.most, at: 0 };
        let now = 0;
        for (const { after, cost } of asked) {
          now += after;
          const expected = byHand.take(cost, now);
          // A clock in halves of a millisecond would differ by rounding alone.
          const taking = take(allowance, { ...state, level: Math.round(state.level * 1_000) / 1_000 }, cost, now);
          expect(taking.taken).toBe(expected);
          state = taking.state;
        }
      }),
    );
  });

  it('is not taken from a moment too early by whoever waits as long as they are told', () => {
    fc.assert(
      fc.property(allowances, asked, fc.integer({ min: 0, max: 80 }), (allowance, asked, cost) => {
        let state: BucketState = { level: allowance.most, at: 0 };
        let now = 0;
        for (const { after, cost } of asked) {
          now += after;
          ({ state } = take(allowance, state, cost, now));
        }
        const { taken, waitMs } = take(allowance, state, cost, now);
        expect(waitMs === 0).toBe(taken);
        if (taken) return;
        expect(take(allowance, state, cost, now + waitMs).taken).toBe(true);
        expect(take(allowance, state, cost, now + waitMs - 2).taken).toBe(false);
      }),
    );
  });

  it('gives nobody more over time than it holds, what comes back, and one that is larger than it', () => {
    fc.assert(
      fc.property(allowances, asked, (allowance, asked) => {
        let state: BucketState = { level: allowance.most, at: 0 };
        let [now, given] = [0, 0];
        for (const { after, cost } of asked) {
          now += after;
          const taking = take(allowance, state, cost, now);
          ({ state } = taking);
          if (taking.taken) given += cost;
        }
        expect(given).toBeLessThanOrEqual(allowance.most + (now / 1_000) * allowance.perSecond + 80);
      }),
    );
  });

  it('is not filled by a clock that goes back', () => {
    const allowance = { most: 10, perSecond: 10 };
    const { state } = take(allowance, { level: 10, at: 5_000 }, 10, 5_000);
    const back = take(allowance, state, 1, 1_000);
    expect([back.taken, back.state.at]).toEqual([false, 5_000]);
    expect(take(allowance, back.state, 10, 6_000).taken).toBe(true);
  });
});

describe('buckets', () => {
  it('are one for each', () => {
    const buckets = new Buckets({ most: 2, perSecond: 1 }, () => 0);
    expect(['a', 'a', 'a', 'b'].map((who) => buckets.spend(who, 1).taken)).toEqual([true, true, false, true]);
  });

  it('of those who stopped asking are forgotten, and of no more than so many are kept', () => {
    let now = 0;
    const buckets = new Buckets({ most: 10, perSecond: 1 }, () => now, 50);
    for (let i = 0; i < 500; i += 1) buckets.spend(`address ${i}`, 1);
    expect(buckets.kept).toBeLessThanOrEqual(50);
    now = 60_000;
    for (let i = 0; i < 30; i += 1) buckets.spend('one', 0.001);
    expect(buckets.kept).toBe(1);
  });

  it('keep counting who has not come back to the full, however many others come', () => {
    const buckets = new Buckets({ most: 2, perSecond: 1 }, () => 0, 50);
    buckets.spend('busy', 2);
    for (let i = 0; i < 49; i += 1) buckets.spend(`other ${i}`, 1);
    expect(buckets.spend('busy', 1).taken).toBe(false);
  });
});

describe('whose attempts are counted together', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is counted as %s', (address, counted) => expect(limitedAddress(address)).toBe(counted));
});
