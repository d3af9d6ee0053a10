import type { NodeIndex } from '../../projection/projection.ts';
import type { SupplyStep, SupplySteps } from './supply-steps.ts';
import { MOST_TIER_PATHS, type TierDirection, type TierPath } from './tier-types.ts';

/** A way from the root, by its last step and the way that it goes on from. */
export interface Way {
  /** null for a way of one step. */
  readonly before: Way | null;
  readonly step: SupplyStep;
  /** Where it ends. */
  readonly at: NodeIndex;
  readonly tier: number;
  readonly low: number;
  readonly high: number;
  /** Whether any of its steps only possibly held. */
  readonly possibly: boolean;
  /** Position of the weakest step's class in EVIDENCE_KINDS_BY_STRENGTH. */
  readonly evidence: number;
  readonly end: TierPath['end'];
  /** Its place among the ways of its tier that go on, by their nodes from the root on. */
  rank: number;
}

/** The ways from a root in the order of `TiersAnswer.paths`, and whether there are more than are told. */
export function followWays(
  steps: SupplySteps,
  root: NodeIndex,
  direction: TierDirection,
  depth: number,
): { readonly ways: readonly Way[]; readonly hasMore: boolean } {
  const upstream = direction === 'UPSTREAM';
  const found: Way[] = [];
  let front: readonly (Way | null)[] = [null];
  for (let tier = 1; tier <= depth && front.length > 0 && found.length <= MOST_TIER_PATHS; tier += 1) {
    const reached: Way[] = [];
    for (const before of front) {
      const from = before?.at ?? root;
      for (const step of upstream ? steps.into(from) : steps.outOf(from)) {
        const at = upstream ? step.from : step.to;
        const cycle = stoodAt(before, root, at);
        const cut = !cycle && tier === depth && steps.leadsOn(at, upstream);
        reached.push(longer(before, step, at, cycle ? 'CYCLE' : cut ? 'TRUNCATED' : null));
      }
      // One more than is told is enough to know that there are more.
      if (found.length + reached.length > MOST_TIER_PATHS) break;
    }
    const ordered = reached.sort((a, b) => b.low - a.low || b.high - a.high || byNodes(a, b));
    found.push(...ordered);
    // The largest parts first, so that they are followed where not all can be.
    const goOn = ordered.filter(({ end }) => end === null);
    goOn.toSorted(byNodes).forEach((way, rank) => (way.rank = rank));
    front = goOn;
  }
  return { ways: found.slice(0, MOST_TIER_PATHS), hasMore: found.length > MOST_TIER_PATHS };
}

/** Of one tier. Nodes are numbered by id. */
function byNodes(a: Way, b: Way): number {
  return (a.before?.rank ?? 0) - (b.before?.rank ?? 0) || a.at - b.at;
}

function stoodAt(way: Way | null, root: NodeIndex, node: NodeIndex): boolean {
  for (let at = way; at !== null; at = at.before) if (at.at === node) return true;
  return root === node;
}

function longer(before: Way | null, step: SupplyStep, at: NodeIndex, end: Way['end']): Way {
  const { low, high } = step.interval;
  return {
    before,
    step,
    at,
    tier: (before?.tier ?? 0) + 1,
    low: (before?.low ?? 1) * low,
    high: (before?.high ?? 1) * high,
    possibly: (before?.possibly ?? false) || step.held === 'POSSIBLY',
    evidence: Math.max(before?.evidence ?? 0, step.evidenceRank),
    end,
    rank: 0,
  };
}
