import type { UndirectedView } from './undirected-view.ts';

/** Betweenness of more nodes than this is sampled (ANALYSIS.md §7). */
const MOST_EXACT_NODES = 20_000;
/** So is one whose search from every node would touch more nodes and neighbours than this: about 15 seconds. */
const MOST_EXACT_WORK = 1_000_000_000;
/** A sampled one touches about so many: ten seconds on 100,000 nodes and 1,000,000 relations. */
const SAMPLED_WORK = 500_000_000;
/** Sources of a sampled betweenness; more of them tell little more (Brandes & Pich 2007), fewer too little. */
const [LEAST_SOURCES, MOST_SOURCES] = [50, 1_000];

/** From how many sources a betweenness is sampled; null: exact. @param neighbours entries of all lists of neighbours */
export function sampledSources(nodes: number, neighbours: number): number | null {
  const work = nodes + neighbours;
  if (nodes <= MOST_EXACT_NODES && nodes * work <= MOST_EXACT_WORK) return null;
  const afforded = Math.floor(SAMPLED_WORK / work);
  return Math.min(nodes, Math.max(LEAST_SOURCES, Math.min(MOST_SOURCES, afforded)));
}

/**
 * For every position, on how many shortest ways between two others it stands, each pair counting one in all, unnormalised
 * (Brandes 2001): O(sources · (nodes + neighbours)). From some of the nodes only, each result is scaled by nodes / sources
 * (Brandes & Pich 2007): an estimate.
 *
 * What a search finds is numbered in the order of finding, and all it knows of a node stands under that number: read from
 * front to back and back again, which a search by the nodes' own numbers cannot (2.7 times as fast on 1,000,000 relations).
 * @param sources positions, without repeats; all of them for the exact answer
 */
export function betweenness({ nodes, offsets, neighbours }: UndirectedView, sources: Iterable<number>): Float64Array {
  const count = nodes.length;
  const sum = new Float64Array(count);
  /** When a position was found; -1 not yet. */
  const foundAs = new Int32Array(count);
  const found = new Int32Array(count);
  const ways = new Float64Array(count);
  /** (1 + what depends on a node) / its ways: what each way through it hands to those before. */
  const handed = new Float64Array(count);
  /** Whom each found node leads to, one step farther: `next[ends[i]..ends[i + 1]]`, as they were found. */
  const next = new Int32Array(neighbours.length);
  const ends = new Int32Array(count + 1);
  let asked = 0;
  const at = (list: Int32Array | Float64Array, index: number): number => list[index] ?? 0;

  const search = (source: number): number => {
    foundAs.fill(-1);
    foundAs[source] = 0;
    found[0] = source;
    ways[0] = 1;
    let [size, kept, nextLevel] = [1, 0, 1];
    for (let head = 0; head < size; head += 1) {
      if (head === nextLevel) nextLevel = size;
      const node = at(found, head);
      const own = at(ways, head);
      const end = at(offsets, node + 1);
      for (let i = at(offsets, node); i < end; i += 1) {
        const other = at(neighbours, i);
        const place = at(foundAs, other);
        if (place < 0) {
          foundAs[other] = size;
          found[size] = other;
          ways[size] = own;
          next[kept++] = size++;
        } else if (place >= nextLevel) {
          ways[place] = at(ways, place) + own;
          next[kept++] = place;
        }
      }
      ends[head + 1] = kept;
    }
    return size;
  };

  for (const source of sources) {
    asked += 1;
    // Back from the farthest, so that whom a node leads to is known before it.
    for (let last = search(source) - 1; last > 0; last -= 1) {
      let dependency = 0;
      for (let i = at(ends, last); i < at(ends, last + 1); i += 1) dependency += at(handed, at(next, i));
      dependency *= at(ways, last);
      handed[last] = (1 + dependency) / at(ways, last);
      const node = at(found, last);
      sum[node] = at(sum, node) + dependency;
    }
  }
  // Every pair was met from both its ends.
  const scale = asked === 0 ? 0 : count / asked / 2;
  return sum.map((value) => value * scale);
}
