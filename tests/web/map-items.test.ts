import { NODE_TYPES, parseNodeId, type NodeType } from '#vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roughMeasure } from '../../web/src/canvas/sizes.ts';
import { groupNodeId } from '../../web/src/exploration/arrangement.ts';
import type { Spot } from '../../web/src/exploration/spot.ts';
import type { VisibleLine, VisibleNode } from '../../web/src/exploration/visible-graph.ts';
import { itemText, stackName, type NameContext } from '../../web/src/map/item-names.ts';
import { itemsAt, placeNodes, ringOf, SPREAD_FROM, STACK_WITHIN, type MapItem } from '../../web/src/map/items.ts';
import { arcRun, mapLines } from '../../web/src/map/map-lines.ts';
import { spotOfVisible } from '../../web/src/map/spots.ts';

const node = (id: string, type: NodeType = 'SmiCluster'): VisibleNode => ({
  id: parseNodeId(id),
  type,
  family: NODE_TYPES[type].family,
  name: id,
  second: null,
  hollow: false,
  inferred: false,
  selected: false,
  marked: false,
  pinned: false,
  relationCount: null,
  hidden: null,
  parent: null,
  expanded: false,
  group: null,
});

const spot = (longitude: number, latitude: number): Spot => ({ longitude, latitude, of: 'OWN', place: null });

/* Two at Makassar, one 20 km away, one at Tegal, one nowhere. */
const AT: Readonly<Record<string, Spot | undefined>> = {
  'cluster:a': spot(119.46, -5.14),
  'cluster:b': spot(119.46, -5.14),
  'cluster:c': spot(119.46, -5.32),
  'cluster:d': spot(109.16, -7.03),
};
const NODES = [...Object.keys(AT), 'cluster:e'].map((id) => node(id));
const { placed, unplaced } = placeNodes(NODES, ({ id }) => AT[id] ?? null);
const NONE: ReadonlySet<string> = new Set();
const idsOf = (items: readonly MapItem[]): readonly (readonly string[])[] =>
  items.map((item) => item.nodes.map((each) => each.node.id));

describe('what stands together on the map', () => {
  it('keeps every node: on the map, or without a place', () => {
    expect(placed.map((each) => each.node.id)).toEqual(['cluster:a', 'cluster:b', 'cluster:c', 'cluster:d']);
    expect(unplaced.map(({ id }) => id)).toEqual(['cluster:e']);
  });

  it('counts far away what would cover each other, and parts places on coming nearer', () => {
    expect(idsOf(itemsAt(placed, 1, NONE))).toEqual([['cluster:a', 'cluster:b', 'cluster:c'], ['cluster:d']]);
    expect(idsOf(itemsAt(placed, SPREAD_FROM - 0.1, NONE))).toEqual([
      ['cluster:a', 'cluster:b', 'cluster:c'],
      ['cluster:d'],
    ]);
    expect(idsOf(itemsAt(placed, 10, NONE))).toEqual([['cluster:a'], ['cluster:b'], ['cluster:c'], ['cluster:d']]);
  });

  it('spreads what stands at one point around it, with a way back to the point', () => {
    const [a, b] = itemsAt(placed, 10, NONE);
    expect(a?.root).toEqual(b?.root);
    expect(a?.at).not.toEqual(b?.at);
  });

  it('spreads a point that was opened at any zoom', () => {
    const two = placed.slice(0, 2);
    expect(idsOf(itemsAt(two, 1, NONE))).toEqual([['cluster:a', 'cluster:b']]);
    expect(idsOf(itemsAt(two, 1, new Set([two[0]?.point ?? '']))).flat()).toEqual(['cluster:a', 'cluster:b']);
  });

  it('draws every node exactly once at every zoom, and items further apart than they would cover each other', () => {
    const many = fc.array(fc.tuple(fc.integer({ min: 95, max: 141 }), fc.integer({ min: -11, max: 6 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(many, fc.double({ min: 0.2, max: SPREAD_FROM - 0.01, noNaN: true }), (spots, zoom) => {
        const all = placeNodes(
          spots.map((_, index) => node(`cluster:n${index}`)),
          ({ id }) => {
            const [longitude = 0, latitude = 0] = spots[Number(id.slice('cluster:n'.length))] ?? [];
            return spot(longitude, latitude);
          },
        );
        const items = itemsAt(all.placed, zoom, NONE);
        expect(idsOf(items).flat().sort()).toEqual(all.placed.map((each) => each.node.id as string).sort());
        for (const [index, item] of items.entries()) {
          for (const other of items.slice(index + 1)) {
            const distance = Math.hypot(item.at.x - other.at.x, item.at.y - other.at.y);
            expect(distance).toBeGreaterThanOrEqual(STACK_WITHIN - 1e-6);
          }
        }
      }),
    );
  });

  it('has room on its rings for each of many', () => {
    const places = ringOf(40);
    for (const [index, place] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        expect(Math.hypot(place.x - other.x, place.y - other.y)).toBeGreaterThan(20);
      }
    }
  });

  it('places a group where its place is, and one of a sector nowhere', () => {
    const sulawesi = parseNodeId('province:73');
    const known = {
      [sulawesi]: { id: sulawesi, type: 'Province', name: 'S', kind: null, places: [], at: spot(120, -4) },
    } as const;
    const grouped = (by: typeof sulawesi | null): VisibleNode => ({
      ...node('cluster:g'),
      group: {
        id: groupNodeId('PROVINCE', sulawesi),
        grouping: 'PROVINCE',
        by,
        members: [],
        types: [],
        inside: 0,
      },
    });
    expect(spotOfVisible(grouped(sulawesi), known)).toEqual(spot(120, -4));
    expect(spotOfVisible(grouped(null), known)).toBeNull();
  });
});

const CONTEXT: NameContext = {
  language: 'en',
  measure: roughMeasure,
  number: String,
  placesOf: (id) => (id === 'cluster:d' ? ['Tegal', 'Central Java'] : ['Makassar', 'South Sulawesi']),
  tiesText: (nodes) => (nodes.some((id) => id === 'cluster:a') ? '7 ties' : null),
};

describe('the name of a stack', () => {
  it('is the narrowest place that all lie in, with what stands there and how many ties that is', () => {
    const [stack] = itemsAt(placed, 1, NONE);
    expect(stack && itemText(stack, CONTEXT)).toMatchObject({ name: ['Makassar'], second: '3 SMI clusters, 7 ties' });
  });

  it('is the place of the first and how many other points there are where they share none', () => {
    const [stack] = itemsAt(placed, 0.02, NONE);
    expect(stack?.nodes).toHaveLength(4);
    expect(stack && stackName(stack, CONTEXT)).toBe('Makassar +2');
  });
});

const line = (from: string, to: string, more: Partial<VisibleLine> = {}): VisibleLine => ({
  id: `${from}|${to}${JSON.stringify(more)}`,
  from: parseNodeId(from),
  to: parseNodeId(to),
  family: 'supply',
  directed: true,
  ties: [],
  relations: [],
  standIns: [],
  types: ['SUPPLIES'],
  evidenceClass: 'DOCUMENTED',
  inferred: false,
  possible: false,
  disputed: false,
  doubtful: { inferred: [], possible: [], disputed: [] },
  label: null,
  labelAtRest: false,
  width: 2,
  selected: false,
  ...more,
});

describe('arcs', () => {
  const lines = [
    line('cluster:a', 'cluster:d'),
    line('cluster:b', 'cluster:d'),
    line('cluster:b', 'cluster:d', { inferred: true }),
    line('cluster:d', 'cluster:a'),
    line('cluster:a', 'cluster:b'),
    line('cluster:a', 'cluster:e'),
  ];

  it('run between places: what looks alike is one, what is inferred stays apart, there and back are two', () => {
    const { drawn } = mapLines(lines, itemsAt(placed, 1, NONE));
    expect(drawn.map((arc) => arc.lines.length)).toEqual([2, 1, 1]);
    expect(new Set(drawn.map((arc) => `${arc.from.id}>${arc.to.id} ${arc.bend}`)).size).toBe(3);
  });

  it('drop no line without a word: those within one place and those without a place are counted', () => {
    const { drawn, inside, withoutPlace } = mapLines(lines, itemsAt(placed, 1, NONE));
    expect(inside).toHaveLength(1);
    expect(withoutPlace).toHaveLength(1);
    expect(drawn.flatMap((arc) => arc.lines)).toHaveLength(lines.length - 2);
  });

  it('end at the rims of their shapes and bend to the left of their direction', () => {
    const run = arcRun({ x: 0, y: 0 }, { x: 200, y: 0 }, 0.2, 10, 20);
    const [first, last] = [run[0], run.at(-1)];
    expect(Math.hypot(first?.x ?? 0, first?.y ?? 0)).toBeCloseTo(10, 0);
    expect(Math.hypot((last?.x ?? 0) - 200, last?.y ?? 0)).toBeCloseTo(20, 0);
    // The screen's y grows downwards: left of "to the right" is up.
    expect(Math.min(...run.map(({ y }) => y))).toBeLessThan(-30);
  });

  it('are not drawn where shapes leave no room', () => {
    expect(arcRun({ x: 0, y: 0 }, { x: 20, y: 0 }, 0.2, 10, 10)).toEqual([]);
  });
});
