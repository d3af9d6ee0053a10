import type { CompiledFilter, Direction, NodeIndex, Projection, RelationIndex } from '../projection/projection.ts';
import { NodeMarks, NodeNumbers } from './node-marks.ts';

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

/** At most as many steps as lead from a node to the target; UNREACHABLE where it was found that none do. */
export type Estimate = (node: NodeIndex) => number;

/**
 * Exact as far from the target as a search from both ends has to look until it meets (Pohl 1971), one step more beyond.
 * UNREACHABLE for all where none lead from the start to the target. Touches the two halves only.
 */
export function estimateTo(target: NodeIndex, start: NodeIndex, walk: Walk, nodeCount: number): Estimate {
  const steps = new NodeNumbers(nodeCount, UNREACHABLE);
  const seen = new NodeMarks(nodeCount);
  steps.set(target, 0);
  seen.add(start);
  let [back, forth]: [NodeIndex[], NodeIndex[]] = [[target], [start]];
  let radius = 0;
  const halves = { met: start === target };
  while (!halves.met) {
    if (forth.length === 0) return () => UNREACHABLE;
    // All that leads to the target was found: nothing is left to estimate.
    if (back.length === 0) return (node) => steps.get(node);
    const found: NodeIndex[] = [];
    if (back.length <= forth.length) {
      radius += 1;
      for (const node of back) {
        walk.eachStepBack(node, (other) => {
          if (steps.get(other) !== UNREACHABLE) return;
          steps.set(other, radius);
          halves.met ||= seen.has(other);
          found.push(other);
        });
      }
      back = found;
    } else {
      for (const node of forth) {
        walk.eachStep(node, (other) => {
          if (seen.has(other)) return;
          seen.add(other);
          halves.met ||= steps.get(other) !== UNREACHABLE;
          found.push(other);
        });
      }
      forth = found;
    }
  }
  const beyond = radius + 1;
  return (node) => Math.min(steps.get(node), beyond);
}
