import type { NodeId } from '#vocabulary';
import type { Grouping, GroupNodeId, Layout } from './arrangement.ts';
import type { Exploration } from './exploration.ts';
import type { GroupKey } from './groups.ts';
import type { Question } from './question.ts';
import type { Measure } from './looks.ts';
import type { PictureFilter } from './held-picture.ts';
import type { TiersTraced, WayId } from './way.ts';

/**
 * What a person did that can be undone, as plain data: `panels/words` says it in the languages. Lists are never empty.
 * Two steps are the same only if they are the same object.
 */
export type Step =
  /** Another question was answered than before. All questions of one `play` of the years are one step, from what was asked before it. */
  | { readonly kind: 'ASK'; readonly question: Question; readonly before: Question; readonly play?: number }
  /** More ties of the same answer. */
  | { readonly kind: 'MORE_TIES'; readonly count: number }
  | { readonly kind: 'EXPAND'; readonly groups: readonly GroupKey[] }
  /** The next relations of a group that was open. */
  | { readonly kind: 'SHOW_MORE'; readonly group: GroupKey }
  | { readonly kind: 'COLLAPSE'; readonly groups: readonly GroupKey[] }
  | { readonly kind: 'PLACE'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'UNPLACE'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'HIDE'; readonly nodes: readonly NodeId[] }
  /** `nodes` are those kept. */
  | { readonly kind: 'KEEP_ONLY'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'BRING_BACK'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'PIN'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'UNPIN'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'LAYOUT'; readonly layout: Layout }
  | { readonly kind: 'GROUPING'; readonly grouping: Grouping }
  | { readonly kind: 'OPEN_GROUP'; readonly group: GroupNodeId }
  | { readonly kind: 'CLOSE_GROUP'; readonly group: GroupNodeId }
  /** A part of the graph was put into the picture whole; `count` nodes of it. */
  | {
      readonly kind: 'SHOW_PICTURE';
      readonly filter: PictureFilter;
      readonly count: number;
      readonly grouping: Grouping;
    }
  | { readonly kind: 'DROP_PICTURE' }
  /** Nodes were sized by a measure; null: by their type again. */
  | { readonly kind: 'SIZE'; readonly measure: Measure | null }
  /** So many candidates were drawn; 0: they were taken out again. */
  | { readonly kind: 'CANDIDATES'; readonly count: number }
  /** Nodes were coloured by community, or no longer. */
  | { readonly kind: 'COLOUR'; readonly coloured: boolean }
  /** From the first node of the way to its last; with `tiers`, all that supply the first, or that it supplies. */
  | {
      readonly kind: 'ADD_WAY' | 'DROP_WAY';
      readonly way: WayId;
      readonly from: NodeId;
      readonly to: NodeId;
      readonly tiers?: TiersTraced;
    }
  /** A whole view in the place of another; null: from a link, which has no name. */
  | { readonly kind: 'OPEN_VIEW'; readonly name: string | null };

/** Whether one step goes on with the other: years of the same play. */
export function goesOn(before: Step | null, after: Step | null): boolean {
  return before?.kind === 'ASK' && after?.kind === 'ASK' && after.play !== undefined && before.play === after.play;
}

/** The exploration with something changed by a step. A transition that changes nothing must not make one. */
export function stepTo(exploration: Exploration, step: Step, change: Partial<Exploration>): Exploration {
  return { ...exploration, ...change, step };
}
