import type { Projection } from '../../projection/projection.ts';
import { NodeNumbers } from '../node-marks.ts';
import { CYCLE, type Ways } from './follow-ways.ts';
import { orderLargestFirst } from './largest-first.ts';
import { longer } from './longer-column.ts';

/** Every node that a way ends at without closing a cycle, by number, in the order in which they are found. */
export class NodeTotals {
  count = 0;
  at = new Int32Array(64);
  /** The nearest tier it stands in. */
  tier = new Uint8Array(64);
  pathCount = new Int32Array(64);
  low = new Float64Array(64);
  high = new Float64Array(64);
  /** By tier, low part descending, high descending, then node. */
  order = new Int32Array(64);
  readonly #places: NodeNumbers;

  constructor(projection: Projection) {
    this.#places = new NodeNumbers(projection.nodeCount, -1);
  }

  /** Of the ways that are told, in place of what stood here. */
  addUp(ways: Ways): void {
    this.#places.clear();
    this.#reserve(ways.toldCount);
    this.count = 0;
    for (const [i, begin] of ways.tierBegins.entries()) {
      this.#addTier(ways, i + 1, begin, Math.min(ways.tierBegins[i + 1] ?? Infinity, ways.toldCount));
    }
    for (let begin = 0; begin < this.count; begin = this.#orderTier(begin));
  }

  /** Those that stand in the order of ways from `from` to before `to`. */
  #addTier(ways: Ways, tierHere: number, from: number, to: number): void {
    const { at, tier, pathCount, low, high } = this;
    const places = this.#places;
    let { count } = this;
    for (let i = from; i < to; i += 1) {
      const way = ways.order[i] ?? -1;
      if (ways.end[way] === CYCLE) continue;
      const node = ways.at[way] ?? -1;
      const place = places.get(node);
      if (place >= 0) {
        pathCount[place] = (pathCount[place] ?? 0) + 1;
        low[place] = (low[place] ?? 0) + (ways.low[way] ?? 0);
        high[place] = (high[place] ?? 0) + (ways.high[way] ?? 0);
        continue;
      }
      places.set(node, count);
      at[count] = node;
      tier[count] = tierHere;
      pathCount[count] = 1;
      low[count] = ways.low[way] ?? 0;
      high[count] = ways.high[way] ?? 0;
      count += 1;
    }
    this.count = count;
  }

  /** Of those found in the tier of the one at `begin`. @returns where the next tier begins */
  #orderTier(begin: number): number {
    const { at, tier, low, high, order, count } = this;
    const places = this.#places;
    let end = begin;
    for (; end < count && tier[end] === tier[begin]; end += 1) {
      order[end] = at[end] ?? -1;
      low[end] = Math.min(1, low[end] ?? 0);
      high[end] = Math.min(1, high[end] ?? 0);
    }
    order.subarray(begin, end).sort();
    for (let i = begin; i < end; i += 1) order[i] = places.get(order[i] ?? -1);
    orderLargestFirst(order, begin, end, this);
    return end;
  }

  #reserve(nodes: number): void {
    if (nodes <= this.at.length) return;
    this.at = longer(Int32Array, this.at, nodes);
    this.tier = longer(Uint8Array, this.tier, nodes);
    this.pathCount = longer(Int32Array, this.pathCount, nodes);
    this.low = longer(Float64Array, this.low, nodes);
    this.high = longer(Float64Array, this.high, nodes);
    this.order = longer(Int32Array, this.order, nodes);
  }
}
