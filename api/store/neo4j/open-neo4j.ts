import { StoreError, type GraphStore } from '../graph-store.ts';
import { EMPTY_REVISION } from '../revision.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { FORMAT, anyNodes, format, markDataset, setFormat } from './cypher/dataset.ts';
import { Neo4jStore } from './neo4j-store.ts';
import { PATIENT_LOOK } from './presence.ts';
import { SCHEMA, makeNames } from './schema.ts';

/** How `openNeo4jStore` signs in, and what it opens. */
export type Neo4jOptions = Omit<ConnectionOptions, 'uri'>;

const OLDEST = 5;

function refuseOld(agent: string, server: string): void {
  const major = Number(/^Neo4j\/(\d+)/.exec(agent)?.[1] ?? Number.NaN);
  if (major >= OLDEST) return;
  throw new StoreError(
    'STORE_FOREIGN',
    `${server} is ${agent === '' ? 'no Neo4j' : agent.slice(0, 40).replace('/', ' ')}; Sentra needs Neo4j ${OLDEST} or newer`,
  );
}

function connect(options: ConnectionOptions): Connection {
  let url: URL;
  try {
    url = new URL(options.uri);
  } catch {
    throw new StoreError('INVALID_ADDRESS', 'the store address is no URL; write it as in bolt://127.0.0.1:7687');
  }
  if (url.username !== '' || url.password !== '') {
    throw new StoreError(
      'INVALID_ADDRESS',
      'the store address holds a user; give SENTRA_NEO4J_USER and SENTRA_NEO4J_PASSWORD instead',
    );
  }
  try {
    return new Connection(options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError('INVALID_ADDRESS', `the store address cannot be used: ${reason}`, { cause: error });
  }
}

/** Format 2 only knows one property more, so what is there stays as it is; who may only read goes on reading. */
async function raiseFormat(connection: Connection): Promise<void> {
  try {
    await connection.write((asker) => asker.run(makeNames, undefined));
    await connection.write((asker) => asker.run(setFormat, undefined));
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'STORE_NOT_WRITABLE')) throw error;
  }
}

/** Marks an empty database as Sentra's. Schema and data cannot change in one transaction; the mark comes last. */
async function prepare(connection: Connection): Promise<void> {
  const [found, nodes] = await connection.read(
    async (asker) => [(await asker.ask(format, undefined))[0], (await asker.ask(anyNodes, undefined))[0] ?? 0],
    PATIENT_LOOK,
  );
  if (found !== undefined && found > FORMAT) {
    throw new StoreError(
      'STORE_FOREIGN',
      `the database was written by a newer Sentra (format ${found}, this one knows ${FORMAT}); use that version, or another database`,
    );
  }
  if (found === undefined && nodes > 0) {
    throw new StoreError(
      'STORE_FOREIGN',
      `the database holds ${nodes} nodes that are not Sentra’s and were left as they are; name an empty database in SENTRA_NEO4J_DATABASE, or another server in SENTRA_STORE`,
    );
  }
  if (found === FORMAT) return;
  if (found !== undefined) return raiseFormat(connection);
  for (const command of SCHEMA) await connection.write((asker) => asker.run(command, undefined));
  await connection.write((asker) => asker.run(makeNames, undefined));
  await connection.write((asker) => asker.run(markDataset, EMPTY_REVISION));
}

/**
 * Opens the graph on a server: `bolt://` one, `neo4j://` a cluster too, each with `+s` for encryption.
 * @throws StoreError INVALID_ADDRESS; STORE_UNAVAILABLE within 2.5 s when it does not answer or refuses the user;
 *   STORE_FOREIGN when it is older than Neo4j 5 or the database holds what is not Sentra's
 */
export async function openNeo4jStore(uri: string, options: Neo4jOptions): Promise<GraphStore> {
  const connection = connect({ uri, ...options });
  try {
    refuseOld(await connection.agent(), connection.server);
    await prepare(connection);
    return new Neo4jStore(connection);
  } catch (error) {
    // Not awaited: the server may be gone.
    connection.close().catch(() => undefined);
    throw error;
  }
}
