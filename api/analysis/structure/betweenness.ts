import type { UndirectedView } from './undirected-view.ts';

/**
 * For every position, on how many shortest ways between two others it stands, each pair counting one in all, unnormalised
 * (Brandes 2001): O(sources · (nodes + neighbours)). From some of the nodes only, each result is scaled by nodes / sources
 * (Brandes & Pich 2007): an estimate.
 * @param sources positions, without repeats; all of them for the exact answer
 */
export function betweenness({ nodes, offsets, neighbours }: UndirectedView, sources: Iterable<number>): Float64Array {
  const count = nodes.length;
  const sum = new Float64Array(count);
  const steps = new Int32Array(count);
  const ways = new Float64Array(count);
  const dependency = new Float64Array(count);
  const order = new Int32Array(count);
  let asked = 0;
  const at = (list: Int32Array | Float64Array, index: number): number => list[index] ?? 0;

  for (const source of sources) {
    asked += 1;
    steps.fill(-1);
    ways.fill(0);
    dependency.fill(0);
    steps[source] = 0;
    ways[source] = 1;
    order[0] = source;
    let found = 1;
    for (let head = 0; head < found; head += 1) {
      const node = at(order, head);
      for (let i = at(offsets, node); i < at(offsets, node + 1); i += 1) {
        const next = at(neighbours, i);
        if (at(steps, next) < 0) {
          steps[next] = at(steps, node) + 1;
          order[found++] = next;
        }
        if (at(steps, next) === at(steps, node) + 1) ways[next] = at(ways, next) + at(ways, node);
      }
    }
    // Back from the farthest: what depends on a node is handed to those before it in proportion to their ways.
    for (let last = found - 1; last > 0; last -= 1) {
      const node = at(order, last);
      const share = (1 + at(dependency, node)) / at(ways, node);
      for (let i = at(offsets, node); i < at(offsets, node + 1); i += 1) {
        const before = at(neighbours, i);
        if (at(steps, before) === at(steps, node) - 1) {
          dependency[before] = at(dependency, before) + at(ways, before) * share;
        }
      }
      sum[node] = at(sum, node) + at(dependency, node);
    }
  }
  // Every pair was met from both its ends.
  const scale = asked === 0 ? 0 : count / asked / 2;
  return sum.map((value) => value * scale);
}
