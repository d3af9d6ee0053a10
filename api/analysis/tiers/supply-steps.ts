import {
  EVIDENCE_KINDS,
  EVIDENCE_KINDS_BY_STRENGTH,
  firstDay,
  heldWithin,
  lastDay,
  type EvidenceKind,
  type Held,
  type NodeId,
  type PartialDate,
  type RelationId,
} from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import type { ShareInterval, TierStep } from './tier-types.ts';

/** Shares are stated with few digits; a sum beyond one by less than this is their rounding. */
const ROUNDING = 1e-9;

/** A step and the nodes it joins, by index. */
export interface SupplyStep extends TierStep {
  readonly from: NodeIndex;
  readonly to: NodeIndex;
  /** Position of its evidence class in EVIDENCE_KINDS_BY_STRENGTH. */
  readonly evidenceRank: number;
}

/** The steps of goods around a node under a filter, each node asked for once. */
export interface SupplySteps {
  /** From every supplier of the node, ascending by supplier. @throws AnalysisRequestError when its shares exceed the whole */
  into(buyer: NodeIndex): readonly SupplyStep[];
  /** To every buyer of the node, ascending by buyer. */
  outOf(supplier: NodeIndex): readonly SupplyStep[];
  /** Whether any step leads on, upstream or downstream; looks at no share. */
  leadsOn(node: NodeIndex, upstream: boolean): boolean;
  /** The part of the node's purchases that stated shares attribute to nobody: 0 to 1. */
  unattributed(buyer: NodeIndex): number;
}

/**
 * Parallel relations are one step: their stated shares add up, and where one of them states none, the step may be as large
 * as the buyer's unattributed rest (ANALYSIS.md §2: unknown is 0 in the low, the residual in the high contribution).
 */
export function supplySteps(projection: Projection, filter: CompiledFilter, asOf: PartialDate): SupplySteps {
  const bought = new Map<NodeIndex, { readonly steps: readonly SupplyStep[]; readonly rest: number }>();

  const days = { first: firstDay(asOf), last: lastDay(asOf) };

  const purchases = (buyer: NodeIndex): { readonly steps: readonly SupplyStep[]; readonly rest: number } => {
    const before = bought.get(buyer);
    if (before !== undefined) return before;
    const relations = keptInto(projection, filter, buyer);
    let known = 0;
    for (const relation of relations) known += projection.relationShare(relation) ?? 0;
    if (known > 1 + ROUNDING) throw overfull(projection, buyer, known, asOf);
    const rest = Math.max(0, 1 - known);
    const found = { steps: stepsOf(projection, relations, rest, days), rest };
    bought.set(buyer, found);
    return found;
  };

  return {
    into: (buyer) => purchases(buyer).steps,
    outOf: (supplier) => {
      const buyers = new Set<NodeIndex>();
      const rows = projection.outgoing;
      const end = rows.offsets[supplier + 1] ?? 0;
      for (let at = rows.offsets[supplier] ?? 0; at < end; at += 1) {
        if (filter.allowsStep(rows, at)) buyers.add(rows.nodes[at] ?? -1);
      }
      return [...buyers]
        .toSorted((a, b) => a - b)
        .flatMap((buyer) => purchases(buyer).steps.filter((step) => step.from === supplier));
    },
    leadsOn: (node, upstream) => {
      const rows = upstream ? projection.incoming : projection.outgoing;
      const end = rows.offsets[node + 1] ?? 0;
      for (let at = rows.offsets[node] ?? 0; at < end; at += 1) if (filter.allowsStep(rows, at)) return true;
      return false;
    },
    unattributed: (buyer) => purchases(buyer).rest,
  };
}

/** Numbers of the first and the last day that are asked about. */
interface Days {
  readonly first: number;
  readonly last: number;
}

/** Relations into a buyer under the filter, ascending by supplier, then by id. */
function keptInto(projection: Projection, filter: CompiledFilter, buyer: NodeIndex): readonly RelationIndex[] {
  const rows = projection.incoming;
  const kept: RelationIndex[] = [];
  let ascending = true;
  let last = -1;
  const end = rows.offsets[buyer + 1] ?? 0;
  for (let at = rows.offsets[buyer] ?? 0; at < end; at += 1) {
    if (!filter.allowsStep(rows, at)) continue;
    const supplier = rows.nodes[at] ?? -1;
    ascending &&= supplier >= last;
    last = supplier;
    kept.push(rows.relations[at] ?? -1);
  }
  // Ids begin with the supplier's, so that nearly all rows are in this order already.
  return ascending ? kept : kept.sort((a, b) => projection.relationFrom(a) - projection.relationFrom(b) || a - b);
}

/** One step for each run of relations with one supplier. */
function stepsOf(
  projection: Projection,
  relations: readonly RelationIndex[],
  rest: number,
  days: Days,
): readonly SupplyStep[] {
  const steps: SupplyStep[] = [];
  for (let first = 0; first < relations.length;) {
    const supplier = projection.relationFrom(relations[first] ?? -1);
    let end = first + 1;
    while (end < relations.length && projection.relationFrom(relations[end] ?? -1) === supplier) end += 1;
    steps.push(new ParallelStep(projection, relations, first, end, rest, days));
    first = end;
  }
  return steps;
}

/** Ids are put together when they are asked for: most steps of a long trace are never shown. */
class ParallelStep implements SupplyStep {
  readonly from: NodeIndex;
  readonly to: NodeIndex;
  readonly share: number | null;
  readonly interval: ShareInterval;
  readonly held: Held;
  readonly evidenceRank: number;
  readonly #projection: Projection;
  /** Those of the step stand from `#first` to before `#end`. */
  readonly #relations: readonly RelationIndex[];
  readonly #first: number;
  readonly #end: number;

  /** @param relations of which those from `first` to before `end`, at least one, are between the same two nodes */
  constructor(
    projection: Projection,
    relations: readonly RelationIndex[],
    first: number,
    end: number,
    rest: number,
    days: Days,
  ) {
    this.#projection = projection;
    this.#relations = relations;
    this.#first = first;
    this.#end = end;
    let [low, stated] = [0, 0];
    let held: Held = 'NO';
    let evidenceRank = EVIDENCE_KINDS_BY_STRENGTH.length;
    for (let at = first; at < end; at += 1) {
      const relation = relations[at] ?? -1;
      const share = projection.relationShare(relation);
      if (share !== null) {
        low += share;
        stated += 1;
      }
      const now = heldWithin(projection.relationBounds(relation), days.first, days.last);
      held = held === 'YES' || now === 'NO' ? held : now;
      evidenceRank = Math.min(evidenceRank, EVIDENCE_KINDS[projection.relationEvidence(relation)].rank);
    }
    this.from = projection.relationFrom(relations[first] ?? -1);
    this.to = projection.relationTo(relations[first] ?? -1);
    this.share = stated === 0 ? null : low;
    this.interval = { low, high: stated < end - first ? low + rest : low };
    this.held = held;
    this.evidenceRank = evidenceRank;
  }

  get evidenceClass(): EvidenceKind {
    return EVIDENCE_KINDS_BY_STRENGTH[this.evidenceRank] ?? 'INFERRED';
  }

  get supplier(): NodeId {
    return this.#projection.nodeId(this.from);
  }

  get buyer(): NodeId {
    return this.#projection.nodeId(this.to);
  }

  get relations(): readonly RelationId[] {
    return this.#relations.slice(this.#first, this.#end).map((relation) => this.#projection.relationId(relation));
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
