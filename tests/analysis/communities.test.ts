import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  USUAL_RESOLUTION,
  type CommunityInput,
  type CommunityQuality,
} from '../../api/analysis/communities/community-types.ts';
import { communityInput, findCommunities } from '../../api/analysis/communities/communities.ts';
import { partitionOf } from '../../api/analysis/communities/partition.ts';
import { randomNumbers } from '../../api/analysis/communities/random.ts';
import { projectionOf } from './graph-of-records.ts';

type Pair = readonly [number, number];

function inputOf(count: number, pairs: readonly Pair[], more: Partial<CommunityInput> = {}): CommunityInput {
  return {
    nodes: Int32Array.from({ length: count }, (_, i) => i),
    from: Int32Array.from(pairs, ([a]) => a),
    to: Int32Array.from(pairs, ([, b]) => b),
    quality: 'CPM',
    resolution: 0.05,
    seed: 1,
    ...more,
  };
}

/** For each node the number of its community. */
function labelsOf(input: CommunityInput): readonly number[] {
  const { members, offsets } = partitionOf(input);
  const labels = Array.from({ length: input.nodes.length }, () => -1);
  for (let c = 0; c + 1 < offsets.length; c += 1) {
    for (const node of members.subarray(offsets[c], offsets[c + 1])) labels[node] = c;
  }
  return labels;
}

/** Straight from the definitions, over all pairs of nodes. */
function bruteQuality(count: number, pairs: readonly Pair[], labels: readonly number[], input: CommunityInput): number {
  const joined = pairs.filter(([a, b]) => a !== b);
  const degree = (node: number): number => joined.filter(([a, b]) => a === node || b === node).length;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      if (labels[i] !== labels[j]) continue;
      const between = joined.filter(([a, b]) => (a === i && b === j) || (a === j && b === i)).length;
      sum +=
        input.quality === 'CPM'
          ? between - input.resolution
          : between / joined.length - (input.resolution * 2 * degree(i) * degree(j)) / (2 * joined.length) ** 2;
    }
  }
  if (input.quality === 'CPM') return sum;
  if (joined.length === 0) return 0;
  for (let i = 0; i < count; i += 1) sum -= input.resolution * (degree(i) / (2 * joined.length)) ** 2;
  return sum;
}

/** Every way to part n things, as labels. */
function* allPartitions(count: number, labels: readonly number[] = []): Generator<readonly number[]> {
  if (labels.length === count) {
    yield labels;
    return;
  }
  const most = Math.max(-1, ...labels);
  for (let label = 0; label <= most + 1; label += 1) yield* allPartitions(count, [...labels, label]);
}

/** Normalised mutual information of two labellings, 0 to 1 (arithmetic mean of the entropies). */
function nmi(a: readonly number[], b: readonly number[]): number {
  const share = (keys: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1 / keys.length);
    return counts;
  };
  const entropy = (shares: ReadonlyMap<string, number>): number =>
    [...shares.values()].reduce((sum, p) => sum - p * Math.log(p), 0);
  const [ha, hb] = [entropy(share(a.map(String))), entropy(share(b.map(String)))];
  const both = entropy(share(a.map((label, i) => `${label} ${b[i]}`)));
  return ha + hb === 0 ? 1 : (2 * (ha + hb - both)) / (ha + hb);
}

const smallGraph = fc.integer({ min: 2, max: 7 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { minLength: 1, maxLength: 16 }),
    quality: fc.constantFrom<CommunityQuality>('CPM', 'MODULARITY'),
    resolution: fc.constantFrom(0.05, 0.3, 0.7, 1),
    seed: fc.nat(1_000),
  }),
);

describe('communities', () => {
  it('state the quality and the modularity that the definitions give', () => {
    fc.assert(
      fc.property(smallGraph, ({ count, pairs, quality, resolution, seed }) => {
        const input = inputOf(count, pairs, { quality, resolution, seed });
        const found = partitionOf(input);
        const labels = labelsOf(input);
        expect(found.quality).toBeCloseTo(bruteQuality(count, pairs, labels, input), 9);
        const newman: CommunityInput = { ...input, quality: 'MODULARITY', resolution: 1 };
        expect(found.modularity).toBeCloseTo(bruteQuality(count, pairs, labels, newman), 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the best of all partitions of small graphs nearly always, and never far from it', () => {
    let best = 0;
    const graphs = fc.sample(smallGraph, { seed: 7, numRuns: 1_000 });
    for (const { count, pairs, quality, resolution, seed } of graphs) {
      const input = inputOf(count, pairs, { quality, resolution, seed });
      let most = -Infinity;
      for (const labels of allPartitions(count)) most = Math.max(most, bruteQuality(count, pairs, labels, input));
      const reached = partitionOf(input).quality;
      expect(reached).toBeLessThanOrEqual(most + 1e-9);
      if (reached > most - 1e-9) best += 1;
      expect(most - reached).toBeLessThan(quality === 'CPM' ? 1.5 : 0.15);
    }
    expect(best / graphs.length).toBeGreaterThan(0.95);
  });

  it('hold every node once, and each is connected inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { minLength: 1, maxLength: 120 }),
        fc.constantFrom(0.01, 0.1, 0.5),
        fc.constantFrom<CommunityQuality>('CPM', 'MODULARITY'),
        fc.nat(50),
        (pairs, resolution, quality, seed) => {
          const { members, offsets } = partitionOf(inputOf(40, pairs, { resolution, quality, seed }));
          expect([...members].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
          for (let c = 0; c + 1 < offsets.length; c += 1) {
            const inside = new Set(members.subarray(offsets[c], offsets[c + 1]));
            const reached = new Set([...inside].slice(0, 1));
            for (const node of reached) {
              for (const [a, b] of pairs) {
                if (a === node && inside.has(b)) reached.add(b);
                if (b === node && inside.has(a)) reached.add(a);
              }
            }
            expect(reached).toEqual(inside);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('are larger first, then the smallest node; members by their relations inside, which name it, then by node', () => {
    const pairs = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pairs, fc.constantFrom(0.05, 0.2, 0.5), (drawn, resolution) => {
        const { members, offsets, inside } = partitionOf(inputOf(15, drawn, { resolution, quality: 'CPM', seed: 1 }));
        const groups = Array.from(inside, (_, c) => [...members.subarray(offsets[c], offsets[c + 1])]);
        const order = groups.map((group) => [-group.length, Math.min(...group)]);
        expect(order).toEqual(order.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
        for (const [c, group] of groups.entries()) {
          const within = drawn.filter(([a, b]) => a !== b && group.includes(a) && group.includes(b));
          expect(inside[c]).toBe(within.length);
          const count = (node: number): number => within.filter((pair) => pair.includes(node)).length;
          expect(group).toEqual(group.toSorted((a, b) => count(b) - count(a) || a - b));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the same for the same seed, whatever the order of the relations', () => {
    const random = randomNumbers(5);
    const pairs = Array.from({ length: 400 }, (): Pair => [Math.floor(random() * 100), Math.floor(random() * 100)]);
    const one = partitionOf(inputOf(100, pairs, { seed: 3 }));
    expect(partitionOf(inputOf(100, pairs, { seed: 3 }))).toEqual(one);
  });

  it('keep the thirty cliques of a ring apart by CPM, where modularity merges them (the resolution limit)', () => {
    const cliques = Array.from({ length: 30 }, (_, c) => c * 5);
    const pairs = cliques.flatMap((first, c): readonly Pair[] => [
      ...[0, 1, 2, 3].flatMap((i) => [1, 2, 3, 4].filter((j) => j > i).map((j): Pair => [first + i, first + j])),
      [first, cliques[(c + 1) % 30] ?? 0],
    ]);
    const planted = cliques.flatMap((_, c) => [c, c, c, c, c]);
    for (const resolution of [0.05, 0.3, 0.9]) {
      expect(nmi(labelsOf(inputOf(150, pairs, { resolution })), planted)).toBe(1);
    }
    const merged = partitionOf(inputOf(150, pairs, { quality: 'MODULARITY', resolution: 1 }));
    expect(merged.offsets.length - 1).toBeLessThan(30);
    expect(merged.modularity).toBeGreaterThan(0.8758);
    // The best there is joins them two by two: 15 · (21 / 330 − (44 / 660)²).
    expect(merged.modularity).toBeLessThanOrEqual(15 * (21 / 330 - (44 / 660) ** 2) + 1e-12);
  });

  it('keep a star of n leaves whole below 1/n, and not above it', () => {
    const star = Array.from({ length: 12 }, (_, leaf): Pair => [0, leaf + 1]);
    expect(partitionOf(inputOf(13, star, { resolution: 0.08 })).offsets.length - 1).toBe(1);
    const pieces = partitionOf(inputOf(13, star, { resolution: 0.1 }));
    expect(pieces.offsets.length - 1).toBe(4);
    expect([...pieces.offsets]).toEqual([0, 10, 11, 12, 13]);
  });

  it('recover small makers around twenty large firms at the usual resolution, and nearly so through 10 % noise', () => {
    const planted = Array.from({ length: 260 }, (_, i) => Math.floor(i / 13));
    const pairs = planted.flatMap((star, i): readonly Pair[] => (i % 13 === 0 ? [] : [[star * 13, i]]));
    const { CPM: resolution } = USUAL_RESOLUTION;
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = randomNumbers(seed);
      const noise = Array.from({ length: 24 }, (): Pair => [Math.floor(random() * 260), Math.floor(random() * 260)]);
      expect(nmi(labelsOf(inputOf(260, pairs, { resolution, seed })), planted)).toBeCloseTo(1, 12);
      // A maker whose stray relation weighs as much as its own may go with either.
      expect(nmi(labelsOf(inputOf(260, [...pairs, ...noise], { resolution, seed })), planted)).toBeGreaterThan(0.9);
    }
  });

  it('recover ten planted parts (0.4 inside, 0.02 between) at a resolution of 0.15: NMI at least 0.95', () => {
    const planted = Array.from({ length: 250 }, (_, i) => i % 10);
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = randomNumbers(seed);
      const pairs = planted.flatMap((part, i) =>
        planted.flatMap((other, j): readonly Pair[] =>
          i < j && random() < (part === other ? 0.4 : 0.02) ? [[i, j]] : [],
        ),
      );
      expect(nmi(labelsOf(inputOf(250, pairs, { resolution: 0.15, seed })), planted)).toBeGreaterThan(0.95);
    }
  });

  it('add up parallel relations, leave requirements, places and what is inferred out, and order by size', async () => {
    const graph = await projectionOf({
      nodes: [
        { id: 'a1', type: 'LargeIndustry' },
        { id: 'a2', type: 'SmallIndustry' },
        { id: 'a3', type: 'SmallIndustry' },
        { id: 'b1', type: 'LargeIndustry' },
        { id: 'b2', type: 'SmallIndustry' },
        { id: 'r1', type: 'Regency' },
      ],
      relations: [
        { id: 'r1', type: 'SUPPLIES', from: 'a2', to: 'a1' },
        { id: 'r2', type: 'SUPPLIES', from: 'a3', to: 'a1' },
        { id: 'r3', type: 'AGREED_TO_SUPPLY', from: 'a3', to: 'a1' },
        { id: 'r4', type: 'SUPPLIES', from: 'b2', to: 'b1' },
        { id: 'r5', type: 'SUPPLIES', from: 'a2', to: 'b1', evidence: 'INFERRED' },
        { id: 'r6', type: 'LOCATED_IN', from: 'a1', to: 'r1' },
        { id: 'r7', type: 'LOCATED_IN', from: 'b1', to: 'r1' },
      ],
    });
    const answer = findCommunities(graph, { filter: {}, quality: 'CPM', resolution: 0.03, seed: 1 });
    expect(answer.communities.map(({ members }) => members.map((node) => graph.nodeId(node)))).toEqual([
      ['a1', 'a3', 'a2'],
      ['b1', 'b2'],
    ]);
    expect(answer.communities.map(({ relationsInside }) => relationsInside)).toEqual([3, 1]);
    expect({ nodes: answer.nodeCount, relations: answer.relationCount }).toEqual({ nodes: 5, relations: 4 });
  });

  it('refuse a resolution that is none', async () => {
    const graph = await projectionOf({ nodes: [], relations: [] });
    for (const resolution of [0, -1, Number.NaN, Infinity]) {
      expect(() => communityInput(graph, { filter: {}, quality: 'CPM', resolution, seed: 1 })).toThrow(
        /number above 0/,
      );
    }
  });
});
