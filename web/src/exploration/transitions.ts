import type { NodeId, RelationId } from '#vocabulary';
import type { Exploration, View } from './exploration.ts';
import type { Arrived, KnownNode, KnownRelation } from './known.ts';
import { sameSelection, type Selection } from './selection.ts';
import { stepTo } from './step.ts';

/** Adds to what is known; a later word on the same id replaces the earlier one. */
export function remember(exploration: Exploration, arrived: Arrived): Exploration {
  if (arrived.nodes.length === 0 && arrived.relations.length === 0) return exploration;
  const nodes: Record<NodeId, KnownNode> = { ...exploration.nodes };
  for (const node of arrived.nodes) nodes[node.id] = node;
  const relations: Record<RelationId, KnownRelation> = { ...exploration.relations };
  for (const relation of arrived.relations) relations[relation.id] = relation;
  return { ...exploration, nodes, relations };
}

/** Adds how many relations nodes have under the filters of the answered question. */
export function rememberCounts(exploration: Exploration, counts: Readonly<Record<NodeId, number>>): Exploration {
  return { ...exploration, counts: { ...exploration.counts, ...counts } };
}

/** Selects one thing, or nothing. Selecting never changes what is drawn. */
export function select(exploration: Exploration, selection: Selection | null): Exploration {
  return { ...exploration, selection, lookedAt: selection ?? exploration.lookedAt };
}

/** Points at one thing, or at nothing. */
export function hover(exploration: Exploration, pointedAt: Selection | null): Exploration {
  return sameSelection(exploration.hover, pointedAt) ? exploration : { ...exploration, hover: pointedAt };
}

export function setView(exploration: Exploration, view: View): Exploration {
  return exploration.view === view ? exploration : { ...exploration, view };
}

/** Puts known nodes into the picture, such as one that was searched for; unknown ones are left out. One that was hidden is shown again. `relations` come along: drawn where both ends are. */
export function placeNodes(
  exploration: Exploration,
  ids: readonly NodeId[],
  relations: readonly RelationId[] = [],
): Exploration {
  const known = [...new Set(ids)].filter((id) => exploration.nodes[id] !== undefined);
  const added = known.filter((id) => !exploration.placed.includes(id));
  const hidden = exploration.hidden.filter((id) => !known.includes(id));
  const joined = relations.filter((id) => !exploration.placedRelations.includes(id));
  if (added.length === 0 && joined.length === 0 && hidden.length === exploration.hidden.length) return exploration;
  const placed = [...exploration.placed, ...added];
  const placedRelations =
    joined.length === 0 ? exploration.placedRelations : [...exploration.placedRelations, ...joined];
  return stepTo(exploration, { kind: 'PLACE', nodes: known }, { placed, placedRelations, hidden });
}

/** Takes a node that was put into the picture out again; what else holds it there still does. */
export function unplaceNode(exploration: Exploration, id: NodeId): Exploration {
  if (!exploration.placed.includes(id)) return exploration;
  const placed = exploration.placed.filter((other) => other !== id);
  return stepTo(exploration, { kind: 'UNPLACE', nodes: [id] }, { placed });
}

/** A tie or relation that is no longer known cannot stay selected or pointed at; nodes and sources can. */
export function forgetMissing(exploration: Exploration): Exploration {
  const { selection, hover: pointedAt } = exploration;
  const gone = (thing: Selection | null): boolean =>
    (thing?.kind === 'tie' && exploration.answer?.ties.every((tie) => tie.id !== thing.id) === true) ||
    (thing?.kind === 'relations' && thing.ids.some((id) => exploration.relations[id] === undefined));
  if (!gone(selection) && !gone(pointedAt)) return exploration;
  return { ...exploration, selection: gone(selection) ? null : selection, hover: gone(pointedAt) ? null : pointedAt };
}
