import type { NodeId } from '#vocabulary';
import type { KnownNode } from '../exploration/known.ts';
import type { Spot } from '../exploration/spot.ts';
import type { VisibleNode } from '../exploration/visible-graph.ts';

/** Where a node of the picture stands; a group stands where the place or cluster stands that its members have in common. */
export function spotOfVisible({ id, group }: VisibleNode, nodes: Readonly<Record<NodeId, KnownNode>>): Spot | null {
  const of = group === null ? id : group.by;
  return of === null ? null : (nodes[of]?.at ?? null);
}
