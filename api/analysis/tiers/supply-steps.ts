import type { PartialDate } from '#vocabulary';
import type { AdjacencyRows, CompiledFilter, NodeIndex, Projection } from '../../projection/projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { longer } from './longer-column.ts';
import { StepLists } from './step-lists.ts';

/** Shares are stated with few digits; a sum beyond one by less than this is their rounding. */
const ROUNDING = 1e-9;

/** What counts as a step. */
export interface SuppliedUnder {
  readonly projection: Projection;
  /** With the same date. */
  readonly filter: CompiledFilter;
  readonly asOf: PartialDate;
}

/**
 * The steps of goods around nodes, by number, each node asked for once. Parallel relations are one step: their stated shares add up,
 * and where one of them states none, the step may be as large as the buyer's unattributed rest (ANALYSIS.md §2: unknown is 0 in the
 * low, the residual in the high contribution). Columns are replaced when they grow: they are read anew after a node is asked for.
 */
export class SupplySteps {
  /** The supplier. */
  from = new Int32Array(64);
  /** The buyer. */
  to = new Int32Array(64);
  /** The supplier's part of the buyer's purchases: what is stated, and what is possible. */
  low = new Float64Array(64);
  high = new Float64Array(64);
  /** Relations that state a share. */
  statedCount = new Int32Array(64);
  /** By buyer, ascending by supplier. */
  readonly bought: StepLists;
  /** By supplier, ascending by buyer. */
  readonly sold: StepLists;
  /** By list of `bought`: the part of the purchases that stated shares attribute to nobody, 0 to 1. */
  rests = new Float64Array(64);
  #count = 0;
  /** Those of step `s` stand from `#relationBegins[s]` to before `#relationBegins[s + 1]`. */
  #relations = new Int32Array(64);
  #relationBegins = new Int32Array(65);
  /** Of the row that is looked at, the places that are kept. */
  #places = new Int32Array(64);
  /** What these state; NaN: nothing. */
  #parts = new Float64Array(64);
  /** What the shares of the buyer that is looked at add up to. */
  #known = 0;
  #under: SuppliedUnder;

  constructor(under: SuppliedUnder) {
    this.bought = new StepLists(under.projection.nodeCount);
    this.sold = new StepLists(under.projection.nodeCount);
    this.#under = under;
  }

  /** Forgets everything, for another filter or another projection of as many nodes. */
  restart(under: SuppliedUnder): void {
    this.#under = under;
    this.#count = 0;
    this.bought.clear();
    this.sold.clear();
  }

  /** The list of `bought` with the steps from every supplier. @throws AnalysisRequestError when the buyer's shares exceed the whole */
  into(buyer: NodeIndex): number {
    const known = this.bought.listOf(buyer);
    return known < 0 ? this.#gather(buyer) : known;
  }

  /** The list of `sold` with the steps to every buyer. @throws AnalysisRequestError when the shares of one of them exceed the whole */
  outOf(supplier: NodeIndex): number {
    const known = this.sold.listOf(supplier);
    return known < 0 ? this.#gatherSales(supplier) : known;
  }

  /** Whether any step leads on, upstream or downstream; looks at no share. */
  leadsOn(node: NodeIndex, upstream: boolean): boolean {
    const { projection, filter } = this.#under;
    return filter.allowsAny(upstream ? projection.incoming : projection.outgoing, node);
  }

  /** The relations that make a step, ascending; at least one. */
  relationsOf(step: number): Int32Array {
    return this.#relations.subarray(this.#relationBegins[step], this.#relationBegins[step + 1]);
  }

  /** Nothing is kept of a buyer whose shares exceed the whole: it is refused each time. */
  #gather(buyer: NodeIndex): number {
    const { projection, filter, asOf } = this.#under;
    const rows = projection.incoming;
    const most = (rows.offsets[buyer + 1] ?? 0) - (rows.offsets[buyer] ?? 0);
    this.#reserve(most);
    const kept = filter.placesOf(rows, buyer, this.#places);
    orderBySupplier(this.#places, kept, rows);
    const first = this.#count;
    const end = this.#merge(rows, kept, buyer);
    if (this.#known > 1 + ROUNDING) throw overfull(projection, buyer, this.#known, asOf);
    const rest = Math.max(0, 1 - this.#known);
    const { low, high, statedCount } = this;
    const begins = this.#relationBegins;
    let at = this.bought.begin(end - first);
    const { steps } = this.bought;
    for (let step = first; step < end; step += 1, at += 1) {
      const all = (begins[step + 1] ?? 0) - (begins[step] ?? 0);
      high[step] = (low[step] ?? 0) + ((statedCount[step] ?? 0) < all ? rest : 0);
      steps[at] = step;
    }
    this.#count = end;
    const list = this.bought.finish(buyer, at);
    this.rests = longer(Float64Array, this.rests, list + 1);
    this.rests[list] = rest;
    return list;
  }

  /** One step for each run of relations from one supplier. @returns the number after that of the last step */
  #merge(rows: AdjacencyRows, kept: number, buyer: NodeIndex): number {
    const { nodes, relations } = rows;
    const { from, to, low, statedCount } = this;
    const { shares } = this.#under.projection;
    const places = this.#places;
    const parts = this.#parts;
    const merged = this.#relations;
    const begins = this.#relationBegins;
    // Shares lie far apart: read without a question in between, so that none waits for another.
    for (let i = 0; i < kept; i += 1) parts[i] = shares[relations[places[i] ?? -1] ?? -1] ?? NaN;
    let step = this.#count;
    let count = begins[step] ?? 0;
    let known = 0;
    for (let i = 0; i < kept; step += 1) {
      const supplier = nodes[places[i] ?? -1] ?? -1;
      let sum = 0;
      let stated = 0;
      for (; i < kept && nodes[places[i] ?? -1] === supplier; i += 1) {
        const place = places[i] ?? -1;
        const relation = relations[place] ?? -1;
        const part = parts[i] ?? NaN;
        if (part >= 0) {
          sum += part;
          known += part;
          stated += 1;
        }
        merged[count] = relation;
        count += 1;
      }
      from[step] = supplier;
      to[step] = buyer;
      low[step] = sum;
      statedCount[step] = stated;
      begins[step + 1] = count;
    }
    this.#known = known;
    return step;
  }

  #gatherSales(supplier: NodeIndex): number {
    const { projection, filter } = this.#under;
    const rows = projection.outgoing;
    const most = (rows.offsets[supplier + 1] ?? 0) - (rows.offsets[supplier] ?? 0);
    const places = new Int32Array(most);
    const kept = filter.placesOf(rows, supplier, places);
    const buyers = places.subarray(0, kept).map((place) => rows.nodes[place] ?? -1);
    buyers.sort();
    let at = this.sold.begin(kept);
    let last = -1;
    for (const buyer of buyers) {
      if (buyer === last) continue;
      last = buyer;
      this.sold.steps[at] = this.#stepBetween(supplier, buyer);
      at += 1;
    }
    return this.sold.finish(supplier, at);
  }

  #stepBetween(supplier: NodeIndex, buyer: NodeIndex): number {
    const list = this.into(buyer);
    const { begins, steps } = this.bought;
    let low = begins[list] ?? 0;
    let high = begins[list + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.from[steps[middle] ?? -1] ?? -1) < supplier) low = middle + 1;
      else high = middle;
    }
    return steps[low] ?? -1;
  }

  /** Makes room for the steps of a row of so many relations. */
  #reserve(more: number): void {
    const steps = this.#count + more;
    this.#places = longer(Int32Array, this.#places, more);
    this.#parts = longer(Float64Array, this.#parts, more);
    this.#relations = longer(Int32Array, this.#relations, (this.#relationBegins[this.#count] ?? 0) + more);
    if (steps <= this.from.length) return;
    this.from = longer(Int32Array, this.from, steps);
    this.to = longer(Int32Array, this.to, steps);
    this.low = longer(Float64Array, this.low, steps);
    this.high = longer(Float64Array, this.high, steps);
    this.statedCount = longer(Int32Array, this.statedCount, steps);
    this.#relationBegins = longer(Int32Array, this.#relationBegins, this.from.length + 1);
  }
}

/** Rows ascend by relation, whose ids begin with the supplier's: nearly all are in this order already. */
function orderBySupplier(places: Int32Array, count: number, { nodes }: AdjacencyRows): void {
  for (let i = 1; i < count; i += 1) {
    if ((nodes[places[i] ?? -1] ?? -1) >= (nodes[places[i - 1] ?? -1] ?? -1)) continue;
    places.subarray(0, count).sort((a, b) => (nodes[a] ?? -1) - (nodes[b] ?? -1) || a - b);
    return;
  }
}

/** Sources that together claim more than all there is disagree; scaling them down would hide it. */
function overfull(projection: Projection, buyer: NodeIndex, sum: number, asOf: PartialDate): AnalysisRequestError {
  const id = projection.nodeId(buyer);
  const total = Math.round(sum * 1e6) / 1e6;
  return new AnalysisRequestError(
    'asOf',
    `the suppliers' shares of '${id}' add up to ${total} at ${asOf}, more than the whole: sources disagree, or the date spans two arrangements; give a narrower date`,
    'a date at which the shares of every buyer on the way add up to at most 1',
  );
}
