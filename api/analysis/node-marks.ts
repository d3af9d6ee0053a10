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

/** From where on the array is wiped after all. */
const HIGHEST_ZERO = 1_000_000_000;

/**
 * A whole number from 0 a node, forgotten at once; as {@link NodeMarks}, and read by one look: numbers are kept above a zero
 * that every clearing lifts over all that stand there.
 */
export class NodeNumbers {
  readonly #raised: Int32Array;
  readonly #unknown: number;
  /** What stands below it is forgotten. */
  #zero = 1;
  #largest = 0;

  /** @param unknown what is said of a node that has no number */
  constructor(nodeCount: number, unknown: number) {
    this.#raised = new Int32Array(nodeCount);
    this.#unknown = unknown;
  }

  clear(): void {
    this.#zero += this.#largest + 1;
    this.#largest = 0;
    if (this.#zero < HIGHEST_ZERO) return;
    this.#raised.fill(0);
    this.#zero = 1;
  }

  /** @param value from 0 to half a thousand million: any number of nodes */
  set(node: NodeIndex, value: number): void {
    this.#raised[node] = this.#zero + value;
    if (value > this.#largest) this.#largest = value;
  }

  get(node: NodeIndex): number {
    const value = (this.#raised[node] ?? 0) - this.#zero;
    return value >= 0 ? value : this.#unknown;
  }
}
