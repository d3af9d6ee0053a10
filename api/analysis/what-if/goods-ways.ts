/** Shortest ways of goods between what is closed and everyone else, level by level. */
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import type { SupplySteps } from '../tiers/supply-steps.ts';
import type { Way } from './what-if-types.ts';

/** A node with its tier and the step by which its way goes on towards the closed, in {@link SupplySteps}. */
interface Reached {
  readonly tier: number;
  readonly step: number;
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
      const list = forwards ? steps.sold.stepsOf(steps.outOf(node)) : steps.bought.stepsOf(steps.into(node));
      for (const step of list) {
        const other = (forwards ? steps.to : steps.from)[step] ?? -1;
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
        const [relation] = steps.relationsOf(found.step);
        if (relation !== undefined) relations.push(projection.relationId(relation));
        at = (forwards ? steps.from : steps.to)[found.step] ?? -1;
        nodes.push(projection.nodeId(at));
      }
      return { nodes, relations };
    },
  };
}
