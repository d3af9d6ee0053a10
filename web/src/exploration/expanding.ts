import type { NodeId } from '#vocabulary';
import { LOADING, type Exploration, type RequestState } from './exploration.ts';
import {
  expansionOf,
  EXPAND_AT_MOST,
  groupId,
  NO_EXPANSION_FILTER,
  type Expansion,
  type ExpansionFilter,
  type Extent,
  type GroupKey,
} from './groups.ts';
import type { Arrived, KnownRelation } from './known.ts';
import { stepTo, type Step } from './step.ts';
import { remember } from './transitions.ts';

/** A page of a group: what the API answered to `neighbourhood` with the group's filter. */
export interface GroupPage extends Arrived {
  /** The whole group's size. */
  readonly total: Extent;
  readonly endCursor: string | null;
}

/** A group with what was answered to it. */
export interface OpenedGroup {
  readonly group: GroupKey;
  readonly filter: ExpansionFilter;
  /** Relations asked for, those shown before included. */
  readonly cap: number;
  readonly page: GroupPage;
}

/** Notes that a group is being asked for. */
export function startExpansion(exploration: Exploration, group: GroupKey): Exploration {
  return withExpanding(exploration, group, LOADING);
}

/** The group could not be opened, or no more of it be shown. */
export function failExpansion(exploration: Exploration, group: GroupKey, message: string): Exploration {
  if (!isLoading(exploration, group)) return exploration;
  return withExpanding(exploration, group, { status: 'failed', message });
}

/** Gives up waiting for a group; what is open of it stays. */
export function cancelExpansion(exploration: Exploration, group: GroupKey): Exploration {
  return isLoading(exploration, group) ? withExpanding(exploration, group, null) : exploration;
}

/**
 * Groups that were asked for together are there, as one step: a first page opens its group, a later one ("show more") adds
 * to it. Pages that are no longer awaited are ignored.
 */
export function receiveExpansions(exploration: Exploration, arrived: readonly OpenedGroup[]): Exploration {
  const awaited = arrived.filter(({ group }) => isLoading(exploration, group));
  const step = stepOf(exploration, awaited);
  if (step === null) return exploration;
  const grown = awaited.reduce<Exploration>((before, opened) => {
    const old = expansionOf(before, opened.group);
    const goesOn = old !== undefined && sameWithin(old.filter, opened.filter);
    const expansion = expansionWith(goesOn ? old : undefined, opened);
    const expansions =
      old === undefined
        ? [...before.expansions, expansion]
        : before.expansions.map((other) => (other === old ? expansion : other));
    const known = {
      ...opened.page,
      relations: opened.page.relations.map((relation) => heldAsBefore(before, relation)),
    };
    return withExpanding(remember({ ...before, expansions }, known), opened.group, null);
  }, exploration);
  return stepTo(grown, step, {});
}

/** As {@link receiveExpansions}, for one group opened without a filter. */
export function receiveExpansion(exploration: Exploration, group: GroupKey, page: GroupPage): Exploration {
  const cap = (expansionOf(exploration, group)?.cap ?? 0) + EXPAND_AT_MOST;
  return receiveExpansions(exploration, [{ group, filter: NO_EXPANSION_FILTER, cap, page }]);
}

/** The open group with a page added; the first page when it was not open. */
export function expansionWith(before: Expansion | undefined, { group, filter, cap, page }: OpenedGroup): Expansion {
  const arrivedNodes = page.nodes.map((node) => node.id).filter((id) => id !== group.of);
  return {
    group,
    filter,
    cap,
    nodes: [...new Set([...(before?.nodes ?? []), ...arrivedNodes])],
    relations: [...new Set([...(before?.relations ?? []), ...page.relations.map((relation) => relation.id)])],
    total: page.total,
    endCursor: page.endCursor,
  };
}

/** Whether a group holds the same under both filters; the rest of a filter only chose the group. */
export function sameWithin(a: ExpansionFilter, b: ExpansionFilter): boolean {
  return a.asOf === b.asOf && (a.evidence ?? []).join() === (b.evidence ?? []).join();
}

/** Whether a relation held is said of the question's date: a group with a date of its own does not change it. */
function heldAsBefore({ relations }: Exploration, relation: KnownRelation): KnownRelation {
  const before = relations[relation.id];
  return before === undefined ? relation : { ...relation, held: before.held };
}

function stepOf(exploration: Exploration, arrived: readonly OpenedGroup[]): Step | null {
  const opening = arrived.filter(({ group }) => expansionOf(exploration, group) === undefined);
  if (opening.length > 0) return { kind: 'EXPAND', groups: opening.map(({ group }) => group) };
  const [more] = arrived;
  return more === undefined ? null : { kind: 'SHOW_MORE', group: more.group };
}

/**
 * Closes groups, as one step. Exactly what they brought goes; what the answer, another open group or a person put there
 * stays, and so does a node from which another group is open.
 */
export function collapseGroups(exploration: Exploration, groups: readonly GroupKey[]): Exploration {
  const settled = groups.reduce<Exploration>((before, group) => withExpanding(before, group, null), exploration);
  const keys = new Set(groups.map(groupId));
  const closed = exploration.expansions.filter(({ group }) => keys.has(groupId(group))).map(({ group }) => group);
  if (closed.length === 0) return settled;
  const expansions = exploration.expansions.filter(({ group }) => !keys.has(groupId(group)));
  return stepTo(settled, { kind: 'COLLAPSE', groups: closed }, { expansions });
}

/** Closes a group. */
export function collapse(exploration: Exploration, group: GroupKey): Exploration {
  return collapseGroups(exploration, [group]);
}

/** Closes every group opened from the node. */
export function collapseAll(exploration: Exploration, of: NodeId): Exploration {
  return collapseGroups(
    exploration,
    exploration.expansions.filter(({ group }) => group.of === of).map(({ group }) => group),
  );
}

function isLoading({ expanding }: Exploration, group: GroupKey): boolean {
  return expanding[groupId(group)]?.status === 'loading';
}

function withExpanding(exploration: Exploration, group: GroupKey, state: RequestState | null): Exploration {
  const key = groupId(group);
  if (state === null && exploration.expanding[key] === undefined) return exploration;
  const { [key]: _, ...rest } = exploration.expanding;
  return { ...exploration, expanding: state === null ? rest : { ...rest, [key]: state } };
}
