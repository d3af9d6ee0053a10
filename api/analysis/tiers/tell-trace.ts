/** A trace in ids: what leaves the analysis. */
import { EVIDENCE_KINDS_BY_STRENGTH } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import type { Way } from './follow-ways.ts';
import type { SupplyStep } from './supply-steps.ts';
import type { TierPath, TierStep, TiersAnswer } from './tier-types.ts';
import type { Trace } from './tiers.ts';

export function tellTrace(projection: Projection, { root, ways, hasMore, totals, balance }: Trace): TiersAnswer {
  return {
    revision: projection.revision,
    paths: pathsOf(projection, root, ways),
    hasMore,
    nodes: totals.map(({ at, tier, pathCount, low, high }) => ({
      node: projection.nodeId(at),
      tier,
      pathCount,
      contribution: { low, high },
    })),
    balance,
  };
}

/** The rows as they are told, those before a way's end shared with the way that it goes on from. */
function pathsOf(projection: Projection, root: NodeIndex, ways: readonly Way[]): readonly TierPath[] {
  const told = new Map<SupplyStep, TierStep>();
  const stepOf = (step: SupplyStep): TierStep => {
    const before = told.get(step);
    if (before !== undefined) return before;
    const { supplier, buyer, relations, share, interval, held, evidenceClass } = step;
    const plain = { supplier, buyer, relations, share, interval, held, evidenceClass };
    told.set(step, plain);
    return plain;
  };
  const paths = new Map<Way, TierPath>();
  const start = [projection.nodeId(root)];
  for (const way of ways) {
    const before = way.before === null ? undefined : paths.get(way.before);
    const step = stepOf(way.step);
    paths.set(way, {
      tier: way.tier,
      nodes: [...(before?.nodes ?? start), way.at === way.step.from ? step.supplier : step.buyer],
      steps: before === undefined ? [step] : [...before.steps, step],
      contribution: { low: way.low, high: way.high },
      held: way.possibly ? 'POSSIBLY' : 'YES',
      evidenceClass: EVIDENCE_KINDS_BY_STRENGTH[way.evidence] ?? 'INFERRED',
      end: way.end,
    });
  }
  return [...paths.values()];
}
