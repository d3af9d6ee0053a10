/** Where one loss does most (ANALYSIS.md §5): single sources, concentration, nodes that hold parts together, removal. */
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { findCuts } from './cut-nodes.ts';
import type {
  Concentration,
  CutNode,
  FragilityAnswer,
  FragilityRequest,
  RemovalAnswer,
  RemovalRequest,
  SingleSource,
  WeakenedTie,
} from './fragility-types.ts';
import { supplySteps, type SupplyStep } from '../tiers/supply-steps.ts';
import { DEFAULT_TIER_TYPES } from '../tiers/tier-types.ts';
import type { Tie, TiesRequest } from '../ties/tie-types.ts';
import { findTies } from '../ties/ties.ts';
import { LINKAGE_TYPES, undirectedView } from './undirected-view.ts';

/**
 * Over observed supply for single sources and concentration; over {@link LINKAGE_TYPES}, undirected, for what holds parts
 * together. O(relations).
 * @throws AnalysisRequestError when the stated shares of a buyer exceed the whole
 */
export function findFragility(projection: Projection, { evidence, asOf }: FragilityRequest): FragilityAnswer {
  const supply = projection.compile({ relationTypes: DEFAULT_TIER_TYPES, evidence, asOf });
  const steps = supplySteps(projection, supply, asOf);
  const buyers = Array.from({ length: projection.nodeCount }, (_, node): readonly SupplyStep[] => steps.into(node));
  const linkage = projection.compile({ relationTypes: LINKAGE_TYPES, evidence, asOf });
  const view = undirectedView(projection, linkage);
  const cuts = findCuts(view);
  const idAt = (position: number) => projection.nodeId(view.nodes[position] ?? -1);
  return {
    revision: projection.revision,
    singleSource: buyers.flatMap(singleSourceOf),
    concentration: buyers.flatMap(concentrationOf).toSorted(mostConcentrated),
    cutNodes: cuts.nodes
      .map((position): CutNode => ({
        node: idAt(position),
        neighbourCount: (view.offsets[position + 1] ?? 0) - (view.offsets[position] ?? 0),
      }))
      .toSorted((a, b) => b.neighbourCount - a.neighbourCount || (a.node < b.node ? -1 : 1)),
    bridges: cuts.bridges.map(([a, b]) => [idAt(a), idAt(b)] as const),
  };
}

function singleSourceOf(steps: readonly SupplyStep[]): readonly SingleSource[] {
  const [only, another] = steps;
  if (only === undefined || another !== undefined) return [];
  return [{ buyer: only.buyer, supplier: only.supplier, relations: only.relations }];
}

function concentrationOf(steps: readonly SupplyStep[]): readonly Concentration[] {
  const shares = steps.flatMap((step) => step.share ?? []);
  const [first] = steps;
  if (first === undefined || shares.length === 0) return [];
  const stated = shares.reduce((sum, share) => sum + share, 0);
  const low = shares.reduce((sum, share) => sum + share * share, 0);
  const rest = Math.max(0, 1 - stated);
  return [{ buyer: first.buyer, supplierCount: steps.length, stated, index: { low, high: low + rest * rest } }];
}

function mostConcentrated(a: Concentration, b: Concentration): number {
  return b.index.low - a.index.low || b.index.high - a.index.high || (a.buyer < b.buyer ? -1 : 1);
}

/**
 * Which ties of clusters and groups to large industry are lost or weakened when a node is gone.
 * @throws AnalysisRequestError for an unknown node
 */
export function removeNode(projection: Projection, request: RemovalRequest): RemovalAnswer {
  const node: NodeIndex = askedNode(projection, 'node', request.node);
  const ties = (excludeNodes: TiesRequest['excludeNodes']): readonly Tie[] =>
    (['CLUSTER', 'GROUP'] as const).flatMap(
      (scope) =>
        findTies(projection, {
          scope,
          evidence: request.evidence,
          asOf: request.asOf,
          referenceDay: request.referenceDay,
          excludeNodes,
        }).ties,
    );
  const before = ties([]);
  const after = new Map(ties([projection.nodeId(node)]).map((tie) => [pairOf(tie), tie]));
  const weakened = before.flatMap((tie): readonly WeakenedTie[] => {
    const left = after.get(pairOf(tie));
    return left !== undefined && left.strength < tie.strength ? [{ before: tie, after: left }] : [];
  });
  return {
    revision: projection.revision,
    tieCount: before.length,
    lost: before.filter((tie) => !after.has(pairOf(tie))).toSorted((a, b) => b.strength - a.strength || byPair(a, b)),
    weakened: weakened.toSorted((a, b) => lossOf(b) - lossOf(a) || byPair(a.before, b.before)),
  };
}

const pairOf = (tie: Tie): string => `${tie.cluster} ${tie.largeIndustry}`;
const byPair = (a: Tie, b: Tie): number => (pairOf(a) < pairOf(b) ? -1 : 1);
const lossOf = ({ before, after }: WeakenedTie): number => before.strength - after.strength;
