import type { RelationId } from '#vocabulary';
import type { Exploration } from './exploration.ts';
import type { Expansion, Extent } from './groups.ts';

/** What the open groups, and a picture shown whole, hold beyond what is drawn. A relation of a group counts as shown whoever brought it. */
export function remainingOf(exploration: Exploration, shown: ReadonlySet<RelationId>): Extent {
  let nodes = 0;
  let relations = 0;
  for (const expansion of exploration.expansions) {
    const drawn = shownOfGroup(exploration, expansion, shown);
    nodes += Math.max(0, expansion.total.nodes - drawn.nodes);
    relations += Math.max(0, expansion.total.relations - drawn.relations);
  }
  const { picture } = exploration;
  if (picture !== null) {
    nodes += Math.max(0, picture.total.nodes - picture.nodes.length);
    relations += Math.max(0, picture.total.relations - picture.relations.length);
  }
  return { nodes, relations };
}

/** How much of a group is drawn, so that its row can say "25 of 40". */
export function shownOfGroup(exploration: Exploration, { group }: Expansion, shown: ReadonlySet<RelationId>): Extent {
  const ends = new Set<string>();
  let relations = 0;
  for (const id of shown) {
    const relation = exploration.relations[id];
    if (relation === undefined || relation.type !== group.relationType) continue;
    const [near, far] = group.direction === 'OUT' ? [relation.from, relation.to] : [relation.to, relation.from];
    if (near !== group.of || exploration.nodes[far]?.type !== group.nodeType) continue;
    relations += 1;
    ends.add(far);
  }
  return { nodes: ends.size, relations };
}
