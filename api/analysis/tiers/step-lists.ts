import type { NodeIndex } from '../../projection/projection.ts';
import { NodeNumbers } from '../node-marks.ts';
import { longer } from './longer-column.ts';

/** Numbers of steps by node, in lists that stand one after the other: list `l` is `steps[begins[l]..begins[l + 1]]`. */
export class StepLists {
  steps = new Int32Array(64);
  begins = new Int32Array(64);
  #count = 0;
  readonly #lists: NodeNumbers;

  constructor(nodeCount: number) {
    this.#lists = new NodeNumbers(nodeCount, -1);
  }

  clear(): void {
    this.#lists.clear();
    this.#count = 0;
  }

  /** The node's list; -1 where it has none. */
  listOf(node: NodeIndex): number {
    return this.#lists.get(node);
  }

  lengthOf(list: number): number {
    return (this.begins[list + 1] ?? 0) - (this.begins[list] ?? 0);
  }

  /** The steps of a list, as a view that holds until a list is begun. */
  stepsOf(list: number): Int32Array {
    return this.steps.subarray(this.begins[list], this.begins[list + 1]);
  }

  /** Begins a list with room for so many steps. @returns where its first step is to be written */
  begin(most: number): number {
    const begin = this.begins[this.#count] ?? 0;
    this.steps = longer(Int32Array, this.steps, begin + most);
    return begin;
  }

  /** What was written from where the list begins to before `end` is the node's. @returns its list */
  finish(node: NodeIndex, end: number): number {
    const list = this.#count;
    this.#count += 1;
    this.begins = longer(Int32Array, this.begins, this.#count + 1);
    this.begins[this.#count] = end;
    this.#lists.set(node, list);
    return list;
  }
}
