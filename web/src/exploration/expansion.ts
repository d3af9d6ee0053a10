import type { NodeId } from '#vocabulary';
import {
  groupId,
  LOADING,
  type Expansion,
  type Exploration,
  type Extent,
  type GroupKey,
  type RequestState,
} from './exploration.ts';
import { remember, type Arrived } from './transitions.ts';

/** A page of a group: what the API answered to `neighbourhood` with the group's filter. */
export interface GroupPage extends Arrived {
  /** The whole group's size. */
  readonly total: Extent;
  readonly endCursor: string | null;
}

/** Notes that a group is being asked for. */
export function startExpansion(exploration: Exploration, group: GroupKey): Exploration {
  return withExpanding(exploration, group, LOADING);
}

/** The group could not be opened. */
export function failExpansion(exploration: Exploration, group: GroupKey, message: string): Exploration {
  return withExpanding(exploration, group, { status: 'failed', message });
}

/**
 * A page of a group is there: the first opens it, later ones ("show more") add to it. Pages of a group that was
 * closed meanwhile, or never asked for, are ignored.
 */
export function receiveExpansion(exploration: Exploration, group: GroupKey, page: GroupPage): Exploration {
  const key = groupId(group);
  if (exploration.expanding[key]?.status !== 'loading') return exploration;
  const before = expansionOf(exploration, group);
  const arrivedNodes = page.nodes.map((node) => node.id).filter((id) => id !== group.of);
  const expansion: Expansion = {
    group,
    nodes: [...new Set([...(before?.nodes ?? []), ...arrivedNodes])],
    relations: [...new Set([...(before?.relations ?? []), ...page.relations.map((relation) => relation.id)])],
    total: page.total,
    endCursor: page.endCursor,
  };
  const expansions =
    before === undefined
      ? [...exploration.expansions, expansion]
      : exploration.expansions.map((old) => (old === before ? expansion : old));
  return withExpanding(remember({ ...exploration, expansions }, page), group, null);
}

/**
 * Closes a group. Exactly what it brought goes; what the answer, another open group or a person put there stays, and
 * so does a node from which another group is open.
 */
export function collapse(exploration: Exploration, group: GroupKey): Exploration {
  const key = groupId(group);
  const expansions = exploration.expansions.filter((expansion) => groupId(expansion.group) !== key);
  return withExpanding({ ...exploration, expansions }, group, null);
}

/** Closes every group opened from the node. */
export function collapseAll(exploration: Exploration, of: NodeId): Exploration {
  return expansionsOf(exploration, of).reduce((rest, expansion) => collapse(rest, expansion.group), exploration);
}

export function expansionOf(exploration: Exploration, group: GroupKey): Expansion | undefined {
  const key = groupId(group);
  return exploration.expansions.find((expansion) => groupId(expansion.group) === key);
}

/** Groups opened from the node, oldest first. */
function expansionsOf(exploration: Exploration, of: NodeId): readonly Expansion[] {
  return exploration.expansions.filter((expansion) => expansion.group.of === of);
}

function withExpanding(exploration: Exploration, group: GroupKey, state: RequestState | null): Exploration {
  const { [groupId(group)]: _, ...rest } = exploration.expanding;
  return { ...exploration, expanding: state === null ? rest : { ...rest, [groupId(group)]: state } };
}
