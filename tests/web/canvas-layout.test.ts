import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNodeId, type NodeId } from '#vocabulary';
import { planLabels, untiedCaption, lineText, type OnScreen } from '../../web/src/canvas/label-plan.ts';
import { arrangeAll } from '../../web/src/canvas/layout/arrange.ts';
import { Boxes } from '../../web/src/canvas/layout/boxes.ts';
import { arrangeNew } from '../../web/src/canvas/layout/newcomers.ts';
import { blockNodes } from '../../web/src/canvas/layout/parts.ts';
import { componentsOf, type Ends } from '../../web/src/canvas/layout/components.ts';
import { placeComponent } from '../../web/src/canvas/layout/layered.ts';
import { pack } from '../../web/src/canvas/layout/pack.ts';
import { collide, shapeBox, wholeBox, type Box, type Size } from '../../web/src/canvas/layout/placement.ts';
import { labelText, letteringOf, roughMeasure, sizesOf } from '../../web/src/canvas/sizes.ts';
import { spokenExtent, spokenNode } from '../../web/src/canvas/spoken.ts';
import { legendCounts } from '../../web/src/canvas/legend-counts.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { select } from '../../web/src/exploration/transitions.ts';
import { answered, group, id, must, open } from './fixture/small-picture.ts';

const ROOM = { width: 1000, height: 700 };
const node = (i: number): NodeId => parseNodeId(`small-industry:n${i}`);
const SIZE: Size = { half: { x: 16, y: 16 }, label: { width: 110, height: 30 } };

/** A connected drawing of up to 14 nodes, with circles, lines both ways and lines to oneself. */
const anyComponent = fc
  .array(fc.tuple(fc.nat({ max: 13 }), fc.nat({ max: 13 })), { minLength: 1, maxLength: 30 })
  .map((pairs): { readonly nodes: readonly NodeId[]; readonly lines: readonly Ends[] } => ({
    nodes: [...new Set(pairs.flat())].map(node),
    lines: pairs.map(([from, to]) => ({ from: node(from), to: node(to) })),
  }))
  .map(({ nodes, lines }) => componentsOf(nodes, lines)[0] ?? { nodes: [], lines: [] });

function overlaps(boxes: readonly Box[]): number {
  let count = 0;
  boxes.forEach((box, i) => boxes.slice(i + 1).forEach((other) => (count += Number(collide(box, other)))));
  return count;
}

describe('the layout of a component', () => {
  it('places every node, none on another, with its name', () => {
    fc.assert(
      fc.property(anyComponent, (component) => {
        const sizes = new Map(component.nodes.map((key) => [key, SIZE]));
        const placed = placeComponent(component, sizes);
        expect([...placed.keys()].sort()).toEqual([...component.nodes].sort());
        expect(overlaps([...placed.values()].map((at) => wholeBox(at, SIZE)))).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('lets goods flow from left to right where there is no circle', () => {
    fc.assert(
      fc.property(anyComponent, (component) => {
        const acyclic = { ...component, lines: component.lines.filter(({ from, to }) => from < to) };
        const sizes = new Map(component.nodes.map((key) => [key, SIZE]));
        const placed = placeComponent(acyclic, sizes);
        for (const { from, to } of acyclic.lines) {
          expect(placed.get(from)?.x ?? 0).toBeLessThan(placed.get(to)?.x ?? 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('comes out the same every time', () => {
    const graph = visibleGraph(answered());
    const sizes = sizesOf(graph, letteringOf('en', roughMeasure));
    expect(arrangeAll(graph, sizes, ROOM)).toEqual(arrangeAll(graph, sizes, ROOM));
  });
});

describe('the whole picture', () => {
  const graph = visibleGraph(answered());
  const sizes = sizesOf(graph, letteringOf('en', roughMeasure));

  it('stands without overlap, clusters without a tie in a block of their own', () => {
    const placed = arrangeAll(graph, sizes, ROOM);
    expect(blockNodes(graph)).toEqual(['cluster:c3']);
    expect(placed.size).toBe(graph.nodes.length);
    const boxes = [...placed].map(([key, at]) => {
      const size = sizes.get(key) ?? SIZE;
      return blockNodes(graph).includes(key) ? shapeBox(at, size) : wholeBox(at, size);
    });
    expect(overlaps(boxes)).toBe(0);
  });

  it('brings newcomers to free places near where they came from', () => {
    const placed = arrangeAll(graph, sizes, ROOM);
    const more = visibleGraph(open(answered(), group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry')));
    const moreSizes = sizesOf(more, letteringOf('en', roughMeasure));
    const newcomers = arrangeNew(more, placed, moreSizes);
    expect([...newcomers.keys()].sort()).toEqual(['small-industry:m1', 'small-industry:m2']);
    const from = must(placed.get(id('cluster:c1')));
    const standing = [...placed].filter(([key]) => !blockNodes(more).includes(key));
    for (const [key, at] of newcomers) {
      expect(Math.hypot(at.x - from.x, at.y - from.y)).toBeLessThan(420);
      const box = wholeBox(at, moreSizes.get(key) ?? SIZE);
      for (const [other, there] of standing) {
        expect(collide(box, wholeBox(there, moreSizes.get(other) ?? SIZE))).toBe(false);
      }
    }
  });

  it('packs parts without overlap', () => {
    const part = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const boxes = parts.map(([right, bottom]) => ({ left: 0, top: 0, right, bottom }));
        const { shifts } = pack(boxes, ROOM);
        const moved = boxes.map((box, i) => {
          const { x, y } = shifts[i] ?? { x: 0, y: 0 };
          return { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
        });
        expect(shifts).toHaveLength(boxes.length);
        expect(overlaps(moved)).toBe(0);
      }),
    );
  });

  it('finds the connected parts, as walking finds them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 12 }), (pairs) => {
        const nodes = Array.from({ length: 10 }, (_, i) => node(i));
        const parts = componentsOf(
          nodes,
          pairs.map(([from, to]) => ({ from: node(from), to: node(to) })),
        );
        expect(parts.flatMap((part) => part.nodes).sort()).toEqual([...nodes].sort());
        const reach = (start: number): ReadonlySet<number> => {
          const seen = new Set([start]);
          for (const at of seen)
            for (const [a, b] of pairs) for (const next of a === at ? [b] : b === at ? [a] : []) seen.add(next);
          return seen;
        };
        for (const part of parts) {
          const first = must(part.nodes[0]);
          expect(part.nodes.length).toBe(reach(nodes.indexOf(first)).size);
        }
      }),
    );
  });
});

describe('names on the canvas', () => {
  const graph = visibleGraph(answered());
  const screen = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 })), {
    maxLength: 40,
  });

  it('never cover each other or another node', () => {
    const first = must(graph.nodes[0]);
    fc.assert(
      fc.property(screen, (spots) => {
        const nodes: readonly OnScreen[] = spots.map(([x, y], i) => ({
          node: { ...first, id: node(i) },
          at: { x, y },
          half: SIZE.half,
          side: 'right',
          label: SIZE.label,
        }));
        const labels = planLabels(nodes, new Boxes(), { light: null, always: new Set(), unnamed: new Set() });
        expect(overlaps(labels.map((label) => label.box))).toBe(0);
        for (const label of labels) {
          for (const other of nodes.filter((candidate) => candidate.node.id !== label.id)) {
            const shape = shapeBox(other.at, { half: other.half, label: SIZE.label });
            expect(collide(label.box, shape)).toBe(false);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are kept for what is selected, even where there is no room', () => {
    const selected = visibleGraph(select(answered(), { kind: 'node', id: id('cluster:c2') }));
    const nodes: readonly OnScreen[] = selected.nodes.map((drawn) => ({
      node: drawn,
      at: { x: 100, y: 100 },
      half: SIZE.half,
      side: 'right',
      label: SIZE.label,
    }));
    const labels = planLabels(nodes, new Boxes(), { light: null, always: new Set(), unnamed: new Set() });
    expect(labels.map((label) => label.id)).toContain('cluster:c2');
  });

  it('are left out in the block of clusters without a tie, until one is pointed at', () => {
    const first = must(graph.nodes.find((drawn) => drawn.hollow));
    const nodes: readonly OnScreen[] = [
      { node: first, at: { x: 100, y: 100 }, half: SIZE.half, side: 'right', label: SIZE.label },
    ];
    const unnamed = new Set<string>([first.id]);
    const named = (always: ReadonlySet<string>): number =>
      planLabels(nodes, new Boxes(), { light: null, always, unnamed }).length;
    expect(named(new Set())).toBe(0);
    expect(named(unnamed)).toBe(1);
  });

  it('wrap once and end in an ellipsis when they are longer', () => {
    const first = must(graph.nodes[0]);
    const long = {
      ...first,
      name: 'Association of makers of metal components for heavy machines of the regency of Tegal',
    };
    const text = labelText(long, 'en', roughMeasure);
    expect(text.name).toHaveLength(2);
    expect(text.name[1]).toMatch(/…$/);
    expect(text.second).toBe('Kab. Tegal, Central Java');
    expect(text.width).toBeLessThanOrEqual(170);
  });

  it('say what a line stands for', () => {
    expect(lineText({ kind: 'through', count: 4, firmsOnly: true }, 'en')).toBe('4 firms');
    expect(lineText({ kind: 'type', type: 'FUNDS' }, 'id')).toBe('mendanai');
    expect(lineText({ kind: 'programme' }, 'ja')).toBe('同じプログラム');
  });

  it('count the clusters without a tie in the caption of their block', () => {
    expect(untiedCaption(graph, blockNodes(graph), true, 'en')).toEqual({
      title: '1 cluster without a documented tie',
      names: 'Third cluster',
    });
  });
});

describe('what is spoken and counted', () => {
  const graph = visibleGraph(answered());

  it('is the name, type, place, relations and what is not shown', () => {
    expect(spokenNode(graph, id('cluster:c1'), 'en')).toBe(
      'First cluster, SMI cluster, Kab. Tegal, Central Java, 6 relations, 2 not shown',
    );
    expect(spokenNode(graph, id('large-industry:t1'), 'en')).toMatch(/^PT Tier, large industry/);
    expect(spokenNode(graph, id('cluster:c3'), 'en')).toMatch(/no tie/);
    expect(spokenNode(graph, id('person:nobody'), 'en')).toBeNull();
    expect(spokenExtent(graph, 'en')).toBe('7 of 7 nodes, 8 of 8 relations');
  });

  it('counts in the legend what is drawn: every relation once, the inferred apart', () => {
    const counts = legendCounts(graph);
    expect(counts.nodes).toEqual([
      { type: 'SmiCluster', count: 3 },
      { type: 'LargeIndustry', count: 4 },
    ]);
    const documented = counts.families.reduce((sum, { count }) => sum + count, 0);
    expect(documented + counts.inferred).toBe(graph.shown.relations);
    expect(counts.inferred).toBe(1);
  });

  it('says and counts which nodes only some may see', () => {
    const nodes = graph.nodes.map((node) => (node.id === id('cluster:c1') ? { ...node, restricted: true } : node));
    const marked = { ...graph, nodes };
    expect(spokenNode(marked, id('cluster:c1'), 'en')).toContain(', restricted, ');
    expect(spokenNode(marked, id('cluster:c3'), 'en')).not.toContain('restricted');
    expect([legendCounts(graph).restricted, legendCounts(marked).restricted]).toEqual([0, 1]);
  });
});
