/** Paths by brute force: every simple sequence of nodes, sorted by length and then by ids. */
import { heldAt, parsePeriod, periodBounds, type EvidenceKind, type PartialDate, type RelationType } from '#vocabulary';
import type { TestGraph } from './graph-of-records.ts';

export interface BruteForcePathsRequest {
  readonly from: string;
  readonly to: string;
  readonly relationTypes: readonly RelationType[];
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  readonly evidence: readonly EvidenceKind[];
  readonly asOf?: PartialDate | undefined;
  readonly excludeNodes: readonly string[];
  readonly maxLength?: number | undefined;
}

export interface BruteForcePath {
  readonly nodes: readonly string[];
  /** Relation ids of every step, ascending. */
  readonly steps: readonly (readonly string[])[];
}

/** All of them; exponential in the size of the graph. */
export function bruteForcePaths(graph: TestGraph, request: BruteForcePathsRequest): readonly BruteForcePath[] {
  const { relationTypes, direction, evidence, asOf, excludeNodes } = request;
  const relations = graph.relations.filter(
    (relation) =>
      relationTypes.includes(relation.type) &&
      evidence.includes(relation.evidence ?? 'DOCUMENTED') &&
      (asOf === undefined || heldAt(periodBounds(parsePeriod(relation.period ?? {})), asOf) !== 'NO'),
  );
  const stepBetween = (from: string, to: string): string[] =>
    relations
      .filter(
        (relation) =>
          (direction !== 'IN' && relation.from === from && relation.to === to) ||
          (direction !== 'OUT' && relation.from === to && relation.to === from),
      )
      .map(({ id }) => id)
      .sort();
  const found: BruteForcePath[] = [];
  const extend = (nodes: readonly string[], steps: readonly (readonly string[])[]): void => {
    const end = nodes.at(-1) ?? request.from;
    if (end === request.to) {
      found.push({ nodes, steps });
      return;
    }
    if (steps.length === (request.maxLength ?? Infinity)) return;
    for (const { id } of graph.nodes) {
      if (nodes.includes(id) || excludeNodes.includes(id)) continue;
      const step = stepBetween(end, id);
      if (step.length > 0) extend([...nodes, id], [...steps, step]);
    }
  };
  extend([request.from], []);
  const key = ({ nodes }: BruteForcePath): string => nodes.join('\n');
  return found.sort((a, b) => a.nodes.length - b.nodes.length || (key(a) < key(b) ? -1 : 1));
}
