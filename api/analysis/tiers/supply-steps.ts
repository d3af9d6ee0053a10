import { EVIDENCE_KINDS_BY_STRENGTH, heldAt, heldByAny, type EvidenceKind, type PartialDate } from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import type { ShareInterval, TierStep } from './tier-types.ts';

/** Shares are stated with few digits; a sum beyond one by less than this is their rounding. */
const ROUNDING = 1e-9;

/** A step and the nodes it joins, by index. */
export interface SupplyStep extends TierStep {
  readonly from: NodeIndex;
  readonly to: NodeIndex;
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

  const purchases = (buyer: NodeIndex): { readonly steps: readonly SupplyStep[]; readonly rest: number } => {
    const before = bought.get(buyer);
    if (before !== undefined) return before;
    const bySupplier = parallel(projection, filter, buyer);
    const known = [...bySupplier.values()].flat().reduce((sum, id) => sum + (projection.relationShare(id) ?? 0), 0);
    if (known > 1 + ROUNDING) throw overfull(projection, buyer, known, asOf);
    const rest = Math.max(0, 1 - known);
    const steps = [...bySupplier].map(([supplier, relations]) =>
      stepOf(projection, supplier, buyer, relations, rest, asOf),
    );
    const found = { steps: steps.toSorted((a, b) => a.from - b.from), rest };
    bought.set(buyer, found);
    return found;
  };

  return {
    into: (buyer) => purchases(buyer).steps,
    outOf: (supplier) => {
      const buyers = new Set<NodeIndex>();
      const { offsets, relations } = projection.outgoing;
      for (let at = offsets[supplier] ?? 0; at < (offsets[supplier + 1] ?? 0); at += 1) {
        const relation = relations[at] ?? -1;
        if (filter.allowsRelation(relation)) buyers.add(projection.relationTo(relation));
      }
      return [...buyers]
        .toSorted((a, b) => a - b)
        .flatMap((buyer) => purchases(buyer).steps.filter((step) => step.from === supplier));
    },
    leadsOn: (node, upstream) => {
      const { offsets, relations } = upstream ? projection.incoming : projection.outgoing;
      return relations.subarray(offsets[node], offsets[node + 1]).some((relation) => filter.allowsRelation(relation));
    },
    unattributed: (buyer) => purchases(buyer).rest,
  };
}

function parallel(
  projection: Projection,
  filter: CompiledFilter,
  buyer: NodeIndex,
): ReadonlyMap<NodeIndex, readonly RelationIndex[]> {
  const bySupplier = new Map<NodeIndex, RelationIndex[]>();
  const { offsets, relations } = projection.incoming;
  for (let at = offsets[buyer] ?? 0; at < (offsets[buyer + 1] ?? 0); at += 1) {
    const relation = relations[at] ?? -1;
    if (!filter.allowsRelation(relation)) continue;
    const supplier = projection.relationFrom(relation);
    bySupplier.set(supplier, [...(bySupplier.get(supplier) ?? []), relation]);
  }
  return bySupplier;
}

function stepOf(
  projection: Projection,
  from: NodeIndex,
  to: NodeIndex,
  relations: readonly RelationIndex[],
  rest: number,
  asOf: PartialDate,
): SupplyStep {
  const stated = relations.flatMap((relation) => projection.relationShare(relation) ?? []);
  const low = stated.reduce((sum, share) => sum + share, 0);
  const interval: ShareInterval = { low, high: stated.length < relations.length ? low + rest : low };
  return {
    from,
    to,
    supplier: projection.nodeId(from),
    buyer: projection.nodeId(to),
    relations: relations.map((relation) => projection.relationId(relation)),
    share: stated.length === 0 ? null : low,
    interval,
    held: heldByAny(relations.map((relation) => heldAt(projection.relationBounds(relation), asOf))),
    evidenceClass: strongest(relations.map((relation) => projection.relationEvidence(relation))),
  };
}

function strongest(kinds: readonly EvidenceKind[]): EvidenceKind {
  return EVIDENCE_KINDS_BY_STRENGTH.find((kind) => kinds.includes(kind)) ?? 'INFERRED';
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
