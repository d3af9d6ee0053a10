/** Ties of the whole dataset, all evidence, against the brute force of the tests: every simple path, read as a word. */
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate, REFERENCE_DAY, strongestEvidence } from '#vocabulary';
import { findTies } from '../../api/analysis/ties.ts';
import { bruteForceTies, type PlainRelation } from '../analysis/brute-force-ties.ts';
import { realProjection } from '../analysis/real-projection.ts';
import { readRealDataset } from '../dataset/real-dataset.ts';
import { check, inTurns, type Benchmark } from './benchmark.ts';

const ROUNDS = 40;
const GOAL = 5;

export const tiesBenchmark: Benchmark = {
  name: 'ties',
  run: async () => {
    const projection = await realProjection();
    const records = readRealDataset();
    const relations = records.relations.map(({ id, type, from, to, period, evidence, carries }): PlainRelation => {
      const evidenceClass = strongestEvidence(evidence.map(({ kind }) => kind)) ?? 'INFERRED';
      return { id, type, from, to, period, evidence: evidenceClass, scrap: carries === 'SCRAP' };
    });
    const referenceDay = parsePartialDate(REFERENCE_DAY);
    const evidence = EVIDENCE_KINDS_BY_STRENGTH;
    const ours = () => findTies(projection, { evidence, referenceDay });
    const peer = () => bruteForceTies(records.nodes, relations, { evidence, referenceDay });

    const answer = ours();
    const expected = peer();
    const pairs = (ties: readonly { cluster: string; largeIndustry: string; strength: number }[]): string =>
      ties
        .map(({ cluster, largeIndustry, strength }) => `${cluster} ${largeIndustry} ${strength.toFixed(6)}`)
        .sort()
        .join('\n');
    check(answer.ties.length === 32, `${answer.ties.length} ties, not 32`);
    check(pairs(answer.ties) === pairs(expected), 'not the ties of the brute force');

    const taken = await inTurns(ROUNDS, ours, peer);
    const ratio = taken.peer / taken.ours;
    return [
      {
        name: 'ties',
        value: taken.ours * 1_000,
        unit: 'ms',
        peer: 'the brute force of the tests',
        peerValue: taken.peer * 1_000,
        ratio,
        goal: `at least ${GOAL} times as fast`,
        pass: ratio >= GOAL,
      },
    ];
  },
};
