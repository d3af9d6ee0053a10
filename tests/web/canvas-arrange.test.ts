import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '#vocabulary';
import { arrange, type ArrangeRequest } from '../../web/src/canvas/layout/arrange.ts';
import { crosses } from '../../web/src/canvas/layout/crossings.ts';
import type { Coordinates } from '../../web/src/canvas/layout/geographic.ts';
import { blockNodes } from '../../web/src/canvas/layout/parts.ts';
import { collide, labelBox, shapeBox, type Placements, type Size } from '../../web/src/canvas/layout/placement.ts';
import { curve, routesOf } from '../../web/src/canvas/layout/routes.ts';
import { settleSides } from '../../web/src/canvas/layout/sides.ts';
import { createPlaces, type Picture } from '../../web/src/canvas/places.ts';
import { reconcile } from '../../web/src/canvas/reconcile.ts';
import { letteringOf, roughMeasure, sizesOf } from '../../web/src/canvas/sizes.ts';
import { LAYOUTS, pin, setLayout, unpin } from '../../web/src/exploration/arrangement.ts';
import { collapse } from '../../web/src/exploration/expanding.ts';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import { hide, keepOnly } from '../../web/src/exploration/hiding.ts';
import { mark } from '../../web/src/exploration/marking.ts';
import { visibleGraph, type VisibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { generatedView } from '../fixtures/generated-view.ts';
import { showing } from '../bench/view/showing.ts';
import { NEW_EXPLORATION } from '../../web/src/exploration/exploration.ts';
import { ALL_GROUPS, answered, group, id, must, open } from './fixture/small-picture.ts';

const ROOM = { width: 1000, height: 700 };
const members = group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry');
const NOWHERE: ReadonlyMap<NodeId, Coordinates> = new Map();

const sizesFor = (graph: VisibleGraph): Map<NodeId, Size> => sizesOf(graph, letteringOf('en', roughMeasure));

function request(graph: VisibleGraph, more: Partial<ArrangeRequest> = {}): ArrangeRequest {
  return { graph, sizes: sizesFor(graph), room: ROOM, layout: 'LAYERED', centre: null, coordinates: NOWHERE, ...more };
}

function shapesOverlap(places: Placements, sizes: ReadonlyMap<NodeId, Size>): number {
  const boxes = [...places].map(([key, at]) => shapeBox(at, must(sizes.get(key))));
  return boxes.flatMap((box, i) => boxes.slice(i + 1).filter((other) => collide(box, other))).length;
}

describe('every layout', () => {
  it.each(LAYOUTS)('%s places every node, none on another, and the same every time', (layout) => {
    const graph = visibleGraph(open(open(answered(), members), group('cluster:c1', 'LOCATED_IN', 'OUT', 'Regency')));
    const places = arrange(request(graph, { layout }));
    expect([...places.keys()].sort()).toEqual(graph.nodes.map((node) => node.id).sort());
    expect(shapesOverlap(places, sizesFor(graph))).toBe(0);
    expect(arrange(request(graph, { layout }))).toEqual(places);
  });

  it.each(LAYOUTS)('%s takes 400 generated nodes', (layout) => {
    const graph = visibleGraph(showing(NEW_EXPLORATION, generatedView(400, 700)));
    const places = arrange(request(graph, { layout }));
    expect(places.size).toBe(400);
    expect(shapesOverlap(places, sizesFor(graph))).toBe(0);
  });
});

describe('tiers', () => {
  it('let goods flow from left to right, the last buyers in one column at the right', () => {
    const graph = visibleGraph(open(answered(), members));
    const places = arrange(request(graph, { layout: 'TIERS' }));
    const x = (key: string): number => must(places.get(id(key))).x;
    for (const line of graph.lines.filter(({ family }) => family === 'supply' || family === 'agreement')) {
      expect(x(line.from)).toBeLessThan(x(line.to));
    }
    expect(x('large-industry:l1')).toBe(
      Math.max(...['c1', 'c2'].map((key) => x(`cluster:${key}`)), x('large-industry:l1')),
    );
  });
});

describe('rings', () => {
  it('stand around what is asked for, nearer the fewer lines away', () => {
    const graph = visibleGraph(open(answered(), members));
    const centre = id('cluster:c1');
    const places = arrange(request(graph, { layout: 'CONCENTRIC', centre }));
    const middle = must(places.get(centre));
    const away = (key: string): number => {
      const at = must(places.get(id(key)));
      return Math.hypot(at.x - middle.x, at.y - middle.y);
    };
    expect(away('small-industry:m1')).toBeCloseTo(away('small-industry:m2'), -1);
    expect(away('small-industry:m1')).toBeLessThan(1000);
  });
});

describe('places', () => {
  const graph = visibleGraph(answered());
  const spot = (longitude: number, latitude: number): Coordinates => ({ longitude, latitude });
  const coordinates = new Map([
    [id('cluster:c1'), spot(109, -7)],
    [id('cluster:c2'), spot(99, 2)],
    [id('cluster:c3'), spot(109, -7)],
  ]);
  const placed = arrange(request(graph, { layout: 'PLACES', coordinates }));
  const at = (key: string): { readonly x: number; readonly y: number } => must(placed.get(id(key)));

  it('stand with the west left and the north up, those of one place near each other', () => {
    expect(at('cluster:c2').x).toBeLessThan(at('cluster:c1').x);
    expect(at('cluster:c2').y).toBeLessThan(at('cluster:c1').y);
    const apart = Math.hypot(at('cluster:c1').x - at('cluster:c3').x, at('cluster:c1').y - at('cluster:c3').y);
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThan(250);
  });

  it('leave what has no place in a tray beside', () => {
    const east = Math.max(at('cluster:c1').x, at('cluster:c3').x);
    for (const node of graph.nodes.filter((drawn) => !coordinates.has(drawn.id)))
      expect(at(node.id).x).toBeGreaterThan(east);
    expect(blockNodes(graph, 'PLACES')).toEqual([]);
  });
});

describe('lines and names', () => {
  it('a line bends around a name in its way, and stays straight where there is none', () => {
    const [a, b, c] = [id('cluster:c1'), id('cluster:c2'), id('cluster:c3')];
    const size: Size = { half: { x: 12, y: 12 }, label: { width: 90, height: 28 } };
    const sizes = new Map([a, b, c].map((key) => [key, size]));
    const places: Placements = new Map([
      [a, { x: 0, y: 0, side: 'left' }],
      [b, { x: 400, y: 0, side: 'right' }],
      [c, { x: 150, y: 0, side: 'right' }],
    ]);
    const lines = [{ id: 'l', from: a, to: b }];
    const bend = must(routesOf(lines, places, sizes).get('l'));
    const run = curve({ x: 0, y: 0 }, { x: 400, y: 0 }, bend);
    const inTheWay = [shapeBox(must(places.get(c)), size), labelBox(must(places.get(c)), size)];
    for (let i = 1; i < run.length; i += 1) {
      for (const box of inTheWay) expect(crosses(must(run[i - 1]), must(run[i]), box)).toBe(false);
    }
    expect(routesOf(lines, new Map([...places].filter(([key]) => key !== c)), sizes).size).toBe(0);
  });

  it('a name turns to the side where no line runs', () => {
    const [a, b] = [id('cluster:c1'), id('cluster:c2')];
    const size: Size = { half: { x: 12, y: 12 }, label: { width: 90, height: 28 } };
    const places: Placements = new Map([
      [a, { x: 0, y: 0, side: 'right' }],
      [b, { x: 300, y: 0, side: 'right' }],
    ]);
    const settled = settleSides(
      places,
      [{ from: a, to: b }],
      new Map([a, b].map((key) => [key, size])),
      new Set([a, b]),
    );
    expect(settled.get(a)?.side).toBe('left');
    expect(settled.get(b)?.side).toBe('right');
  });
});

/** A canvas without a screen, as the controller keeps it. */
function headless(): { readonly cy: cytoscape.Core; readonly draw: (exploration: Exploration) => void } {
  const cy = cytoscape({ headless: true, styleEnabled: false });
  const places = createPlaces();
  return {
    cy,
    draw: (exploration) => {
      const graph = visibleGraph(exploration);
      const sizes = sizesFor(graph);
      const { layout, pinned, step } = exploration;
      const picture: Picture = {
        graph,
        sizes,
        sizesSeen: sizes,
        room: ROOM,
        layout,
        pinned,
        step,
        centre: null,
        coordinates: NOWHERE,
      };
      const asked = places.toArrange(picture);
      const { moves } = places.take(picture, asked === null ? null : arrange(asked));
      reconcile(cy, graph, {
        places: moves,
        sizes,
        bends: routesOf(graph.lines, places.now(), sizes),
        from: 0,
        duration: 0,
      });
    },
  };
}

const positions = (cy: cytoscape.Core): ReadonlyMap<string, cytoscape.Position> =>
  new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));

/** All that Cytoscape holds but for where it stands. */
const held = (cy: cytoscape.Core): readonly string[] =>
  cy
    .elements()
    .map((element) => {
      const data: unknown = element.data();
      return JSON.stringify([data, [element.classes()].flat().sort()]);
    })
    .sort();

/** Any state that opening, hiding, keeping, marking and pinning lead to. */
const anyState = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: ALL_GROUPS.length - 1 }), fc.nat({ max: 30 })), { maxLength: 7 })
  .map((steps) =>
    steps.reduce<Exploration>((exploration, [what, which, index]) => {
      const key = must(ALL_GROUPS[which]);
      const { nodes } = visibleGraph(exploration);
      const node = nodes[index % Math.max(1, nodes.length)]?.id;
      if (what === 0 || node === undefined) return open(exploration, key);
      if (what === 1) return collapse(exploration, key);
      if (what === 2) return hide(exploration, [node]);
      if (what === 3)
        return keepOnly(
          exploration,
          nodes.slice(0, 4).map((each) => each.id),
        );
      if (what === 4) return mark(exploration, [node], 'TOGGLE');
      return pin(exploration, [{ id: node, at: { x: index * 40, y: which * 30 } }]);
    }, answered()),
  );

describe('reconcile from any state', () => {
  it('ends in exactly the derived picture, as if it had been drawn afresh', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const [walked, fresh] = [headless(), headless()];
        walked.draw(before);
        walked.draw(after);
        fresh.draw(after);
        const withoutBends = (all: readonly string[]): readonly string[] =>
          all.map((text) =>
            text
              .replaceAll(/"(distance|weight)":[-\d.e]+,?/gu, '')
              .replaceAll(/"bent",?/gu, '')
              .replaceAll(',]', ']'),
          );
        expect(withoutBends(held(walked.cy))).toEqual(withoutBends(held(fresh.cy)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('positions', () => {
  it('come back with undo and with redo, whatever the layout was', () => {
    const { cy, draw } = headless();
    const first = open(answered(), members);
    draw(answered());
    draw(first);
    const layered = positions(cy);
    const rings = setLayout(first, 'CONCENTRIC');
    draw(rings);
    const around = positions(cy);
    expect(around).not.toEqual(layered);
    draw(first);
    expect(positions(cy)).toEqual(layered);
    draw(rings);
    expect(positions(cy)).toEqual(around);
  });

  it('of pinned nodes hold against every layout, and the others give way', () => {
    const { cy, draw } = headless();
    const key = id('large-industry:l1');
    const pinned = pin(answered(), [{ id: key, at: { x: 5, y: 7 } }]);
    draw(answered());
    draw(pinned);
    for (const layout of LAYOUTS) {
      draw(setLayout(pinned, layout));
      expect(cy.getElementById(key).position()).toEqual({ x: 5, y: 7 });
    }
    const graph = visibleGraph(pinned);
    expect(
      shapesOverlap(
        new Map(graph.nodes.map((node) => [node.id, { ...cy.getElementById(node.id).position(), side: 'right' }])),
        sizesFor(graph),
      ),
    ).toBe(0);
    const stood = positions(cy);
    draw(unpin(setLayout(pinned, 'MANUAL'), [key]));
    expect(positions(cy)).toEqual(stood);
  });

  it('do not change when something is hidden and brought back by undo', () => {
    const { cy, draw } = headless();
    draw(answered());
    const before = positions(cy);
    draw(hide(answered(), [id('large-industry:l1')]));
    for (const [key, at] of positions(cy)) expect(at).toEqual(before.get(key));
    draw(answered());
    expect(positions(cy)).toEqual(before);
  });
});
