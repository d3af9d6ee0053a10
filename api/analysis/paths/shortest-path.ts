import { OtherEnds } from '../../projection/other-ends.ts';
import type { NodeIndex } from '../../projection/projection.ts';
import { NodeMarks, NodeNumbers } from '../node-marks.ts';
import { UNREACHABLE, type Walk } from '../walk.ts';

/** What is known of the open graph. */
interface Estimates {
  /** At most the steps to the target when nothing is closed, and no more than one above that of a node it leads to. */
  estimate(node: NodeIndex): number;
}

/** How far from the target to look for a dead end before the search from the other side starts. */
const DEAD_END_NODES = 256;

/** The start of a search, and where it may not go. */
interface Way {
  readonly start: NodeIndex;
  readonly notFirst: ReadonlySet<NodeIndex>;
}

interface SearchMarks {
  readonly nodeCount: number;
  readonly closed: NodeMarks;
  readonly done: NodeMarks;
  readonly onShortest: NodeMarks;
  readonly steps: NodeNumbers;
}

let lastMarks: SearchMarks | null = null;

/** One search ends before another begins, and nearly all are on one graph: its marks are used again. */
function marksFor(nodeCount: number): SearchMarks {
  if (lastMarks?.nodeCount === nodeCount) return lastMarks;
  lastMarks = {
    nodeCount,
    closed: new NodeMarks(nodeCount),
    done: new NodeMarks(nodeCount),
    onShortest: new NodeMarks(nodeCount),
    steps: new NodeNumbers(nodeCount, UNREACHABLE),
  };
  return lastMarks;
}

/**
 * Shortest paths to one target from many places, with nodes closed: the searches that Yen's algorithm asks for. A* (Hart,
 * Nilsson & Raphael 1968) with an estimate of the steps to the target in the open graph, which closing nodes can only make
 * longer; ties are settled by the smallest node, so that the answer is the first in the order of paths.
 */
export class ShortestPaths {
  readonly #walk: Walk;
  readonly #target: NodeIndex;
  readonly #open: Estimates;
  readonly #ends = new OtherEnds();
  readonly #closed: NodeMarks;
  /** Looked at: all that leads on from them is known. */
  readonly #done: NodeMarks;
  readonly #onShortest: NodeMarks;
  /** Fewest steps from the start. */
  readonly #steps: NodeNumbers;

  constructor(walk: Walk, target: NodeIndex, open: Estimates, nodeCount: number) {
    this.#walk = walk;
    this.#target = target;
    this.#open = open;
    const { closed, done, onShortest, steps } = marksFor(nodeCount);
    this.#closed = closed;
    this.#done = done;
    this.#onShortest = onShortest;
    this.#steps = steps;
  }

  /**
   * The shortest path from `start` to the target, and of those the one whose nodes come first; null when there is none of
   * at most `longest` steps. It touches no `closed` node and its first step leads to none of `notFirst`.
   */
  find(
    start: NodeIndex,
    closed: readonly NodeIndex[],
    notFirst: ReadonlySet<NodeIndex>,
    longest: number,
  ): readonly NodeIndex[] | null {
    for (const marks of [this.#closed, this.#done, this.#onShortest, this.#steps]) marks.clear();
    for (const node of closed) this.#closed.add(node);
    if (this.#open.estimate(start) > longest || this.#isDeadEnd(start)) return null;
    const way = { start, notFirst };
    return this.#settle(way, longest) ? this.#firstOf(way) : null;
  }

  #mayStep({ start, notFirst }: Way, from: NodeIndex, to: NodeIndex): boolean {
    return to !== start && !this.#closed.has(to) && !(from === start && notFirst.has(to));
  }

  /** Whether a short look back from the target finds all that leads to it, and `start` is not among it. */
  #isDeadEnd(start: NodeIndex): boolean {
    // Of no use yet to the search: cleared again when it is.
    const seen = this.#done;
    const found = [this.#target];
    const ends = this.#ends;
    seen.add(this.#target);
    try {
      for (const node of found) {
        if (found.length > DEAD_END_NODES || seen.has(start)) return false;
        this.#walk.previous(node, ends);
        for (let i = 0; i < ends.count; i += 1) {
          const other = ends.nodes[i] ?? -1;
          if (seen.has(other) || this.#closed.has(other)) continue;
          seen.add(other);
          found.push(other);
        }
      }
      return !seen.has(start);
    } finally {
      seen.clear();
    }
  }

  /** Finds the fewest steps from the start of every node that a shortest path may touch; false when the target is not reached. */
  #settle(way: Way, longest: number): boolean {
    const steps = this.#steps;
    const done = this.#done;
    const ends = this.#ends;
    /** By steps so far plus estimate: whoever stands at f waits to be looked at. */
    const waiting: NodeIndex[][] = [];
    const wait = (node: NodeIndex, f: number): void => {
      (waiting[f] ??= []).push(node);
    };
    const first = this.#open.estimate(way.start);
    steps.set(way.start, 0);
    wait(way.start, first);
    for (let f = first; f < waiting.length; f += 1) {
      for (const node of waiting[f] ?? []) {
        if (done.has(node)) continue;
        done.add(node);
        const next = steps.get(node) + 1;
        this.#walk.next(node, ends);
        for (let i = 0; i < ends.count; i += 1) {
          const other = ends.nodes[i] ?? -1;
          // Most were met before by as short a way.
          if (next >= steps.get(other)) continue;
          const f = next + this.#open.estimate(other);
          if (f > longest || !this.#mayStep(way, node, other)) continue;
          steps.set(other, next);
          wait(other, f);
        }
      }
      if (done.has(this.#target)) return true;
    }
    return false;
  }

  /** Back from the target over the nodes of shortest paths, then forwards by the smallest node each time. */
  #firstOf(way: Way): readonly NodeIndex[] {
    const steps = this.#steps;
    const onShortest = this.#onShortest;
    const back = [this.#target];
    const ends = this.#ends;
    onShortest.add(this.#target);
    for (const node of back) {
      const before = steps.get(node) - 1;
      this.#walk.previous(node, ends);
      for (let i = 0; i < ends.count; i += 1) {
        const other = ends.nodes[i] ?? -1;
        if (onShortest.has(other) || steps.get(other) !== before || !this.#mayStep(way, other, node)) continue;
        onShortest.add(other);
        back.push(other);
      }
    }
    const path = [way.start];
    for (let node = way.start; node !== this.#target;) {
      const next = steps.get(node) + 1;
      let smallest = UNREACHABLE;
      this.#walk.next(node, ends);
      for (let i = 0; i < ends.count; i += 1) {
        const other = ends.nodes[i] ?? -1;
        if (other >= smallest || steps.get(other) !== next || !onShortest.has(other)) continue;
        if (this.#mayStep(way, node, other)) smallest = other;
      }
      path.push(smallest);
      node = smallest;
    }
    return path;
  }
}
