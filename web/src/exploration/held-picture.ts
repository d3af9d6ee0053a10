import {
  RELATION_FAMILIES,
  type EvidenceKind,
  type NodeId,
  type NodeType,
  type PartialDate,
  type RelationFamily,
  type RelationId,
} from '#vocabulary';
import type { Grouping } from './arrangement.ts';
import type { Exploration } from './exploration.ts';
import type { Extent } from './groups.ts';
import type { Arrived } from './known.ts';
import { stepTo } from './step.ts';
import { remember } from './transitions.ts';

/** Which part of the graph is shown at once; an empty list and null filter nothing. */
export interface PictureFilter {
  readonly families: readonly RelationFamily[];
  readonly nodeTypes: readonly NodeType[];
  readonly place: NodeId | null;
  readonly sector: NodeId | null;
  readonly evidence: readonly EvidenceKind[];
  readonly asOf: PartialDate | null;
}

/** Left out of the whole graph unless asked for: flows between sectors join everything with everything and say nothing of who supplies whom. */
export const LEFT_OUT: RelationFamily = 'inputOutput';

/** All families but the one left out. */
export const WITHOUT_LEFT_OUT: readonly RelationFamily[] = Object.keys(RELATION_FAMILIES).filter(
  (family): family is RelationFamily => family in RELATION_FAMILIES && family !== LEFT_OUT,
);

/** Whether the part of the graph is all of it, with what is left out or without. */
export function isWholeGraph({ families }: Pick<PictureFilter, 'families'>): boolean {
  return families.length === 0 || WITHOUT_LEFT_OUT.every((family) => families.includes(family));
}

/** A part of the graph that was put into the picture whole, beside what else is in it. */
export interface HeldPicture {
  readonly filter: PictureFilter;
  /** Most relations first, then id. */
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
  /** As many as there are under the filter; more than are held where the picture was cut. */
  readonly total: Extent;
  /** Relations of the family that the whole graph is shown without; 0 where it was asked for, or there are none. */
  readonly leftOut: number;
}

/** Puts a part of the graph into the picture, in the place of one that was there before. A large one arrives grouped. */
export function showPicture(
  exploration: Exploration,
  picture: HeldPicture,
  arrived: Arrived,
  grouping: Grouping,
): Exploration {
  const { filter, nodes } = picture;
  const step = { kind: 'SHOW_PICTURE', filter, count: nodes.length, grouping } as const;
  const opened = grouping === exploration.grouping ? exploration.opened : [];
  return stepTo(remember(exploration, arrived), step, { picture, grouping, opened });
}

/** Takes it out again; what else holds its nodes in the picture still does. */
export function dropPicture(exploration: Exploration): Exploration {
  if (exploration.picture === null) return exploration;
  return stepTo(exploration, { kind: 'DROP_PICTURE' }, { picture: null });
}
