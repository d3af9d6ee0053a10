import type { NodeId } from '#vocabulary';
import type { TieId } from './answer.ts';
import { answerNodes } from './drawn-nodes.ts';
import type { Exploration } from './exploration.ts';
import type { GroupKey } from './groups.ts';
import type { WayId } from './way.ts';

/** Why a node is in the picture. Each can be taken back by itself; the node goes when none is left. */
export type Reason =
  /** The answer names it: an end of these ties, or a firm between; no tie: a cluster in scope without one. */
  | { readonly kind: 'ANSWER'; readonly ties: readonly TieId[] }
  /** A person put it there. */
  | { readonly kind: 'PLACED' }
  /** An open group brought it. */
  | { readonly kind: 'EXPANSION'; readonly group: GroupKey }
  /** These groups are open from it. */
  | { readonly kind: 'EXPANDED'; readonly groups: readonly GroupKey[] }
  | { readonly kind: 'WAY'; readonly way: WayId }
  /** It is in the part of the graph that was shown whole. */
  | { readonly kind: 'PICTURE' };

/** Everything that holds a node in the picture, in the order the picture was built; empty when nothing does. */
export function reasonsFor(exploration: Exploration, id: NodeId): readonly Reason[] {
  const reasons: Reason[] = [];
  const ties = answerNodes(exploration).get(id);
  if (ties !== undefined) reasons.push({ kind: 'ANSWER', ties: [...ties] });
  if (exploration.placed.includes(id)) reasons.push({ kind: 'PLACED' });
  for (const { group, nodes } of exploration.expansions) {
    if (group.of !== id && nodes.includes(id)) reasons.push({ kind: 'EXPANSION', group });
  }
  const groups = exploration.expansions.filter(({ group }) => group.of === id).map(({ group }) => group);
  if (groups.length > 0) reasons.push({ kind: 'EXPANDED', groups });
  for (const way of exploration.ways) if (way.nodes.includes(id)) reasons.push({ kind: 'WAY', way: way.id });
  if (exploration.picture?.nodes.includes(id) === true) reasons.push({ kind: 'PICTURE' });
  return exploration.nodes[id] === undefined ? [] : reasons;
}
