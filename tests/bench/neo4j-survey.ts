/**
 * What counts over everything cost on a Neo4j of 100,000 nodes and 500,000 relations: the dataset's and the overview's, and going through
 * everything because somebody else wrote. The peer is a bare neo4j-driver session that only reads all records and their evidence out, in the
 * same server. Checked first: the counts, that nothing is found in what Sentra wrote, and that a stranger's write is.
 */
import neo4j, { type Driver } from 'neo4j-driver';
import { seedStore } from '../../api/seeding/seed-store.ts';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';
import { startNeo4j } from '../neo4j/start-neo4j.ts';
import { check, median, seconds, type Benchmark, type BenchmarkResult } from './benchmark.ts';

const [NODES, RELATIONS] = [100_000, 500_000];
const COUNTS_WITHIN_S = 3;
const PEERS_TIMES = 10;
const ANSWER_WITHIN_S = 0.25;
const ROUNDS = 3;

const ALL = [
  'MATCH (n:Entity) RETURN properties(n) AS all',
  'MATCH (:Entity)-[r]->(:Entity) RETURN properties(r) AS all',
  'MATCH (e:Evidence)-[:FROM_SOURCE]->(s:Source) RETURN properties(e) AS all, s.id AS source',
];

/** Records that a bare session reads out. */
async function everythingOut(driver: Driver): Promise<number> {
  let count = 0;
  const session = driver.session({ defaultAccessMode: 'READ', fetchSize: 10_000 });
  try {
    for (const text of ALL) {
      for await (const _record of session.run(text)) count += 1;
    }
    return count;
  } finally {
    await session.close();
  }
}

/** Seconds of single answers, one after another, while the work goes on. */
async function answersDuring(
  store: GraphStore,
  work: () => Promise<unknown>,
): Promise<{ all: number; answers: number[] }> {
  const ids = generatedRecords(1, 0).nodes.map(({ id }) => id);
  const state = { on: true };
  const answers: number[] = [];
  const asking = (async (): Promise<void> => {
    // One that is given up counts as for ever.
    const answer = (): Promise<number> => seconds(() => store.nodesById(ids)).catch(() => Number.POSITIVE_INFINITY);
    while (state.on) answers.push(await answer());
  })();
  const all = await seconds(work);
  state.on = false;
  await asking;
  return { all, answers: answers.sort((a, b) => a - b) };
}

async function measured(store: GraphStore, driver: Driver): Promise<readonly BenchmarkResult[]> {
  const { nodeCount, relationCount } = await store.dataset();
  check(nodeCount === NODES && relationCount === RELATIONS, `${nodeCount} nodes and ${relationCount} relations`);
  const { takenIn, faultCount } = await store.takeIn({ whole: true });
  check(takenIn + faultCount === 0, `${takenIn} taken in and ${faultCount} faults of what Sentra wrote`);
  const counts = { dataset: [] as number[], overview: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    counts.dataset.push(await seconds(() => store.dataset()));
    counts.overview.push(await seconds(() => store.overview()));
  }
  let count = 0;
  const peer = await seconds(async () => {
    count = await everythingOut(driver);
  });
  check(count === 2 * NODES + 2 * RELATIONS, `the peer read ${count} records`);
  await driver.executeQuery("MATCH (n:Entity {id: 'small-industry:n-0'}) SET n.name = 'Zinc'");
  let found = 0;
  const { all, answers } = await answersDuring(store, async () => {
    found = (await store.takeIn()).takenIn;
  });
  check(found === 1, `${found} records of a stranger were taken in`);
  const result = (name: string, value: number, limit: number, unit = 's'): BenchmarkResult => ({
    name: `neo4j-survey, ${name}`,
    value,
    unit,
    peer: 'a bare session that reads all out',
    peerValue: peer,
    ratio: peer / value,
    goal: `at most ${limit.toFixed(2)} s`,
    pass: value <= limit,
  });
  const p95 = answers[Math.floor(answers.length * 0.95)] ?? Number.NaN;
  return [
    result('dataset', median(counts.dataset), COUNTS_WITHIN_S),
    result('overview', median(counts.overview), COUNTS_WITHIN_S),
    result('after a stranger’s write', all, PEERS_TIMES * peer),
    result(
      'an answer meanwhile',
      p95,
      ANSWER_WITHIN_S,
      `s in 95 of 100, ${answers.length} of them, ${answers.at(-1)} s at most`,
    ),
  ];
}

export const neo4jSurveyBenchmark: Benchmark = {
  name: 'neo4j-survey',
  run: async () => {
    const server = await startNeo4j({ longWork: true });
    const driver = neo4j.driver(server.uri, undefined, { useBigInt: true });
    const store = await openStore(server.uri);
    try {
      await seedStore(store, generatedRecords(NODES, RELATIONS));
      return await measured(store, driver);
    } finally {
      await store.close();
      await driver.close();
      await server.stop();
    }
  },
};
