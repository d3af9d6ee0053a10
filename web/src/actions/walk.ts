import type { NodeId } from '#vocabulary';
import type { GroupNodeId, Layout, Placing } from '../exploration/arrangement.ts';
import * as arrangement from '../exploration/arrangement.ts';
import {
  cancelExpansion,
  collapseAll,
  collapseGroups,
  failExpansion,
  receiveExpansions,
  sameWithin,
  startExpansion,
  type OpenedGroup,
} from '../exploration/expanding.ts';
import {
  EXPAND_AT_MOST,
  expansionOf,
  groupId,
  NO_EXPANSION_FILTER,
  type ExpansionFilter,
  type GroupKey,
} from '../exploration/groups.ts';
import { answerNodes } from '../exploration/drawn-nodes.ts';
import { bringBack, hide, keepOnly, startFrom } from '../exploration/hiding.ts';
import type { Arrived } from '../exploration/known.ts';
import { sameFilters } from '../exploration/question.ts';
import { placeNodes, unplaceNode } from '../exploration/transitions.ts';
import { addWay, dropWay, type Way, type WayId } from '../exploration/way.ts';
import type { NodeSummaryFragment } from '../requests/generated/operations.ts';
import { isAbort } from '../requests/request-error.ts';
import { openGroup, type GroupWanted } from './opening.ts';
import { faultMessage, type Workings } from './workings.ts';

/** Where nodes stand now, as whoever draws them knows it; those that are not drawn are left out. */
export type Standing = (ids: readonly NodeId[]) => readonly Placing[];

/** Changing the picture, node by node. Every action of it can be undone. */
export interface Walking {
  /** Puts a node into the picture. */
  readonly place: (node: NodeSummaryFragment) => void;
  /** As `place`, for nodes that are known. */
  readonly placeKnown: (ids: readonly NodeId[]) => void;
  readonly unplace: (id: NodeId) => void;
  /** Opens groups in the picture, at most so many relations of each; one step for all. A group that is open goes on. */
  readonly expand: (groups: readonly GroupKey[], filter?: ExpansionFilter, atMost?: number) => Promise<void>;
  /** The next relations of an open group; as many as a first step shows unless more are asked for. */
  readonly showMore: (group: GroupKey, relations?: number) => Promise<void>;
  readonly collapse: (group: GroupKey) => void;
  /** Closes every group opened from the node. */
  readonly collapseAll: (id: NodeId) => void;
  readonly hide: (ids: readonly NodeId[]) => void;
  /** Hides everything else. */
  readonly keepOnly: (ids: readonly NodeId[]) => void;
  /** A picture of the answer alone: what was put beside it is set aside. */
  readonly keepAnswer: () => void;
  readonly bringBack: (ids: readonly NodeId[]) => void;
  /** Holds nodes where they were put. */
  readonly pin: (placings: readonly Placing[]) => void;
  /** Holds nodes where they stand. */
  readonly pinHere: (ids: readonly NodeId[]) => void;
  readonly unpin: (ids: readonly NodeId[]) => void;
  /** Says where nodes stand, for `pinHere`; null when nothing is drawn. */
  readonly setStanding: (standing: Standing | null) => void;
  readonly setLayout: (layout: Layout) => void;
  readonly closeGroup: (group: GroupNodeId) => void;
  /** Draws a way of a path; what it runs along comes with it. */
  readonly addWay: (way: Way, arrived: Arrived) => void;
  readonly dropWay: (id: WayId) => void;
  /** Gives up every group that is awaited. */
  readonly abandonExpansions: () => void;
}

/**
 * @param know makes a node known
 * @param count fills in the counts of what came into the picture
 */
export function walking(
  { store, language }: Workings,
  know: (node: NodeSummaryFragment) => NodeId,
  count: () => Promise<void>,
): Walking {
  let standing: Standing | null = null;
  let controller = new AbortController();

  /** Asks under the filters of the answer on screen; again when another answer came while it was awaited. */
  const fetchGroup = async (
    group: GroupKey,
    filter: ExpansionFilter,
    more: number,
    signal: AbortSignal,
  ): Promise<OpenedGroup | null> => {
    for (;;) {
      const before = store.getState();
      const question = before.answered ?? before.question;
      const wanted = wantedNow(expansionOf(before, group), group, filter, more);
      if (wanted === null) return null;
      const opened = await openGroup(wanted, question, language(), signal);
      const after = store.getState();
      if (sameFilters(after.answered ?? after.question, question)) return opened;
    }
  };

  const open = async (groups: readonly GroupKey[], filter: ExpansionFilter | null, more: number): Promise<void> => {
    const { signal } = controller;
    const { expanding } = store.getState();
    const fresh = groups.filter((group) => expanding[groupId(group)]?.status !== 'loading');
    store.setState((exploration) => fresh.reduce(startExpansion, exploration));
    const arrived: OpenedGroup[] = [];
    const failed: { readonly group: GroupKey; readonly message: string }[] = [];
    await Promise.all(
      fresh.map(async (group) => {
        const within = filter ?? expansionOf(store.getState(), group)?.filter ?? NO_EXPANSION_FILTER;
        try {
          const opened = await fetchGroup(group, within, more, signal);
          if (opened !== null) arrived.push(opened);
        } catch (error) {
          if (!isAbort(error)) failed.push({ group, message: faultMessage(error) });
        }
      }),
    );
    // Given up: whoever did so has said so in the exploration.
    if (signal.aborted) return;
    const inOrder = fresh.flatMap((group) => arrived.find((opened) => opened.group === group) ?? []);
    store.setState((exploration) => {
      const told = failed.reduce((before, { group, message }) => failExpansion(before, group, message), exploration);
      return fresh.reduce(cancelExpansion, receiveExpansions(told, inOrder));
    });
    if (inOrder.length > 0) await count();
  };

  const change = (transition: Parameters<typeof store.setState>[0]): void => {
    store.setState(transition);
    void count();
  };

  return {
    place: (node) => {
      const id = know(node);
      change((exploration) => placeNodes(exploration, [id]));
    },
    placeKnown: (ids) => change((exploration) => placeNodes(exploration, ids)),
    unplace: (id) => store.setState((exploration) => unplaceNode(exploration, id)),
    expand: async (groups, filter = NO_EXPANSION_FILTER, atMost = EXPAND_AT_MOST) => open(groups, filter, atMost),
    showMore: async (group, relations = EXPAND_AT_MOST) => open([group], null, relations),
    collapse: (group) => store.setState((exploration) => collapseGroups(exploration, [group])),
    collapseAll: (id) => store.setState((exploration) => collapseAll(exploration, id)),
    hide: (ids) => store.setState((exploration) => hide(exploration, ids)),
    keepOnly: (ids) => store.setState((exploration) => keepOnly(exploration, ids)),
    keepAnswer: () => store.setState((exploration) => startFrom(exploration, [...answerNodes(exploration).keys()])),
    bringBack: (ids) => store.setState((exploration) => bringBack(exploration, ids)),
    pin: (placings) => store.setState((exploration) => arrangement.pin(exploration, placings)),
    pinHere: (ids) => {
      const placings = standing?.(ids) ?? [];
      store.setState((exploration) => arrangement.pin(exploration, placings));
    },
    unpin: (ids) => store.setState((exploration) => arrangement.unpin(exploration, ids)),
    setStanding: (next) => {
      standing = next;
    },
    setLayout: (layout) => store.setState((exploration) => arrangement.setLayout(exploration, layout)),
    closeGroup: (group) => store.setState((exploration) => arrangement.closeGroup(exploration, group)),
    addWay: (way, arrived) => change((exploration) => addWay(exploration, way, arrived)),
    dropWay: (id) => store.setState((exploration) => dropWay(exploration, id)),
    abandonExpansions: () => {
      controller.abort();
      controller = new AbortController();
    },
  };
}

/** What to ask for next; null when the open group has nothing more under this filter. */
function wantedNow(
  open: ReturnType<typeof expansionOf>,
  group: GroupKey,
  filter: ExpansionFilter,
  more: number,
): GroupWanted | null {
  if (open === undefined || !sameWithin(open.filter, filter)) return { group, filter, more, had: 0, after: null };
  return open.endCursor === null ? null : { group, filter, more, had: open.cap, after: open.endCursor };
}
