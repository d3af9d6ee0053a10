import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate, type EvidenceKind } from '#vocabulary';
import { MOST_CHAINS_LISTED, type TiesAnswer } from '../../api/analysis/ties/tie-types.ts';
import { findTies } from '../../api/analysis/ties/ties.ts';
import { TIE_WEIGHTS } from '../../api/analysis/ties/weights.ts';
import { bruteForceTies } from './brute-force-ties.ts';
import { projectionOf } from './graph-of-records.ts';
import { plainNodes, plainRelations, randomGraph } from './random-graphs.ts';

const referenceDay = parsePartialDate('2020-12-31');
const EVIDENCE_CHOICES: readonly (readonly EvidenceKind[])[] = [
  ['DOCUMENTED'],
  ['DOCUMENTED', 'GENERAL_KNOWLEDGE'],
  EVIDENCE_KINDS_BY_STRENGTH,
  ['INFERRED'],
];
const request = fc.record({
  evidence: fc.constantFrom(...EVIDENCE_CHOICES),
  asOf: fc.constantFrom(undefined, undefined, parsePartialDate('2013'), parsePartialDate('2019-06-15')),
  scope: fc.constantFrom('CLUSTER' as const, 'CLUSTER' as const, 'GROUP' as const),
});

/** What both ways of finding ties can be compared by, in an order of its own. */
function comparable(answer: TiesAnswer) {
  return answer.ties
    .map((tie) => ({
      pair: `${tie.cluster} ${tie.largeIndustry}`,
      evidenceClass: tie.evidenceClass,
      strength: tie.strength.toFixed(9),
      strengthAnyEvidence: tie.strengthAnyEvidence.toFixed(9),
      chainCount: tie.chainCount,
      chainCountAnyEvidence: tie.chainCountAnyEvidence,
      chains: tie.chains.map(({ relations }) => relations.join(' ')).sort(),
    }))
    .sort((a, b) => (a.pair < b.pair ? -1 : 1));
}

const strengths = (answer: TiesAnswer): ReadonlyMap<string, number> =>
  new Map(answer.ties.map((tie) => [`${tie.cluster} ${tie.largeIndustry}`, tie.strengthAnyEvidence]));

describe('ties on random graphs', () => {
  test('are those of every simple path that matches the grammar: pairs, strengths, classes and chains', async () => {
    let ties = 0;
    await fc.assert(
      fc.asyncProperty(randomGraph(20, 60), request, async (graph, asked) => {
        const answer = findTies(await projectionOf(graph), { ...asked, referenceDay });
        const expected = bruteForceTies(plainNodes(graph), plainRelations(graph), { ...asked, referenceDay })
          .map(({ cluster, largeIndustry, strength, strengthAnyEvidence, ...rest }) => ({
            ...rest,
            pair: `${cluster} ${largeIndustry}`,
            strength: strength.toFixed(9),
            strengthAnyEvidence: strengthAnyEvidence.toFixed(9),
          }))
          .sort((a, b) => (a.pair < b.pair ? -1 : 1));
        // A tie lists its best chains only, and counts all of them.
        const listsAll = expected.every(({ chains }) => chains.length <= MOST_CHAINS_LISTED);
        const withoutChains = (tie: (typeof expected)[number]) => ({ ...tie, chains: [] });
        const mine = comparable(answer);
        expect(listsAll ? mine : mine.map(withoutChains)).toEqual(listsAll ? expected : expected.map(withoutChains));
        ties += expected.length;
      }),
      { numRuns: 1_000 },
    );
    expect(ties).toBeGreaterThan(300);
  }, 120_000);

  test('have a strength above 0, at most 1, that is the product of the five factors', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph(20, 60), request, async (graph, asked) => {
        for (const tie of findTies(await projectionOf(graph), { ...asked, referenceDay }).ties) {
          for (const { strength, factors } of [tie.best, ...tie.chains]) {
            const all = Object.values(factors);
            expect(all.every((factor) => factor > 0 && factor <= 1)).toBe(true);
            expect(strength).toBeCloseTo(
              all.reduce((product, factor) => product * factor, 1),
              12,
            );
          }
          expect(tie.strength).toBe(tie.best.strength);
          expect(tie.strengthAnyEvidence).toBeGreaterThanOrEqual(tie.strength);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never grow weaker or vanish when a relation is added', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph(20, 60), request, async (graph, asked) => {
        const fewer = { ...graph, relations: graph.relations.slice(0, -1) };
        const before = strengths(findTies(await projectionOf(fewer), { ...asked, referenceDay }));
        const after = strengths(findTies(await projectionOf(graph), { ...asked, referenceDay }));
        for (const [pair, strength] of before) expect(after.get(pair)).toBeGreaterThanOrEqual(strength);
      }),
      { numRuns: 1_000 },
    );
  });

  test('that inferred evidence adds are gone when the inferred relations are: the documented answer is left', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph(20, 60), async (graph) => {
        const documented = {
          ...graph,
          relations: graph.relations.filter(({ evidence }) => evidence === 'DOCUMENTED'),
        };
        const withInferred = { referenceDay, evidence: ['DOCUMENTED', 'INFERRED'] as const };
        const projection = await projectionOf(graph);
        const asked = findTies(projection, { referenceDay });
        expect(findTies(await projectionOf(documented), withInferred).ties).toEqual(asked.ties);
        const all = findTies(projection, withInferred);
        expect(asked.summary.inferredTieCount).toBe(all.ties.length - asked.ties.length);
        expect(all.summary.inferredTieCount).toBe(asked.summary.inferredTieCount);
      }),
      { numRuns: 1_000 },
    );
  });

  test('do not depend on the order in which nodes and relations come', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomGraph(20, 60).chain((graph) =>
          fc.tuple(
            fc.constant(graph),
            fc.shuffledSubarray([...graph.relations], { minLength: graph.relations.length }),
            fc.shuffledSubarray([...graph.nodes], { minLength: graph.nodes.length }),
          ),
        ),
        request,
        async ([graph, relations, nodes], asked) => {
          const shuffled = findTies(await projectionOf({ nodes, relations }), { ...asked, referenceDay });
          expect(shuffled).toEqual(findTies(await projectionOf(graph), { ...asked, referenceDay }));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('list as many of the best chains of each as all together may, and count every one', async () => {
    let fewer = 0;
    await fc.assert(
      fc.asyncProperty(randomGraph(20, 60), fc.integer({ min: 0, max: 60 }), request, async (graph, inAll, asked) => {
        const projection = await projectionOf(graph);
        const whole = findTies(projection, { ...asked, referenceDay }, TIE_WEIGHTS, Infinity);
        const told = findTies(projection, { ...asked, referenceDay }, TIE_WEIGHTS, inAll);
        const listed = (most: number): number =>
          whole.ties.reduce((sum, tie) => sum + Math.min(most, tie.chains.length), 0);
        const most = [50, 25, 12, 6].find((each) => listed(each) <= inAll) ?? 3;
        expect(told).toEqual({
          ...whole,
          ties: whole.ties.map((tie) => ({ ...tie, chains: tie.chains.slice(0, most) })),
        });
        if (whole.ties.some(({ chains }) => chains.length > most)) fewer += 1;
      }),
      { numRuns: 200 },
    );
    expect(fewer).toBeGreaterThan(5);
  });
});
