/** Communities over a range of resolutions, and where they stay the same (ANALYSIS.md §7): on plain arrays, in a worker thread. */
import type { CommunityInput, CommunityPartition, CommunityQuality } from './community-types.ts';
import { partitionOf } from './partition.ts';

/** From far below what any usual graph needs to where every node stands alone. */
const SPAN: Readonly<Record<CommunityQuality, readonly [number, number]>> = { CPM: [0.001, 1], MODULARITY: [0.1, 10] };
/** Resolutions that are tried: at even ratios. */
export const SWEEP_POINTS = 25;
/** Neighbouring partitions that agree as much as this are one range. */
export const STABLE_AGREEMENT = 0.95;

interface SweepPoint {
  readonly resolution: number;
  readonly communityCount: number;
  readonly singletonCount: number;
  readonly largestSize: number;
  /** Adjusted Rand index with the partition at the next resolution; null at the last. */
  readonly agreementWithNext: number | null;
}

/** Resolutions next to each other whose partitions hardly differ. */
interface StableRange {
  readonly from: number;
  readonly to: number;
  /** The point of the range that stands nearest its middle, by ratio. */
  readonly middle: SweepPoint;
  readonly pointCount: number;
}

export interface CommunitySweep {
  /** By resolution, ascending. */
  readonly points: readonly SweepPoint[];
  /** Of at least two points; by number of points descending, then resolution. */
  readonly ranges: readonly StableRange[];
}

/** `resolution` of the input is not looked at. O(points · one partition). */
export function sweepOf(input: CommunityInput): CommunitySweep {
  const [least, most] = SPAN[input.quality];
  const partitions = Array.from({ length: SWEEP_POINTS }, (_, i) => {
    const resolution = least * (most / least) ** (i / (SWEEP_POINTS - 1));
    return { resolution, partition: partitionOf({ ...input, resolution }) };
  });
  const labels = partitions.map(({ partition }) => labelsOf(partition));
  const points = partitions.map(({ resolution, partition: { offsets } }, i): SweepPoint => {
    const sizes = [...offsets.subarray(1)].map((end, c) => end - (offsets[c] ?? 0));
    const [here, next] = [labels[i], labels[i + 1]];
    return {
      resolution,
      communityCount: sizes.length,
      singletonCount: sizes.filter((size) => size === 1).length,
      largestSize: sizes[0] ?? 0,
      agreementWithNext: here === undefined || next === undefined ? null : adjustedRandIndex(here, next),
    };
  });
  return { points, ranges: rangesOf(points) };
}

function labelsOf({ members, offsets }: CommunityPartition): Int32Array {
  const labels = new Int32Array(members.length);
  for (let c = 0; c + 1 < offsets.length; c += 1) {
    for (const node of members.subarray(offsets[c], offsets[c + 1])) labels[node] = c;
  }
  return labels;
}

function rangesOf(points: readonly SweepPoint[]): readonly StableRange[] {
  const runs: SweepPoint[][] = [];
  for (const [i, point] of points.entries()) {
    const agreed = (points[i - 1]?.agreementWithNext ?? -1) >= STABLE_AGREEMENT;
    if (agreed) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  return runs
    .flatMap((run): readonly StableRange[] => {
      const [first, last, middle] = [run[0], run.at(-1), run[Math.floor((run.length - 1) / 2)]];
      if (run.length < 2 || first === undefined || last === undefined || middle === undefined) return [];
      return [{ from: first.resolution, to: last.resolution, middle, pointCount: run.length }];
    })
    .toSorted((a, b) => b.pointCount - a.pointCount || a.from - b.from);
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/**
 * How much two partitions of the same nodes agree over pairs of nodes, corrected for chance (Hubert & Arabie 1985): 1 the same, 0 as
 * chance would. 1 where both put all together, or all apart. O(nodes).
 */
export function adjustedRandIndex(a: Int32Array, b: Int32Array): number {
  const both = new Map<number, number>();
  const counts = (labels: Int32Array): Int32Array => {
    const sizes = new Int32Array(labels.reduce((most, label) => Math.max(most, label), -1) + 1);
    for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
    return sizes;
  };
  const [inA, inB] = [counts(a), counts(b)];
  a.forEach((label, node) => {
    const cell = label * inB.length + (b[node] ?? 0);
    both.set(cell, (both.get(cell) ?? 0) + 1);
  });
  const pairs = (sizes: Iterable<number>): number => [...sizes].reduce((sum, size) => sum + pairsOf(size), 0);
  const [together, togetherA, togetherB, all] = [pairs(both.values()), pairs(inA), pairs(inB), pairsOf(a.length)];
  const chance = all === 0 ? 0 : (togetherA * togetherB) / all;
  const most = (togetherA + togetherB) / 2;
  return most === chance ? 1 : (together - chance) / (most - chance);
}
