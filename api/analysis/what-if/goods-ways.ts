/** Shortest ways of goods between what is closed and everyone else, level by level. */
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import type { SupplyStep, SupplySteps } from '../tiers/supply-steps.ts';
import type { Way } from './what-if-types.ts';

/** A node with its tier and the step by which its way goes on towards the closed. */
interface Reached {
  readonly tier: number;
  readonly step: SupplyStep;
}

export interface GoodsWays {
  /** By node; the closed themselves are not among them. */
  readonly reached: ReadonlyMap<NodeIndex, Reached>;
  /** From the node to the nearest closed one, against the goods where they come from there. */
  wayFrom(node: NodeIndex): Way;
}

/**
 * Breadth first from the closed, along the goods (FORWARDS: buyers) or against them (BACKWARDS: suppliers). Of several ways of the
 * fewest steps the one over the smallest ids stands, since nodes are indexed by id and every level is looked at ascending.
 */
export function goodsWays(
  projection: Projection,
  steps: SupplySteps,
  closed: ReadonlySet<NodeIndex>,
  direction: 'FORWARDS' | 'BACKWARDS',
  depth: number,
): GoodsWays {
  const forwards = direction === 'FORWARDS';
  const reached = new Map<NodeIndex, Reached>();
  let front = [...closed].toSorted((a, b) => a - b);
  for (let tier = 1; tier <= depth && front.length > 0; tier += 1) {
    const next: NodeIndex[] = [];
    for (const node of front) {
      for (const step of forwards ? steps.outOf(node) : steps.into(node)) {
        const other = forwards ? step.to : step.from;
        if (closed.has(other) || reached.has(other)) continue;
        reached.set(other, { tier, step });
        next.push(other);
      }
    }
    front = next.toSorted((a, b) => a - b);
  }
  return {
    reached,
    wayFrom: (node) => {
      const nodes = [projection.nodeId(node)];
      const relations: Way['relations'][number][] = [];
      for (let at = node, found = reached.get(at); found !== undefined; found = reached.get(at)) {
        const [relation] = found.step.relations;
        if (relation !== undefined) relations.push(relation);
        at = forwards ? found.step.from : found.step.to;
        nodes.push(projection.nodeId(at));
      }
      return { nodes, relations };
    },
  };
}
