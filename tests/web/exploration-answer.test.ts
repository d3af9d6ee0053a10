import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNodeId } from '#vocabulary';
import { tieId, tiedWithoutBuyer, type Tie } from '../../web/src/exploration/answer.ts';

const DIRECTIONS = ['OUTPUT', 'INPUT', 'SUPPORT', 'PROGRAMME'] as const;
type Direction = (typeof DIRECTIONS)[number];

function tie(cluster: string, firm: string, directions: readonly Direction[]): Tie {
  const [from, to] = [parseNodeId(`cluster:${cluster}`), parseNodeId(`large-industry:${firm}`)];
  return {
    id: tieId(from, to),
    cluster: from,
    largeIndustry: to,
    strength: 1,
    strengthAnyEvidence: 1,
    factors: { kind: 1, goodsSteps: 1, standIns: 1, evidence: 1, recency: 1 },
    evidenceClass: 'DOCUMENTED',
    kind: 'SUPPORT',
    directions,
    description: '',
    chains: [],
    chainCount: 1,
    chainCountAnyEvidence: 1,
    lastCertainDay: null,
    heldAtReferenceDay: 'YES',
    sourceCount: 1,
  };
}

describe('clusters that are tied, but to no firm as its supplier', () => {
  it('are those of support, a programme or goods they get; one firm that buys is enough not to be among them', () => {
    const found = tiedWithoutBuyer([
      tie('sells', 'x', ['OUTPUT']),
      tie('fostered', 'y', ['SUPPORT']),
      tie('both', 'y', ['SUPPORT']),
      tie('fostered', 'x', ['PROGRAMME']),
      tie('both', 'x', ['PROGRAMME', 'OUTPUT']),
      tie('buys', 'x', ['INPUT']),
    ]);
    expect([...found].map(([cluster, ties]) => [cluster, ties.map(({ largeIndustry }) => largeIndustry)])).toEqual([
      ['cluster:fostered', ['large-industry:y', 'large-industry:x']],
      ['cluster:buys', ['large-industry:x']],
    ]);
  });

  it('with those that sell are all that are tied, and no cluster is in both', () => {
    const one = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('x', 'y', 'z'),
      fc.uniqueArray(fc.constantFrom(...DIRECTIONS), { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (drawn) => {
        const ties = drawn.map(([cluster, firm, directions]) => tie(cluster, firm, directions));
        const found = tiedWithoutBuyer(ties);
        for (const { cluster } of ties) {
          const sells = ties.some((other) => other.cluster === cluster && other.directions.includes('OUTPUT'));
          expect(found.has(cluster)).toBe(!sells);
        }
      }),
    );
  });
});
