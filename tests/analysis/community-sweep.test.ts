import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommunityInput } from '../../api/analysis/communities/community-types.ts';
import { partitionOf } from '../../api/analysis/communities/partition.ts';
import { adjustedRandIndex, STABLE_AGREEMENT, SWEEP_POINTS, sweepOf } from '../../api/analysis/communities/sweep.ts';

type Pair = readonly [number, number];

function inputOf(count: number, pairs: readonly Pair[], more: Partial<CommunityInput> = {}): CommunityInput {
  return {
    nodes: Int32Array.from({ length: count }, (_, i) => i),
    from: Int32Array.from(pairs, ([a]) => a),
    to: Int32Array.from(pairs, ([, b]) => b),
    quality: 'CPM',
    resolution: 1,
    seed: 1,
    ...more,
  };
}

/** Thirty cliques of five, each joined to the next by one relation (Fortunato & Barthélemy 2007). */
function ringOfCliques(): CommunityInput {
  const pairs: Pair[] = [];
  for (let clique = 0; clique < 30; clique += 1) {
    const first = clique * 5;
    for (let i = 0; i < 5; i += 1) for (let j = i + 1; j < 5; j += 1) pairs.push([first + i, first + j]);
    pairs.push([first + 4, ((clique + 1) % 30) * 5]);
  }
  return inputOf(150, pairs);
}

describe('communities over a range of resolutions', () => {
  it('of a ring of thirty cliques stay the thirty cliques from 0.05 to 0.9', () => {
    const { points, ranges } = sweepOf(ringOfCliques());
    const [widest] = ranges;
    expect(widest?.middle).toMatchObject({ communityCount: 30, singletonCount: 0, largestSize: 5 });
    expect(widest?.from).toBeLessThanOrEqual(0.06);
    expect(widest?.to).toBeGreaterThanOrEqual(0.7);
    const inside = points.filter(({ resolution }) => resolution >= 0.05 && resolution <= 0.9);
    expect(inside.length).toBeGreaterThan(8);
    expect(inside.every(({ communityCount }) => communityCount === 30)).toBe(true);
  });

  it('of apart stars of twelve stay whole below 1/12 and fall to pieces above', () => {
    const pairs: Pair[] = [];
    for (let star = 0; star < 8; star += 1)
      for (let leaf = 1; leaf <= 12; leaf += 1) pairs.push([star * 13, star * 13 + leaf]);
    const { points } = sweepOf(inputOf(104, pairs));
    for (const { resolution, communityCount } of points) {
      if (resolution < 1 / 12) expect(communityCount).toBe(8);
      else expect(communityCount).toBeGreaterThan(8);
    }
  });

  it('are at every resolution those that are found there, and ranges are runs that agree', () => {
    const pair = fc.tuple(fc.nat(11), fc.nat(11));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), fc.constantFrom('CPM', 'MODULARITY'), (pairs, quality) => {
        const input = inputOf(12, pairs, { quality });
        const { points, ranges } = sweepOf(input);
        expect(points).toHaveLength(SWEEP_POINTS);
        for (const { resolution, communityCount, largestSize, singletonCount } of points) {
          const { offsets } = partitionOf({ ...input, resolution });
          const sizes = Array.from(offsets.subarray(1), (end, c) => end - (offsets[c] ?? 0));
          expect([communityCount, largestSize, singletonCount]).toEqual([
            sizes.length,
            Math.max(...sizes),
            sizes.filter((size) => size === 1).length,
          ]);
        }
        for (const { from, to, pointCount, middle } of ranges) {
          const inside = points.filter(({ resolution }) => resolution >= from && resolution <= to);
          expect(inside).toHaveLength(pointCount);
          expect(inside).toContainEqual(middle);
          expect(inside.slice(0, -1).every((point) => (point.agreementWithNext ?? 0) >= STABLE_AGREEMENT)).toBe(true);
        }
        expect(ranges.reduce((sum, { pointCount }) => sum + pointCount, 0)).toBeLessThanOrEqual(SWEEP_POINTS);
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);
});

describe('the agreement of two partitions', () => {
  it('is that of all pairs counted one by one', () => {
    const labels = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(labels, (drawn) => {
        let [together, inA, inB, all] = [0, 0, 0, 0];
        for (let i = 0; i < drawn.length; i += 1) {
          for (let j = i + 1; j < drawn.length; j += 1) {
            const sameA = drawn[i]?.[0] === drawn[j]?.[0];
            const sameB = drawn[i]?.[1] === drawn[j]?.[1];
            all += 1;
            inA += Number(sameA);
            inB += Number(sameB);
            together += Number(sameA && sameB);
          }
        }
        const chance = all === 0 ? 0 : (inA * inB) / all;
        const most = (inA + inB) / 2;
        const expected = most === chance ? 1 : (together - chance) / (most - chance);
        const found = adjustedRandIndex(
          Int32Array.from(drawn, ([a]) => a),
          Int32Array.from(drawn, ([, b]) => b),
        );
        expect(found).toBeCloseTo(expected, 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is one for the same partition under other numbers, and none for one that says nothing', () => {
    expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 1), Int32Array.of(1, 1, 0, 0))).toBe(1);
    expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 0))).toBe(0);
  });
});
