import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '#vocabulary';
import { readClusterUnits } from '../../api/analysis/sentra-rule/cluster-units.ts';
import { findSentra, isVillageSentra } from '../../api/analysis/sentra-rule/sentra.ts';
import { LEGAL_LIMITS, type RuleUnit, type SentraByRule } from '../../api/analysis/sentra-rule/sentra-types.ts';
import { completions, ruleUnit, sentraBySubsets, type HalfKnown, type PlainUnit } from './brute-force-sentra.ts';
import { nodeId, projectionOf, type TestGraph } from './graph-of-records.ts';
import { realProjection } from './real-projection.ts';

const RUNS = 1_000;

/** ANALYSIS.md §10: four casters and a machine maker of one village, a foundry of 240 workers, and weavers elsewhere. */
const WORKED: readonly PlainUnit[] = [
  ...['u1', 'u2', 'u3', 'u4'].map((id) => ({ id, place: 'v1', workers: 12, has: ['PRODUCT:casts', 'MATERIAL:iron'] })),
  { id: 'u5', place: 'v1', workers: 8, has: ['PRODUCT:machines', 'MATERIAL:iron'] },
  { id: 'u6', place: 'v1', workers: 240, has: ['PRODUCT:casts', 'MATERIAL:iron'] },
  ...['u7', 'u8', 'u9', 'ua'].map((id) => ({ id, place: 'v2', workers: 3, has: ['PRODUCT:cloth', 'PROCESS:weaving'] })),
  { id: 'ub', place: 'v1', workers: 4, has: ['PRODUCT:bread', 'MATERIAL:flour'] },
  { id: 'uc', place: 'v3', workers: 4, has: ['PRODUCT:casts', 'MATERIAL:iron'] },
];

const found = (units: readonly PlainUnit[], listComplete = true): SentraByRule =>
  findSentra(units.map(ruleUnit), { listComplete });

const plain = ({ sentra }: SentraByRule) =>
  sentra.map(({ place, units, reasons }) => ({
    place: String(place),
    units: units.map(String),
    reasons: reasons.map(({ likeness, value }) => `${likeness}:${value}`).toSorted(),
  }));

const heldAt = ({ places }: SentraByRule, place: string) => places.find((one) => one.place === nodeId(place))?.held;

const drawnUnit = fc.record({
  place: fc.constantFrom('v1', 'v1', 'v1', 'v1', 'v2'),
  workers: fc.constantFrom(0, 1, 4, 19, 50, 99, 100),
  has: fc.uniqueArray(fc.constantFrom('PRODUCT:a', 'PRODUCT:b', 'MATERIAL:a', 'MATERIAL:c', 'PROCESS:d'), {
    minLength: 1,
    maxLength: 4,
  }),
});
const drawnUnits: fc.Arbitrary<readonly PlainUnit[]> = fc
  .array(drawnUnit, { minLength: 4, maxLength: 12, size: 'max' })
  .map((units) => units.map((unit, at) => ({ ...unit, id: `u${String(at).padStart(2, '0')}` })));

describe('sentra by rule (PP 29/2018)', () => {
  it('the worked example: the five of iron are one by material, not by product; the large foundry and the weavers are none', () => {
    const rule = found(WORKED);
    expect(plain(rule)).toEqual([{ place: 'v1', units: ['u1', 'u2', 'u3', 'u4', 'u5'], reasons: ['MATERIAL:iron'] }]);
    expect(heldAt(rule, 'v2')).toBe('NO');
    const without = found(WORKED.filter(({ id }) => id !== 'u5'));
    expect(without.sentra).toEqual([]);
    expect(heldAt(without, 'v1')).toBe('NO');
  });

  it('four known weavers of a list that is not complete are undecided, not none', () => {
    const rule = found(WORKED, false);
    expect(heldAt(rule, 'v2')).toBe('POSSIBLY');
    expect(rule.undecided).toContainEqual({
      place: 'v2',
      likeness: 'PROCESS',
      value: 'weaving',
      known: ['u7', 'u8', 'u9', 'ua'],
      possible: ['u7', 'u8', 'u9', 'ua'],
    });
  });

  it('equal sets are one sentra with several reasons, a set inside a larger one is dropped', () => {
    const units = Array.from({ length: 6 }, (_, at): PlainUnit => ({
      id: `u${at}`,
      place: 'v1',
      workers: 5,
      has: ['PRODUCT:a', 'PROCESS:d', ...(at < 5 ? ['MATERIAL:c'] : [])],
    }));
    expect(plain(found(units))).toEqual([
      { place: 'v1', units: ['u0', 'u1', 'u2', 'u3', 'u4', 'u5'], reasons: ['PROCESS:d', 'PRODUCT:a'] },
    ]);
  });

  it(`equals all subsets of at most 12 units, on ${RUNS} drawings`, () => {
    let some = 0;
    fc.assert(
      fc.property(drawnUnits, (units) => {
        const expected = sentraBySubsets(units, LEGAL_LIMITS.leastUnits);
        const rule = found(units);
        const ours = plain(rule).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
        expect(ours).toEqual(expected);
        for (const { place, held } of rule.places) {
          expect(held).toBe(expected.some((one) => one.place === place) ? 'YES' : 'NO');
        }
        if (expected.length > 0) some += 1;
      }),
      { numRuns: RUNS },
    );
    expect(some).toBeGreaterThan(RUNS / 10);
  });

  it(`says YES, NO or POSSIBLY as all completions of what is unknown do, on ${RUNS} drawings`, () => {
    const halfKnown = fc.record({
      place: fc.constantFrom('v1', 'v1', 'v2', null),
      workers: fc.constantFrom(50, 50, 240, null),
      product: fc.constantFrom('a', 'b', null),
      material: fc.constantFrom('a', 'c', 'd', null),
    });
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(halfKnown, { minLength: 3, maxLength: 4 }).filter(isSmall), (drawn) => {
        const units: readonly HalfKnown[] = drawn.map((unit, at) => ({ ...unit, id: `u${at}` }));
        const known = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
        const places = known(units.map(({ place }) => place));
        const values = [...known(units.flatMap(({ product, material }) => [product, material])), 'new'];
        const worlds = [...completions(units, places, values)];
        const limits = { ...LEGAL_LIMITS, leastUnits: 3 };
        const rule = findSentra(units.map(halfUnit), { listComplete: true, limits });
        for (const { place, held } of rule.places) {
          const holds = worlds.map((world) => sentraBySubsets(world, 3).some((one) => one.place === place));
          const expected = holds.every(Boolean) ? 'YES' : holds.some(Boolean) ? 'POSSIBLY' : 'NO';
          expect(held).toBe(expected);
          seen.set(held, (seen.get(held) ?? 0) + 1);
        }
      }),
      { numRuns: RUNS },
    );
    expect([...seen.keys()].toSorted()).toEqual(['NO', 'POSSIBLY', 'YES']);
  }, 120_000);

  it('one more unit that is alike never takes a sentra away, and the order of the units does not count', () => {
    fc.assert(
      fc.property(drawnUnits, drawnUnit, (units, more) => {
        const before = found(units);
        const after = found([...units, { ...more, id: 'zz' }]);
        for (const { place, held } of before.places) if (held === 'YES') expect(heldAt(after, place)).toBe('YES');
        expect(found(units.toReversed())).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('the rule of the statistics office counts households: 20 % or more of a village, and unknown without them', () => {
    expect(isVillageSentra(20, 100)).toBe('YES');
    expect(isVillageSentra(19, 100)).toBe('NO');
    expect(isVillageSentra(0, 0)).toBe('NO');
    expect(isVillageSentra(30, null)).toBe('POSSIBLY');
  });
});

const UNIT_IDS = ['m1', 'm2', 'm3', 'm4', 'm5'];

/** Five makers of one product in villages of one regency; a decoy that is inferred, one of another product, one that is large. */
const DRAWN: TestGraph = {
  nodes: [
    { id: 'c1', type: 'SmiCluster', kind: 'CLUSTER' },
    { id: 'c2', type: 'SmiCluster', kind: 'CLUSTER' },
    ...[...UNIT_IDS, 'm6', 'm7'].map((id) => ({ id, type: 'SmallIndustry' as const })),
    { id: 'L1', type: 'LargeIndustry' },
    { id: 'o1', type: 'Product' },
    { id: 'o2', type: 'Product' },
    { id: 'v1', type: 'Locality', kind: 'VILLAGE' },
    { id: 'v2', type: 'Locality', kind: 'VILLAGE' },
    { id: 'x1', type: 'Regency' },
  ],
  relations: [
    ...[...UNIT_IDS, 'm7', 'L1'].map((from) => ({ id: `a-${from}`, type: 'MEMBER_OF' as const, from, to: 'c1' })),
    { id: 'a-m6', type: 'MEMBER_OF', from: 'm6', to: 'c1', evidence: 'INFERRED' },
    ...[...UNIT_IDS, 'm6', 'L1'].map((from) => ({ id: `b-${from}`, type: 'PRODUCES' as const, from, to: 'o1' })),
    { id: 'b-m7', type: 'PRODUCES', from: 'm7', to: 'o2' },
    ...['m1', 'm2', 'm3', 'm6', 'm7', 'L1'].map((from) => ({
      id: `d-${from}`,
      type: 'LOCATED_IN' as const,
      from,
      to: 'v1',
    })),
    ...['m4', 'm5'].map((from) => ({ id: `d-${from}`, type: 'LOCATED_IN' as const, from, to: 'v2' })),
    { id: 'e-1', type: 'LOCATED_IN', from: 'v1', to: 'x1' },
    { id: 'e-2', type: 'LOCATED_IN', from: 'v2', to: 'x1', evidence: 'GENERAL_KNOWLEDGE' },
  ],
};

describe('the named units of clusters', () => {
  it('are held against the rule by village and by regency; what is inferred, large or of another product does not count', async () => {
    const projection = await projectionOf(DRAWN);
    const byRegency = readClusterUnits(projection, { scale: 'REGENCY' });
    const [first, second] = byRegency.clusters;
    expect(first?.units).toEqual([...UNIT_IDS, 'm7']);
    expect(first?.held).toBe('YES');
    expect(first?.sentra).toEqual([{ place: 'x1', units: UNIT_IDS, reasons: [{ likeness: 'PRODUCT', value: 'o1' }] }]);
    expect(second).toMatchObject({ cluster: 'c2', units: [], held: 'POSSIBLY', sentra: [] });
    expect(readClusterUnits(projection, { scale: 'VILLAGE' }).clusters[0]?.held).toBe('POSSIBLY');
  });

  it('on the real data: the six of Dogiyai are alike within their regency, their villages unknown; the rest undecided', async () => {
    const projection = await realProjection();
    const { clusters } = readClusterUnits(projection, { scale: 'REGENCY' });
    const yes = clusters.filter(({ held }) => held === 'YES');
    expect(yes.map(({ cluster }): NodeId => cluster)).toContain('cluster:coffee-dogiyai');
    const dogiyai = clusters.find(({ cluster }) => cluster === nodeId('cluster:coffee-dogiyai'));
    expect(dogiyai?.units).toHaveLength(6);
    const village = readClusterUnits(projection, { scale: 'VILLAGE', cluster: nodeId('cluster:coffee-dogiyai') });
    expect(village.clusters[0]).toMatchObject({ held: 'POSSIBLY', sentra: [] });
    expect(village.clusters[0]?.placeUnknown).toHaveLength(6);
  });
});

function halfUnit({ id, place, workers, product, material }: HalfKnown): RuleUnit {
  const value = (text: string | null) => (text === null ? null : [nodeId(text)]);
  return {
    unit: nodeId(id),
    place: place === null ? null : nodeId(place),
    workers: workers === null ? null : { least: workers, most: workers },
    values: { PRODUCT: value(product), MATERIAL: value(material), PROCESS: [] },
  };
}

/** Every unknown multiplies the completions. */
function isSmall(units: readonly Omit<HalfKnown, 'id'>[]): boolean {
  return units.flatMap((unit) => Object.values(unit)).filter((value) => value === null).length <= 4;
}
