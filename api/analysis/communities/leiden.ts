/**
 * Leiden (Traag, Waltman and van Eck 2019): local moving, refinement inside what was found, aggregation of the refined
 * parts, again until nothing moves. The quality is the constant Potts model, which with sizes set to summed weights and the
 * resolution divided by the total is modularity: Σ over communities of (weight inside − γ · size² / 2).
 */
import { randomNumbers, shuffled } from './random.ts';
import { aggregated, type WeightedGraph } from './weighted-graph.ts';

/** How much chance there is in refinement: parts join with a probability that grows with e^(gain / θ), as in the paper. */
const RANDOMNESS = 0.01;
/** Rounds of the whole; each starts from the partition before it, and it stops as soon as one gains nothing. */
const MOST_ROUNDS = 3;

/** Gains smaller than this are rounding. */
const NEGLIGIBLE = 1e-12;

/**
 * For each node the number of its community, 0 upwards in order of first member. Every community is connected. The same
 * graph, resolution and seed give the same partition.
 * @param resolution γ in the sizes' units, above 0
 * @param stopped asked between passes; where it is true the best partition so far is given
 */
export function leiden(
  graph: WeightedGraph,
  resolution: number,
  seed: number,
  stopped: () => boolean = () => false,
): Int32Array {
  const random = randomNumbers(seed);
  let partition: Int32Array = Int32Array.from({ length: graph.count }, (_, node) => node);
  for (let round = 0; round < MOST_ROUNDS && !stopped(); round += 1) {
    const next = oneRound(graph, resolution, partition, random, stopped);
    const same = next.every((community, node) => community === partition[node]);
    partition = next;
    if (same) break;
  }
  return connectedParts(graph, partition);
}

function oneRound(
  graph: WeightedGraph,
  resolution: number,
  start: Int32Array,
  random: () => number,
  stopped: () => boolean,
): Int32Array {
  let level = graph;
  let partition = numbered(start).partition;
  /** The node of `level` that stands for each node of the graph. */
  let standIn: Int32Array = Int32Array.from({ length: graph.count }, (_, node) => node);
  while (!stopped()) {
    partition = moveNodes(level, resolution, partition, random);
    const found = numbered(partition);
    if (found.count === level.count) break;
    const refined = numbered(refine(level, resolution, found.partition, random));
    if (refined.count === level.count) {
      partition = found.partition;
      break;
    }
    const next = new Int32Array(refined.count);
    refined.partition.forEach((part, node) => (next[part] = found.partition[node] ?? 0));
    level = aggregated(level, refined.partition, refined.count);
    standIn = standIn.map((node) => refined.partition[node] ?? 0);
    partition = next;
  }
  return numbered(standIn.map((node) => partition[node] ?? 0)).partition;
}

/** The same partition with communities numbered 0 upwards, in order of first member; they were numbers of nodes. */
function numbered(partition: Int32Array): { readonly partition: Int32Array; readonly count: number } {
  const names = new Int32Array(partition.length).fill(-1);
  let count = 0;
  const result = partition.map((community) => {
    const known = names[community] ?? -1;
    if (known >= 0) return known;
    names[community] = count;
    return count++;
  });
  return { partition: result, count };
}

/** Weights from a node to the communities beside it; the first `count` of `touched` are those with any. */
class Beside {
  readonly weight: Float64Array;
  readonly touched: Int32Array;
  count = 0;

  constructor(communities: number) {
    this.weight = new Float64Array(communities);
    this.touched = new Int32Array(communities);
  }

  gather({ offsets, neighbours, weights }: WeightedGraph, node: number, partition: Int32Array): void {
    const { weight, touched } = this;
    for (let i = 0; i < this.count; i += 1) weight[touched[i] ?? 0] = 0;
    let count = 0;
    const end = offsets[node + 1] ?? 0;
    for (let i = offsets[node] ?? 0; i < end; i += 1) {
      const community = partition[neighbours[i] ?? 0] ?? 0;
      const before = weight[community] ?? 0;
      if (before === 0) touched[count++] = community;
      weight[community] = before + (weights[i] ?? 0);
    }
    this.count = count;
  }
}

function sizesOf(graph: WeightedGraph, partition: Int32Array): Float64Array {
  const sizes = new Float64Array(graph.count);
  partition.forEach((community, node) => (sizes[community] = (sizes[community] ?? 0) + (graph.sizes[node] ?? 0)));
  return sizes;
}

/** Moves nodes to where they gain most until none gains; those beside a moved node are looked at again. */
function moveNodes(graph: WeightedGraph, resolution: number, start: Int32Array, random: () => number): Int32Array {
  const partition = start.slice();
  const sizes = sizesOf(graph, partition);
  const members = new Int32Array(graph.count);
  for (const community of partition) members[community] = (members[community] ?? 0) + 1;
  const empty = [...members.keys()].filter((community) => members[community] === 0);
  const beside = new Beside(graph.count);
  const { weight, touched } = beside;
  const { offsets, neighbours } = graph;
  const queue = new Int32Array(graph.count);
  queue.set(shuffled(graph.count, random));
  const waiting = new Uint8Array(graph.count).fill(1);
  let [head, left] = [0, graph.count];
  while (left > 0) {
    const node = queue[head] ?? 0;
    head = head + 1 === graph.count ? 0 : head + 1;
    left -= 1;
    waiting[node] = 0;
    const own = partition[node] ?? 0;
    const size = graph.sizes[node] ?? 0;
    beside.gather(graph, node, partition);
    // What each community would gain by the node: nothing alone.
    const cost = resolution * size;
    let best = own;
    let most = (weight[own] ?? 0) - cost * ((sizes[own] ?? 0) - size);
    for (let i = 0; i < beside.count; i += 1) {
      const community = touched[i] ?? 0;
      if (community === own) continue;
      const gain = (weight[community] ?? 0) - cost * (sizes[community] ?? 0);
      if (gain > most + NEGLIGIBLE) [best, most] = [community, gain];
    }
    const alone = (members[own] ?? 0) === 1;
    const fresh = empty.at(-1);
    if (!alone && fresh !== undefined && most < -NEGLIGIBLE) best = fresh;
    if (best === own) continue;
    if (best === fresh) empty.pop();
    if (alone) empty.push(own);
    partition[node] = best;
    sizes[own] = (sizes[own] ?? 0) - size;
    sizes[best] = (sizes[best] ?? 0) + size;
    members[own] = (members[own] ?? 0) - 1;
    members[best] = (members[best] ?? 0) + 1;
    const end = offsets[node + 1] ?? 0;
    for (let i = offsets[node] ?? 0; i < end; i += 1) {
      const other = neighbours[i] ?? 0;
      if (waiting[other] === 1 || partition[other] === best) continue;
      waiting[other] = 1;
      const last = head + left;
      queue[last < graph.count ? last : last - graph.count] = other;
      left += 1;
    }
  }
  return partition;
}

/** Inside every community: single nodes join well-connected parts, never against the quality, with some chance. */
function refine(graph: WeightedGraph, resolution: number, communities: Int32Array, random: () => number): Int32Array {
  const { offsets, neighbours, weights } = graph;
  const parts = Int32Array.from({ length: graph.count }, (_, node) => node);
  const partSize = graph.sizes.slice();
  const partMembers = new Int32Array(graph.count).fill(1);
  const communitySize = sizesOf(graph, communities);
  /** Weight from each part to the rest of its community. */
  const outwards = new Float64Array(graph.count);
  for (let node = 0; node < graph.count; node += 1) {
    const own = communities[node];
    let sum = 0;
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i += 1) {
      if (communities[neighbours[i] ?? 0] === own) sum += weights[i] ?? 0;
    }
    outwards[node] = sum;
  }
  const wellConnected = (part: number, whole: number): boolean =>
    (outwards[part] ?? 0) + NEGLIGIBLE >= resolution * (partSize[part] ?? 0) * (whole - (partSize[part] ?? 0));
  const weight = new Float64Array(graph.count);
  const touched: number[] = [];
  const gains: number[] = [];
  for (const node of shuffled(graph.count, random)) {
    const community = communities[node] ?? 0;
    const whole = communitySize[community] ?? 0;
    const own = parts[node] ?? 0;
    if ((partMembers[own] ?? 0) > 1 || !wellConnected(own, whole)) continue;
    touched.length = 0;
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i += 1) {
      const other = neighbours[i] ?? 0;
      if (communities[other] !== community) continue;
      const part = parts[other] ?? 0;
      const before = weight[part] ?? 0;
      if (before === 0) touched.push(part);
      weight[part] = before + (weights[i] ?? 0);
    }
    const size = graph.sizes[node] ?? 0;
    gains.length = 0;
    for (const part of touched) {
      const gain = (weight[part] ?? 0) - resolution * size * (partSize[part] ?? 0);
      gains.push(wellConnected(part, whole) ? gain : -1);
    }
    const chosen = touched[chosenBy(gains, random)];
    if (chosen !== undefined) {
      parts[node] = chosen;
      partSize[chosen] = (partSize[chosen] ?? 0) + size;
      partMembers[chosen] = (partMembers[chosen] ?? 0) + 1;
      partMembers[own] = 0;
      outwards[chosen] = (outwards[chosen] ?? 0) + (outwards[own] ?? 0) - 2 * (weight[chosen] ?? 0);
    }
    for (const part of touched) weight[part] = 0;
  }
  return parts;
}

/** The position of one of the gains from 0 up, likelier the larger it is; −1 where staying alone (gain 0) is drawn. */
function chosenBy(gains: readonly number[], random: () => number): number {
  let most = 0;
  for (const gain of gains) if (gain > most) most = gain;
  let all = Math.exp(-most / RANDOMNESS);
  for (const gain of gains) if (gain >= 0) all += Math.exp((gain - most) / RANDOMNESS);
  let drawn = random() * all;
  for (const [i, gain] of gains.entries()) {
    if (gain >= 0) drawn -= Math.exp((gain - most) / RANDOMNESS);
    if (drawn < 0) return i;
  }
  return -1;
}

/** Parts of a community that nothing joins are communities of their own: that never lowers the quality. */
function connectedParts(graph: WeightedGraph, partition: Int32Array): Int32Array {
  const part = new Int32Array(graph.count).fill(-1);
  let parts = 0;
  for (let start = 0; start < graph.count; start += 1) {
    if (part[start] !== -1) continue;
    const reached = [start];
    part[start] = parts;
    for (const node of reached) {
      const end = graph.offsets[node + 1] ?? 0;
      for (let i = graph.offsets[node] ?? 0; i < end; i += 1) {
        const other = graph.neighbours[i] ?? 0;
        if (part[other] !== -1 || partition[other] !== partition[node]) continue;
        part[other] = parts;
        reached.push(other);
      }
    }
    parts += 1;
  }
  return part;
}
