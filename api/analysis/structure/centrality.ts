/** Which nodes matter most for how others are linked (ANALYSIS.md §7). */
import type { Projection } from '../../projection/projection.ts';
import { betweenness, sampledSources } from './betweenness.ts';
import { type CentralityAnswer, type CentralityRank, type CentralityRequest } from './centrality-types.ts';
import { pageRank } from './page-rank.ts';
import { LINKAGE_TYPES, undirectedView, type UndirectedView } from './undirected-view.ts';

/** Values closer than this are equal: sums of floats differ in their last digits. */
const DECIMALS = 1e9;

/** Over the undirected view of the relations under the filters: parallel relations count once. */
export function rankByCentrality(projection: Projection, request: CentralityRequest): CentralityAnswer {
  const { evidence, asOf, nodeTypes = [] } = request;
  const asked = request.relationTypes ?? [];
  const filter = projection.compile({ relationTypes: asked.length > 0 ? asked : LINKAGE_TYPES, evidence, asOf });
  const view = undirectedView(projection, filter, request.among);
  const sampled = request.measure === 'BETWEENNESS' ? sampledSources(view.nodes.length, view.neighbours.length) : null;
  const values = valuesOf(view, request.measure, sampled);
  const ranks = [...view.nodes].flatMap((node, position): readonly CentralityRank[] => {
    if (nodeTypes.length > 0 && !nodeTypes.includes(projection.nodeType(node))) return [];
    return [{ node: projection.nodeId(node), value: values[position] ?? 0, degree: degreeAt(view, position) }];
  });
  return {
    revision: projection.revision,
    ranks: ranks.toSorted(
      (a, b) => Math.round(b.value * DECIMALS) - Math.round(a.value * DECIMALS) || (a.node < b.node ? -1 : 1),
    ),
    values: new Map([...view.nodes].map((node, position) => [projection.nodeId(node), values[position] ?? 0])),
    nodeCount: view.nodes.length,
    pairCount: view.neighbours.length / 2,
    sampledFrom: sampled,
  };
}

function degreeAt({ offsets }: UndirectedView, position: number): number {
  return (offsets[position + 1] ?? 0) - (offsets[position] ?? 0);
}

function valuesOf(view: UndirectedView, measure: CentralityRequest['measure'], sampled: number | null): Float64Array {
  switch (measure) {
    case 'DEGREE':
      return Float64Array.from(view.nodes, (_, position) => degreeAt(view, position));
    case 'PAGERANK':
      return pageRank(view);
    case 'BETWEENNESS':
      return betweenness(view, sampled === null ? view.nodes.keys() : spread(view.nodes.length, sampled));
  }
}

/** Sources at even distances: the same every time, and no part of the id range left out. */
function spread(count: number, sources: number): readonly number[] {
  return Array.from({ length: sources }, (_, i) => Math.floor((i * count) / sources));
}
