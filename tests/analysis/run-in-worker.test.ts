import { describe, expect, it } from 'vitest';
import type { CommunityInput } from '../../api/analysis/communities/community-types.ts';
import { partitionOf } from '../../api/analysis/communities/partition.ts';
import { randomNumbers } from '../../api/analysis/communities/random.ts';
import { runInWorker } from '../../api/analysis/worker/run-in-worker.ts';

function inputOf(count: number, pairs: number): CommunityInput {
  const random = randomNumbers(11);
  const ends = (): Int32Array => Int32Array.from({ length: pairs }, () => Math.floor(random() * count));
  return {
    nodes: Int32Array.from({ length: count }, (_, i) => i),
    from: ends(),
    to: ends(),
    quality: 'CPM',
    resolution: 0.05,
    seed: 1,
  };
}

describe('an analysis in a thread of its own', () => {
  it('answers what it answers on the event loop', async () => {
    const input = inputOf(300, 900);
    expect(await runInWorker('communities', input, { deadlineMs: 60_000 })).toEqual(partitionOf(input));
  });

  it('is stopped at its deadline', async () => {
    const work = runInWorker('communities', inputOf(200_000, 800_000), { deadlineMs: 1 });
    await expect(work).rejects.toMatchObject({ name: 'AnalysisStopped', reason: 'DEADLINE' });
  });

  it('is stopped when nobody waits any more, and does not begin when nobody waits already', async () => {
    const controller = new AbortController();
    const work = runInWorker('communities', inputOf(200_000, 800_000), {
      deadlineMs: 60_000,
      signal: controller.signal,
    });
    controller.abort();
    await expect(work).rejects.toMatchObject({ name: 'AnalysisStopped', reason: 'CANCELLED' });
    const again = runInWorker('communities', inputOf(3, 3), { deadlineMs: 60_000, signal: controller.signal });
    await expect(again).rejects.toMatchObject({ reason: 'CANCELLED' });
  });
});
