import type { CompiledFilter, Direction, NodeIndex, Projection, RelationIndex } from '../projection/projection.ts';

/** Where one may go from a node under a filter and a direction. */
export interface Walk {
  /** Calls for each relation that may be followed from the node, with where it leads; forwards. */
  eachStep(node: NodeIndex, visit: (other: NodeIndex, relation: RelationIndex) => void): void;
  /** The same against the direction: each relation by which one may arrive at the node, with where from. */
  eachStepBack(node: NodeIndex, visit: (other: NodeIndex, relation: RelationIndex) => void): void;
}

export function walkOf(projection: Projection, filter: CompiledFilter, direction: Direction): Walk {
  const along = (outgoing: boolean, node: NodeIndex, visit: (other: NodeIndex, relation: RelationIndex) => void) => {
    const { offsets, relations } = outgoing ? projection.outgoing : projection.incoming;
    const end = offsets[node + 1] ?? 0;
    for (let at = offsets[node] ?? 0; at < end; at += 1) {
      const relation = relations[at] ?? -1;
      if (!filter.allowsRelation(relation)) continue;
      const other = outgoing ? projection.relationTo(relation) : projection.relationFrom(relation);
      if (filter.allowsNode(other)) visit(other, relation);
    }
  };
  return {
    eachStep: (node, visit) => {
      if (direction !== 'IN') along(true, node, visit);
      if (direction !== 'OUT') along(false, node, visit);
    },
    eachStepBack: (node, visit) => {
      if (direction !== 'IN') along(false, node, visit);
      if (direction !== 'OUT') along(true, node, visit);
    },
  };
}

/** No number of steps leads there. */
export const UNREACHABLE = 2_147_483_647;

/** For every node the fewest steps from it to the target; UNREACHABLE where none lead there. Breadth first, O(nodes + relations). */
export function stepsTo(target: NodeIndex, walk: Walk, nodeCount: number): Int32Array {
  const steps = new Int32Array(nodeCount).fill(UNREACHABLE);
  steps[target] = 0;
  const queue = [target];
  for (const node of queue) {
    const next = (steps[node] ?? 0) + 1;
    walk.eachStepBack(node, (other) => {
      if (steps[other] !== UNREACHABLE) return;
      steps[other] = next;
      queue.push(other);
    });
  }
  return steps;
}
