/**
 * All ties of 100,000 nodes and 1,000,000 relations in memory, of which few are supply: one maker in three, or two in three, has a buyer, as
 * offices record it.
 * Where everybody supplies ten others, each cluster is tied to nearly every large industry, and there is nothing to ask. Checked against the
 * brute force of the tests on a small one; no library has ties, so the limit is the aim of two seconds.
 */
import { parsePartialDate, REFERENCE_DAY } from '#vocabulary';
import { findTies } from '../../api/analysis/ties/ties.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { bruteForceTies, type PlainNode, type PlainRelation } from '../analysis/brute-force-ties.ts';
import { industryOf } from '../fixtures/industry-of.ts';
import { check, median, seconds, type Benchmark, type BenchmarkResult } from './benchmark.ts';

const [NODES, RELATIONS] = [100_000, 1_000_000];
/** The same industry, so small that every path of it can be gone through. */
const SMALL = [1_500, 6_000, 1_100] as const;
const TIMES = 5;
const LIMIT_S = 2;
const referenceDay = parsePartialDate(REFERENCE_DAY);

/** Members and supply, all that a chain can run along here, as plain lists. */
function plain(projection: Projection): readonly [readonly PlainNode[], readonly PlainRelation[]] {
  const nodes = Array.from({ length: projection.nodeCount }, (_, node) => ({
    id: projection.nodeId(node),
    type: projection.nodeType(node),
    kind: projection.nodeKind(node),
  }));
  const relations = Array.from({ length: projection.relationCount }, (_, relation) => ({
    id: projection.relationId(relation),
    type: projection.relationType(relation),
    from: projection.nodeId(projection.relationFrom(relation)),
    to: projection.nodeId(projection.relationTo(relation)),
    period: projection.relationPeriod(relation),
    evidence: projection.relationEvidence(relation),
    scrap: projection.relationIsScrap(relation),
  }));
  return [nodes, relations.filter(({ type }) => type === 'MEMBER_OF' || type === 'SUPPLIES')];
}

interface AnyTie {
  readonly cluster: string;
  readonly largeIndustry: string;
  readonly strength: number;
  readonly chainCount: number;
}

function told(ties: readonly AnyTie[]): string {
  return ties
    .map((tie) => `${tie.cluster} ${tie.largeIndustry} ${tie.strength.toFixed(6)} ${tie.chainCount}`)
    .sort()
    .join('\n');
}

async function timed(supply: number): Promise<BenchmarkResult> {
  const projection = await industryOf(NODES, RELATIONS, supply);
  const all = () => findTies(projection, { referenceDay });
  const { ties } = all();
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) times.push(await seconds(all));
  const taken = median(times);
  return {
    name: 'ties-large',
    value: taken,
    unit: `s for ${ties.length} ties over ${supply} relations of supply`,
    peer: 'the limit',
    peerValue: LIMIT_S,
    ratio: LIMIT_S / taken,
    goal: `at most ${LIMIT_S} s`,
    pass: taken <= LIMIT_S,
  };
}

export const tiesLargeBenchmark: Benchmark = {
  name: 'ties-large',
  run: async () => {
    const small = await industryOf(...SMALL);
    const expected = bruteForceTies(...plain(small), { evidence: ['DOCUMENTED'], referenceDay });
    check(told(findTies(small, { referenceDay }).ties) === told(expected), 'other ties than by brute force');
    return [await timed(30_000), await timed(60_000)];
  },
};
