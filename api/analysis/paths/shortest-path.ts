import type { NodeIndex } from '../../projection/projection.ts';
import { UNREACHABLE, type Walk } from '../walk.ts';

/** How far from the target to look for a dead end before the search from the other side starts. */
const DEAD_END_NODES = 256;

/**
 * Shortest paths to one target from many places, with nodes closed: the searches that Yen's algorithm asks for. A* (Hart,
 * Nilsson & Raphael 1968) with an estimate of the steps to the target in the open graph, which closing nodes can only make
 * longer; ties are settled by the smallest node, so that the answer is the first in the order of paths.
 */
export class ShortestPaths {
  readonly #walk: Walk;
  readonly #target: NodeIndex;
  /** At most the steps to the target when nothing is closed, and no more than one above a neighbour's. */
  readonly #estimate: Int32Array;

  constructor(walk: Walk, target: NodeIndex, estimate: Int32Array) {
    this.#walk = walk;
    this.#target = target;
    this.#estimate = estimate;
  }

  /**
   * The shortest path from `start` to the target, and of those the one whose nodes come first; null when there is none of
   * at most `longest` steps. It touches no `closed` node and its first step leads to none of `notFirst`.
   */
  find(
    start: NodeIndex,
    closed: ReadonlySet<NodeIndex>,
    notFirst: ReadonlySet<NodeIndex>,
    longest: number,
  ): readonly NodeIndex[] | null {
    if (this.#estimateOf(start) > longest || this.#isDeadEnd(start, closed)) return null;
    const mayStep = (from: NodeIndex, to: NodeIndex): boolean =>
      !closed.has(to) && to !== start && !(from === start && notFirst.has(to));
    const steps = this.#settle(start, mayStep, longest);
    return steps === null ? null : this.#firstOf(start, steps, mayStep);
  }

  #estimateOf(node: NodeIndex): number {
    return this.#estimate[node] ?? UNREACHABLE;
  }

  /** Whether a short look back from the target finds all that leads to it, and `start` is not among it. */
  #isDeadEnd(start: NodeIndex, closed: ReadonlySet<NodeIndex>): boolean {
    const seen = new Set([this.#target]);
    for (const node of seen) {
      if (seen.size > DEAD_END_NODES) return false;
      this.#walk.eachStepBack(node, (other) => {
        if (!closed.has(other)) seen.add(other);
      });
      if (seen.has(start)) return false;
    }
    return true;
  }

  /** Fewest steps from `start` of every node that a shortest path may touch; null when the target is not reached. */
  #settle(
    start: NodeIndex,
    mayStep: (from: NodeIndex, to: NodeIndex) => boolean,
    longest: number,
  ): ReadonlyMap<NodeIndex, number> | null {
    const steps = new Map([[start, 0]]);
    /** By steps so far plus estimate: whoever stands at f waits to be looked at. */
    const waiting: NodeIndex[][] = [];
    const wait = (node: NodeIndex, f: number): void => {
      (waiting[f] ??= []).push(node);
    };
    const done = new Set<NodeIndex>();
    wait(start, this.#estimateOf(start));
    for (let f = this.#estimateOf(start); f < waiting.length; f += 1) {
      for (const node of waiting[f] ?? []) {
        if (done.has(node)) continue;
        done.add(node);
        const next = (steps.get(node) ?? 0) + 1;
        this.#walk.eachStep(node, (other) => {
          const estimate = this.#estimateOf(other);
          if (estimate === UNREACHABLE || next + estimate > longest || !mayStep(node, other)) return;
          if (next >= (steps.get(other) ?? UNREACHABLE)) return;
          steps.set(other, next);
          wait(other, next + estimate);
        });
      }
      if (done.has(this.#target)) return steps;
    }
    return null;
  }

  /** Back from the target over the nodes of shortest paths, then forwards by the smallest node each time. */
  #firstOf(
    start: NodeIndex,
    steps: ReadonlyMap<NodeIndex, number>,
    mayStep: (from: NodeIndex, to: NodeIndex) => boolean,
  ): readonly NodeIndex[] {
    const onShortest = new Set([this.#target]);
    for (const node of onShortest) {
      const before = (steps.get(node) ?? 0) - 1;
      this.#walk.eachStepBack(node, (other) => {
        if (steps.get(other) === before && mayStep(other, node)) onShortest.add(other);
      });
    }
    const path = [start];
    for (let node = start; node !== this.#target;) {
      const next = (steps.get(node) ?? 0) + 1;
      let smallest = UNREACHABLE;
      this.#walk.eachStep(node, (other) => {
        if (onShortest.has(other) && steps.get(other) === next && mayStep(node, other)) {
          smallest = Math.min(smallest, other);
        }
      });
      path.push(smallest);
      node = smallest;
    }
    return path;
  }
}
