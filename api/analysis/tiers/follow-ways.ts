import type { NodeIndex } from '../../projection/projection.ts';
import { orderLargestFirst } from './largest-first.ts';
import { longer } from './longer-column.ts';
import type { SupplySteps } from './supply-steps.ts';
import { MOST_TIER_PATHS, type TierDirection, type TierPath } from './tier-types.ts';

/** What `TierPath.end` says, by the number that stands for it. */
export const WAY_ENDS: readonly TierPath['end'][] = [null, 'CYCLE', 'TRUNCATED'];
const GOES_ON = 0;
export const CYCLE = 1;
export const TRUNCATED = 2;

/** The way of no steps that all others go on from. */
export const ROOT_WAY = 0;

/**
 * The ways from a root, by number: each by its last step and the way that it goes on from, those of one tier ascending by their nodes from
 * the root on. Columns are replaced when they grow.
 */
export class Ways {
  /** Where it ends. */
  at = new Int32Array(64);
  /** The way that it goes on from; -1 of the root's. */
  before = new Int32Array(64);
  /** Its last step in {@link SupplySteps}. */
  step = new Int32Array(64);
  low = new Float64Array(64);
  high = new Float64Array(64);
  /** Place in {@link WAY_ENDS}. */
  end = new Uint8Array(64);
  /** The first `toldCount` are the ways in the order of `TiersAnswer.paths`. */
  order = new Int32Array(64);
  toldCount = 0;
  /** The ways of tier `t` begin in `order` at `tierBegins[t - 1]`. */
  tierBegins: readonly number[] = [];
  /** Whether there are more ways than are told. */
  hasMore = false;
  /** Ways by now: 1 to so many. */
  #found = 0;
  /** Ways that the next tier goes on from. */
  #front = new Int32Array(64);

  /** Breadth first, in place of what was followed before. @throws AnalysisRequestError when the stated shares of a buyer exceed the whole */
  follow(steps: SupplySteps, root: NodeIndex, direction: TierDirection, depth: number): void {
    const upstream = direction === 'UPSTREAM';
    this.#beginAt(root);
    const tierBegins: number[] = [];
    let waiting = 1;
    for (let tier = 1; tier <= depth && waiting > 0 && this.#found <= MOST_TIER_PATHS; tier += 1) {
      const found = this.#found;
      tierBegins.push(found);
      this.#grow(steps, upstream, this.#choose(steps, upstream, waiting));
      this.#endFrom(found, steps, upstream, tier === depth);
      this.#orderFrom(found);
      waiting = this.#goOnFrom(found);
    }
    this.tierBegins = tierBegins;
    this.hasMore = this.#found > MOST_TIER_PATHS;
    this.toldCount = Math.min(this.#found, MOST_TIER_PATHS);
  }

  #beginAt(root: NodeIndex): void {
    this.at[ROOT_WAY] = root;
    this.before[ROOT_WAY] = -1;
    this.low[ROOT_WAY] = 1;
    this.high[ROOT_WAY] = 1;
    this.#front[0] = ROOT_WAY;
    this.#found = 0;
  }

  /**
   * Of the ways that wait, the largest parts first, as many as are gone on from, and makes room for all their steps: one way more than is
   * told is enough to know that there are more. @returns how many; they stand in `#front`, ascending
   */
  #choose(steps: SupplySteps, upstream: boolean, waiting: number): number {
    const lists = upstream ? steps.bought : steps.sold;
    const front = this.#front;
    let chosen = 0;
    let found = this.#found;
    while (chosen < waiting && found <= MOST_TIER_PATHS) {
      const node = this.at[front[chosen] ?? -1] ?? -1;
      found += lists.lengthOf(upstream ? steps.into(node) : steps.outOf(node));
      chosen += 1;
    }
    front.subarray(0, chosen).sort();
    this.#reserve(found);
    return chosen;
  }

  /** One tier: every step from the first `chosen` of the front, whose nodes have been asked for. */
  #grow(steps: SupplySteps, upstream: boolean, chosen: number): void {
    const lists = upstream ? steps.bought : steps.sold;
    for (let i = 0; i < chosen; i += 1) {
      const before = this.#front[i] ?? -1;
      const list = lists.listOf(this.at[before] ?? -1);
      this.#lengthen(before, steps, upstream, lists.steps, lists.begins[list] ?? 0, lists.begins[list + 1] ?? 0);
    }
  }

  /** The way by each of the steps that stand from `from` to before `to`. */
  #lengthen(before: number, steps: SupplySteps, upstream: boolean, list: Int32Array, from: number, to: number): void {
    const ends = upstream ? steps.from : steps.to;
    const { low: stepLow, high: stepHigh } = steps;
    const { at, before: befores, step: lastSteps, low, high } = this;
    const lowBefore = low[before] ?? 0;
    const highBefore = high[before] ?? 0;
    let way = this.#found;
    for (let i = from; i < to; i += 1) {
      const step = list[i] ?? -1;
      way += 1;
      at[way] = ends[step] ?? -1;
      befores[way] = before;
      lastSteps[way] = step;
      low[way] = lowBefore * (stepLow[step] ?? 0);
      high[way] = highBefore * (stepHigh[step] ?? 0);
    }
    this.#found = way;
  }

  /** Says of every way after the first `found` why it ends. */
  #endFrom(found: number, steps: SupplySteps, upstream: boolean, deepest: boolean): void {
    const { at, before, end } = this;
    for (let way = found + 1; way <= this.#found; way += 1) {
      const node = at[way] ?? -1;
      let earlier = before[way] ?? -1;
      while (earlier >= 0 && at[earlier] !== node) earlier = before[earlier] ?? -1;
      if (earlier >= 0) end[way] = CYCLE;
      else end[way] = deepest && steps.leadsOn(node, upstream) ? TRUNCATED : GOES_ON;
    }
  }

  /** Puts the ways after the first `found` in order. */
  #orderFrom(found: number): void {
    for (let i = found; i < this.#found; i += 1) this.order[i] = i + 1;
    orderLargestFirst(this.order, found, this.#found, this);
  }

  /** Lets those wait of the ways after the first `found` that go on. @returns how many */
  #goOnFrom(found: number): number {
    let waiting = 0;
    for (let i = found; i < this.#found; i += 1) {
      const way = this.order[i] ?? -1;
      if (this.end[way] !== GOES_ON) continue;
      this.#front[waiting] = way;
      waiting += 1;
    }
    return waiting;
  }

  #reserve(ways: number): void {
    const needed = ways + 1;
    if (needed <= this.at.length) return;
    this.at = longer(Int32Array, this.at, needed);
    this.before = longer(Int32Array, this.before, needed);
    this.step = longer(Int32Array, this.step, needed);
    this.low = longer(Float64Array, this.low, needed);
    this.high = longer(Float64Array, this.high, needed);
    this.end = longer(Uint8Array, this.end, needed);
    this.order = longer(Int32Array, this.order, needed);
    this.#front = longer(Int32Array, this.#front, needed);
  }
}
