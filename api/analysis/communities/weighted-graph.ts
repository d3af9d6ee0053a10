/** An undirected graph with weights, in compressed sparse rows: what Leiden walks on. */

export interface WeightedGraph {
  readonly count: number;
  /** Neighbours of node n stand at `offsets[n]` to `offsets[n + 1]`; both directions, no node beside itself. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  /** What the penalty of the quality counts: nodes inside (CPM) or summed weights (modularity). */
  readonly sizes: Float64Array;
}

/** Pairs of nodes, each relation once; parallel ones and both directions are summed, a node with itself is left out. */
export interface NodePairs {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Absent: 1 each. */
  readonly weights?: Float64Array | undefined;
}

/** O(nodes + pairs): two counting sorts, so that parallel pairs meet. */
export function weightedGraph({ count, from, to, weights: given }: NodePairs, sizes: Float64Array): WeightedGraph {
  const offsets = new Int32Array(count + 1);
  for (let i = 0; i < from.length; i += 1) {
    const a = from[i] ?? 0;
    const b = to[i] ?? 0;
    if (a === b) continue;
    offsets[a + 1] = (offsets[a + 1] ?? 0) + 1;
    offsets[b + 1] = (offsets[b + 1] ?? 0) + 1;
  }
  for (let node = 0; node < count; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const neighbours = new Int32Array(offsets[count] ?? 0);
  const weights = new Float64Array(neighbours.length);
  const next = offsets.slice();
  for (let i = 0; i < from.length; i += 1) {
    const a = from[i] ?? 0;
    const b = to[i] ?? 0;
    if (a === b) continue;
    const weight = given?.[i] ?? 1;
    const atA = next[a] ?? 0;
    neighbours[atA] = b;
    weights[atA] = weight;
    next[a] = atA + 1;
    const atB = next[b] ?? 0;
    neighbours[atB] = a;
    weights[atB] = weight;
    next[b] = atB + 1;
  }
  return summed({ count, offsets, neighbours, weights, sizes });
}

/** The same graph with parallel neighbours summed. */
function summed(graph: WeightedGraph): WeightedGraph {
  const offsets = new Int32Array(graph.count + 1);
  const at = new Int32Array(graph.count).fill(-1);
  let length = 0;
  for (let node = 0; node < graph.count; node += 1) {
    const start = length;
    const end = graph.offsets[node + 1] ?? 0;
    for (let i = graph.offsets[node] ?? 0; i < end; i += 1) {
      const other = graph.neighbours[i] ?? 0;
      const known = at[other] ?? -1;
      if (known >= start) graph.weights[known] = (graph.weights[known] ?? 0) + (graph.weights[i] ?? 0);
      else {
        // What is written never overtakes what is read, so the arrays are compacted in place.
        graph.neighbours[length] = other;
        graph.weights[length] = graph.weights[i] ?? 0;
        at[other] = length;
        length += 1;
      }
    }
    offsets[node + 1] = length;
  }
  return {
    ...graph,
    offsets,
    neighbours: graph.neighbours.slice(0, length),
    weights: graph.weights.slice(0, length),
  };
}

/** Every community becomes a node; weights between them are summed, sizes too. */
export function aggregated(graph: WeightedGraph, community: Int32Array, communities: number): WeightedGraph {
  const sizes = new Float64Array(communities);
  // Every weight stands twice, once from either end.
  const from = new Int32Array(graph.neighbours.length / 2);
  const to = new Int32Array(from.length);
  const weights = new Float64Array(from.length);
  let count = 0;
  for (let node = 0; node < graph.count; node += 1) {
    const own = community[node] ?? 0;
    sizes[own] = (sizes[own] ?? 0) + (graph.sizes[node] ?? 0);
    const end = graph.offsets[node + 1] ?? 0;
    for (let i = graph.offsets[node] ?? 0; i < end; i += 1) {
      const other = community[graph.neighbours[i] ?? 0] ?? 0;
      if (own >= other) continue;
      from[count] = own;
      to[count] = other;
      weights[count] = graph.weights[i] ?? 0;
      count += 1;
    }
  }
  const pairs = {
    count: communities,
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    weights: weights.subarray(0, count),
  };
  return weightedGraph(pairs, sizes);
}
