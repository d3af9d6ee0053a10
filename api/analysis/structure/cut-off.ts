/** What a node's removal leaves apart from the rest. */
import type { NodeId } from '#vocabulary';
import type { Projection } from '../../projection/projection.ts';
import type { CutOff } from './fragility-types.ts';
import type { UndirectedView } from './undirected-view.ts';

/** The parts that are left of a node's part when it is gone. */
export interface LeftParts {
  /** Parts that are left; 0 where the node has no neighbour. */
  readonly partCount: number;
  /** Nodes of every part but the largest (of equal ones, that of the smallest id): by steps from the node, then id. */
  readonly cutOff: readonly CutOff[];
}

/** O(nodes + neighbours) of the view. */
export function cutOffWithout(projection: Projection, view: UndirectedView, node: NodeId): LeftParts {
  const gone = view.nodes.indexOf(projection.nodeIndex(node) ?? -1);
  if (gone < 0) return { partCount: 0, cutOff: [] };
  const steps = stepsFrom(view, gone);
  const seen = new Set([gone]);
  const parts: (readonly number[])[] = [];
  for (const start of neighboursOf(view, gone)) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const at of part) {
      for (const next of neighboursOf(view, at)) {
        if (seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    parts.push(part);
  }
  const idAt = (position: number): NodeId => projection.nodeId(view.nodes[position] ?? -1);
  const smallest = (part: readonly number[]): NodeId => part.map(idAt).reduce((a, b) => (a < b ? a : b));
  const ordered = parts.toSorted((a, b) => b.length - a.length || (smallest(a) < smallest(b) ? -1 : 1));
  const cutOff = ordered
    .slice(1)
    .flat()
    .map((position) => ({ node: idAt(position), steps: steps[position] ?? 0 }));
  return {
    partCount: parts.length,
    cutOff: cutOff.toSorted((a, b) => a.steps - b.steps || (a.node < b.node ? -1 : 1)),
  };
}

const neighboursOf = ({ offsets, neighbours }: UndirectedView, position: number): Int32Array =>
  neighbours.subarray(offsets[position], offsets[position + 1]);

function stepsFrom(view: UndirectedView, start: number): Int32Array {
  const steps = new Int32Array(view.nodes.length).fill(-1);
  steps[start] = 0;
  const front = [start];
  for (const at of front) {
    for (const next of neighboursOf(view, at)) {
      if ((steps[next] ?? 0) >= 0) continue;
      steps[next] = (steps[at] ?? 0) + 1;
      front.push(next);
    }
  }
  return steps;
}
