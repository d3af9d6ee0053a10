/** `npm run neo4j`: a Neo4j for developers on port 7687, until Ctrl-C. Its data stay in .sentra/neo4j. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { neo4jMissing } from './neo4j-jars.ts';
import { startNeo4j } from './start-neo4j.ts';

const PORT = 7687;

async function run(): Promise<void> {
  const missing = neo4jMissing();
  if (missing !== null) {
    console.error(`Neo4j cannot be started: ${missing}`);
    process.exitCode = 1;
    return;
  }
  const folder = join(import.meta.dirname, '..', '..', '.sentra', 'neo4j');
  mkdirSync(folder, { recursive: true });
  console.log('Starting Neo4j; the first time its 128 MB are fetched from Maven Central.');
  const { uri, stop } = await startNeo4j({ port: PORT, folder });
  console.log(`Neo4j answers at ${uri}, without a password; its data are in .sentra/neo4j.`);
  console.log(`In another terminal: SENTRA_STORE=${uri} npm start`);
  console.log('Ctrl-C stops it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
