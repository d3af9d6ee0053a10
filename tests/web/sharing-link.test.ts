import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asRelationId,
  EVIDENCE_KINDS_BY_STRENGTH,
  NODE_TYPES,
  parseNodeId,
  parsePartialDate,
  parseSourceId,
  RELATION_FAMILIES,
  RELATION_TYPES,
  type NodeId,
  type RelationId,
} from '#vocabulary';
import { GROUPINGS, LAYOUTS } from '../../web/src/exploration/arrangement.ts';
import { VIEWS } from '../../web/src/exploration/exploration.ts';
import { CANDIDATE_DIRECTIONS, MEASURES, QUALITIES } from '../../web/src/exploration/looks.ts';
import { LINK_AT_MOST, linkTo, readLink } from '../../web/src/sharing/link.ts';
import { isMark, markOf, Marks } from '../../web/src/sharing/marks.ts';
import { NO_LOOKS, SIDES, TIERS, type SharedView } from '../../web/src/sharing/shared-view.ts';
import { BASE, reopened, VIEW } from './fixture/shared-view.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];

const node = fc
  .tuple(fc.constantFrom('cluster', 'regency', 'large-industry', 'small-industry'), fc.integer({ min: 0, max: 400 }))
  .map(([prefix, number]): NodeId => parseNodeId(`${prefix}:n${number}.${number % 7}`));
const group = fc.constantFrom(
  'group:PROVINCE:province:35',
  'group:COMMUNITY:3',
  'group:SECTOR:NONE',
) as fc.Arbitrary<NodeId>;
const date = fc.constantFrom('2017', '2017-12', '2023-12-08').map(parsePartialDate);
const evidence = fc.subarray([...EVIDENCE_KINDS_BY_STRENGTH], { minLength: 1 });
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });
const coordinate = fc.integer({ min: -40_000, max: 40_000 }).map((quarters) => quarters / 4);
const relation = fc
  .tuple(node, fc.constantFrom(...keysOf(RELATION_TYPES)), node, fc.constantFrom('', '#2020', '#A.b-c'))
  .map(([from, type, to, key]): RelationId => asRelationId(`${from}--${type}--${to}${key}`));
const distinct = (id: fc.Arbitrary<NodeId>): fc.Arbitrary<NodeId[]> => fc.uniqueArray(id, { maxLength: 12 });
const camera = fc.record({
  zoom: fc.float({ min: Math.fround(0.02), max: 32, noNaN: true }),
  x: fc.float({ min: -9000, max: 9000, noNaN: true }).map((value) => value + 0),
  y: fc.float({ min: -9000, max: 9000, noNaN: true }).map((value) => value + 0),
  width: fc.integer({ min: 1, max: 4000 }),
  height: fc.integer({ min: 1, max: 3000 }),
});
const families = fc.subarray(keysOf(RELATION_FAMILIES));
const relationTypes = fc.subarray(keysOf(RELATION_TYPES), { maxLength: 4 });
const nodeTypes = fc.subarray(keysOf(NODE_TYPES), { maxLength: 4 });
const direction = fc.constantFrom('OUT' as const, 'IN' as const);
const question = fc.record({
  scope: fc.constantFrom('CLUSTER' as const, 'GROUP' as const),
  place: maybe(node),
  sector: maybe(node),
  largeIndustry: maybe(node),
  asOf: maybe(date),
  evidence,
});
const way = fc.tuple(fc.integer({ min: 2, max: 5 }), maybe(fc.constantFrom(...TIERS))).chain(([length, tiers]) =>
  fc.record({
    nodes: fc.array(node, { minLength: length, maxLength: length }),
    relations:
      tiers === null
        ? fc.array(relation, { minLength: length - 1, maxLength: length - 1 })
        : fc.array(relation, { minLength: 1, maxLength: 6 }),
    tiers: fc.constant(tiers),
  }),
);
const communities = fc.record({
  quality: fc.constantFrom(...QUALITIES),
  resolution: fc.constantFrom(0.03, 0.05, 1, 1.7, 1 / 3),
  seed: fc.nat(),
  families,
});
const anyView: fc.Arbitrary<SharedView> = fc.record({
  revision: fc.constantFrom('', 'r1', 'ab'.repeat(16), '0123456789abcdef'.repeat(2)),
  question,
  ties: fc.nat(500),
  view: fc.constantFrom(...VIEWS),
  layout: fc.constantFrom(...LAYOUTS),
  grouping: fc.constantFrom(...GROUPINGS),
  opened: fc.uniqueArray(group.map(String)),
  expansions: fc.array(
    fc.record({
      group: fc.record({
        of: node,
        relationType: fc.constantFrom(...keysOf(RELATION_TYPES)),
        direction,
        nodeType: fc.constantFrom(...keysOf(NODE_TYPES)),
      }),
      filter: fc.record({
        relationFamilies: families,
        relationTypes,
        direction: maybe(direction),
        nodeTypes,
        evidence: maybe(evidence),
        asOf: maybe(date),
      }),
      cap: fc.integer({ min: 1, max: 900 }),
    }),
    { maxLength: 6 },
  ),
  picture: maybe(
    fc.record({ families, nodeTypes, place: maybe(node), sector: maybe(node), evidence, asOf: maybe(date) }),
  ),
  placed: distinct(node),
  ways: fc.array(way, { maxLength: 3 }),
  hidden: distinct(node),
  marked: distinct(fc.oneof(node, group)),
  pinned: fc.uniqueArray(fc.record({ id: node, x: coordinate, y: coordinate }), {
    selector: ({ id }) => id,
    maxLength: 6,
  }),
  places: fc.uniqueArray(
    fc.record({ id: fc.oneof(node, group), x: coordinate, y: coordinate, side: fc.constantFrom(...SIDES) }),
    {
      selector: ({ id }) => id,
      maxLength: 40,
    },
  ),
  selection: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('node' as const), id: node }),
    fc.record({ kind: fc.constant('tie' as const), cluster: node, largeIndustry: node }),
    fc.record({ kind: fc.constant('relations' as const), ids: fc.array(relation, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('source' as const), id: fc.constant(parseSourceId('source:netralnews-2017')) }),
  ),
  camera: maybe(camera),
  map: maybe(camera),
  looks: fc.oneof(
    fc.constant(NO_LOOKS),
    fc.record({
      size: maybe(fc.record({ measure: fc.constantFrom(...MEASURES), families, among: maybe(distinct(node)) })),
      colour: maybe(communities),
      communities: maybe(communities),
      candidates: maybe(
        fc.record({
          pairs: fc.array(
            fc.record({ cluster: node, firm: node, direction: fc.constantFrom(...CANDIDATE_DIRECTIONS) }),
            {
              minLength: 1,
              maxLength: 12,
            },
          ),
          brought: distinct(node),
        }),
      ),
    }),
  ),
});

/** What opening the view would bring by itself: any part of its nodes. */
const withBrought = anyView.chain((view) =>
  fc.subarray(view.places.map(({ id }) => id)).map((brought) => ({ view, brought: new Set<string>(brought) })),
);

/** Ids of everything that the view names. */
const idsIn = (view: SharedView): readonly string[] => [
  ...new Set(JSON.stringify(view).match(/(?:[a-z-]+:[a-z0-9.]+|group:[A-Z]+:[\w:]+)/g) ?? []),
];

describe('a link', () => {
  it('carries any view exactly', async () => {
    await fc.assert(
      fc.asyncProperty(withBrought, async ({ view, brought }) => {
        const { fragment, fits } = await linkTo(view, brought, BASE);
        expect(fits).toBe(true);
        expect(await reopened(fragment, idsIn(view))).toEqual(view);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused when one letter of it is another, and when it was cut', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    await fc.assert(
      fc.asyncProperty(withBrought, fc.nat(), fc.nat(), async ({ view, brought }, place, other) => {
        const { fragment } = await linkTo(view, brought, BASE);
        const at = '#v=1.'.length + (place % (fragment.length - '#v=1.'.length));
        const letter = letters[other % letters.length] ?? 'A';
        if (letter !== fragment[at]) {
          const changed = fragment.slice(0, at) + letter + fragment.slice(at + 1);
          expect((await readLink(changed)).fault).toBe('DAMAGED');
        }
        expect((await readLink(fragment.slice(0, at))).fault).toBe('DAMAGED');
      }),
      { numRuns: 150 },
    );
  });

  it('is told from one that a later version made, and from anything else', async () => {
    const { fragment } = await linkTo(VIEW, new Set(), BASE);
    expect((await readLink(fragment.replace('#v=1.', '#v=2.'))).fault).toBe('DAMAGED');
    expect((await readLink(fragment.replace('#v=1.', '#v=3.'))).fault).toBe('DAMAGED');
    for (const text of [
      '',
      '#',
      '#v=',
      '#v=1.',
      '#v=x.abcd',
      '#v=1.<img src=x onerror=alert(1)>',
      '#v=1.AAAA',
      '#v=1.____',
    ]) {
      expect((await readLink(text)).fault, text).toBe('DAMAGED');
    }
  });

  it.each([
    ['brought by what was asked', true],
    ['put there one by one', false],
  ])('of 200 nodes %s, moved by hand, is short enough to be mailed', async (_, comes) => {
    const view = scattered(200);
    const brought = new Set<string>(comes ? view.placed : []);
    const { fragment, length, fits } = await linkTo(comes ? { ...view, placed: [] } : view, brought, BASE);
    expect(length).toBe(BASE + fragment.length);
    expect([fits, length <= LINK_AT_MOST]).toEqual([true, true]);
    const back = await reopened(fragment, view.placed);
    for (const [number, { id, x, y }] of view.places.entries()) {
      const place = back?.places[number];
      expect(place?.id).toBe(id);
      expect(Math.hypot((place?.x ?? 1e9) - x, (place?.y ?? 1e9) - y)).toBeLessThan(1);
    }
  });

  it('says so when it is too long to be mailed, and still carries the view', async () => {
    const view = scattered(900);
    const { fragment, fits } = await linkTo(view, new Set(), BASE);
    expect(fits).toBe(false);
    expect((await reopened(fragment, view.placed))?.placed).toEqual(view.placed);
  });
});

describe('marks', () => {
  it('that two ids share stand for neither', () => {
    const ids = Array.from({ length: 3000 }, (_, number) => `cluster:n${number}`);
    const marks = new Marks();
    marks.learn(ids);
    marks.learn(ids);
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(markOf(id, 4), (counts.get(markOf(id, 4)) ?? 0) + 1);
    const shared = new Set(ids.filter((id) => (counts.get(markOf(id, 4)) ?? 0) > 1));
    expect(shared.size).toBeGreaterThan(10);
    for (const id of ids) expect(marks.find(markOf(id, 4))).toBe(shared.has(id) ? null : id);
    expect(marks.find('?ffffff')).toBeNull();
    expect(marks.find('cluster:unknown')).toBe('cluster:unknown');
  });

  it('of nodes that come together are never shared: then the id is written out', async () => {
    const found = Array.from({ length: 40_000 }, (_, number) => parseNodeId(`cluster:m${number}`));
    const byMark = new Map<string, NodeId>();
    let pair: readonly [NodeId, NodeId] | undefined;
    for (const id of found) {
      const other = byMark.get(markOf(id, 6));
      if (other !== undefined) pair = [other, id];
      byMark.set(markOf(id, 6), id);
    }
    if (pair === undefined) throw new Error('no two ids share a mark');
    const view = { ...VIEW, hidden: [...pair] };
    const { fragment } = await linkTo(view, new Set<string>(pair), BASE);
    const read = await readLink(fragment);
    expect(read.view?.hidden.some(isMark)).toBe(false);
    expect(read.view?.hidden).toEqual(pair);
  });
});

/** So many nodes with nothing in common, each moved by hand somewhere on a large picture. */
function scattered(count: number): SharedView {
  let seed = 7;
  const next = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed % most;
  };
  const placed = Array.from({ length: count }, (_, number) =>
    parseNodeId(`large-industry:${next(1e9).toString(36)}-${next(1e9).toString(36)}-${number}`),
  );
  const places = placed.map((id) => ({
    id,
    x: next(16_000) / 4 - 2000,
    y: next(10_000) / 4 - 1000,
    side: 'right' as const,
  }));
  return { ...VIEW, placed, places, pinned: places.map(({ id, x, y }) => ({ id, x, y })) };
}
