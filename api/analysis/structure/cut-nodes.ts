import type { UndirectedView } from './undirected-view.ts';

/** What holds a view together. */
export interface Cuts {
  /** Positions of nodes without which more parts would be apart, ascending. */
  readonly nodes: readonly number[];
  /** For each position, parts that its part falls into without it; 1 where it holds nothing together, 0 where it is alone. */
  readonly parts: Int32Array;
  /** Pairs of neighbours without whose relation more parts would be apart, smaller position first, ascending. */
  readonly bridges: readonly (readonly [number, number])[];
}

/** Articulation nodes and bridges by depth-first search, without recursion: O(nodes + neighbours). Hopcroft & Tarjan 1973. */
export function findCuts({ nodes, offsets, neighbours }: UndirectedView): Cuts {
  const count = nodes.length;
  const entered = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const parent = new Int32Array(count).fill(-1);
  const cursor = Int32Array.from(offsets.subarray(0, count));
  // The part it is entered from (none for a root), and one for each child that reaches nobody above it by another way.
  const parts = new Int32Array(count);
  const bridges: (readonly [number, number])[] = [];
  let clock = 0;

  const at = (list: Int32Array, index: number): number => list[index] ?? 0;
  const leave = (node: number): void => {
    const above = at(parent, node);
    if (above < 0) return;
    lowest[above] = Math.min(at(lowest, above), at(lowest, node));
    if (at(lowest, node) > at(entered, above)) bridges.push(above < node ? [above, node] : [node, above]);
    if (at(lowest, node) >= at(entered, above)) parts[above] = at(parts, above) + 1;
  };

  for (let root = 0; root < count; root += 1) {
    if (at(entered, root) >= 0) continue;
    const open = [root];
    entered[root] = lowest[root] = clock++;
    for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
      if (at(cursor, node) === at(offsets, node + 1)) {
        open.pop();
        leave(node);
        continue;
      }
      const next = at(neighbours, at(cursor, node));
      cursor[node] = at(cursor, node) + 1;
      if (at(entered, next) < 0) {
        parent[next] = node;
        entered[next] = lowest[next] = clock++;
        parts[next] = 1;
        open.push(next);
      } else if (next !== at(parent, node)) {
        lowest[node] = Math.min(at(lowest, node), at(entered, next));
      }
    }
  }
  return {
    nodes: [...nodes.keys()].filter((position) => at(parts, position) > 1),
    parts,
    bridges: bridges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]),
  };
}
