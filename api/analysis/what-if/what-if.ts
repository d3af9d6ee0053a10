/** What happens to the others when firms close, or all makers of a place (ANALYSIS.md §6). */
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { SupplySteps } from '../tiers/supply-steps.ts';
import type { ShareInterval } from '../tiers/tier-types.ts';
import { tracedTypes } from '../tiers/tiers.ts';
import type { Tie } from '../ties/tie-types.ts';
import { findTies } from '../ties/ties.ts';
import { closedIds, closedNodes, type Closing } from './closed-nodes.ts';
import { clusterEffects } from './cluster-effects.ts';
import { goodsWays, type GoodsWays } from './goods-ways.ts';
import { lostInputs } from './lost-input.ts';
import {
  DEEPEST_REACH,
  type LosingSupplier,
  type ShortBuyer,
  type WhatIfAnswer,
  type WhatIfRequest,
} from './what-if-types.ts';

/**
 * Who is closed, whose goods fall short and by how much, who loses a buyer, which clusters are met and which ties are gone. What is
 * lost in sales is not worked out: parts of sales are recorded nowhere.
 * @throws AnalysisRequestError for an unknown node or one that cannot close, nothing to close, a part or depth out of range, a type
 *   that carries no goods, or a buyer whose stated shares exceed the whole
 */
export function askWhatIf(projection: Projection, request: WhatIfRequest): WhatIfAnswer {
  const { part = 1, depth, asOf, evidence } = request;
  if (!(part > 0 && part <= 1)) {
    throw new AnalysisRequestError('part', `part is ${part}; give a number above 0, at most 1`, 'above 0, at most 1');
  }
  if (!Number.isInteger(depth) || depth < 1 || depth > DEEPEST_REACH) {
    const expected = `a whole number from 1 to ${DEEPEST_REACH}`;
    throw new AnalysisRequestError('depth', `depth is ${depth}; give ${expected}`, expected);
  }
  const closing = closedNodes(projection, request);
  const filter = projection.compile({ relationTypes: tracedTypes(request.relationTypes), evidence, asOf });
  const steps = new SupplySteps({ projection, filter, asOf });
  const lostInput = lostInputs(steps, closing.nodes, part);
  // Lost input goes as far as goods do, so its ways have to, too.
  const buyers = goodsWays(projection, steps, closing.nodes, 'FORWARDS', Infinity);
  const suppliers = goodsWays(projection, steps, closing.nodes, 'BACKWARDS', depth);
  const near = { ...buyers, reached: new Map([...buyers.reached].filter(([, { tier }]) => tier <= depth)) };
  return {
    revision: projection.revision,
    closed: closing.listed,
    unplacedCount: closing.unplacedCount,
    shortBuyers: shortBuyers(projection, buyers, lostInput),
    losingSuppliers: losingSuppliers(projection, steps, suppliers, closing),
    clusters: clusterEffects(projection, request, { closing, buyers: near, suppliers, lostInput }),
    lostTies: part === 1 ? lostTies(projection, request, closing) : [],
  };
}

function shortBuyers(
  projection: Projection,
  ways: GoodsWays,
  lostInput: ReadonlyMap<NodeIndex, ShareInterval>,
): readonly ShortBuyer[] {
  return [...ways.reached]
    .map(([node, { tier }]): ShortBuyer => ({
      node: projection.nodeId(node),
      tier,
      lostInput: lostInput.get(node) ?? { low: 0, high: 0 },
      way: reversed(ways.wayFrom(node)),
    }))
    .filter(({ lostInput: { high } }) => high > 0)
    .toSorted(
      (a, b) =>
        b.lostInput.low - a.lostInput.low ||
        b.lostInput.high - a.lostInput.high ||
        a.tier - b.tier ||
        (a.node < b.node ? -1 : 1),
    );
}

const reversed = ({ nodes, relations }: ShortBuyer['way']): ShortBuyer['way'] => ({
  nodes: nodes.toReversed(),
  relations: relations.toReversed(),
});

function losingSuppliers(
  projection: Projection,
  steps: SupplySteps,
  ways: GoodsWays,
  closing: Closing,
): readonly LosingSupplier[] {
  return [...ways.reached]
    .map(([node, { tier }]): LosingSupplier => {
      const sales = steps.sold.stepsOf(steps.outOf(node));
      return {
        node: projection.nodeId(node),
        tier,
        buyerCount: sales.length,
        closedBuyerCount: sales.filter((step) => closing.nodes.has(steps.to[step] ?? -1)).length,
        way: ways.wayFrom(node),
      };
    })
    .toSorted((a, b) => a.tier - b.tier || (a.node < b.node ? -1 : 1));
}

/** Those without any chain that touches no closed node; where not all chains are listed, the rest of them is asked for. */
function lostTies(projection: Projection, request: WhatIfRequest, closing: Closing): readonly Tie[] {
  const { evidence, asOf, referenceDay } = request;
  const excludeNodes = closedIds(closing);
  const closed = new Set(excludeNodes);
  const pairOf = (tie: Tie): string => `${tie.cluster} ${tie.largeIndustry}`;
  return (['CLUSTER', 'GROUP'] as const)
    .flatMap((scope) => {
      const ask = { scope, evidence, asOf, referenceDay };
      return findTies(projection, ask).ties.filter((tie) => {
        if (tie.chains.some(({ nodes }) => !nodes.some((node) => closed.has(node)))) return false;
        if (tie.chainCountAnyEvidence <= tie.chains.length) return true;
        const { cluster, largeIndustry } = tie;
        return findTies(projection, { ...ask, cluster, largeIndustry, excludeNodes }).ties.length === 0;
      });
    })
    .toSorted((a, b) => b.strength - a.strength || (pairOf(a) < pairOf(b) ? -1 : 1));
}
