import { describe, expect, it } from 'vitest';
import { openStore } from '../../api/store/open-store.ts';
import { expectFollowing } from './following.ts';

describe('an edition that is brought up write by write', { timeout: 120_000 }, () => {
  it.each(['told', 'untold'] as const)('is the one that would be made anew, %s what changed', async (telling) => {
    const { told, steps } = await expectFollowing(() => openStore('sqlite::memory:'), telling, 120);
    // Otherwise it would say nothing about what it is for.
    expect(steps).toBeGreaterThan(240);
    expect(told > 120).toBe(telling === 'told');
  });
});
