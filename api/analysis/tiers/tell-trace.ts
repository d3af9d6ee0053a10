/** A trace in ids: what leaves the analysis. */
import {
  EVIDENCE_KINDS,
  EVIDENCE_KINDS_BY_STRENGTH,
  firstDay,
  heldWithin,
  lastDay,
  type EvidenceKind,
  type Held,
  type PartialDate,
  type RelationId,
} from '#vocabulary';
import type { Projection } from '../../projection/projection.ts';
import { ROOT_WAY, WAY_ENDS, type Ways } from './follow-ways.ts';
import type { NodeTotals } from './node-totals.ts';
import type { SupplySteps } from './supply-steps.ts';
import type { TierNode, TierPath, TierStep, TiersAnswer } from './tier-types.ts';
import type { Trace } from './tiers.ts';

export function tellTrace(projection: Projection, { asOf, steps, ways, totals, balance }: Trace): TiersAnswer {
  return {
    revision: projection.revision,
    paths: pathsOf(projection, steps, ways, stepTeller(projection, steps, asOf)),
    hasMore: ways.hasMore,
    nodes: nodesOf(projection, totals),
    balance,
  };
}

/** What steps are told on. */
interface Telling {
  readonly projection: Projection;
  readonly steps: SupplySteps;
  /** Numbers of the first and the last day of the date. */
  readonly first: number;
  readonly last: number;
}

/** Tells steps by number. */
export function stepTeller(projection: Projection, steps: SupplySteps, asOf: PartialDate): (step: number) => TierStep {
  const telling = { projection, steps, first: firstDay(asOf), last: lastDay(asOf) };
  return (step) => tellStep(telling, step);
}

/** Held as far as its best relation, on the strongest evidence that one has. */
function tellStep({ projection, steps, first, last }: Telling, step: number): TierStep {
  const low = steps.low[step] ?? 0;
  const relations: RelationId[] = [];
  let held: Held = 'NO';
  let rank = EVIDENCE_KINDS_BY_STRENGTH.length;
  for (const relation of steps.relationsOf(step)) {
    relations.push(projection.relationId(relation));
    const now = heldWithin(projection.relationBounds(relation), first, last);
    held = held === 'YES' || now === 'NO' ? held : now;
    rank = Math.min(rank, EVIDENCE_KINDS[projection.relationEvidence(relation)].rank);
  }
  return {
    supplier: projection.nodeId(steps.from[step] ?? -1),
    buyer: projection.nodeId(steps.to[step] ?? -1),
    relations,
    share: steps.statedCount[step] === 0 ? null : low,
    interval: { low, high: steps.high[step] ?? 0 },
    held,
    evidenceClass: EVIDENCE_KINDS_BY_STRENGTH[rank] ?? 'INFERRED',
  };
}

/** The rows as they are told, those before a way's end shared with the way that it goes on from. */
function pathsOf(
  projection: Projection,
  steps: SupplySteps,
  ways: Ways,
  tell: (step: number) => TierStep,
): readonly TierPath[] {
  const told = new Map<number, TierStep>();
  const stepOf = (step: number): TierStep => {
    const before = told.get(step);
    if (before !== undefined) return before;
    const plain = tell(step);
    told.set(step, plain);
    return plain;
  };
  const paths = new Map<number, TierPath>();
  const start = [projection.nodeId(ways.at[ROOT_WAY] ?? -1)];
  for (const way of ways.order.subarray(0, ways.toldCount)) {
    const before = paths.get(ways.before[way] ?? -1);
    const step = ways.step[way] ?? -1;
    const last = stepOf(step);
    paths.set(way, {
      tier: (before?.tier ?? 0) + 1,
      nodes: [...(before?.nodes ?? start), ways.at[way] === steps.from[step] ? last.supplier : last.buyer],
      steps: before === undefined ? [last] : [...before.steps, last],
      contribution: { low: ways.low[way] ?? 0, high: ways.high[way] ?? 0 },
      held: before?.held === 'POSSIBLY' ? 'POSSIBLY' : last.held,
      evidenceClass: before === undefined ? last.evidenceClass : weaker(before.evidenceClass, last.evidenceClass),
      end: WAY_ENDS[ways.end[way] ?? 0] ?? null,
    });
  }
  return [...paths.values()];
}

const weaker = (a: EvidenceKind, b: EvidenceKind): EvidenceKind =>
  EVIDENCE_KINDS[a].rank > EVIDENCE_KINDS[b].rank ? a : b;

function nodesOf(
  projection: Projection,
  { order, count, at, tier, pathCount, low, high }: NodeTotals,
): readonly TierNode[] {
  return Array.from(order.subarray(0, count), (place) => ({
    node: projection.nodeId(at[place] ?? -1),
    tier: tier[place] ?? 0,
    pathCount: pathCount[place] ?? 0,
    contribution: { low: low[place] ?? 0, high: high[place] ?? 0 },
  }));
}
