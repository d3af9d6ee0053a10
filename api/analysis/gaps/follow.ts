import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind, type PartialDate, type RelationType } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';

/** A node that was reached, and the relations that lead there from the start, in order. */
export interface Reached {
  readonly node: NodeIndex;
  readonly relations: readonly RelationIndex[];
}

export interface FollowRequest {
  readonly types: readonly RelationType[];
  readonly asOf: PartialDate | undefined;
  /** Absent: any. */
  readonly evidence?: readonly EvidenceKind[];
  /** Against the relations' direction. */
  readonly backwards?: boolean;
}

/** One step along relations of some types: ascending by relation. */
export type Follow = (from: NodeIndex) => readonly Reached[];

export function follower(projection: Projection, request: FollowRequest): Follow {
  const filter = projection.compile({
    relationTypes: request.types,
    evidence: request.evidence ?? EVIDENCE_KINDS_BY_STRENGTH,
    asOf: request.asOf,
  });
  const { offsets, relations } = request.backwards === true ? projection.incoming : projection.outgoing;
  return (from) => {
    const found: Reached[] = [];
    for (let at = offsets[from] ?? 0; at < (offsets[from + 1] ?? 0); at += 1) {
      const relation = relations[at] ?? -1;
      if (!filter.allowsRelation(relation)) continue;
      const node = request.backwards === true ? projection.relationFrom(relation) : projection.relationTo(relation);
      found.push({ node, relations: [relation] });
    }
    return found;
  };
}

/** All that any number of steps leads to, the starts included, each by the first of the shortest ways; breadth first. */
export function followAll(starts: readonly Reached[], follow: Follow): readonly Reached[] {
  const seen = new Map<NodeIndex, Reached>();
  for (const start of starts) if (!seen.has(start.node)) seen.set(start.node, start);
  for (const { node, relations } of seen.values()) {
    for (const next of follow(node)) {
      if (!seen.has(next.node)) seen.set(next.node, { node: next.node, relations: [...relations, ...next.relations] });
    }
  }
  return [...seen.values()];
}

/** What was reached, each node once with all relations that lead there in a step; ascending by node. */
export function byNode(reached: readonly Reached[]): readonly (readonly [NodeIndex, readonly RelationIndex[]])[] {
  const found = new Map<NodeIndex, RelationIndex[]>();
  for (const { node, relations } of reached) found.set(node, [...(found.get(node) ?? []), ...relations]);
  return [...found].sort(([a], [b]) => a - b);
}
