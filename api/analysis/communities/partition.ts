/** The whole of the work on plain arrays: runs in a worker thread. */
import type { CommunityInput, CommunityPartition } from './community-types.ts';
import { leiden } from './leiden.ts';
import { weightedGraph, type WeightedGraph } from './weighted-graph.ts';

/** Communities of the input. The same input gives the same partition. O(pairs · log nodes) as a rule. */
export function partitionOf(input: CommunityInput): CommunityPartition {
  const count = input.nodes.length;
  const pairs = { count, from: input.from, to: input.to };
  const plain = weightedGraph(pairs, new Float64Array(count).fill(1));
  const strength = strengths(plain);
  const twice = strength.reduce((sum, weight) => sum + weight, 0);
  const byModularity = input.quality === 'MODULARITY';
  const graph = byModularity ? { ...plain, sizes: strength } : plain;
  const resolution = byModularity ? input.resolution / Math.max(1, twice) : input.resolution;
  const community = leiden(graph, resolution, input.seed);
  return described(plain, strength, community, input);
}

/** Summed weights at each node. */
function strengths(graph: WeightedGraph): Float64Array {
  const sums = new Float64Array(graph.count);
  for (let node = 0; node < graph.count; node += 1) {
    const end = graph.offsets[node + 1] ?? 0;
    for (let i = graph.offsets[node] ?? 0; i < end; i += 1) sums[node] = (sums[node] ?? 0) + (graph.weights[i] ?? 0);
  }
  return sums;
}

function described(
  graph: WeightedGraph,
  strength: Float64Array,
  community: Int32Array,
  { quality, resolution }: CommunityInput,
): CommunityPartition {
  const inner = new Float64Array(graph.count);
  for (let node = 0; node < graph.count; node += 1) {
    const end = graph.offsets[node + 1] ?? 0;
    for (let i = graph.offsets[node] ?? 0; i < end; i += 1) {
      if (community[graph.neighbours[i] ?? 0] !== community[node]) continue;
      inner[node] = (inner[node] ?? 0) + (graph.weights[i] ?? 0);
    }
  }
  const groups: number[][] = [];
  community.forEach((own, node) => (groups[own] ??= []).push(node));
  // Groups are filled in order, so the first member is the one with the smallest id.
  groups.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  for (const group of groups) group.sort((a, b) => (inner[b] ?? 0) - (inner[a] ?? 0) || a - b);
  const offsets = Int32Array.from([0, ...groups.map((group) => group.length)]);
  for (let c = 1; c < offsets.length; c += 1) offsets[c] = (offsets[c] ?? 0) + (offsets[c - 1] ?? 0);
  const sum = (group: readonly number[], values: Float64Array): number =>
    group.reduce((total, node) => total + (values[node] ?? 0), 0);
  const twice = sum([...strength.keys()], strength);
  const inside = Float64Array.from(groups, (group) => sum(group, inner) / 2);
  const modularityAt = (gamma: number): number =>
    twice === 0
      ? 0
      : groups.reduce(
          (total, group, c) => total + (2 * (inside[c] ?? 0)) / twice - gamma * (sum(group, strength) / twice) ** 2,
          0,
        );
  const potts = groups.reduce(
    (total, group, c) => total + (inside[c] ?? 0) - (resolution * group.length * (group.length - 1)) / 2,
    0,
  );
  return {
    members: Int32Array.from(groups.flat()),
    offsets,
    inside,
    modularity: modularityAt(1),
    quality: quality === 'CPM' ? potts : modularityAt(resolution),
  };
}
