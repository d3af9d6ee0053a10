import type { NodeId } from '#vocabulary';
import { isGroupNodeId } from '../../exploration/arrangement.ts';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { arrangeNew } from './newcomers.ts';
import type { Placement, Placements, Size } from './placement.ts';

/**
 * Groups that were not drawn before stand in the middle of where their members stood.
 * @param all what has its place in the next picture already
 * @param before how the picture before stood
 */
export function groupsAmidMembers(graph: VisibleGraph, all: Placements, before: Placements): Placements {
  const placed = new Map<NodeId, Placement>();
  for (const { id, group } of graph.nodes) {
    if (group === null || all.has(id)) continue;
    const stood = group.members.flatMap((member) => before.get(member) ?? []);
    if (stood.length === 0) continue;
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    placed.set(id, { x: mean(stood.map(({ x }) => x)), y: mean(stood.map(({ y }) => y)), side: 'right' });
  }
  return placed;
}

/**
 * Members of a group that was opened stand around where it stood, whatever they are joined with.
 * @param block clusters without a tie, which stand together
 */
export function membersAroundGroups(
  graph: VisibleGraph,
  block: ReadonlySet<NodeId>,
  all: Placements,
  before: Placements,
  sizes: ReadonlyMap<NodeId, Size>,
): Placements {
  const placed = new Map<NodeId, Placement>();
  const groups = new Map<NodeId, Placement>();
  const members = graph.nodes.filter(({ id, parent }) => {
    if (parent === null || !isGroupNodeId(parent) || all.has(id) || block.has(id)) return false;
    const stood = before.get(parent);
    if (stood !== undefined) groups.set(parent, stood);
    return stood !== undefined;
  });
  if (members.length === 0) return placed;
  // The first takes the group's own place, so nothing is left where it stood.
  const around = arrangeNew({ ...graph, nodes: members, lines: [] }, new Map([...all, ...groups]), sizes);
  const taken = new Set<NodeId>();
  for (const { id, parent } of members) {
    const own = parent === null || taken.has(parent) ? undefined : groups.get(parent);
    if (own !== undefined && parent !== null) taken.add(parent);
    const at = own ?? around.get(id);
    if (at !== undefined) placed.set(id, at);
  }
  return placed;
}
