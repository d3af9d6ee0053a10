import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, heldAt, parsePartialDate, parsePeriod, periodBounds } from '#vocabulary';
import { profilePlaces } from '../../api/analysis/places/profile.ts';
import { nodeId, projectionOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';
import { randomGraph } from './random-graphs.ts';

const RUNS = 1_000;
const PLACED: readonly TestNode[] = [
  { id: 'x1', type: 'Regency' },
  { id: 'x2', type: 'Regency' },
  { id: 'y1', type: 'Province' },
  { id: 'w1', type: 'Locality' },
  { id: 'd1', type: 'Designation' },
  { id: 's1', type: 'Sector', scheme: 'NAMED' },
  { id: 'b1', type: 'Agency' },
];
const MAKERS = ['c1', 'c2', 'g1', 'm1', 'm2', 'L1', 'L2'];
const ends = (type: TestRelation['type'], from: readonly string[], to: readonly string[]) =>
  fc.record({ type: fc.constant(type), from: fc.constantFrom(...from), to: fc.constantFrom(...to) });
const drawn = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: ends('LOCATED_IN', [...MAKERS, 'w1', 'x1', 'a1', 'f1'], ['w1', 'x1', 'x2', 'y1']) },
    { weight: 2, arbitrary: ends('IN_SECTOR', MAKERS, ['s1']) },
    { weight: 1, arbitrary: ends('DESIGNATED_AS', ['x1', 'y1'], ['d1']) },
    { weight: 1, arbitrary: ends('TARGETS', ['p1'], ['x1', 'y1']) },
    { weight: 1, arbitrary: ends('AGENCY_OF', ['b1'], ['x1', 'y1']) },
  ),
  period: fc.constantFrom({}, {}, { from: '2015', to: '..' }, { from: '2012', to: '2014' }, { attested: ['2019-06'] }),
  evidence: fc.constantFrom(...EVIDENCE_KINDS_BY_STRENGTH, 'DOCUMENTED' as const),
});
const graph: fc.Arbitrary<TestGraph> = fc
  .tuple(randomGraph(2, 12), fc.array(drawn, { minLength: 5, maxLength: 22, size: 'max' }))
  .map(([{ nodes, relations }, places]) => ({
    nodes: [...nodes, ...PLACED],
    relations: [
      ...relations,
      ...places.flatMap(({ what, ...rest }, i): readonly TestRelation[] =>
        what.from === what.to ? [] : [{ ...what, ...rest, id: `s${String(i).padStart(2, '0')}` }],
      ),
    ],
  }));

/** Ids inside a place, found by going through all relations until nothing is added. */
function inside(
  drawnGraph: TestGraph,
  place: string,
  evidence: readonly string[],
  asOf: string | null,
): ReadonlySet<string> {
  const holds = ({ period = {} }: TestRelation): boolean =>
    asOf === null || heldAt(periodBounds(parsePeriod(period)), parsePartialDate(asOf)) !== 'NO';
  const kept = drawnGraph.relations.filter(
    (one) =>
      one.type === 'LOCATED_IN' &&
      [...evidence, 'GENERAL_KNOWLEDGE'].includes(one.evidence ?? 'DOCUMENTED') &&
      holds(one),
  );
  const found = new Set([place]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { from, to } of kept) if (found.has(to)) found.add(from);
  }
  found.delete(place);
  return found;
}

describe('profiles of places', () => {
  test('hold what lies in the place by brute force, exactly, and every cluster is tied or said to be without a tie', async () => {
    let placed = 0;
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.constantFrom(['DOCUMENTED'] as const, EVIDENCE_KINDS_BY_STRENGTH),
        fc.constantFrom(null, '2013', '2018-06'),
        fc.constantFrom('x1', 'y1'),
        async (drawnGraph, evidence, date, place) => {
          const projection = await projectionOf(drawnGraph);
          const asOf = date === null ? undefined : parsePartialDate(date);
          const [profile] = profilePlaces(projection, { places: [nodeId(place)], evidence, asOf }).profiles;
          const expected = inside(drawnGraph, place, evidence, date);
          const listed = profile?.parts
            .filter(({ kind }) => kind !== 'AGENCIES')
            .flatMap(({ nodes }) => nodes.map(String));
          const counted = [...expected].filter((id) => !['w1'].includes(id));
          expect(listed?.sort()).toEqual(counted.sort());
          placed += counted.length;
          const clusters = profile?.parts.find(({ kind }) => kind === 'CLUSTERS')?.nodes ?? [];
          const tied = new Set(profile?.ties.map(({ cluster }) => cluster));
          const untied = profile?.unknown.find(({ kind }) => kind === 'CLUSTER_WITHOUT_TIE')?.nodes ?? [];
          expect([...tied, ...untied].map(String).sort()).toEqual(clusters.map(String).sort());
          expect(profile?.tiedClusterCount).toBe(tied.size);
        },
      ),
      { numRuns: RUNS },
    );
    expect(placed).toBeGreaterThan(RUNS);
  }, 120_000);
});
