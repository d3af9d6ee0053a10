/** Who supplies whom, tier by tier, and how much of it (ANALYSIS.md §2; Miller & Blair 2009, chapter 2). */
import { EVIDENCE_KINDS_BY_STRENGTH, heldByAll, type NodeId, type RelationType } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { supplySteps, type SupplyStep, type SupplySteps } from './supply-steps.ts';
import {
  DEEPEST_TIER,
  DEFAULT_TIER_TYPES,
  MOST_TIER_PATHS,
  TIER_RELATION_TYPES,
  type ShareInterval,
  type TierBalance,
  type TierDirection,
  type TierNode,
  type TierPath,
  type TiersAnswer,
  type TiersRequest,
} from './tier-types.ts';

/** A way and where it stands, by index. */
interface Way {
  readonly at: NodeIndex;
  readonly visited: readonly NodeIndex[];
  readonly path: TierPath;
}

/**
 * Traces suppliers or buyers, breadth first, one row a way. A node already on the way closes a cycle and is listed, not
 * followed. O(ways): at most {@link MOST_TIER_PATHS}.
 * @throws AnalysisRequestError for an unknown root, a depth outside 1 to DEEPEST_TIER, a type that carries no goods, or a
 *   buyer whose stated shares exceed the whole
 */
export function traceTiers(projection: Projection, request: TiersRequest): TiersAnswer {
  const root = askedNode(projection, 'root', request.root);
  const { depth, asOf, evidence, direction = 'UPSTREAM' } = request;
  if (!Number.isInteger(depth) || depth < 1 || depth > DEEPEST_TIER) {
    const expected = `a whole number from 1 to ${DEEPEST_TIER}`;
    throw new AnalysisRequestError('depth', `depth is ${depth}; give ${expected}`, expected);
  }
  const filter = projection.compile({ relationTypes: tracedTypes(request.relationTypes), evidence, asOf });
  const steps = supplySteps(projection, filter, asOf);
  const { ways, hasMore } = follow(projection, steps, root, direction, depth);
  return {
    revision: projection.revision,
    paths: ways.map((way) => way.path),
    hasMore,
    nodes: totals(ways),
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

function follow(
  projection: Projection,
  steps: SupplySteps,
  root: NodeIndex,
  direction: TierDirection,
  depth: number,
): { readonly ways: readonly Way[]; readonly hasMore: boolean } {
  const upstream = direction === 'UPSTREAM';
  const next = (node: NodeIndex): readonly SupplyStep[] => (upstream ? steps.into(node) : steps.outOf(node));
  const found: Way[] = [];
  let front: readonly Way[] = [startAt(projection, root)];
  for (let tier = 1; tier <= depth && front.length > 0; tier += 1) {
    const reached: Way[] = [];
    for (const way of front) {
      for (const step of next(way.at)) reached.push(longer(way, step, upstream ? step.from : step.to));
      // One more than is told is enough to know that there are more.
      if (found.length + reached.length > MOST_TIER_PATHS) break;
    }
    const ordered = reached
      .toSorted(byContribution)
      .map((way) => ended(way, tier === depth && steps.leadsOn(way.at, upstream)));
    found.push(...ordered);
    if (found.length > MOST_TIER_PATHS) break;
    front = ordered.filter((way) => way.path.end === null);
  }
  return { ways: found.slice(0, MOST_TIER_PATHS), hasMore: found.length > MOST_TIER_PATHS };
}

function startAt(projection: Projection, root: NodeIndex): Way {
  const path: TierPath = {
    tier: 0,
    nodes: [projection.nodeId(root)],
    steps: [],
    contribution: { low: 1, high: 1 },
    held: 'YES',
    evidenceClass: 'DOCUMENTED',
    end: null,
  };
  return { at: root, visited: [root], path };
}

function longer({ visited, path }: Way, step: SupplyStep, to: NodeIndex): Way {
  const { low, high } = path.contribution;
  const cycle = visited.includes(to);
  return {
    at: to,
    visited: [...visited, to],
    path: {
      tier: path.tier + 1,
      nodes: [...path.nodes, to === step.from ? step.supplier : step.buyer],
      steps: [...path.steps, withoutIndices(step)],
      contribution: { low: low * step.interval.low, high: high * step.interval.high },
      held: heldByAll([path.held, step.held]),
      evidenceClass: weaker(path.evidenceClass, step.evidenceClass),
      end: cycle ? 'CYCLE' : null,
    },
  };
}

function withoutIndices({ from: _from, to: _to, ...step }: SupplyStep): TierPath['steps'][number] {
  return step;
}

function ended(way: Way, goesOn: boolean): Way {
  return goesOn && way.path.end === null ? { ...way, path: { ...way.path, end: 'TRUNCATED' } } : way;
}

function weaker(a: TierPath['evidenceClass'], b: TierPath['evidenceClass']): TierPath['evidenceClass'] {
  return EVIDENCE_KINDS_BY_STRENGTH.indexOf(a) > EVIDENCE_KINDS_BY_STRENGTH.indexOf(b) ? a : b;
}

function byContribution({ path: a }: Way, { path: b }: Way): number {
  return descending(a.contribution, b.contribution) || (a.nodes.join(' ') < b.nodes.join(' ') ? -1 : 1);
}

function descending(a: ShareInterval, b: ShareInterval): number {
  return b.low - a.low || b.high - a.high;
}

function totals(ways: readonly Way[]): readonly TierNode[] {
  const byNode = new Map<NodeId, TierNode>();
  for (const { path } of ways) {
    const node = path.nodes.at(-1);
    if (node === undefined || path.end === 'CYCLE') continue;
    const before = byNode.get(node);
    const { low, high } = before?.contribution ?? { low: 0, high: 0 };
    byNode.set(node, {
      node,
      tier: before?.tier ?? path.tier,
      pathCount: (before?.pathCount ?? 0) + 1,
      contribution: {
        low: Math.min(1, low + path.contribution.low),
        high: Math.min(1, high + path.contribution.high),
      },
    });
  }
  return [...byNode.values()].toSorted(
    (a, b) => a.tier - b.tier || descending(a.contribution, b.contribution) || (a.node < b.node ? -1 : 1),
  );
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
  for (const { at, path } of ways) {
    const mass = path.contribution.low;
    if (path.end === 'CYCLE') cycle += mass;
    else if (path.end === 'TRUNCATED') truncated += mass;
    else spend(at, mass);
  }
  return { end, unattributed, cycle, truncated };
}
