import type { NodeIndex } from '../projection/projection.ts';

/**
 * A set of nodes that is emptied at once: a search marks few of many nodes, again and again, and neither a set of its own nor
 * wiping an array as long as the graph is cheap. 4 bytes a node, of which only what is touched is ever in memory.
 */
export class NodeMarks {
  readonly #markedIn: Int32Array;
  #round = 1;

  constructor(nodeCount: number) {
    this.#markedIn = new Int32Array(nodeCount);
  }

  clear(): void {
    this.#round += 1;
  }

  add(node: NodeIndex): void {
    this.#markedIn[node] = this.#round;
  }

  has(node: NodeIndex): boolean {
    return this.#markedIn[node] === this.#round;
  }
}

/** A number a node, forgotten at once; as {@link NodeMarks}, at 8 bytes. */
export class NodeNumbers {
  readonly #known: NodeMarks;
  readonly #values: Int32Array;
  readonly #unknown: number;

  /** @param unknown what is said of a node that has no number */
  constructor(nodeCount: number, unknown: number) {
    this.#known = new NodeMarks(nodeCount);
    this.#values = new Int32Array(nodeCount);
    this.#unknown = unknown;
  }

  clear(): void {
    this.#known.clear();
  }

  set(node: NodeIndex, value: number): void {
    this.#known.add(node);
    this.#values[node] = value;
  }

  get(node: NodeIndex): number {
    return this.#known.has(node) ? (this.#values[node] ?? this.#unknown) : this.#unknown;
  }
}
