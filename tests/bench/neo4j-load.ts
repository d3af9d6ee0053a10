/**
 * 100,000 nodes and 500,000 relations into an empty Neo4j, each with its evidence, against the same statements with one record and
 * one transaction a time on a sample, in the same server. What was loaded is checked: counts, and the revision of a SQLite load.
 */
import neo4j, { type Driver } from 'neo4j-driver';
import type { GraphRecords } from '#vocabulary';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { startNeo4j } from '../neo4j/start-neo4j.ts';
import { check, seconds, type Benchmark, type BenchmarkResult } from './benchmark.ts';
import { generatedRecords } from '../fixtures/generated-records.ts';

const [NODES, RELATIONS] = [100_000, 500_000];
/** Records of each kind that the peer writes. */
const SAMPLE = 1_000;
const LEAST = 20;

interface Rates {
  readonly nodes: number;
  readonly relations: number;
}

/**
 * Loads all and says how fast either kind went: nodes end where relations begin. What goes before the first record (digests, checks) is
 * counted in, each record's part of it with its kind.
 */
async function loaded(uri: string, records: GraphRecords): Promise<Rates & { readonly revision: string }> {
  const before = records.sources.length + records.nodes.length;
  const store = await openStore(uri);
  try {
    const started = performance.now();
    let [firstDone, nodesDone] = [0, started];
    const { revision, added } = await seedStore(store, records, {
      onProgress: (done) => {
        if (firstDone === 0) firstDone = performance.now();
        if (done <= before) nodesDone = performance.now();
      },
    });
    const ended = performance.now();
    check(added === before + records.relations.length, `${added} records were added`);
    const { nodeCount, relationCount } = await store.dataset();
    check(nodeCount === NODES && relationCount === RELATIONS, `${nodeCount} nodes and ${relationCount} relations`);
    const beforehand = (firstDone - started) / added;
    const perSecond = (count: number, took: number): number => (count / (took + count * beforehand)) * 1_000;
    return {
      revision,
      nodes: perSecond(records.nodes.length, nodesDone - firstDone),
      relations: perSecond(records.relations.length, ended - nodesDone),
    };
  } finally {
    await store.close();
  }
}

const ONE_NODE = `CREATE (n:Entity {id: $id}) SET n += $properties WITH n MATCH (s:Source {id: $source})
  CREATE (n)-[:HAS_EVIDENCE]->(e:Evidence)-[:FROM_SOURCE]->(s) SET e = $evidence`;
const ONE_RELATION = `MATCH (f:Entity {id: $from}) MATCH (t:Entity {id: $to}) CREATE (f)-[r:SUPPLIES]->(t) SET r = $properties
  WITH r MATCH (s:Source {id: $source}) CREATE (e:Evidence)-[:FROM_SOURCE]->(s) SET e = $evidence`;

/** One record with its evidence a transaction, no look before it. */
async function oneByOne(driver: Driver, records: GraphRecords): Promise<Rates> {
  const session = driver.session();
  const pieces = (subject: string) => ({ subject, kind: 'DOCUMENTED', position: 0n, facts: [] });
  const some = { nodes: records.nodes.slice(0, SAMPLE), relations: records.relations.slice(0, SAMPLE) };
  try {
    const nodes = await seconds(async () => {
      for (const { id, type, name, evidence } of some.nodes) {
        const properties = { type, name, sortName: name.toLowerCase(), names: [], aliases: [], attested: [] };
        const parameters = { id: `peer:${id}`, properties, source: evidence[0]?.source, evidence: pieces(id) };
        await session.executeWrite((transaction) => transaction.run(ONE_NODE, parameters));
      }
    });
    const relations = await seconds(async () => {
      for (const { id, from, to, period, evidence } of some.relations) {
        const properties = { id, attested: period.attested, evidenceClass: 'DOCUMENTED', carries: 'GOODS' };
        const parameters = { from, to, properties, source: evidence[0]?.source, evidence: pieces(id) };
        await session.executeWrite((transaction) => transaction.run(ONE_RELATION, parameters));
      }
    });
    return { nodes: SAMPLE / nodes, relations: SAMPLE / relations };
  } finally {
    await session.close();
  }
}

async function sqliteRevision(records: GraphRecords): Promise<string> {
  const store = await openStore('sqlite::memory:');
  try {
    return (await seedStore(store, records)).revision;
  } finally {
    await store.close();
  }
}

export const neo4jLoadBenchmark: Benchmark = {
  name: 'neo4j-load',
  run: async () => {
    const records = generatedRecords(NODES, RELATIONS);
    const server = await startNeo4j({ longWork: true });
    try {
      const ours = await loaded(server.uri, records);
      check(ours.revision === datasetRevision(records), 'the revision is not that of the records');
      check(ours.revision === (await sqliteRevision(records)), 'the revision is not that of a SQLite load');
      const driver = neo4j.driver(server.uri, undefined, { useBigInt: true });
      const peer = await oneByOne(driver, records).finally(() => driver.close());
      const result = (kind: keyof Rates): BenchmarkResult => ({
        name: `neo4j-load ${kind}`,
        value: ours[kind],
        unit: `${kind} a second, ${records[kind].length} of them`,
        peer: `one transaction a record, ${SAMPLE} of them`,
        peerValue: peer[kind],
        ratio: ours[kind] / peer[kind],
        goal: `at least ${LEAST} times the peer`,
        pass: ours[kind] >= LEAST * peer[kind],
      });
      return [result('nodes'), result('relations')];
    } finally {
      await server.stop();
    }
  },
};
