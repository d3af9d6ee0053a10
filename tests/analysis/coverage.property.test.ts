import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate, periodBounds, parsePeriod } from '#vocabulary';
import { findCoverage } from '../../api/analysis/programmes/coverage.ts';
import type { SupportRow } from '../../api/analysis/programmes/coverage-types.ts';
import { overlapHeld } from '../../api/analysis/programmes/overlaps.ts';
import { bruteForceCoverage, bruteForceOverlap } from './brute-force-coverage.ts';
import { bruteForceEnded } from './brute-force-ended.ts';
import { graphOfSupport as graph, SUPPORT_PERIODS as PERIODS } from './drawn-support.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';

const RUNS = 1_000;
const REFERENCE = parsePartialDate('2020-12-31');

const isPlace = (id: string): boolean => ['l1', 'x1', 'y1'].includes(id);
const betweenPlaces = ({ relations }: TestGraph): ReadonlySet<string> =>
  new Set(relations.filter((one) => one.type === 'LOCATED_IN' && isPlace(one.from)).map(({ id }) => id));
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
          const between = betweenPlaces(drawn);
          const ours = answer.rows.map((row) => ({
            key: keyOf(row),
            cluster: row.cluster,
            latestEnd: row.bounds.latestEnd,
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

  test('tells of support that is over without a buyer exactly where brute force finds it, whatever is sold on a lesser word', async () => {
    const met = { ended: 0, stillSupported: 0, exporting: 0, lesserWord: 0 };
    await fc.assert(
      fc.asyncProperty(graph, async (drawn) => {
        const evidence = EVIDENCE_KINDS_BY_STRENGTH;
        const { endedWithoutBuyer, rows } = findCoverage(await projectionOf(drawn), {
          evidence,
          referenceDay: REFERENCE,
        });
        const between = betweenPlaces(drawn);
        const ours = endedWithoutBuyer.map((one) => ({
          ...one,
          relations: one.relations.map(String).filter((id) => !between.has(id)),
        }));
        const brute = bruteForceEnded(drawn, evidence, REFERENCE);
        expect(ours).toEqual(brute);
        met.ended += brute.length;
        met.stillSupported += brute.filter(({ stillSupported }) => stillSupported).length;
        met.exporting += brute.filter(({ exports }) => exports.length > 0).length;
        const sold = drawn.relations.filter(({ type, evidence: kind }) => type === 'SUPPLIES' && kind !== 'DOCUMENTED');
        met.lesserWord += brute.filter(({ cluster }) => sold.some(({ from }) => from === cluster)).length;
        expect(brute.every(({ cluster }) => rows.some((row) => row.cluster === cluster))).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
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
