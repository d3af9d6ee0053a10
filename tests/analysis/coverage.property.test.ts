import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endsAllowed,
  EVIDENCE_KINDS_BY_STRENGTH,
  parsePartialDate,
  periodBounds,
  parsePeriod,
  type RelationType,
} from '#vocabulary';
import { findCoverage } from '../../api/analysis/programmes/coverage.ts';
import type { SupportRow } from '../../api/analysis/programmes/coverage-types.ts';
import { overlapHeld } from '../../api/analysis/programmes/overlaps.ts';
import { bruteForceCoverage, bruteForceOverlap } from './brute-force-coverage.ts';
import { nodeId, projectionOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';

const RUNS = 1_000;
const REFERENCE = parsePartialDate('2020-12-31');

const NODES: readonly TestNode[] = [
  { id: 'c1', type: 'SmiCluster', kind: 'CLUSTER' },
  { id: 'c2', type: 'SmiCluster', kind: 'CLUSTER' },
  { id: 'd1', type: 'SmiCluster', kind: 'GROUP' },
  { id: 'm1', type: 'SmallIndustry' },
  { id: 'm2', type: 'SmallIndustry' },
  { id: 'a1', type: 'Organisation', kind: 'COOPERATIVE' },
  { id: 'u1', type: 'Organisation', kind: 'FIRM_OF_UNKNOWN_SIZE' },
  { id: 'f1', type: 'Facility' },
  { id: 'p1', type: 'Programme', kind: 'PROGRAMME' },
  { id: 'p2', type: 'Programme', kind: 'PHASE' },
  { id: 'g1', type: 'Agency' },
  { id: 'g2', type: 'Agency' },
  { id: 'b1', type: 'FundingSource' },
  { id: 'L1', type: 'LargeIndustry' },
  { id: 'l1', type: 'Locality', kind: 'VILLAGE' },
  { id: 'x1', type: 'Regency', kind: 'KABUPATEN' },
  { id: 'y1', type: 'Province' },
];

/** What support walks on, more often what is needed to reach anybody, and decoys. */
const TYPES: readonly RelationType[] = [
  'SUPPORTS',
  'SUPPORTS',
  'FOSTERS',
  'FUNDS',
  'TRAINS',
  'GIVES_EQUIPMENT_TO',
  'DRAWS_FROM',
  'PLANS_TO_SUPPORT',
  'INVESTS_IN',
  'INVESTS_IN',
  'AGREED_TO_COOPERATE',
  'AGREED_TO_COOPERATE',
  'AGENCY_OF',
  'AGENCY_OF',
  'MEMBER_OF',
  'MEMBER_OF',
  'REPRESENTS',
  'LOCATED_IN',
  'LOCATED_IN',
  'LOCATED_IN',
  'TARGETS',
  'TARGETS',
  'IMPLEMENTS',
  'IMPLEMENTS',
  'FACILITY_OF',
  'SUPPLIES',
  'SUPPLIES',
  'CERTIFIES',
  'PART_OF',
  'SAME_AS_PROBABLY',
  'INVOLVES',
  'LOCATED_WITH',
];
const PERIODS = [
  {},
  { from: '2017' },
  { from: '2015', to: '..' },
  { from: '..' },
  { from: '2012', to: '2014' },
  { from: '2014', to: '2017-03' },
  { to: '2016' },
  { attested: ['2019-06'] },
  { attested: ['2013'] },
  { from: '2016', attested: ['2021'] },
  { from: '2030' },
] as const;

const endsOf = (type: RelationType) =>
  NODES.flatMap((from) =>
    NODES.filter((to) => from.id !== to.id && endsAllowed(type, from.type, to.type)).map((to) => ({
      from: from.id,
      to: to.id,
    })),
  );

const relation = fc.constantFrom(...TYPES).chain((type) =>
  fc.record({
    type: fc.constant(type),
    ends: fc.constantFrom(...endsOf(type)),
    period: fc.constantFrom(...PERIODS),
    evidence: fc.constantFrom(...EVIDENCE_KINDS_BY_STRENGTH, 'DOCUMENTED' as const, 'DOCUMENTED' as const),
    status: fc.constantFrom('COMMITTED' as const, 'INITIAL_TARGET' as const, 'TARGETED' as const),
  }),
);

const graph: fc.Arbitrary<TestGraph> = fc
  .array(relation, { minLength: 6, maxLength: 45, size: 'max' })
  .map((drawn) => ({
    nodes: NODES,
    relations: drawn.map(({ ends, status, ...rest }, i): TestRelation => ({
      ...rest,
      ...ends,
      id: `r${String(i).padStart(3, '0')}`,
      status: rest.type === 'TARGETS' ? status : null,
    })),
  }));

const isPlace = (id: string): boolean => ['l1', 'x1', 'y1'].includes(id);
const keyOf = ({ cluster, supporter, type, level, period }: SupportRow): string =>
  JSON.stringify([cluster, supporter, type, level, period]);

describe('coverage', () => {
  test('is every way of support by brute force, with the same evidence, status and relations', async () => {
    let rowsMet = 0;
    const levels = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.constantFrom(
          ['DOCUMENTED'] as const,
          ['DOCUMENTED', 'GENERAL_KNOWLEDGE'] as const,
          EVIDENCE_KINDS_BY_STRENGTH,
        ),
        async (drawn, evidence) => {
          const answer = findCoverage(await projectionOf(drawn), { evidence, referenceDay: REFERENCE });
          const between = new Set(
            drawn.relations.filter((one) => one.type === 'LOCATED_IN' && isPlace(one.from)).map(({ id }) => id),
          );
          const ours = answer.rows.map((row) => ({
            key: keyOf(row),
            evidence: row.evidence,
            status: row.status,
            isPublic: row.isPublic,
            through: [...row.through].map(String).sort(),
            relations: row.relations.map(String).filter((id) => !between.has(id)),
          }));
          const brute = bruteForceCoverage(drawn, evidence, REFERENCE);
          expect(new Map(ours.map((row) => [row.key, row]))).toEqual(brute);
          expect(answer.rows).toHaveLength(brute.size);
          rowsMet += brute.size;
          for (const { level } of answer.rows) levels.add(level);
        },
      ),
      { numRuns: RUNS },
    );
    expect(rowsMet).toBeGreaterThan(RUNS);
    expect([...levels].sort()).toEqual(['CLUSTER', 'FACILITY', 'MEMBER', 'ORGANISATION', 'PLACE']);
  });

  test('with inferred evidence holds all documented rows unchanged, and narrower questions hold a part of wider ones', async () => {
    let narrowed = 0;
    await fc.assert(
      fc.asyncProperty(graph, fc.constantFrom('2013', '2018-06', '2024'), async (drawn, date) => {
        const projection = await projectionOf(drawn);
        const ask = (request: Parameters<typeof findCoverage>[1]) =>
          findCoverage(projection, { referenceDay: REFERENCE, ...request });
        const documented = ask({});
        const all = ask({ evidence: EVIDENCE_KINDS_BY_STRENGTH });
        expect(all.rows.filter(({ evidence }) => evidence === 'DOCUMENTED')).toEqual(documented.rows);
        for (const cluster of all.withoutPublicSupport) expect(documented.withoutPublicSupport).toContain(cluster);

        const day = parsePartialDate(date);
        const then = ask({ evidence: EVIDENCE_KINDS_BY_STRENGTH, from: day, to: day });
        const keys = new Set(all.rows.map(keyOf));
        expect(then.rows.every((row) => keys.has(keyOf(row)))).toBe(true);
        narrowed += all.rows.length - then.rows.length;
        const inside = ask({ evidence: EVIDENCE_KINDS_BY_STRENGTH, place: nodeId('y1') });
        expect(inside.rows.every((row) => keys.has(keyOf(row)))).toBe(true);

        const split = (['CLUSTER', 'MEMBER', 'ORGANISATION', 'FACILITY', 'PLACE'] as const).map(
          (level) => ask({ evidence: EVIDENCE_KINDS_BY_STRENGTH, levels: [level] }).rows.length,
        );
        expect(split.reduce((sum, count) => sum + count, 0)).toBe(all.rows.length);
        expect(all.clusters.reduce((sum, one) => sum + one.supportCount, 0)).toBe(all.rows.length);
      }),
      { numRuns: RUNS },
    );
    expect(narrowed).toBeGreaterThan(0);
  });

  test('overlaps are all pairs of rows that met by every completion of their periods, or by some; certain days lie in both', async () => {
    const met = { YES: 0, POSSIBLY: 0 };
    await fc.assert(
      fc.asyncProperty(graph, async (drawn) => {
        const answer = findCoverage(await projectionOf(drawn), {
          evidence: EVIDENCE_KINDS_BY_STRENGTH,
          referenceDay: REFERENCE,
        });
        const pairs = answer.rows.flatMap((first, i) =>
          answer.rows
            .slice(i + 1)
            .filter(({ cluster }) => cluster === first.cluster)
            .map((second) => bruteForceOverlap(first.bounds, second.bounds)),
        );
        for (const held of ['YES', 'POSSIBLY'] as const) {
          const count = pairs.filter((pair) => pair === held).length;
          expect(answer.overlapsByCluster.filter((one) => one.held === held)).toHaveLength(count);
          met[held] += count;
        }
        for (const { first, second, held, certain } of [...answer.overlapsByCluster, ...answer.overlapsByPlace]) {
          expect(held).toBe(bruteForceOverlap(first.bounds, second.bounds));
          if (certain === null) continue;
          expect(held).toBe('YES');
          const days = periodBounds(parsePeriod({ from: certain.from ?? '..', to: certain.to ?? '..' }));
          for (const { bounds } of [first, second]) {
            expect(bounds.latestStart).toBeLessThanOrEqual(days.earliestStart);
            expect(bounds.earliestEnd).toBeGreaterThanOrEqual(days.latestEnd);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(met.YES).toBeGreaterThan(100);
    expect(met.POSSIBLY).toBeGreaterThan(100);
  });

  test('two periods that no row joins overlap as every completion of them says', () => {
    const bounds = fc.constantFrom(...PERIODS).map((period) => periodBounds(parsePeriod(period)));
    fc.assert(
      fc.property(bounds, bounds, (a, b) => {
        expect(overlapHeld(a, b)).toBe(bruteForceOverlap(a, b));
        expect(overlapHeld(b, a)).toBe(overlapHeld(a, b));
      }),
      { numRuns: RUNS },
    );
  });
});
