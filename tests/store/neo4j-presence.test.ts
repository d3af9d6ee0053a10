/** Slow is not gone: how long a question to Neo4j waits, on a clock of the test's own. */
import { Neo4jError } from 'neo4j-driver';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canServe } from '../../api/store/neo4j/errors.ts';
import { LOOK, Presence, PATIENT_LOOK } from '../../api/store/neo4j/presence.ts';

/** Milliseconds, as the README promises them. */
const PROMISED = 2_500;
const never = <T>(): Promise<T> => new Promise(() => undefined);

/** A server that answers looks as it is told, and everything that happened, with the time since the beginning. */
function watched(answer: () => Promise<boolean>) {
  const begun = Date.now();
  const events: [what: string, ms: number][] = [];
  // Turns of the event loop are a millisecond each on this clock.
  const note = (what: string): void => void events.push([what, Math.floor((Date.now() - begun) / 10) * 10]);
  const presence = new Presence({
    look: (patience) => {
      note(`look ${patience}`);
      return answer();
    },
    gone: () => new Error('gone'),
    onGone: () => note('noticed'),
  });
  const ask = async (work: () => Promise<unknown>, patience = LOOK): Promise<void> => {
    try {
      note(`answer ${String(await presence.whileThere(work, patience))}`);
    } catch (error) {
      note(error instanceof Error ? error.message : String(error));
    }
  };
  return { events, ask };
}

const after = <T>(ms: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));

describe('a question that', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is answered soon takes no look', async () => {
    const { events, ask } = watched(never);
    void ask(() => after(350, 'here'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events).toEqual([['answer here', 350]]);
  });

  it('takes 30 s goes on as long as the server answers looks', async () => {
    const { events, ask } = watched(() => after(300, true));
    void ask(() => after(30_000, 'late'));
    await vi.advanceTimersByTimeAsync(40_000);
    expect(events.at(-1)).toEqual(['answer late', 30_000]);
    expect(events.filter(([what]) => what === 'look 1100')).toHaveLength(74);
  });

  it('meets a server that says nothing is given up well within the promise, by all who ask after one look', async () => {
    const { events, ask } = watched(never);
    for (let client = 0; client < 50; client += 1) void ask(never);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events[0]).toEqual(['look 1100', 400]);
    expect(events.filter(([what]) => what.startsWith('look'))).toHaveLength(1);
    expect(events.filter(([what]) => what === 'noticed')).toHaveLength(1);
    const ends = events.filter(([what]) => what === 'gone').map(([, ms]) => ms);
    expect(ends).toHaveLength(50);
    expect(Math.max(...ends)).toBe(1_500);
    expect(Math.max(...ends)).toBeLessThan(PROMISED);
  });

  it('meets a server that dies while it answers a look slowly is given up within the promise, too', async () => {
    const looks = [after(1_000, true), never<boolean>()];
    const { events, ask } = watched(() => looks.shift() ?? never());
    void ask(never);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events).toEqual([
      ['look 1100', 400],
      ['look 1100', 1_000],
      ['gone', 1_900],
      ['noticed', 2_100],
    ]);
  });

  it('is asked while the server is known to be away is not put to it before a look is answered', async () => {
    let there = false;
    const { events, ask } = watched(() => after(100, there));
    void ask(never);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events.at(-1)).toEqual(['gone', 500]);
    events.splice(0);
    const put = vi.fn<() => Promise<string>>(() => after(350, 'back'));
    for (let client = 0; client < 50; client += 1) void ask(put);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events.slice(0, 3)).toEqual([
      ['look 1100', 1_000],
      ['noticed', 1_100],
      ['gone', 1_100],
    ]);
    expect(events).toHaveLength(52);
    expect(put).not.toHaveBeenCalled();
    there = true;
    events.splice(0);
    void ask(put);
    await vi.advanceTimersByTimeAsync(1_000);
    void ask(put);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events).toEqual([
      ['look 1100', 2_000],
      ['look 1100', 2_400],
      ['answer back', 2_450],
      ['answer back', 3_350],
    ]);
  });

  it('writes has longer, and does not wait for the look of one that reads', async () => {
    const { events, ask } = watched(never);
    void ask(never, PATIENT_LOOK);
    void ask(never);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events.filter(([what]) => what === 'gone').map(([, ms]) => ms)).toEqual([1_500, 4_400]);
  });

  it('fails by itself ends in its own error, and leaves nothing behind', async () => {
    const { events, ask } = watched(never);
    void ask(() => after(200, null).then(() => Promise.reject(new Error('wrong password'))));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events).toEqual([['wrong password', 200]]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a server that answers a look with', () => {
  it.each([
    ['Neo.ClientError.Security.Unauthorized', true],
    ['Neo.TransientError.Request.NoThreadsAvailable', true],
    ['Neo.ClientError.Transaction.TransactionTimedOut', true],
    ['Neo.TransientError.General.DatabaseUnavailable', false],
    ['Neo.ClientError.Database.DatabaseNotFound', false],
    ['Neo.DatabaseError.General.UnknownError', false],
    ['ServiceUnavailable', false],
  ])('%s: serves questions? %s', (code, serves) => {
    expect(canServe(new Neo4jError('as it says', code, '', ''))).toBe(serves);
  });
});
