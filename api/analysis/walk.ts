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

/**
 * For every node at most as many steps as lead from it to the target: exact as far from the target as a search from both ends has to look
 * until it meets (Pohl 1971), one step more beyond. UNREACHABLE for all where none lead from the start to the target. O(nodes), and the
 * relations of the two halves.
 */
export function estimatesTo(target: NodeIndex, start: NodeIndex, walk: Walk, nodeCount: number): Int32Array {
  const steps = new Int32Array(nodeCount).fill(UNREACHABLE);
  const seen = new Uint8Array(nodeCount);
  steps[target] = 0;
  seen[start] = 1;
  let [back, forth]: [NodeIndex[], NodeIndex[]] = [[target], [start]];
  let radius = 0;
  const halves = { met: start === target };
  while (!halves.met) {
    if (forth.length === 0) return steps.fill(UNREACHABLE);
    // All that leads to the target was found: nothing is left to estimate.
    if (back.length === 0) return steps;
    const found: NodeIndex[] = [];
    if (back.length <= forth.length) {
      radius += 1;
      for (const node of back) {
        walk.eachStepBack(node, (other) => {
          if (steps[other] !== UNREACHABLE) return;
          steps[other] = radius;
          halves.met ||= seen[other] === 1;
          found.push(other);
        });
      }
      back = found;
    } else {
      for (const node of forth) {
        walk.eachStep(node, (other) => {
          if (seen[other] === 1) return;
          seen[other] = 1;
          halves.met ||= steps[other] !== UNREACHABLE;
          found.push(other);
        });
      }
      forth = found;
    }
  }
  return steps.map((exact) => (exact === UNREACHABLE ? radius + 1 : exact));
}
