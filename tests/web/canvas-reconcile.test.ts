import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '#vocabulary';
import { COLOUR_NAMES, type ColourName } from '../../web/src/appearance/colours.ts';
import { lightOf, selectionOfLine } from '../../web/src/canvas/light.ts';
import { arrange } from '../../web/src/canvas/layout/arrange.ts';
import { routesOf } from '../../web/src/canvas/layout/routes.ts';
import { createPlaces, type Picture } from '../../web/src/canvas/places.ts';
import { reconcile, shine } from '../../web/src/canvas/reconcile.ts';
import { letteringOf, roughMeasure, sizesOf } from '../../web/src/canvas/sizes.ts';
import { stylesheet } from '../../web/src/canvas/stylesheet.ts';
import { collapse } from '../../web/src/exploration/expanding.ts';
import { NEW_EXPLORATION, type Exploration } from '../../web/src/exploration/exploration.ts';
import { FIRST_QUESTION } from '../../web/src/exploration/question.ts';
import { select } from '../../web/src/exploration/transitions.ts';
import { visibleGraph, type VisibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { anAction, answeredInJava } from './fixture/any-action.ts';
import { ALL_GROUPS, answer, answered, group, id, must, open, TIES } from './fixture/small-picture.ts';

/** From one cluster of the block to the next. */
const BLOCK_STEP = 34;
const ROOM = { width: 1000, height: 700 };
const members = group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry');

/** A canvas without a screen: the same places and the same reconcile. */
function headless(): {
  readonly cy: cytoscape.Core;
  readonly draw: (graph: VisibleGraph, exploration?: Exploration) => { readonly fresh: boolean };
} {
  const cy = cytoscape({ headless: true, styleEnabled: false });
  const places = createPlaces();
  return {
    cy,
    draw: (graph, exploration = NEW_EXPLORATION) => {
      const picture = pictureOf(graph, exploration);
      const request = places.toArrange(picture);
      const { fresh, moves } = places.take(picture, request === null ? null : arrange(request));
      const bends = routesOf(graph.lines, places.now(), picture.sizes);
      reconcile(cy, graph, { places: moves, sizes: picture.sizes, bends, from: 0, duration: 0 });
      return { fresh };
    },
  };
}

function pictureOf(graph: VisibleGraph, { layout, pinned, step }: Exploration): Picture {
  const sizes = sizesOf(graph, letteringOf('en', roughMeasure));
  return { graph, sizes, sizesSeen: sizes, room: ROOM, layout, pinned, step, centre: null, coordinates: new Map() };
}

const positions = (cy: cytoscape.Core): ReadonlyMap<string, cytoscape.Position> =>
  new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));

function holds(cy: cytoscape.Core, graph: VisibleGraph): void {
  expect(
    cy
      .nodes()
      .map((node) => node.id())
      .sort(),
  ).toEqual(graph.nodes.map((node) => node.id).sort());
  expect(
    cy
      .edges()
      .map((line) => line.id())
      .sort(),
  ).toEqual(graph.lines.map((line) => line.id).sort());
}

/** All that is drawn but where: ids, ends, classes and data but how lines bend, which follows from where. */
function looksOf(cy: cytoscape.Core): object {
  const classesOf = (element: cytoscape.NodeSingular | cytoscape.EdgeSingular): string[] =>
    String(element.classes())
      .split(',')
      .filter((name) => name !== 'bent')
      .sort();
  const nodes = cy.nodes().map((node) => [node.id(), classesOf(node), node.data('width'), node.data('height')]);
  const lines = cy
    .edges()
    .map((line) => [line.id(), line.source().id(), line.target().id(), classesOf(line), line.data('width')]);
  return { nodes: nodes.sort(byId), lines: lines.sort(byId) };
}

const byId = (a: readonly unknown[], b: readonly unknown[]): number => String(a[0]).localeCompare(String(b[0]));

describe('reconcile', () => {
  it('makes Cytoscape hold exactly the visible graph', () => {
    const { cy, draw } = headless();
    const graph = visibleGraph(answered());
    draw(graph);
    holds(cy, graph);
    expect(cy.getElementById('cluster:c3').hasClass('hollow')).toBe(true);
    expect(cy.edges('.agreement').map((line) => line.target().id())).toEqual(['large-industry:l1']);
    expect(cy.edges('.inferred').map((line) => line.source().id())).toEqual(['cluster:c2']);
  });

  it('moves nothing that stands, whatever is opened and closed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: ALL_GROUPS.length * 2 - 1 }), { maxLength: 8 }), (steps) => {
        const { cy, draw } = headless();
        let exploration: Exploration = answered();
        draw(visibleGraph(exploration));
        for (const step of steps) {
          const before = positions(cy);
          const key = must(ALL_GROUPS[step % ALL_GROUPS.length]);
          exploration = step < ALL_GROUPS.length ? open(exploration, key) : collapse(exploration, key);
          const graph = visibleGraph(exploration);
          const reached = new Set(graph.lines.flatMap((line) => [line.from, line.to]));
          draw(graph);
          holds(cy, graph);
          for (const [node, at] of positions(cy)) {
            // A cluster that a line reaches leaves the block of those without a tie; nobody else may move.
            const mayMove = graph.untied.includes(id(node)) && reached.has(id(node));
            expect(at).toEqual(mayMove ? at : (before.get(node) ?? at));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends in exactly the derived picture, whatever was drawn before', () => {
    fc.assert(
      fc.property(fc.array(anAction, { minLength: 1, maxLength: 10 }), (actions) => {
        const { cy, draw } = headless();
        let exploration = answeredInJava();
        draw(visibleGraph(exploration), exploration);
        for (const action of actions) {
          exploration = action(exploration);
          const graph = visibleGraph(exploration);
          draw(graph, exploration);
          const anew = headless();
          anew.draw(graph, exploration);
          expect(looksOf(cy)).toEqual(looksOf(anew.cy));
          for (const [node, at] of Object.entries(exploration.pinned)) {
            if (cy.getElementById(node).nonempty()) expect(cy.getElementById(node).position()).toEqual(at);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts a group that is opened again where it stood before', () => {
    const { cy, draw } = headless();
    draw(visibleGraph(answered()));
    draw(visibleGraph(open(answered(), members)));
    const first = positions(cy);
    draw(visibleGraph(answered()));
    draw(visibleGraph(open(answered(), members)));
    expect(positions(cy)).toEqual(first);
  });

  it('goes back to the same picture when a filter is set and unset', () => {
    const { cy, draw } = headless();
    const documented = visibleGraph(answered());
    draw(documented);
    const before = positions(cy);
    const without = answer(TIES.slice(0, 2), [id('cluster:c2'), id('cluster:c3')]);
    draw(visibleGraph(answered(FIRST_QUESTION, without)));
    // Without its tie the cluster stands in the block.
    expect(positions(cy).get('cluster:c2')).not.toEqual(before.get('cluster:c2'));
    draw(documented);
    expect(positions(cy)).toEqual(before);
  });

  it('keeps the clusters without a tie in one block when another joins them', () => {
    const { cy, draw } = headless();
    draw(visibleGraph(answered()));
    const without = answer(TIES.slice(0, 2), [id('cluster:c2'), id('cluster:c3')]);
    draw(visibleGraph(answered(FIRST_QUESTION, without)));
    const [one, other] = [cy.getElementById('cluster:c2').position(), cy.getElementById('cluster:c3').position()];
    expect(one.y).toBe(other.y);
    expect(Math.abs(one.x - other.x)).toBe(BLOCK_STEP);
  });

  it('arranges anew when the picture is another one', () => {
    const { draw } = headless();
    expect(draw(visibleGraph(answered())).fresh).toBe(true);
    expect(draw(visibleGraph(open(answered(), members))).fresh).toBe(false);
    const other = visibleGraph(answered(FIRST_QUESTION, answer([], [])));
    expect(draw(other).fresh).toBe(true);
  });

  it('marks the selected node and moves none', () => {
    const { cy, draw } = headless();
    draw(visibleGraph(answered()));
    const before = positions(cy);
    draw(visibleGraph(select(answered(), { kind: 'node', id: id('cluster:c1') })));
    expect(cy.nodes('.selected').map((node) => node.id())).toEqual(['cluster:c1']);
    expect(positions(cy)).toEqual(before);
    draw(visibleGraph(answered()));
    expect(cy.nodes('.selected').nonempty()).toBe(false);
  });
});

describe('light', () => {
  const graph = visibleGraph(answered());

  it('lights a tie with its ends and lets the rest step back', () => {
    const { cy, draw } = headless();
    draw(graph);
    shine(cy, lightOf(graph, { kind: 'tie', id: 'cluster:c1>large-industry:l3' }), null);
    expect(cy.elements('.resting').map((element) => element.id())).not.toContain('cluster:c1');
    expect(
      cy
        .nodes('.lit')
        .map((node) => node.id())
        .sort(),
    ).toEqual(['cluster:c1', 'large-industry:l3']);
    expect(cy.edges('.lit').length).toBe(1);
    shine(cy, null, id('cluster:c2'));
    expect(cy.elements('.resting, .lit').nonempty()).toBe(false);
    expect(cy.nodes('.cursor').map((node) => node.id())).toEqual(['cluster:c2']);
  });

  it('lights a node with its neighbours, and nothing for what is not drawn', () => {
    const lit: ReadonlySet<string> = lightOf(graph, { kind: 'node', id: id('cluster:c2') })?.nodes ?? new Set();
    expect([...lit].sort()).toEqual(['cluster:c2', 'large-industry:l2']);
    const nobody: NodeId = id('person:nobody');
    expect(lightOf(graph, { kind: 'node', id: nobody })).toBeNull();
  });

  it('takes a line for its strongest tie, or for its relations when no tie runs along it', () => {
    const tied = must(graph.lines[0]);
    expect(selectionOfLine(tied)).toEqual({ kind: 'tie', id: tied.ties[0] });
    const placed = visibleGraph(open(answered(), group('cluster:c1', 'LOCATED_IN', 'OUT', 'Regency')));
    const line = must(placed.lines.find((candidate) => candidate.family === 'place'));
    expect(selectionOfLine(line)).toEqual({ kind: 'relations', ids: ['r12'] });
  });
});

describe('the stylesheet', () => {
  it('is taken by Cytoscape without a warning', () => {
    const colours = Object.fromEntries(COLOUR_NAMES.map((name) => [name, '#123456'])) as Record<ColourName, string>;
    const warnings: unknown[] = [];
    const warn = console.warn;
    console.warn = (...words) => void warnings.push(words);
    try {
      const cy = cytoscape({ headless: true, styleEnabled: true, style: stylesheet(colours) });
      const graph = visibleGraph(open(answered(), members));
      const picture = pictureOf(graph, NEW_EXPLORATION);
      const request = must(createPlaces().toArrange(picture));
      reconcile(cy, graph, { places: arrange(request), sizes: picture.sizes, bends: new Map(), from: 0, duration: 0 });
      expect(cy.getElementById('cluster:c1').style('background-color')).toBe('rgb(18,52,86)');
    } finally {
      console.warn = warn;
    }
    expect(warnings).toEqual([]);
  });
});
