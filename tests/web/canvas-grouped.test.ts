import { describe, expect, it } from 'vitest';
import type { NodeId } from '#vocabulary';
import { groupNodeId, openGroup, setGrouping } from '../../web/src/exploration/arrangement.ts';
import { rememberGrouping } from '../../web/src/exploration/belonging.ts';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import { visibleGraph, type VisibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { arrange, type ArrangeRequest } from '../../web/src/canvas/layout/arrange.ts';
import { fixedFrom } from '../../web/src/canvas/layout/fixed.ts';
import { groupsAmidMembers, membersAroundGroups } from '../../web/src/canvas/layout/grouped.ts';
import {
  boundingBox,
  collide,
  shapeBox,
  sizesAt,
  type Placement,
  type Size,
} from '../../web/src/canvas/layout/placement.ts';
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

describe('a picture of many groups', () => {
  const count = 39;
  const group = (index: number): NodeId => groupNodeId('PROVINCE', id(`province:${index + 11}`));
  const node = must(visibleGraph(byProvince).nodes.find((one) => one.group !== null));
  const line = must(visibleGraph(byProvince).lines[0]);
  const graph: VisibleGraph = {
    ...visibleGraph(byProvince),
    untied: [],
    nodes: Array.from({ length: count }, (_, index) => ({ ...node, id: group(index) })),
    lines: Array.from({ length: count - 1 }, (_, index) => ({
      ...line,
      id: `${index}`,
      from: group(index + 1),
      to: group(0),
    })),
  };
  const sizes = new Map(
    graph.nodes.map((one, index) => [
      one.id,
      { half: { x: 60 + (index % 5) * 10, y: 20 }, label: { width: 0, height: 0 }, fixed: true } satisfies Size,
    ]),
  );
  const request = (room: { readonly width: number; readonly height: number }): ArrangeRequest => ({
    graph,
    sizes,
    room,
    layout: 'LAYERED',
    centre: null,
    coordinates: new Map(),
  });

  it('shows all of them at full size on a screen that has the room', () => {
    const placed = arrange(request({ width: 1120, height: 600 }));
    const boxes = [...placed].map(([one, place]) => shapeBox(place, must(sizes.get(one))));
    const whole = must(boundingBox(boxes));
    expect(placed.size).toBe(count);
    expect(whole.right - whole.left).toBeLessThanOrEqual(1120);
    expect(whole.bottom - whole.top).toBeLessThanOrEqual(600);
  });

  it('covers no group with another, at any zoom: seen from further away they shrink', () => {
    for (const room of [
      { width: 1120, height: 600 },
      { width: 360, height: 560 },
    ]) {
      const placed = arrange(request(room));
      const from = fixedFrom(placed, sizes);
      expect(from).toBeLessThan(0.95);
      for (const zoom of [1, 0.8, 0.6, 0.3, 0.1]) {
        const seen = sizesAt(sizes, zoom, from);
        const boxes = [...placed].map(([one, place]) => shapeBox(place, must(seen.get(one))));
        const covering = boxes.filter((box, at) => boxes.slice(at + 1).some((other) => collide(box, other, -0.01)));
        expect([room.width, zoom, covering]).toEqual([room.width, zoom, []]);
      }
    }
  });

  it('two that a person put over each other do not make all the others small', () => {
    const over = new Map([
      ...arrange(request({ width: 1120, height: 600 })),
      [group(3), at(5, 5)],
      [group(4), at(6, 6)],
    ]);
    expect(fixedFrom(over, sizes)).toBeLessThanOrEqual(1);
    expect(
      fixedFrom(
        new Map([
          [group(3), at(5, 5)],
          [group(4), at(6, 6)],
        ]),
        sizes,
      ),
    ).toBe(0);
  });
});
