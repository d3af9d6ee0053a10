/** Questions that come together are begun one a turn of the event loop, in their order. */
import { afterEach, describe, expect, it } from 'vitest';
import { Admission, ADMISSION } from '../../api/server/door/admission.ts';

/** Counts the turns of the event loop until it is told to stop. */
function countTurns(): { readonly turn: () => number; readonly stop: () => void } {
  let turns = 0;
  let next: NodeJS.Immediate;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  next = setImmediate(count);
  return { turn: () => turns, stop: () => clearImmediate(next) };
}

describe('what comes in one moment', () => {
  const counted = countTurns();
  afterEach(() => counted.stop());

  it('is begun in a turn of its own each, in order, and what comes later after it', async () => {
    const admission = new Admission({ ...ADMISSION, most: 40 });
    const begun: [name: number, turn: number][] = [];
    const ask = (name: number): Promise<number | null> =>
      admission.admit(async () => begun.push([name, counted.turn()]), new AbortController().signal);
    const first = Array.from({ length: 30 }, (_, name) => ask(name));
    await first[4];
    const all = [...first, ask(30)];
    await Promise.all(all);
    admission.stop();
    expect(begun.map(([name]) => name)).toEqual(all.map((_, name) => name));
    expect(new Set(begun.map(([, turn]) => turn)).size).toBe(all.length);
  });

  it('is not begun when whoever asked left before its turn', async () => {
    const admission = new Admission(ADMISSION);
    const leaving = new AbortController();
    let begun = false;
    const asked = admission.admit(async () => {
      begun = true;
    }, leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect([begun, admission.load.inside]).toEqual([false, 0]);
    admission.stop();
  });
});
