import { describe, expect, it } from 'vitest';
import { findGaps } from '../../api/analysis/gaps/gaps.ts';
import { FEWEST_PLACES } from '../../api/analysis/gaps/known-relatedness.ts';
import { projectionOf, type TestGraph, type TestNode, type TestRelation } from './graph-of-records.ts';

/**
 * Every regency has a foundry (2431), half of them a maker of parts (2930) too. L1 buys from a maker of parts and makes machinery of
 * class 2824, which takes castings; cluster c makes castings.
 */
function townsWithFoundries(count: number): TestGraph {
  const towns = Array.from({ length: count }, (_, i) => String(i).padStart(2, '0'));
  const nodes: readonly TestNode[] = [
    { id: 'c', type: 'SmiCluster', kind: 'CLUSTER' },
    { id: 'L1', type: 'LargeIndustry' },
    ...['2431', '2930', '2824'].map((code): TestNode => ({ id: code, type: 'Sector', code, scheme: 'KBLI_2020' })),
    ...towns.flatMap((town, i): readonly TestNode[] => [
      { id: `x${town}`, type: 'Regency', at: [-7, 107 + i / 10] },
      { id: `a${town}`, type: 'SmallIndustry' },
      ...(i % 2 === 0 ? [{ id: `b${town}`, type: 'SmallIndustry' as const }] : []),
    ]),
  ];
  const relations: readonly Omit<TestRelation, 'id'>[] = [
    { type: 'IN_SECTOR', from: 'c', to: '2431' },
    { type: 'LOCATED_IN', from: 'c', to: 'x00' },
    { type: 'IN_SECTOR', from: 'L1', to: '2824' },
    { type: 'SUPPLIES', from: 'b00', to: 'L1' },
    ...towns.flatMap((town, i): readonly Omit<TestRelation, 'id'>[] => [
      { type: 'LOCATED_IN', from: `a${town}`, to: `x${town}` },
      { type: 'IN_SECTOR', from: `a${town}`, to: '2431' },
      ...(i % 2 === 0
        ? [
            { type: 'LOCATED_IN' as const, from: `b${town}`, to: `x${town}` },
            { type: 'IN_SECTOR' as const, from: `b${town}`, to: '2930' },
          ]
        : []),
    ]),
  ];
  return { nodes, relations: relations.map((one, i) => ({ ...one, id: `r${String(i).padStart(3, '0')}` })) };
}

describe('relatedness in a gap', () => {
  it('is known from thirty places on, and unknown before', async () => {
    const [few] = findGaps(await projectionOf(townsWithFoundries(FEWEST_PLACES - 1)), {}).gaps;
    expect(few).toMatchObject({ cluster: 'c', largeIndustry: 'L1', relatedness: null });
    const [enough] = findGaps(await projectionOf(townsWithFoundries(FEWEST_PLACES)), {}).gaps;
    expect(enough?.relatedness).not.toBeNull();
    expect((enough?.high ?? 0) - (enough?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0));
  });

  it('is how often what the cluster makes and what the firm buys are made in the same places beyond their share', async () => {
    // Towns with foundries alone have an advantage in 2431, towns with both in 2930 only. So has the cluster's own, where castings are 2/3
    // of the makers against 31/46 of all.
    const [gap] = findGaps(await projectionOf(townsWithFoundries(FEWEST_PLACES)), {}).gaps;
    expect(gap?.relatedness).toBe(0);
  });
});

describe('gaps of a drawn graph', () => {
  it('a cluster of unknown product and one that nobody fits are told apart, and neither is lost', async () => {
    const { withoutCandidate, clusterCount } = findGaps(
      await projectionOf({
        nodes: [
          { id: 'c1', type: 'SmiCluster', kind: 'CLUSTER' },
          { id: 'c2', type: 'SmiCluster', kind: 'CLUSTER' },
          { id: 'g1', type: 'SmiCluster', kind: 'GROUP' },
          { id: '1312', type: 'Sector', code: '1312', scheme: 'KBLI_2020' },
          { id: 'L1', type: 'LargeIndustry' },
        ],
        relations: [{ id: 'r1', type: 'IN_SECTOR', from: 'c2', to: '1312', evidence: 'INFERRED' }],
      }),
      {},
    );
    expect(clusterCount).toBe(2);
    expect(withoutCandidate).toEqual([
      { cluster: 'c1', reason: 'CLASS_UNKNOWN', classes: [] },
      { cluster: 'c2', reason: 'NONE_IN_DATA', classes: ['1312'] },
    ]);
  });
});
