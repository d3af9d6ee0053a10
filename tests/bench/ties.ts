/**
 * Ties with all evidence, against the brute force of the tests (every simple path, read as a word): of the whole dataset, and
 * of a generated industry in which firms supply several others, so that most ways lead to no large industry.
 */
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate, REFERENCE_DAY, strongestEvidence } from '#vocabulary';
import { findTies } from '../../api/analysis/ties/ties.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { bruteForceTies, type PlainNode, type PlainRelation } from '../analysis/brute-force-ties.ts';
import { projectionOf } from '../analysis/graph-of-records.ts';
import { plainNodes, plainRelations } from '../analysis/random-graphs.ts';
import { realProjection } from '../analysis/real-projection.ts';
import { readRealDataset } from '../dataset/real-dataset.ts';
import { check, inTurns, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { generatedIndustry } from './generated-industry.ts';

interface Graph {
  readonly name: string;
  readonly projection: Projection;
  readonly nodes: readonly PlainNode[];
  readonly relations: readonly PlainRelation[];
  readonly rounds: number;
  /** Least number of times as fast as the brute force. */
  readonly goal: number;
}

const referenceDay = parsePartialDate(REFERENCE_DAY);
const evidence = EVIDENCE_KINDS_BY_STRENGTH;

function pairs(ties: readonly { cluster: string; largeIndustry: string; strength: number }[]): string {
  return ties
    .map(({ cluster, largeIndustry, strength }) => `${cluster} ${largeIndustry} ${strength.toFixed(6)}`)
    .sort()
    .join('\n');
}

async function compare({ name, projection, nodes, relations, rounds, goal }: Graph): Promise<BenchmarkResult> {
  const ours = () => findTies(projection, { evidence, referenceDay });
  const peer = () => bruteForceTies(nodes, relations, { evidence, referenceDay });
  const answer = ours();
  check(answer.ties.length > 0 && pairs(answer.ties) === pairs(peer()), 'not the ties of the brute force');
  const taken = await inTurns(rounds, ours, peer);
  const ratio = taken.peer / taken.ours;
  return {
    name,
    value: taken.ours * 1_000,
    unit: `ms for ${answer.ties.length} ties in ${relations.length} relations`,
    peer: 'the brute force of the tests',
    peerValue: taken.peer * 1_000,
    ratio,
    goal: `at least ${goal} times as fast`,
    pass: ratio >= goal,
  };
}

async function realGraph(): Promise<Graph> {
  const records = readRealDataset();
  const relations = records.relations.map(({ id, type, from, to, period, evidence, carries }): PlainRelation => {
    const evidenceClass = strongestEvidence(evidence.map(({ kind }) => kind)) ?? 'INFERRED';
    return { id, type, from, to, period, evidence: evidenceClass, scrap: carries === 'SCRAP' };
  });
  return {
    name: 'ties-dataset',
    projection: await realProjection(),
    nodes: records.nodes,
    relations,
    rounds: 40,
    goal: 1,
  };
}

async function generatedGraph(): Promise<Graph> {
  const graph = generatedIndustry();
  return {
    name: 'ties',
    projection: await projectionOf(graph),
    nodes: plainNodes(graph),
    relations: plainRelations(graph),
    rounds: 3,
    goal: 5,
  };
}

export const tiesBenchmark: Benchmark = {
  name: 'ties',
  run: async () => [await compare(await generatedGraph()), await compare(await realGraph())],
};
