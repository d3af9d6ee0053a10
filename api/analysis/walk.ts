import { OtherEnds } from '../projection/other-ends.ts';
import type {
  AdjacencyRows,
  CompiledFilter,
  Direction,
  NodeIndex,
  Projection,
  RelationIndex,
} from '../projection/projection.ts';

/** Where one may go from a node under a filter and a direction. */
export interface Walk {
  /** Calls for each relation that may be followed from the node, with where it leads; forwards. */
  eachStep(node: NodeIndex, visit: (other: NodeIndex, relation: RelationIndex) => void): void;
  /** The same against the direction: each relation by which one may arrive at the node, with where from. */
  eachStepBack(node: NodeIndex, visit: (other: NodeIndex, relation: RelationIndex) => void): void;
  /** The rows that steps stand in, forwards and backwards, for a search that cannot wait for lists of them. */
  readonly forwards: readonly AdjacencyRows[];
  readonly backwards: readonly AdjacencyRows[];
  readonly filter: CompiledFilter;
  /** Lists, in place of what stood there, where relations lead that may be followed from the node; forwards. */
  next(node: NodeIndex, into: OtherEnds): void;
  /** Against the direction: from where one may arrive at the node. */
  previous(node: NodeIndex, into: OtherEnds): void;
}

export function walkOf(projection: Projection, filter: CompiledFilter, direction: Direction): Walk {
  const { outgoing, incoming } = projection;
  const forwards = rowsOf(outgoing, incoming, direction);
  const backwards = rowsOf(incoming, outgoing, direction);
  const list = (along: readonly AdjacencyRows[], node: NodeIndex, into: OtherEnds): void => {
    into.empty();
    for (const rows of along) filter.appendSteps(rows, node, into);
  };
  const each = (along: readonly AdjacencyRows[], node: NodeIndex, visit: (other: number, relation: number) => void) => {
    for (const rows of along) {
      const end = rows.offsets[node + 1] ?? 0;
      for (let at = rows.offsets[node] ?? 0; at < end; at += 1) {
        if (filter.allowsStep(rows, at)) visit(rows.nodes[at] ?? -1, rows.relations[at] ?? -1);
      }
    }
  };
  return {
    forwards,
    backwards,
    filter,
    eachStep: (node, visit) => each(forwards, node, visit),
    eachStepBack: (node, visit) => each(backwards, node, visit),
    next: (node, into) => list(forwards, node, into),
    previous: (node, into) => list(backwards, node, into),
  };
}

/** @param along the rows of those who go OUT */
function rowsOf(along: AdjacencyRows, against: AdjacencyRows, direction: Direction): readonly AdjacencyRows[] {
  if (direction === 'BOTH') return [along, against];
  return [direction === 'OUT' ? along : against];
}

/** No number of steps leads there. */
export const UNREACHABLE = 2_147_483_647;

/** For every node the fewest steps from it to the target; UNREACHABLE where none lead there. Breadth first, O(nodes + relations). */
export function stepsTo(target: NodeIndex, walk: Walk, nodeCount: number): Int32Array {
  const steps = new Int32Array(nodeCount).fill(UNREACHABLE);
  steps[target] = 0;
  const queue = [target];
  const from = new OtherEnds();
  for (const node of queue) {
    const next = (steps[node] ?? 0) + 1;
    walk.previous(node, from);
    for (let i = 0; i < from.count; i += 1) {
      const other = from.nodes[i] ?? -1;
      if (steps[other] !== UNREACHABLE) continue;
      steps[other] = next;
      queue.push(other);
    }
  }
  return steps;
}
