import { OtherEnds } from '../../projection/other-ends.ts';
import type { AdjacencyRows, CompiledFilter, NodeIndex } from '../../projection/projection.ts';
import { NodeMarks, NodeNumbers } from '../node-marks.ts';
import { UNREACHABLE, type Walk } from '../walk.ts';

/** What one end of the path knows: the nodes around it, level by level. */
class Side {
  /** Fewest steps between a node and the end; exact up to `reach`. */
  readonly steps: NodeNumbers;
  /** The nodes that it knows, in the order in which they were found. */
  readonly #found: Int32Array;
  #count = 0;
  /** Where the outermost level begins. */
  #front = 0;
  reach = 0;

  constructor(nodeCount: number) {
    this.steps = new NodeNumbers(nodeCount, UNREACHABLE);
    this.#found = new Int32Array(nodeCount);
  }

  beginAt(end: NodeIndex): void {
    this.steps.clear();
    this.#count = 0;
    this.#front = 0;
    this.reach = 0;
    this.#add(end, 0);
  }

  /** Nodes of the outermost level. */
  get waiting(): number {
    return this.#count - this.#front;
  }

  outermost(): Int32Array {
    return this.#found.subarray(this.#front, this.#count);
  }

  /** One level more. @param along rows of the steps away from this end */
  grow(along: readonly AdjacencyRows[], filter: CompiledFilter): void {
    const [from, to] = [this.#front, this.#count];
    this.#front = to;
    this.reach += 1;
    for (const rows of along) this.#growAlong(rows, filter, from, to);
  }

  #growAlong(rows: AdjacencyRows, filter: CompiledFilter, from: number, to: number): void {
    const { offsets, nodes, kinds } = rows;
    const found = this.#found;
    const steps = this.steps;
    const reach = this.reach;
    let count = this.#count;
    for (let i = from; i < to; i += 1) {
      const node = found[i] ?? -1;
      const end = offsets[node + 1] ?? 0;
      for (let at = offsets[node] ?? 0; at < end; at += 1) {
        if (!filter.allowsKind(kinds[at] ?? -1)) continue;
        const other = nodes[at] ?? -1;
        if (steps.get(other) !== UNREACHABLE) continue;
        if (!filter.allowsNode(other)) continue;
        steps.set(other, reach);
        found[count] = other;
        count += 1;
      }
    }
    this.#count = count;
  }

  #add(node: NodeIndex, steps: number): void {
    this.steps.set(node, steps);
    this.#found[this.#count] = node;
    this.#count += 1;
  }
}

interface SearchMemory {
  readonly nodeCount: number;
  readonly ofStart: Side;
  readonly ofTarget: Side;
  readonly onShortest: NodeMarks;
}

let lastMemory: SearchMemory | null = null;

/** One search is done with before another begins, and nearly all are on one graph: its memory is used again. */
function memoryFor(nodeCount: number): SearchMemory {
  if (lastMemory?.nodeCount !== nodeCount) {
    lastMemory = {
      nodeCount,
      ofStart: new Side(nodeCount),
      ofTarget: new Side(nodeCount),
      onShortest: new NodeMarks(nodeCount),
    };
  }
  return lastMemory;
}

/**
 * A breadth-first search from both ends at once, a whole level of the side that waits with fewer nodes each time, until the sides
 * meet (Pohl 1971). Touches the two halves only. The next search on a graph of as many nodes takes its memory over.
 */
export class TwoSidedSearch {
  readonly #walk: Walk;
  readonly #start: NodeIndex;
  readonly #ofStart: Side;
  readonly #ofTarget: Side;
  readonly #onShortest: NodeMarks;
  readonly #ends = new OtherEnds();
  /** Where the sides met, in the middle of every shortest path; none when the start does not lead to the target. */
  readonly #meetings: readonly NodeIndex[];

  /** @param start another node than the target */
  constructor(walk: Walk, start: NodeIndex, target: NodeIndex, nodeCount: number) {
    this.#walk = walk;
    this.#start = start;
    const { ofStart, ofTarget, onShortest } = memoryFor(nodeCount);
    ofStart.beginAt(start);
    ofTarget.beginAt(target);
    onShortest.clear();
    this.#ofStart = ofStart;
    this.#ofTarget = ofTarget;
    this.#onShortest = onShortest;
    this.#meetings = this.#meet();
  }

  /** Steps of a shortest path; UNREACHABLE when there is none. */
  get distance(): number {
    return this.#meetings.length === 0 ? UNREACHABLE : this.#ofStart.reach + this.#ofTarget.reach;
  }

  /**
   * At most as many steps as lead from a node to the target, and at most one more than for a node that it leads to. Exact in the
   * target's half, one step more than it reaches beyond. Only where `distance` is a number of steps.
   */
  estimate(node: NodeIndex): number {
    return Math.min(this.#ofTarget.steps.get(node), this.#ofTarget.reach + 1);
  }

  /** Of the shortest paths the one whose nodes come first. Only where `distance` is a number of steps. */
  firstPath(): readonly NodeIndex[] {
    this.#markStartSide();
    const path = [this.#start];
    let node = this.#start;
    for (let step = 1; step <= this.#ofStart.reach; step += 1) {
      node = this.#smallestNext(node, step, this.#ofStart.steps, this.#onShortest);
      path.push(node);
    }
    for (let left = this.#ofTarget.reach - 1; left >= 0; left -= 1) {
      node = this.#smallestNext(node, left, this.#ofTarget.steps, null);
      path.push(node);
    }
    return path;
  }

  /** The first nodes that both sides know stand in the outermost level of both: else the sides had met before. */
  #meet(): readonly NodeIndex[] {
    const [ofStart, ofTarget] = [this.#ofStart, this.#ofTarget];
    while (ofStart.waiting > 0 && ofTarget.waiting > 0) {
      const fromTarget = ofTarget.waiting <= ofStart.waiting;
      if (fromTarget) ofTarget.grow(this.#walk.backwards, this.#walk.filter);
      else ofStart.grow(this.#walk.forwards, this.#walk.filter);
      const [grown, other] = fromTarget ? [ofTarget, ofStart] : [ofStart, ofTarget];
      const meetings: NodeIndex[] = [];
      for (const node of grown.outermost()) if (other.steps.get(node) !== UNREACHABLE) meetings.push(node);
      if (meetings.length > 0) return meetings;
    }
    return [];
  }

  /** Back from where the sides met over the nodes of shortest paths. */
  #markStartSide(): void {
    const ends = this.#ends;
    const marked = [...this.#meetings];
    for (const node of marked) this.#onShortest.add(node);
    for (const node of marked) {
      const before = this.#ofStart.steps.get(node) - 1;
      if (before < 1) continue;
      this.#walk.previous(node, ends);
      for (let i = 0; i < ends.count; i += 1) {
        const other = ends.nodes[i] ?? -1;
        if (this.#onShortest.has(other) || this.#ofStart.steps.get(other) !== before) continue;
        this.#onShortest.add(other);
        marked.push(other);
      }
    }
  }

  /** The smallest node that the node leads to of those with so many steps, and the marks where there are any. */
  #smallestNext(node: NodeIndex, steps: number, of: NodeNumbers, among: NodeMarks | null): NodeIndex {
    const ends = this.#ends;
    this.#walk.next(node, ends);
    let smallest = UNREACHABLE;
    for (let i = 0; i < ends.count; i += 1) {
      const other = ends.nodes[i] ?? -1;
      if (other < smallest && of.get(other) === steps && among?.has(other) !== false) smallest = other;
    }
    return smallest;
  }
}
