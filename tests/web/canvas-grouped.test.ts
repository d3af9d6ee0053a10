import { describe, expect, it } from 'vitest';
import type { NodeId } from '#vocabulary';
import { groupNodeId, openGroup, setGrouping } from '../../web/src/exploration/arrangement.ts';
import { rememberGrouping } from '../../web/src/exploration/belonging.ts';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { groupsAmidMembers, membersAroundGroups } from '../../web/src/canvas/layout/grouped.ts';
import type { Placement, Size } from '../../web/src/canvas/layout/placement.ts';
import { answered, id, must } from './fixture/small-picture.ts';

const JAVA = id('province:33');
const GROUP = groupNodeId('PROVINCE', JAVA);
const [T1, L1, L2] = [id('large-industry:t1'), id('large-industry:l1'), id('large-industry:l2')];
const SIZE: Size = { half: { x: 16, y: 16 }, label: { width: 60, height: 14 } };

/** Three firms of the answer lie in one province. */
const byProvince: Exploration = setGrouping(
  rememberGrouping(answered(), {
    belonging: Object.fromEntries(
      [T1, L1, L2].map((firm) => [
        firm,
        { country: 'NONE', province: JAVA, regency: 'NONE', sector: 'NONE', cluster: 'NONE' } as const,
      ]),
    ),
  }),
  'PROVINCE',
);
const at = (x: number, y: number): Placement => ({ x, y, side: 'right' });

describe('places of groups', () => {
  it('a group stands in the middle of where its members stood', () => {
    const before = new Map([
      [T1, at(0, 0)],
      [L1, at(60, 30)],
      [L2, at(30, 90)],
    ]);
    const placed = groupsAmidMembers(visibleGraph(byProvince), new Map(), before);
    expect([...placed]).toEqual([[GROUP, at(30, 40)]]);
  });

  it('members of an opened group stand around where it stood, apart from each other', () => {
    const graph = visibleGraph(openGroup(byProvince, GROUP));
    const before = new Map<NodeId, Placement>([[GROUP, at(500, 300)]]);
    const sizes = new Map(graph.nodes.map((node) => [node.id, SIZE]));
    const placed = membersAroundGroups(graph, new Set(), new Map(), before, sizes);
    expect([...placed.keys()].toSorted()).toEqual([T1, L1, L2].toSorted());
    const places = [...placed.values()];
    for (const [i, one] of places.entries()) {
      expect(Math.hypot(one.x - 500, one.y - 300)).toBeLessThan(300);
      const next = must(places[(i + 1) % places.length]);
      expect(Math.hypot(one.x - next.x, one.y - next.y)).toBeGreaterThan(32);
    }
  });

  it('what stands already, and what stands in the block of clusters without a tie, is not moved', () => {
    const graph = visibleGraph(openGroup(byProvince, GROUP));
    const before = new Map<NodeId, Placement>([[GROUP, at(500, 300)]]);
    const placed = membersAroundGroups(graph, new Set([L1]), new Map([[T1, at(0, 0)]]), before, new Map());
    expect([...placed.keys()]).toEqual([L2]);
  });
});
