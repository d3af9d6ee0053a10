/** The graph that analyses are measured on: 100,000 nodes, 1,000,000 relations, in memory; and the same one as graphology has it. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as nextTurn } from 'node:timers/promises';
import { DirectedGraph, UndirectedGraph } from 'graphology';
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

/** Of parallel relations: what they state of the buyer's purchases, and whether one of them states nothing. */
export type SupplyEdge = { stated: number; unknown: boolean };

/** Observed supply, parallel relations once; nodes by their index. */
export function supplyGraph(from: Projection): DirectedGraph<Record<string, never>, SupplyEdge> {
  const graph = new DirectedGraph<Record<string, never>, SupplyEdge>();
  for (let node = 0; node < from.nodeCount; node += 1) graph.addNode(node);
  for (let relation = 0; relation < from.relationCount; relation += 1) {
    if (from.relationType(relation) !== 'SUPPLIES') continue;
    const share = from.relationShare(relation);
    graph.updateEdge(from.relationFrom(relation), from.relationTo(relation), (edge) => ({
      stated: (edge.stated ?? 0) + (share ?? 0),
      unknown: edge.unknown === true || share === null,
    }));
  }
  return graph;
}

/** All relations without their directions, parallel ones once; nodes by their index. */
export function undirectedGraph(from: Projection): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let node = 0; node < from.nodeCount; node += 1) graph.addNode(node);
  for (let relation = 0; relation < from.relationCount; relation += 1) {
    graph.mergeEdge(from.relationFrom(relation), from.relationTo(relation));
  }
  return graph;
}

/**
 * Breadth first against the direction along the same arrays, from the start and then from the other nodes, until so many relations were
 * touched: the least that a walk over as many could take. @returns relations touched
 */
export function plainPass({ incoming, relationFrom, nodeCount }: Projection, start: NodeIndex, most: number): number {
  const seen = new Uint8Array(nodeCount);
  let touched = 0;
  for (let root = start; touched < most; root = (root + 1) % nodeCount) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const queue = [root];
    for (const node of queue) {
      const end = incoming.offsets[node + 1] ?? 0;
      for (let at = incoming.offsets[node] ?? 0; at < end; at += 1) {
        touched += 1;
        const other = relationFrom(incoming.relations[at] ?? 0);
        if (seen[other] === 1) continue;
        seen[other] = 1;
        queue.push(other);
      }
      if (touched >= most) return touched;
    }
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
