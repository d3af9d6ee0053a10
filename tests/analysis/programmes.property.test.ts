import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate, type RelationType } from '#vocabulary';
import { readCriteria } from '../../api/analysis/programmes/criteria.ts';
import { comparePhases } from '../../api/analysis/programmes/phases.ts';
import { bruteForceCriteria, bruteForcePhases } from './brute-force-programmes.ts';
import { bruteForceTies } from './brute-force-ties.ts';
import { drawnGraph } from './drawn-support.ts';
import { nodeId, projectionOf, type TestNode } from './graph-of-records.ts';
import { plainNodes, plainRelations } from './random-graphs.ts';

const RUNS = 1_000;
/** The one wish that ties answer. */
const LINKAGE = 'criterion:linkage-supporting-large';

/** By id, as the projection orders them. */
const NODES: readonly TestNode[] = [
  { id: 'L1', type: 'LargeIndustry' },
  { id: 'b1', type: 'FundingSource' },
  { id: 'c1', type: 'SmiCluster', kind: 'CLUSTER' },
  { id: 'c2', type: 'SmiCluster', kind: 'CLUSTER' },
  { id: 'c3', type: 'SmiCluster', kind: 'GROUP' },
  { id: LINKAGE, type: 'Criterion' },
  { id: 'd1', type: 'Designation' },
  { id: 'e1', type: 'Criterion' },
  { id: 'e2', type: 'Criterion' },
  { id: 'i1', type: 'Country' },
  { id: 'k1', type: 'Sector', scheme: 'KBLI_2020', code: '1520' },
  { id: 'l1', type: 'Locality', kind: 'VILLAGE' },
  { id: 'm1', type: 'SmallIndustry' },
  { id: 'n1', type: 'Market' },
  { id: 'o1', type: 'Product' },
  { id: 'o2', type: 'Product' },
  { id: 'p', type: 'Programme' },
  { id: 'p1', type: 'Programme', kind: 'PHASE' },
  { id: 'p2', type: 'Programme', kind: 'PHASE' },
  { id: 's1', type: 'Sector', scheme: 'NAMED' },
  { id: 'x1', type: 'Regency' },
  { id: 'x2', type: 'Regency' },
  { id: 'y1', type: 'Province' },
  { id: 'y2', type: 'Province' },
];

const EITHER: readonly RelationType[] = [
  'TARGETS',
  'TARGETS',
  'SUPPORTS',
  'SUPPORTS',
  'DRAWS_FROM',
  'LOCATED_IN',
  'LOCATED_IN',
];
const OF_PHASES: readonly RelationType[] = [
  ...EITHER,
  'PRECEDES',
  'PRECEDES',
  'PART_OF',
  'IN_SECTOR',
  'PRODUCES',
  'MEMBER_OF',
];
const OF_CRITERIA: readonly RelationType[] = [
  ...EITHER,
  'SELECTED_BY',
  'SELECTED_BY',
  'ASKS_FOR',
  'ASKS_FOR',
  'ASKS_FOR',
  'FUNDS',
  'FUNDS',
  'DESIGNATED_AS',
  'EXPORTS_TO',
  'MEMBER_OF',
  'SUPPLIES',
  'AIMS_AT',
];
const PERIODS = [{}, { from: '2017' }, { from: '2012', to: '2014' }, { attested: ['2019'] }, { from: '2030' }] as const;

const drawn = (types: readonly RelationType[]) =>
  drawnGraph({ nodes: NODES, types, periods: PERIODS, least: 10, most: 60 });

const evidences = fc.constantFrom(
  ['DOCUMENTED'] as const,
  ['DOCUMENTED', 'GENERAL_KNOWLEDGE'] as const,
  EVIDENCE_KINDS_BY_STRENGTH,
);

describe('phases side by side', () => {
  test('are every pair by brute force: province by province, with what each phase said, supported and made', async () => {
    const met = { both: 0, one: 0, narrowed: 0 };
    const asked = fc.constantFrom(undefined, 'p', 'p1');
    await fc.assert(
      fc.asyncProperty(drawn(OF_PHASES), evidences, asked, async (graph, evidence, programme) => {
        const { comparisons } = comparePhases(await projectionOf(graph), {
          evidence,
          programme: programme === undefined ? undefined : nodeId(programme),
        });
        const ours = comparisons.map(({ earlier: before, later: after, relations, places }) => ({
          earlier: before,
          later: after,
          relations,
          places: Object.fromEntries(places.map(({ province, earlier, later }) => [province, [earlier, later]])),
        }));
        const brute = bruteForcePhases(graph, evidence, programme);
        expect(ours).toEqual(brute);
        for (const { places, bothCount } of comparisons) {
          const ranks = places.map(({ earlier, later }) => (earlier === null ? 2 : later === null ? 1 : 0));
          expect(ranks).toEqual(ranks.toSorted());
          expect(bothCount).toBe(ranks.filter((rank) => rank === 0).length);
          met.both += bothCount;
          met.one += ranks.length - bothCount;
        }
        if (programme !== undefined) met.narrowed += bruteForcePhases(graph, evidence).length - brute.length;
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(20);
  });
});

describe('criteria by place', () => {
  test('are what every programme chooses by, down to what is asked for, and what the data hold of it, by brute force', async () => {
    const met = { RECORDED: 0, NONE_RECORDED: 0, NOT_HELD: 0, steps: 0 };
    await fc.assert(
      fc.asyncProperty(drawn(OF_CRITERIA), evidences, async (graph, evidence) => {
        const { programmes } = readCriteria(await projectionOf(graph), { evidence });
        const brute = bruteForceCriteria(graph, evidence, LINKAGE);
        const plain = (read: (typeof brute)[number] | (typeof programmes)[number]) => ({
          programme: read.programme,
          criteria: read.criteria,
          places: read.places.map(({ place, targets, clusters }) => ({ place, targets, clusters })),
        });
        expect(programmes.map(plain)).toEqual(brute.map(plain));
        for (const [i, { criteria, places }] of programmes.entries()) {
          for (const { place, findings } of places) {
            expect(findings.map(({ criterion, demand }) => [criterion, demand])).toEqual(
              criteria.flatMap(({ criterion, demands }) => demands.map(({ demand }) => [criterion, demand])),
            );
            for (const { demand, finding, relations } of findings) {
              const said = brute[i]?.finding(place, demand) ?? null;
              if (said !== null) expect({ finding, relations }).toEqual(said);
              met[finding] += 1;
            }
          }
          met.steps += criteria.flatMap(({ demands }) => demands).filter(({ asked }) => asked.length > 1).length;
        }
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(50);
  });

  test('linkage with large industry is recorded exactly where a cluster there is tied, by chains of its ties', async () => {
    const met = { RECORDED: 0, NONE_RECORDED: 0 };
    const linked = drawn(OF_CRITERIA).map(({ nodes, relations }) => ({
      nodes,
      relations: [
        ...relations,
        { id: 'z1', type: 'SELECTED_BY' as const, from: 'p', to: LINKAGE },
        { id: 'z2', type: 'TARGETS' as const, from: 'p', to: 'y1' },
        { id: 'z3', type: 'SUPPORTS' as const, from: 'p', to: 'c1' },
        { id: 'z4', type: 'LOCATED_IN' as const, from: 'c1', to: 'y1' },
      ].filter(({ from }) => from !== LINKAGE),
    }));
    await fc.assert(
      fc.asyncProperty(linked, async (graph) => {
        const { programmes } = readCriteria(await projectionOf(graph), { programme: nodeId('p') });
        const ties = bruteForceTies(plainNodes(graph), plainRelations(graph), {
          evidence: ['DOCUMENTED'],
          referenceDay: parsePartialDate('2024-12-31'),
        });
        for (const { clusters, findings } of programmes.flatMap(({ places }) => places)) {
          const [linkage] = findings.filter(({ demand }) => demand === LINKAGE);
          if (linkage === undefined) continue;
          const here = ties.filter(({ cluster }) => clusters.some((one) => one === cluster));
          expect(linkage.finding).toBe(here.length > 0 ? 'RECORDED' : 'NONE_RECORDED');
          const chains = new Set(here.flatMap((tie) => tie.chains.flatMap((chain) => chain.split(' '))));
          expect(linkage.relations.every((relation) => chains.has(relation))).toBe(true);
          if (linkage.finding !== 'NOT_HELD') met[linkage.finding] += 1;
        }
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(50);
  });
});
