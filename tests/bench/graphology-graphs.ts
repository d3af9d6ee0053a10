/** The graph that analyses are measured on as graphology has it, and what is asked of it as one writes it there. */
import { DirectedGraph, MultiDirectedGraph, UndirectedGraph } from 'graphology';
import { firstDay, lastDay, type PartialDate, type PeriodBounds } from '#vocabulary';
import type { NodeIndex, Projection } from '../../api/projection/projection.ts';

/** Of parallel relations: what they state of the buyer's purchases, and whether one of them states nothing. */
type SupplyEdge = { stated: number; unknown: boolean };

/** Prepared for one question: observed supply, parallel relations once; nodes by their index. */
export function supplyGraph(from: Projection): DirectedGraph<Record<string, never>, SupplyEdge> {
  const graph = new DirectedGraph<Record<string, never>, SupplyEdge>();
  for (let node = 0; node < from.nodeCount; node += 1) graph.addNode(node);
  for (let relation = 0; relation < from.relationCount; relation += 1) {
    if (from.relationType(relation) !== 'SUPPLIES') continue;
    const share = from.relationShare(relation);
    graph.updateEdge(from.relationFrom(relation), from.relationTo(relation), (edge) => ({
      stated: (edge.stated ?? 0) + (share ?? 0),
      unknown: edge.unknown === true || share === null,
    }));
  }
  return graph;
}

/** All relations without their directions, parallel ones once; nodes by their index. */
export function undirectedGraph(from: Projection): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let node = 0; node < from.nodeCount; node += 1) graph.addNode(node);
  for (let relation = 0; relation < from.relationCount; relation += 1) {
    graph.mergeEdge(from.relationFrom(relation), from.relationTo(relation));
  }
  return graph;
}

type RelationEdge = PeriodBounds & { readonly type: string; readonly evidence: string; readonly share: number | null };
type WholeGraph = MultiDirectedGraph<Record<string, never>, RelationEdge>;

let whole: { readonly of: Projection; readonly graph: WholeGraph } | null = null;

/** All relations with what filters and shares need; nodes by their index. About a gigabyte, so built once. */
export function wholeGraph(from: Projection): WholeGraph {
  if (whole?.of === from) return whole.graph;
  const graph: WholeGraph = new MultiDirectedGraph();
  for (let node = 0; node < from.nodeCount; node += 1) graph.addNode(node);
  for (let relation = 0; relation < from.relationCount; relation += 1) {
    graph.addDirectedEdgeWithKey(relation, from.relationFrom(relation), from.relationTo(relation), {
      ...from.relationBounds(relation),
      type: from.relationType(relation),
      evidence: from.relationEvidence(relation),
      share: from.relationShare(relation),
    });
  }
  whole = { of: from, graph };
  return graph;
}

/** Nodes by their index as texts. */
export interface PlainWay {
  readonly nodes: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** The same ways with the same parts in the same order, as one writes it on graphology over a graph prepared for it. */
export function traceOfSupply(
  graph: ReturnType<typeof supplyGraph>,
  root: NodeIndex,
  depth: number,
): readonly PlainWay[] {
  const rests = new Map<string, number>();
  const restOf = (buyer: string): number => {
    const before = rests.get(buyer);
    if (before !== undefined) return before;
    let stated = 0;
    graph.forEachInEdge(buyer, (_edge, attributes) => void (stated += attributes.stated));
    rests.set(buyer, Math.max(0, 1 - stated));
    return Math.max(0, 1 - stated);
  };
  return inOrder(root, depth, (buyer, visit) =>
    graph.forEachInEdge(buyer, (_edge, { stated, unknown: some }, supplier) =>
      visit(supplier, stated, some ? stated + restOf(buyer) : stated),
    ),
  );
}

/** The same over all relations, of which it keeps the documented supply that held or possibly held then. */
export function traceOfWhole(
  graph: WholeGraph,
  root: NodeIndex,
  depth: number,
  asOf: PartialDate,
): readonly PlainWay[] {
  const [first, last] = [firstDay(asOf), lastDay(asOf)];
  const bought = new Map<string, readonly (readonly [supplier: string, low: number, high: number])[]>();
  const purchases = (buyer: string) => {
    const before = bought.get(buyer);
    if (before !== undefined) return before;
    const bySupplier = new Map<string, { stated: number; unknown: boolean }>();
    let known = 0;
    graph.forEachInEdge(buyer, (_edge, { type, evidence, share, earliestStart, latestEnd }, supplier) => {
      if (type !== 'SUPPLIES' || evidence !== 'DOCUMENTED' || earliestStart > last || latestEnd < first) return;
      const { stated, unknown } = bySupplier.get(supplier) ?? { stated: 0, unknown: false };
      bySupplier.set(supplier, { stated: stated + (share ?? 0), unknown: unknown || share === null });
      known += share ?? 0;
    });
    const rest = Math.max(0, 1 - known);
    const found = [...bySupplier].map(
      ([supplier, { stated, unknown }]) => [supplier, stated, unknown ? stated + rest : stated] as const,
    );
    bought.set(buyer, found);
    return found;
  };
  return inOrder(root, depth, (buyer, visit) => purchases(buyer).forEach((bought) => visit(...bought)));
}

type EachPurchase = (buyer: string, visit: (supplier: string, low: number, high: number) => void) => void;

function inOrder(root: NodeIndex, depth: number, eachPurchase: EachPurchase): readonly PlainWay[] {
  const ways: PlainWay[] = [];
  const walk = ({ nodes, low, high }: PlainWay, left: number): void => {
    eachPurchase(nodes.at(-1) ?? '', (supplier, lowPart, highPart) => {
      const way = { nodes: [...nodes, supplier], low: low * lowPart, high: high * highPart };
      ways.push(way);
      if (left > 1 && !nodes.includes(supplier)) walk(way, left - 1);
    });
  };
  walk({ nodes: [String(root)], low: 1, high: 1 }, depth);
  const byNumber = (a: PlainWay, b: PlainWay): number =>
    a.nodes.reduce((order, node, i) => (order === 0 ? Number(node) - Number(b.nodes[i]) : order), 0);
  return ways.sort((a, b) => a.nodes.length - b.nodes.length || b.low - a.low || b.high - a.high || byNumber(a, b));
}
