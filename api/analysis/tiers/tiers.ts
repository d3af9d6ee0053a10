/** Who supplies whom, tier by tier, and how much of it (ANALYSIS.md §2; Miller & Blair 2009, chapter 2). */
import type { RelationType } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { followWays, type Way } from './follow-ways.ts';
import { supplySteps, type SupplySteps } from './supply-steps.ts';
import { tellTrace } from './tell-trace.ts';
import {
  DEEPEST_TIER,
  DEFAULT_TIER_TYPES,
  TIER_RELATION_TYPES,
  type TierBalance,
  type TiersAnswer,
  type TiersRequest,
} from './tier-types.ts';

/**
 * Traces suppliers or buyers, breadth first, one row a way. A node already on the way closes a cycle and is listed, not
 * followed. O(ways): at most MOST_TIER_PATHS.
 * @throws AnalysisRequestError for an unknown root, a depth outside 1 to DEEPEST_TIER, a type that carries no goods, or a
 *   buyer whose stated shares exceed the whole
 */
export function traceTiers(projection: Projection, request: TiersRequest): TiersAnswer {
  return tellTrace(projection, followTiers(projection, request));
}

/** A trace by numbers of nodes and relations, in the order in which it is told. */
export interface Trace {
  readonly root: NodeIndex;
  readonly ways: readonly Way[];
  readonly hasMore: boolean;
  readonly totals: readonly Total[];
  readonly balance: TierBalance | null;
}

/** What {@link traceTiers} tells, without ids. */
export function followTiers(projection: Projection, request: TiersRequest): Trace {
  const root = askedNode(projection, 'root', request.root);
  const { depth, asOf, evidence, direction = 'UPSTREAM' } = request;
  if (!Number.isInteger(depth) || depth < 1 || depth > DEEPEST_TIER) {
    const expected = `a whole number from 1 to ${DEEPEST_TIER}`;
    throw new AnalysisRequestError('depth', `depth is ${depth}; give ${expected}`, expected);
  }
  const filter = projection.compile({ relationTypes: tracedTypes(request.relationTypes), evidence, asOf });
  const steps = supplySteps(projection, filter, asOf);
  const { ways, hasMore } = followWays(steps, root, direction, depth);
  return {
    root,
    ways,
    hasMore,
    totals: totalsOf(ways),
    balance: direction === 'DOWNSTREAM' || hasMore ? null : balanceOf(steps, root, ways),
  };
}

/** The types that are asked for, checked. @throws AnalysisRequestError for one that carries no goods */
export function tracedTypes(asked: readonly RelationType[] | undefined): readonly RelationType[] {
  if (asked === undefined || asked.length === 0) return DEFAULT_TIER_TYPES;
  const wrong = asked.find((type) => !TIER_RELATION_TYPES.some((traced) => traced === type));
  if (wrong === undefined) return asked;
  const expected = `any of ${TIER_RELATION_TYPES.join(', ')}`;
  throw new AnalysisRequestError(
    'relationTypes',
    `${wrong} carries no goods from a supplier; give ${expected}`,
    expected,
  );
}

interface Total {
  readonly at: NodeIndex;
  /** The nearest tier it stands in. */
  readonly tier: number;
  pathCount: number;
  low: number;
  high: number;
}

/** Of every node that a way ends at without closing a cycle: by tier, low part descending, high descending, then node. */
function totalsOf(ways: readonly Way[]): readonly Total[] {
  const byNode = new Map<NodeIndex, Total>();
  for (const { at, tier, low, high, end } of ways) {
    if (end === 'CYCLE') continue;
    const total = byNode.get(at);
    if (total === undefined) byNode.set(at, { at, tier, pathCount: 1, low, high });
    else {
      total.pathCount += 1;
      total.low += low;
      total.high += high;
    }
  }
  const totals = [...byNode.values()];
  for (const total of totals) {
    total.low = Math.min(1, total.low);
    total.high = Math.min(1, total.high);
  }
  return totals.sort((a, b) => a.tier - b.tier || b.low - a.low || b.high - a.high || a.at - b.at);
}

/** Every way keeps its low contribution, hands it on, or loses to nobody what no share states (ANALYSIS.md §2, mass balance). */
function balanceOf(steps: SupplySteps, root: NodeIndex, ways: readonly Way[]): TierBalance {
  let end = 0;
  let unattributed = 0;
  let cycle = 0;
  let truncated = 0;
  const spend = (at: NodeIndex, mass: number): void => {
    if (steps.into(at).length === 0) end += mass;
    else unattributed += mass * steps.unattributed(at);
  };
  spend(root, 1);
  for (const way of ways) {
    if (way.end === 'CYCLE') cycle += way.low;
    else if (way.end === 'TRUNCATED') truncated += way.low;
    else spend(way.at, way.low);
  }
  return { end, unattributed, cycle, truncated };
}
