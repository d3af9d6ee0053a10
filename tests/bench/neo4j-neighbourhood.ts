/**
 * 50 relations around a node of the dataset through Sentra's store on a real Neo4j, against a bare neo4j-driver session that runs the
 * same Cypher with the same values and only takes the records: what our checks, orders and limits cost.
 */
import neo4j, { type Driver } from 'neo4j-driver';
import { parseNodeId, type NodeId } from '#vocabulary';
import type { GraphStore } from '../../api/store/graph-store.ts';
import { nodesById } from '../../api/store/neo4j/cypher/by-id.ts';
import { neighbourhoodPage, neighbourhoodTotal } from '../../api/store/neo4j/cypher/neighbourhood.ts';
import { openStore } from '../../api/store/open-store.ts';
import { readyFilter } from '../../api/store/relation-filter.ts';
import { realRecords } from '../api/api-under-test.ts';
import { startNeo4j } from '../neo4j/start-neo4j.ts';
import { check, inTurns, type Benchmark } from './benchmark.ts';

const OF: readonly NodeId[] = [parseNodeId('province:33')];
const FIRST = 50;
const [WARM_UP, ROUNDS, AT_MOST] = [100, 300, 1.5];

/** Ids of nodes and relations, and the totals, as the bare driver gives them. */
async function barely(driver: Driver): Promise<string> {
  const input = { of: OF, filter: readyFilter({}) };
  const page = { ...input, after: null, limit: FIRST + 1 };
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    return await session.executeRead(async (transaction) => {
      const rows = (await transaction.run(neighbourhoodPage.text(page), neighbourhoodPage.parameters(page))).records;
      const [total] = (await transaction.run(neighbourhoodTotal.text(input), neighbourhoodTotal.parameters(input)))
        .records;
      const shown = rows.slice(0, FIRST);
      const ids = new Set<NodeId>(OF);
      for (const row of shown) for (const end of ['from', 'to']) ids.add(parseNodeId(String(row.get(end))));
      const { records } = await transaction.run(nodesById.text([...ids]), nodesById.parameters([...ids]));
      return JSON.stringify([
        records.map((row) => String(row.get('node').id)).sort(),
        shown.map((row) => String(row.get('relation').id)),
        Number(total?.get('nodes')),
        Number(total?.get('relations')),
      ]);
    });
  } finally {
    await session.close();
  }
}

async function throughTheStore(store: GraphStore): Promise<string> {
  const { nodes, relations, total } = await store.neighbourhood({ of: OF, first: FIRST });
  return JSON.stringify([
    nodes.map(({ id }) => id).sort(),
    relations.map(({ id }) => id),
    total.nodes,
    total.relations,
  ]);
}

export const neo4jNeighbourhoodBenchmark: Benchmark = {
  name: 'neo4j-neighbourhood',
  run: async () => {
    const server = await startNeo4j();
    const driver = neo4j.driver(server.uri, undefined, { useBigInt: true });
    const store = await openStore(server.uri);
    try {
      await store.write({ put: realRecords(), remove: [] });
      const [ours, bare] = [await throughTheStore(store), await barely(driver)];
      check(ours === bare, 'the store and the bare driver give other records');
      check(ours.length > 1_000, 'there is next to nothing around the node');
      for (let round = 0; round < WARM_UP; round += 1) {
        await throughTheStore(store);
        await barely(driver);
      }
      const times = await inTurns(
        ROUNDS,
        () => throughTheStore(store),
        () => barely(driver),
      );
      const ratio = times.ours / times.peer;
      return [
        {
          name: 'neo4j-neighbourhood',
          value: times.ours * 1_000,
          unit: 'ms',
          peer: 'a bare neo4j-driver session with the same Cypher',
          peerValue: times.peer * 1_000,
          ratio,
          goal: `at most ${AT_MOST} times the peer`,
          pass: ratio <= AT_MOST,
        },
      ];
    } finally {
      await store.close();
      await driver.close();
      await server.stop();
    }
  },
};
