/** The graph that analyses are measured on: 100,000 nodes, 1,000,000 relations, in memory. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as nextTurn } from 'node:timers/promises';
import { OtherEnds } from '../../api/projection/other-ends.ts';
import type { Walk } from '../../api/analysis/walk.ts';
import type { NodeIndex, Projection } from '../../api/projection/projection.ts';
import { industryOf } from '../fixtures/industry-of.ts';

const NODES = 100_000;
const RELATIONS = 1_000_000;

let projection: Promise<Projection> | undefined;

/** Built once for all benchmarks of a run. */
export function largeProjection(): Promise<Projection> {
  projection ??= industryOf(NODES, RELATIONS);
  return projection;
}

/** What a pass leaves for the next, as searches do: to ask for fresh memory would cost more than a short pass takes. */
let passMemory = { seen: new Uint8Array(0), queue: new Int32Array(0) };

/**
 * Breadth first against the direction along the same arrays, from the start and then from the other nodes, until so many relations were
 * touched: the least that a walk over as many could take. @returns relations touched
 */
export function plainPass({ incoming, nodeCount }: Projection, start: NodeIndex, most: number): number {
  if (passMemory.seen.length !== nodeCount) {
    passMemory = { seen: new Uint8Array(nodeCount), queue: new Int32Array(nodeCount) };
  }
  const { seen, queue } = passMemory;
  let touched = 0;
  let found = 0;
  let done = 0;
  for (let root = start; touched < most; root = (root + 1) % nodeCount) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    queue[found] = root;
    found += 1;
    for (; done < found && touched < most; done += 1) {
      const node = queue[done] ?? 0;
      const end = incoming.offsets[node + 1] ?? 0;
      for (let at = incoming.offsets[node] ?? 0; at < end; at += 1) {
        touched += 1;
        const other = incoming.nodes[at] ?? 0;
        if (seen[other] === 1) continue;
        seen[other] = 1;
        queue[found] = other;
        found += 1;
      }
    }
  }
  for (let i = 0; i < found; i += 1) seen[queue[i] ?? 0] = 0;
  return touched;
}

/** Relations that a search from both ends looks at that takes whole levels, of the side with fewer nodes waiting, until they meet. */
export function touchedBetween(walk: Walk, from: NodeIndex, to: NodeIndex): number {
  const ends = new OtherEnds();
  const side = (end: NodeIndex) => ({ known: new Set([end]), front: [end] });
  const [start, target] = [side(from), side(to)];
  let touched = 0;
  while (!start.front.some((node) => target.known.has(node)) && !target.front.some((node) => start.known.has(node))) {
    const back = target.front.length <= start.front.length;
    const growing = back ? target : start;
    const found = new Set<NodeIndex>();
    for (const node of growing.front) {
      if (back) walk.previous(node, ends);
      else walk.next(node, ends);
      touched += ends.count;
      for (const other of ends.nodes.subarray(0, ends.count)) if (!growing.known.has(other)) found.add(other);
    }
    growing.front = [...found];
    for (const node of found) growing.known.add(node);
  }
  return touched;
}

/** The longest pause of the event loop, in milliseconds, while the work is done. */
export async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  // The first tick is told from when the loop turned last: what ran before is no pause of this work.
  await nextTurn(2);
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}
