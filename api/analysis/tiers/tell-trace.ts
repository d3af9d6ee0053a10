/** A trace in ids: what leaves the analysis. */
import { EVIDENCE_KINDS_BY_STRENGTH } from '#vocabulary';
import type { Projection } from '../../projection/projection.ts';
import { WAY_ENDS, type Ways } from './follow-ways.ts';
import type { NodeTotals } from './node-totals.ts';
import type { SupplySteps } from './supply-steps.ts';
import type { TierNode, TierPath, TierStep, TiersAnswer } from './tier-types.ts';
import type { Trace } from './tiers.ts';

export function tellTrace(projection: Projection, { steps, ways, totals, balance }: Trace): TiersAnswer {
  return {
    revision: projection.revision,
    paths: pathsOf(projection, steps, ways),
    hasMore: ways.hasMore,
    nodes: nodesOf(projection, totals),
    balance,
  };
}

export function tellStep(projection: Projection, steps: SupplySteps, step: number): TierStep {
  const low = steps.low[step] ?? 0;
  return {
    supplier: projection.nodeId(steps.from[step] ?? -1),
    buyer: projection.nodeId(steps.to[step] ?? -1),
    relations: Array.from(steps.relationsOf(step), (relation) => projection.relationId(relation)),
    share: steps.statedCount[step] === 0 ? null : low,
    interval: { low, high: steps.high[step] ?? 0 },
    held: steps.possibly[step] === 1 ? 'POSSIBLY' : 'YES',
    evidenceClass: EVIDENCE_KINDS_BY_STRENGTH[steps.evidence[step] ?? -1] ?? 'INFERRED',
  };
}

/** The rows as they are told, those before a way's end shared with the way that it goes on from. */
function pathsOf(projection: Projection, steps: SupplySteps, ways: Ways): readonly TierPath[] {
  const told = new Map<number, TierStep>();
  const stepOf = (step: number): TierStep => {
    const before = told.get(step);
    if (before !== undefined) return before;
    const plain = tellStep(projection, steps, step);
    told.set(step, plain);
    return plain;
  };
  const paths = new Map<number, TierPath>();
  const start = [projection.nodeId(ways.at[0] ?? -1)];
  for (const way of ways.order.subarray(0, ways.toldCount)) {
    const before = paths.get(ways.before[way] ?? -1);
    const step = ways.step[way] ?? -1;
    const last = stepOf(step);
    paths.set(way, {
      tier: ways.tier[way] ?? 0,
      nodes: [...(before?.nodes ?? start), ways.at[way] === steps.from[step] ? last.supplier : last.buyer],
      steps: before === undefined ? [last] : [...before.steps, last],
      contribution: { low: ways.low[way] ?? 0, high: ways.high[way] ?? 0 },
      held: ways.possibly[way] === 1 ? 'POSSIBLY' : 'YES',
      evidenceClass: EVIDENCE_KINDS_BY_STRENGTH[ways.evidence[way] ?? -1] ?? 'INFERRED',
      end: WAY_ENDS[ways.end[way] ?? 0] ?? null,
    });
  }
  return [...paths.values()];
}

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
