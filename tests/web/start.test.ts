import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRelationId, parseNodeId, type NodeId } from '#vocabulary';
import { tieId, type Tie } from '../../web/src/exploration/answer.ts';
import { startingQuestions } from '../../web/src/panels/start/starting-questions.ts';
import { cardSpot } from '../../web/src/panels/tour/steps.ts';

function tie(cluster: string, firm: string, steps: number): Tie {
  const factors = { kind: 1, goodsSteps: 1, standIns: 1, evidence: 1, recency: 1 };
  const [from, to] = [parseNodeId(`cluster:${cluster}`), parseNodeId(`large-industry:${firm}`)];
  const chain = {
    nodes: [from, to],
    relations: Array.from({ length: steps }, (_, step) => asRelationId(`relation:${cluster}-${firm}-${step}`)),
    strength: 1,
    factors,
    evidenceClass: 'DOCUMENTED' as const,
    kind: 'GOODS_OBSERVED' as const,
    direction: 'OUTPUT' as const,
  };
  return {
    id: tieId(from, to),
    cluster: from,
    largeIndustry: to,
    strength: 1,
    strengthAnyEvidence: 1,
    factors,
    evidenceClass: 'DOCUMENTED',
    kind: 'GOODS_OBSERVED',
    directions: ['OUTPUT'],
    description: '',
    chains: [chain],
    chainCount: 1,
    chainCountAnyEvidence: 1,
    lastCertainDay: null,
    heldAtReferenceDay: 'YES',
    sourceCount: 1,
  };
}

const PROVINCES: Readonly<Record<string, string>> = { 'cluster:a': 'north', 'cluster:b': 'south', 'cluster:c': 'east' };
const provinceOf = (id: NodeId): string | null => PROVINCES[id] ?? null;

describe('questions to start with', () => {
  it('asks about the best tie, and about the longest chain and the best-tied place of other clusters', () => {
    const ties = [tie('a', 'x', 1), tie('c', 'x', 1), tie('b', 'x', 2), tie('b', 'y', 3), tie('a', 'z', 5)];
    expect(startingQuestions(ties, provinceOf)).toMatchObject([
      { kind: 'WHO_SAYS', tie: { id: 'cluster:a>large-industry:x' } },
      { kind: 'CHAIN', tie: { id: 'cluster:b>large-industry:y' } },
      { kind: 'PLACE', place: 'east' },
    ]);
  });

  it('makes do with one cluster, and asks of no place where none is known', () => {
    expect(startingQuestions([tie('a', 'x', 1)], provinceOf).map(({ kind }) => kind)).toEqual([
      'WHO_SAYS',
      'CHAIN',
      'PLACE',
    ]);
    expect(startingQuestions([tie('unplaced', 'x', 1)], provinceOf).map(({ kind }) => kind)).toEqual([
      'WHO_SAYS',
      'CHAIN',
    ]);
  });

  it('asks nothing without a tie', () => {
    expect(startingQuestions([], provinceOf)).toEqual([]);
  });
});

describe('the card of the tour', () => {
  const size = (most: number) => fc.integer({ min: 1, max: most });

  it('stands whole in the window wherever it fits, and beside the frame wherever there is room', () => {
    const frames = fc.record({ left: size(1400), top: size(860), width: size(1440), height: size(900) });
    fc.assert(
      fc.property(frames, (frame) => {
        const card = { width: 340, height: 200 };
        const window = { width: 1440, height: 900 };
        const { left, top } = cardSpot(frame, card, window);
        expect(left >= 0 && top >= 0 && left + card.width <= 1440 && top + card.height <= 900).toBe(true);
        const over =
          left < frame.left + frame.width &&
          left + card.width > frame.left &&
          top < frame.top + frame.height &&
          top + card.height > frame.top;
        const beside = [frame.left, 1440 - frame.left - frame.width].some((room) => room >= card.width + 24);
        if (beside) expect(over).toBe(false);
      }),
    );
  });

  it('goes below a bar at the top, and above one at the bottom', () => {
    const card = { width: 340, height: 200 };
    const phone = { width: 390, height: 844 };
    expect(cardSpot({ left: 0, top: 0, width: 390, height: 52 }, card, phone)).toEqual({ left: 12, top: 64 });
    expect(cardSpot({ left: 0, top: 780, width: 390, height: 64 }, card, phone)).toEqual({ left: 12, top: 568 });
  });
});
