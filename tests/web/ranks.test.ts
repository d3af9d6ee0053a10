import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawnLooks,
  drawnLooksSelector,
  GREATEST_RADIUS,
  LEAST_RADIUS,
  radiusFor,
} from '../../web/src/exploration/drawn-looks.ts';
import { NEW_EXPLORATION, type Exploration } from '../../web/src/exploration/exploration.ts';
import { afterRestoring } from '../../web/src/exploration/history.ts';
import {
  HUES,
  lookWithout,
  mostSeen,
  PLAIN_LOOKS,
  setColour,
  setSize,
  USUAL_COMMUNITIES,
  type SizeBy,
} from '../../web/src/exploration/looks.ts';
import { createExploration } from '../../web/src/exploration/store.ts';
import { placeNodes, remember } from '../../web/src/exploration/transitions.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { hueOf, lineFate, nodeFate } from '../../web/src/canvas/look-marks.ts';
import { letteringOf, roughMeasure, sizesOf } from '../../web/src/canvas/sizes.ts';
import { answered as pictured, id, must, NODES, relation } from './fixture/small-picture.ts';

const BETWEENNESS: SizeBy = { measure: 'BETWEENNESS', families: [], among: null };

/** The picture of the fixture with values of three nodes, one of them nothing. */
function sized(exploration: Exploration = pictured()): Exploration {
  return {
    ...setSize(exploration, BETWEENNESS),
    lookFacts: {
      ...exploration.lookFacts,
      sizes: {
        of: BETWEENNESS,
        values: { [id('cluster:c1')]: 16, [id('large-industry:t1')]: 4, [id('cluster:c3')]: null },
        greatest: 16,
        sampledFrom: null,
      },
    },
  };
}

describe('sizes by a measure', () => {
  it('areas above the least compare as values do, and stay within what can be drawn', () => {
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 1e6, noNaN: true }),
        fc.float({ min: 1, max: 1e6, noNaN: true }),
        (value, greatest) => {
          const radius = radiusFor(value, greatest);
          expect(radius).toBeGreaterThanOrEqual(LEAST_RADIUS);
          expect(radius).toBeLessThanOrEqual(GREATEST_RADIUS);
          expect(radiusFor(value * 2, greatest)).toBeGreaterThanOrEqual(radius);
        },
      ),
    );
    expect(radiusFor(4, 16)).toBeCloseTo((LEAST_RADIUS + GREATEST_RADIUS) / 2, 9);
    expect(radiusFor(null, 16)).toBe(LEAST_RADIUS);
    expect(radiusFor(3, 0)).toBe(LEAST_RADIUS);
  });

  it('change the size of a node and nothing of what says evidence', () => {
    const before = visibleGraph(pictured());
    const exploration = sized();
    const graph = visibleGraph(exploration);
    expect(graph).toEqual(before);
    const { size } = drawnLooks(exploration);
    const lettering = letteringOf('en', roughMeasure);
    const [plain, drawn] = [sizesOf(graph, lettering), sizesOf(graph, lettering, must(size).radii)];
    expect(must(drawn.get(id('cluster:c1'))).half.x).toBeGreaterThan(must(plain.get(id('cluster:c1'))).half.x);
    expect(must(drawn.get(id('cluster:c3'))).half.x).toBeLessThan(must(plain.get(id('cluster:c3'))).half.x);
    expect(must(drawn.get(id('cluster:c1'))).label).toEqual(must(plain.get(id('cluster:c1'))).label);
  });

  it('are not drawn from values of another measure', () => {
    const exploration = sized();
    expect(drawnLooks({ ...exploration, looks: { ...exploration.looks, size: { ...BETWEENNESS } } }).size).toBeNull();
  });

  it('are a step that undoing takes back, together with rings', () => {
    const store = createExploration(pictured());
    store.setState((exploration) => setSize(exploration, BETWEENNESS));
    store.setState((exploration) => setColour(exploration, USUAL_COMMUNITIES));
    expect(store.getState().step).toEqual({ kind: 'COLOUR', coloured: true });
    store.temporal.getState().undo();
    expect(store.getState().looks).toEqual({ ...PLAIN_LOOKS, size: BETWEENNESS, colour: null });
    store.temporal.getState().undo();
    store.setState(afterRestoring);
    expect(store.getState().looks).toEqual(PLAIN_LOOKS);
    store.temporal.getState().redo();
    expect(store.getState().looks.size).toBe(BETWEENNESS);
  });

  it('asking for what holds already is no step', () => {
    expect(setSize(NEW_EXPLORATION, null)).toBe(NEW_EXPLORATION);
    expect(setColour(NEW_EXPLORATION, null)).toBe(NEW_EXPLORATION);
  });
});

describe('rings by community', () => {
  const numbers = { [id('cluster:c1')]: 1, [id('large-industry:t1')]: 1, [id('cluster:c2')]: 2, [id('cluster:c3')]: 3 };

  it('go to the communities with most nodes of the picture; one that is alone has none', () => {
    expect(mostSeen(numbers, [id('cluster:c1'), id('large-industry:t1'), id('cluster:c2')])).toEqual([1]);
    const many = Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => [id(`cluster:n${index}`), Math.floor(index / 2)]),
    );
    const seen = mostSeen(
      many,
      Array.from({ length: 24 }, (_, index) => id(`cluster:n${index}`)),
    );
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(seen).toHaveLength(HUES);
  });

  it('a node of a community without a colour has the colour of all the others; one of none has none', () => {
    const exploration: Exploration = {
      ...setColour(pictured(), USUAL_COMMUNITIES),
      lookFacts: {
        sizes: null,
        communities: { of: USUAL_COMMUNITIES, numbers, coloured: [{ number: 1, by: id('cluster:c1') }] },
      },
    };
    const looks = drawnLooks(exploration);
    const nodes = new Map(visibleGraph(exploration).nodes.map((node) => [node.id, node]));
    expect(hueOf(must(nodes.get(id('cluster:c1'))), looks)).toBe(1);
    expect(hueOf(must(nodes.get(id('cluster:c2'))), looks)).toBe(0);
    expect(hueOf(must(nodes.get(id('large-industry:l1'))), looks)).toBeNull();
    const other = { ...USUAL_COMMUNITIES, seed: 2 };
    expect(drawnLooks(setColour(exploration, other)).colour).toBeNull();
  });
});

describe('looking at the picture without a node', () => {
  const without = (): Exploration =>
    lookWithout(pictured(), { node: id('cluster:c1'), apart: [id('large-industry:t1')], lost: [] });

  it('is no step, changes nothing that is drawn, and ends', () => {
    const before = pictured();
    const exploration = lookWithout(before, { node: id('cluster:c1'), apart: [], lost: [] });
    expect(exploration.step).toBe(before.step);
    expect(visibleGraph(exploration)).toEqual(visibleGraph(before));
    expect(drawnLooks(lookWithout(exploration, null)).removed).toBeNull();
  });

  it('the node and its lines are gone, what hangs on it is apart, and the rest stays', () => {
    const exploration = without();
    const looks = drawnLooks(exploration);
    const graph = visibleGraph(exploration);
    const fates = Object.fromEntries(graph.nodes.map((node) => [node.id, nodeFate(node, looks)]));
    expect(fates['cluster:c1']).toBe('gone');
    expect(fates['large-industry:t1']).toBe('apart');
    expect(fates['cluster:c2']).toBeNull();
    for (const line of graph.lines) {
      const touches = line.from === 'cluster:c1' || line.to === 'cluster:c1';
      expect(lineFate(line, looks)).toBe(touches ? 'gone' : null);
    }
    expect(graph.lines.some((line) => lineFate(line, looks) === null)).toBe(true);
  });

  it('a line is gone when every tie that runs along it is lost, wherever it ends', () => {
    const graph = visibleGraph(pictured());
    const line = must(graph.lines.find(({ ties, from }) => ties.length > 0 && from !== 'cluster:c1'));
    const looks = drawnLooks(lookWithout(pictured(), { node: id('small-industry:x1'), apart: [], lost: line.ties }));
    expect(lineFate(line, looks)).toBe('gone');
    const [first] = line.ties;
    if (line.ties.length > 1 && first !== undefined) {
      const some = drawnLooks(lookWithout(pictured(), { node: id('small-industry:x1'), apart: [], lost: [first] }));
      expect(lineFate(line, some)).toBeNull();
    }
  });

  it('the same looks are derived once', () => {
    const select = drawnLooksSelector();
    const exploration = without();
    expect(select(exploration)).toBe(select({ ...exploration, hover: { kind: 'node', id: id('cluster:c1') } }));
  });
});

describe('placing nodes with what joins them', () => {
  it('is one step; the relations are drawn where both ends are', () => {
    const joined = relation('r-placed', 'SUPPLIES', 'small-industry:x1', 'large-industry:l1');
    const exploration = remember(pictured(), { nodes: NODES, relations: [joined] });
    const placed = placeNodes(exploration, [id('small-industry:x1')], [joined.id]);
    expect(placed.step).toEqual({ kind: 'PLACE', nodes: [id('small-industry:x1')] });
    expect(visibleGraph(placed).lines.some(({ relations }) => relations.includes(joined.id))).toBe(true);
    expect(visibleGraph(exploration).lines.some(({ relations }) => relations.includes(joined.id))).toBe(false);
    expect(placeNodes(placed, [id('small-industry:x1')], [joined.id])).toBe(placed);
  });
});
