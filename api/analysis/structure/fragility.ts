/** Where one loss does most (ANALYSIS.md §5): single sources, concentration, nodes that hold parts together, removal. */
import type { NodeId, RelationId, RelationType } from '#vocabulary';
import type { CompiledFilter, NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { findCuts } from './cut-nodes.ts';
import { concentrationOf, countedUnder, mostConcentrated } from './concentration.ts';
import { cutOffWithout } from './cut-off.ts';
import type {
  Bridge,
  CutNode,
  FragilityAnswer,
  FragilityRequest,
  RemovalAnswer,
  RemovalRequest,
  SingleSource,
  WeakenedTie,
} from './fragility-types.ts';
import { SupplySteps } from '../tiers/supply-steps.ts';
import { stepTeller } from '../tiers/tell-trace.ts';
import { DEFAULT_TIER_TYPES, type TierStep } from '../tiers/tier-types.ts';
import type { Tie, TiesRequest } from '../ties/tie-types.ts';
import { findTies } from '../ties/ties.ts';
import { findSingleBuyers } from './single-buyer.ts';
import { LINKAGE_TYPES, undirectedView } from './undirected-view.ts';

/** Goods seen to go to a buyer, or to one who sells them on. */
const SALES_TYPES: readonly RelationType[] = ['SUPPLIES', 'DISTRIBUTES_THROUGH'];

/**
 * Over observed supply for single sources and concentration; over {@link LINKAGE_TYPES}, undirected, for what holds parts
 * together. O(relations).
 * @throws AnalysisRequestError when the stated shares of a buyer exceed the whole
 */
export function findFragility(projection: Projection, request: FragilityRequest): FragilityAnswer {
  const { evidence, asOf } = request;
  const supply = projection.compile({ relationTypes: DEFAULT_TIER_TYPES, evidence, asOf });
  const steps = new SupplySteps({ projection, filter: supply, asOf });
  const tell = stepTeller(projection, steps, asOf);
  const buyers = Array.from({ length: projection.nodeCount }, (_, node) => steps.into(node)).map((list) =>
    steps.bought.stepsOf(list),
  );
  const linkage = projection.compile({ relationTypes: LINKAGE_TYPES, evidence, asOf });
  const view = undirectedView(projection, linkage);
  const cuts = findCuts(view);
  const under = countedUnder(projection, request);
  const linksOf = linksIn(projection, linkage);
  const idAt = (position: number): NodeId => projection.nodeId(view.nodes[position] ?? -1);
  return {
    revision: projection.revision,
    singleSource: buyers.flatMap((bought) => singleSourceOf(tell, bought)),
    concentration: buyers
      .flatMap((bought) => concentrationOf(projection, { steps, tell, bought }, under) ?? [])
      .toSorted(mostConcentrated),
    cutNodes: cuts.nodes
      .map((position): CutNode => ({
        node: idAt(position),
        neighbourCount: (view.offsets[position + 1] ?? 0) - (view.offsets[position] ?? 0),
        partCount: cuts.parts[position] ?? 0,
        relations: linksOf(view.nodes[position] ?? -1),
      }))
      .toSorted((a, b) => b.neighbourCount - a.neighbourCount || (a.node < b.node ? -1 : 1)),
    bridges: cuts.bridges.map(([a, b]): Bridge => ({
      ends: [idAt(a), idAt(b)],
      relations: linksOf(view.nodes[a] ?? -1, view.nodes[b] ?? -1),
    })),
    singleBuyer: findSingleBuyers(
      projection,
      projection.compile({ relationTypes: SALES_TYPES, evidence, asOf }),
      linkage,
    ),
  };
}

/** Relations of a node, or between it and another, under a filter, ascending. */
function linksIn(
  projection: Projection,
  filter: CompiledFilter,
): (node: NodeIndex, other?: NodeIndex) => readonly RelationId[] {
  return (node, other) =>
    [projection.outgoing, projection.incoming]
      .flatMap(({ offsets, relations }) => [...relations.subarray(offsets[node], offsets[node + 1])])
      .filter((relation) => {
        const [from, to] = [projection.relationFrom(relation), projection.relationTo(relation)];
        if (from === to || !filter.allowsRelation(relation)) return false;
        return other === undefined || from === other || to === other;
      })
      .map((relation) => projection.relationId(relation))
      .toSorted();
}

function singleSourceOf(tell: (step: number) => TierStep, bought: Int32Array): readonly SingleSource[] {
  const [only, another] = bought;
  if (only === undefined || another !== undefined) return [];
  const { buyer, supplier, relations } = tell(only);
  return [{ buyer, supplier, relations }];
}

/**
 * Which ties of clusters and groups to large industry are lost or weakened when a node is gone, and which nodes are then apart
 * from the rest of what it was linked with (over {@link LINKAGE_TYPES}).
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
  const { evidence, asOf } = request;
  const view = undirectedView(projection, projection.compile({ relationTypes: LINKAGE_TYPES, evidence, asOf }));
  return {
    revision: projection.revision,
    ...cutOffWithout(projection, view, projection.nodeId(node)),
    tieCount: before.length,
    lost: before.filter((tie) => !after.has(pairOf(tie))).toSorted((a, b) => b.strength - a.strength || byPair(a, b)),
    weakened: weakened.toSorted((a, b) => lossOf(b) - lossOf(a) || byPair(a.before, b.before)),
  };
}

const pairOf = (tie: Tie): string => `${tie.cluster} ${tie.largeIndustry}`;
const byPair = (a: Tie, b: Tie): number => (pairOf(a) < pairOf(b) ? -1 : 1);
const lossOf = ({ before, after }: WeakenedTie): number => before.strength - after.strength;
