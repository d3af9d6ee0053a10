import type { NodeId } from '#vocabulary';
import type { Exploration } from './exploration.ts';
import { stepTo } from './step.ts';

/** Model coordinates: x to the right, y downwards, one unit is a pixel at zoom 1. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A node and where it was put. */
export interface Placing {
  readonly id: NodeId;
  readonly at: Position;
}

/**
 * How the picture is laid out. LAYERED: goods flow left to right; TIERS: tiers of supply in columns; CONCENTRIC: rings
 * around what is selected or has most relations; PLACES: as on the map; MANUAL: nothing moves by itself.
 */
export const LAYOUTS = ['LAYERED', 'TIERS', 'CONCENTRIC', 'PLACES', 'MANUAL'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What nodes are gathered by, so that many stand as one. */
export const GROUPINGS = ['NONE', 'COUNTRY', 'PROVINCE', 'REGENCY', 'SECTOR', 'CLUSTER', 'COMMUNITY'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The name of a node that stands for many: no node of the data has an id that begins like this. */
export type GroupNodeId = NodeId & `group:${string}`;

export function isGroupNodeId(id: string): id is GroupNodeId {
  return id.startsWith('group:');
}

/** @param by what its members have in common, such as the id of their province; unique within the grouping */
export function groupNodeId(grouping: Exclude<Grouping, 'NONE'>, by: string): GroupNodeId {
  const id = `group:${grouping}:${by}`;
  if (!isGroupNodeId(id)) throw new Error(`${id} is not the id of a group`);
  return id;
}

/** Lays the picture out another way. With "arrange" this is the only time that what stands moves. */
export function setLayout(exploration: Exploration, layout: Layout): Exploration {
  return exploration.layout === layout ? exploration : stepTo(exploration, { kind: 'LAYOUT', layout }, { layout });
}

/** Gathers the picture by something else; every group of it begins closed. */
export function setGrouping(exploration: Exploration, grouping: Grouping): Exploration {
  return exploration.grouping === grouping
    ? exploration
    : stepTo(exploration, { kind: 'GROUPING', grouping }, { grouping, opened: [] });
}

/** Draws the members of a group in its place. */
export function openGroup(exploration: Exploration, group: GroupNodeId): Exploration {
  if (exploration.opened.includes(group)) return exploration;
  return stepTo(exploration, { kind: 'OPEN_GROUP', group }, { opened: [...exploration.opened, group] });
}

/** Draws an opened group as one node again. */
export function closeGroup(exploration: Exploration, group: GroupNodeId): Exploration {
  if (!exploration.opened.includes(group)) return exploration;
  const opened = exploration.opened.filter((other) => other !== group);
  return stepTo(exploration, { kind: 'CLOSE_GROUP', group }, { opened });
}

/** Holds nodes where a person put them; one that is held already is held at the new position. */
export function pin(exploration: Exploration, placings: readonly Placing[]): Exploration {
  const moved = placings.filter(({ id, at }) => {
    const before = exploration.pinned[id];
    return before === undefined || before.x !== at.x || before.y !== at.y;
  });
  if (moved.length === 0) return exploration;
  const pinned: Record<NodeId, Position> = { ...exploration.pinned };
  for (const { id, at } of moved) pinned[id] = at;
  return stepTo(exploration, { kind: 'PIN', nodes: moved.map(({ id }) => id) }, { pinned });
}

/** Lets nodes go, so that a layout may move them again. */
export function unpin(exploration: Exploration, ids: readonly NodeId[]): Exploration {
  const nodes = ids.filter((id) => exploration.pinned[id] !== undefined);
  if (nodes.length === 0) return exploration;
  const pinned: Record<NodeId, Position> = { ...exploration.pinned };
  for (const id of nodes) delete pinned[id];
  return stepTo(exploration, { kind: 'UNPIN', nodes }, { pinned });
}
