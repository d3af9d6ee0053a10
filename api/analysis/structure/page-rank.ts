import type { UndirectedView } from './undirected-view.ts';

/** How often the walker goes on along a relation rather than anywhere (Brin & Page 1998). */
const GOES_ON = 0.85;
/** Sum of all changes in a round below which nothing changes any more. */
const SETTLED = 1e-10;
/** 0.85^200 is 10⁻¹⁴: settled long before. */
const MOST_ROUNDS = 200;

/** The part of a random walker's time at each position; all add up to 1. Power iteration: O(rounds · neighbours). */
export function pageRank({ nodes, offsets, neighbours }: UndirectedView): Float64Array {
  const count = nodes.length;
  let ranks = new Float64Array(count).fill(count === 0 ? 0 : 1 / count);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = new Float64Array(count).fill((1 - GOES_ON) / count);
    for (let node = 0; node < count; node += 1) {
      const from = offsets[node] ?? 0;
      const to = offsets[node + 1] ?? 0;
      // Every node of a view has a neighbour, so nobody keeps what it has.
      const handed = (GOES_ON * (ranks[node] ?? 0)) / (to - from);
      for (let i = from; i < to; i += 1) {
        const other = neighbours[i] ?? 0;
        next[other] = (next[other] ?? 0) + handed;
      }
    }
    const change = next.reduce((sum, value, node) => sum + Math.abs(value - (ranks[node] ?? 0)), 0);
    ranks = next;
    if (change < SETTLED) break;
  }
  return ranks;
}
