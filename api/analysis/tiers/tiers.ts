/** Who supplies whom, tier by tier, and how much of it (ANALYSIS.md §2; Miller & Blair 2009, chapter 2). */
import type { PartialDate, RelationType } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { CYCLE, TRUNCATED, Ways } from './follow-ways.ts';
import { NodeTotals } from './node-totals.ts';
import { SupplySteps, type SuppliedUnder } from './supply-steps.ts';
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
  return followTiers(projection, request, (trace) => tellTrace(projection, trace));
}

/** A trace by numbers of nodes, relations, steps and ways; it stands until what reads it is done. */
export interface Trace {
  readonly asOf: PartialDate;
  readonly steps: SupplySteps;
  readonly ways: Ways;
  readonly totals: NodeTotals;
  readonly balance: TierBalance | null;
}

/** What {@link traceTiers} tells, without ids, handed to `read`: its columns are used again for the next trace. */
export function followTiers<T>(projection: Projection, request: TiersRequest, read: (trace: Trace) => T): T {
  const root = askedNode(projection, 'root', request.root);
  const { depth, asOf, evidence, direction = 'UPSTREAM' } = request;
  if (!Number.isInteger(depth) || depth < 1 || depth > DEEPEST_TIER) {
    const expected = `a whole number from 1 to ${DEEPEST_TIER}`;
    throw new AnalysisRequestError('depth', `depth is ${depth}; give ${expected}`, expected);
  }
  const filter = projection.compile({ relationTypes: tracedTypes(request.relationTypes), evidence, asOf });
  const columns = columnsFor({ projection, filter, asOf });
  const { steps, ways, totals } = columns;
  ways.follow(steps, root, direction, depth);
  totals.addUp(ways);
  const balance = direction === 'DOWNSTREAM' || ways.hasMore ? null : balanceOf(steps, root, ways);
  const answer = read({ asOf, steps, ways, totals, balance });
  spareColumns.set(projection, columns);
  return answer;
}

type TraceColumns = Pick<Trace, 'steps' | 'ways' | 'totals'>;

/** Those of the last trace of a projection that was read; one that begins before that, or after one that failed, has its own. */
const spareColumns = new WeakMap<Projection, TraceColumns>();

function columnsFor(under: SuppliedUnder): TraceColumns {
  const { projection } = under;
  const spare = spareColumns.get(projection);
  if (spare === undefined) {
    return { steps: new SupplySteps(under), ways: new Ways(), totals: new NodeTotals(projection) };
  }
  spareColumns.delete(projection);
  spare.steps.restart(under);
  return spare;
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

/** Every way keeps its low contribution, hands it on, or loses to nobody what no share states (ANALYSIS.md §2, mass balance). */
function balanceOf(steps: SupplySteps, root: NodeIndex, ways: Ways): TierBalance {
  let end = 0;
  let unattributed = 0;
  let cycle = 0;
  let truncated = 0;
  const spend = (at: NodeIndex, mass: number): void => {
    const list = steps.into(at);
    if (steps.bought.lengthOf(list) === 0) end += mass;
    else unattributed += mass * (steps.rests[list] ?? 0);
  };
  spend(root, 1);
  for (let i = 0; i < ways.toldCount; i += 1) {
    const way = ways.order[i] ?? -1;
    const low = ways.low[way] ?? 0;
    if (ways.end[way] === CYCLE) cycle += low;
    else if (ways.end[way] === TRUNCATED) truncated += low;
    else spend(ways.at[way] ?? -1, low);
  }
  return { end, unattributed, cycle, truncated };
}
