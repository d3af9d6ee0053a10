import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turnstile, TurnedAway } from '../../api/turnstile/turnstile.ts';

/** Longer than any case takes. */
const PATIENT = 60_000;

/** Work that ends when it is told to. */
class Works {
  readonly begun: number[] = [];
  readonly #ends = new Map<number, () => void>();

  work(name: number): () => Promise<number> {
    return () => {
      this.begun.push(name);
      return new Promise((resolve) => this.#ends.set(name, () => resolve(name)));
    };
  }

  end(name: number): void {
    this.#ends.get(name)?.();
  }
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('a turnstile', () => {
  it('lets in as many as may, the others in the order they came, and sends away who would be too many', async () => {
    const works = new Works();
    const turnstile = new Turnstile({ most: 2, mostWaiting: 2, patienceMs: PATIENT });
    const all = [1, 2, 3, 4].map((name) => turnstile.through(works.work(name)));
    await expect(turnstile.through(works.work(5))).rejects.toMatchObject({ name: 'TurnedAway', reason: 'FULL' });
    expect([works.begun, turnstile.inside, turnstile.waiting]).toEqual([[1, 2], 2, 2]);
    works.end(2);
    await all[1];
    await settled();
    expect([works.begun, turnstile.inside, turnstile.waiting]).toEqual([[1, 2, 3], 2, 1]);
    for (const name of [1, 3]) works.end(name);
    await Promise.all([all[0], all[2]]);
    await settled();
    works.end(4);
    expect(await all[3]).toBe(4);
    expect([turnstile.inside, turnstile.waiting]).toEqual([0, 0]);
  });

  it('sends away who has waited long enough', async () => {
    const works = new Works();
    const turnstile = new Turnstile({ most: 1, mostWaiting: 1, patienceMs: 1 });
    const first = turnstile.through(works.work(1));
    await expect(turnstile.through(works.work(2))).rejects.toMatchObject({ reason: 'LATE' });
    works.end(1);
    await first;
    expect([works.begun, turnstile.inside, turnstile.waiting]).toEqual([[1], 0, 0]);
  });

  it('does not begin what was given up while it waited, or before', async () => {
    const works = new Works();
    const turnstile = new Turnstile({ most: 1, mostWaiting: 5, patienceMs: PATIENT });
    const first = turnstile.through(works.work(1));
    const gone = new AbortController();
    const given = turnstile.through(works.work(2), gone.signal);
    gone.abort(new Error('gone'));
    await expect(given).rejects.toThrow('gone');
    await expect(turnstile.through(works.work(3), gone.signal)).rejects.toThrow('gone');
    expect(turnstile.waiting).toBe(0);
    works.end(1);
    await first;
    expect(works.begun).toEqual([1]);
  });

  it('tells all who wait when what they wait for will not come', async () => {
    const works = new Works();
    const turnstile = new Turnstile({ most: 1, mostWaiting: 5, patienceMs: PATIENT });
    const first = turnstile.through(works.work(1));
    const waiting = Promise.allSettled([turnstile.through(works.work(2)), turnstile.through(works.work(3))]);
    turnstile.failWaiting(new Error('closed'));
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    works.end(1);
    await first;
    expect(turnstile.inside).toBe(0);
  });

  it('is left by work that fails, at once or later', async () => {
    const turnstile = new Turnstile({ most: 1, mostWaiting: 1, patienceMs: PATIENT });
    const fail = async (): Promise<never> => {
      throw new Error('work');
    };
    await expect(turnstile.through(fail)).rejects.toThrow('work');
    await expect(Promise.all([turnstile.through(fail), turnstile.through(fail)])).rejects.toThrow('work');
    await settled();
    expect(turnstile.inside).toBe(0);
  });

  it('never lets in more than may, loses nobody and is empty afterwards, whatever comes', async () => {
    const steps = fc.array(fc.record({ ms: fc.nat(3), fails: fc.boolean(), leavesAfter: fc.option(fc.nat(3)) }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 5 }), fc.nat(10), async (visitors, most, mostWaiting) => {
        const turnstile = new Turnstile({ most, mostWaiting, patienceMs: 2 });
        let [inside, highest, begun] = [0, 0, 0];
        const outcomes = await Promise.allSettled(
          visitors.map(({ ms, fails, leavesAfter }) => {
            const signal = leavesAfter === null ? undefined : AbortSignal.timeout(leavesAfter);
            return turnstile.through(async () => {
              begun += 1;
              inside += 1;
              highest = Math.max(highest, inside);
              await new Promise((resolve) => setTimeout(resolve, ms));
              inside -= 1;
              if (fails) throw new Error('work');
              return 'done';
            }, signal);
          }),
        );
        expect(highest).toBeLessThanOrEqual(most);
        const ended = outcomes.filter((one) =>
          one.status === 'fulfilled' ? true : one.reason instanceof Error && one.reason.message === 'work',
        );
        expect(ended).toHaveLength(begun);
        const away = outcomes.filter((one) => one.status === 'rejected' && one.reason instanceof TurnedAway);
        expect(away.length).toBeLessThanOrEqual(visitors.length - begun);
        expect([turnstile.inside, turnstile.waiting]).toEqual([0, 0]);
      }),
      { numRuns: 50 },
    );
  });
});
