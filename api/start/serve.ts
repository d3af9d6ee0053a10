/**
 * The entry of the server: opens the store, seeds it when it is empty, builds the projection and listens. A failure to start
 * is one message on standard error and exit code 1. Logs go to standard output, a JSON object a line.
 */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import type { Edition, Editions } from '../edition/editions.ts';
import { openProjectionKeeper } from '../projection/projection-keeper.ts';
import { readStyleHashes } from '../server/security-headers.ts';
import { buildServer, type Access } from '../server/server.ts';
import { StoreError } from '../store/graph-store.ts';
import { openStore } from '../store/open-store.ts';
import { accessOf, keepSessions, requireAccess } from './access.ts';
import { readConfiguration, type Configuration } from './configuration.ts';
import { editionsOf, type StorePlace } from './open-editions.ts';
import { packageRoot } from './package-root.ts';
import { readTableFiles } from './read-table-files.ts';
import { telemetryOf } from './telemetry.ts';
import { seedWhenEmpty } from './seed-when-empty.ts';
import { listenFailure, startFailureMessage } from './start-error.ts';

/** Answers in progress get so long to finish after a signal to stop. */
const STOP_LIMIT_MS = 10_000;

const LAGGING = 'the projection could not follow the store';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function onMigrated({
  from,
  to,
  backup,
}: {
  readonly from: number;
  readonly to: number;
  readonly backup: string;
}): void {
  say(`The store was of format ${from} and is of format ${to} now; as it was, it is in ${backup}.`);
}

async function listen(app: FastifyInstance, { host, port }: Configuration): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw listenFailure(error, host, port);
  }
}

/** For a thread that opens the store for itself. */
function placeOf({ store, neo4j: { user, password, database } }: Configuration): StorePlace {
  return { full: store, neo4j: { user, password, database } };
}

interface Served extends Edition {
  readonly app: FastifyInstance;
  readonly editions: Editions;
  readonly logger: Logger;
  readonly access: Access;
}

/** On SIGTERM and SIGINT: no new requests, the running ones finish, then everything closes. A second signal ends at once. */
function stopOnSignals({ app, editions, keeper, store, logger, access }: Served): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    try {
      await app.close();
      access.signIn?.writeDown();
      await editions.close();
      await keeper.close();
      await store.close();
    } catch (error) {
      logger.error({ err: error }, 'did not stop cleanly');
      process.exit(1);
    }
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

async function serve(configuration: Configuration): Promise<void> {
  const root = packageRoot();
  const access = accessOf(configuration);
  requireAccess(configuration, access);
  const logger = pino({ level: configuration.logLevel });
  // One question that fails in an unforeseen way must not end the answers to all others.
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'a failure that nobody waited for'));
  const telemetry = telemetryOf(process.env);
  // Only now: who traces nothing must not pay for it.
  const tracing =
    telemetry === null ? null : (await import('../server/tracing/tracing.ts')).startTracing(telemetry, logger);
  const store = await openStore(configuration.store, { ...configuration.neo4j, onMigrated });
  await seedWhenEmpty(store, configuration.dataset ?? join(root, 'graph-seed', 'dataset', 'records'), say);
  const keeper = await openProjectionKeeper(store, {
    onFailure: (error) => {
      // A store that is away is foreseen; its stack would tell nothing.
      if (error instanceof StoreError) logger.warn({ code: error.code, reason: error.message }, LAGGING);
      else logger.error({ err: error }, LAGGING);
    },
    onLeftOut: ({ faultCount, faults }) => {
      if (faultCount > 0) logger.warn({ faultCount, faults }, 'what others wrote to the store is left out');
    },
    onSwap: (revision) => logger.info({ revision }, 'the projection follows a write'),
  });
  const { projection, inputOutput } = keeper.current();
  const ownTables = inputOutput.tables.map(({ id }) => id);
  const full = { store, keeper, tableFiles: readTableFiles(configuration.inputOutput, projection, ownTables) };
  const editions = await editionsOf(full, placeOf(configuration), access.control, logger);
  const app = await buildServer({
    ...full,
    editions,
    logger,
    pageFolder: join(root, 'dist', 'web'),
    consoleFolder: join(root, 'dist', 'console'),
    styleHashes: readStyleHashes(root),
    access,
    limits: { answerMs: configuration.answerSeconds === null ? null : configuration.answerSeconds * 1_000 },
    ...(tracing === null ? {} : { tracing }),
  });
  keepSessions(configuration, access, logger);
  const address = await listen(app, configuration);
  stopOnSignals({ ...full, app, editions, logger, access });
  say(`Sentra is at ${address}/ (GraphQL at ${address}/graphql).`);
}

async function main(): Promise<void> {
  try {
    await serve(readConfiguration(process.env));
  } catch (error) {
    say(startFailureMessage(error));
    if (process.env['SENTRA_LOG_LEVEL'] === 'debug') say(error instanceof Error ? (error.stack ?? '') : '');
    process.exit(1);
  }
}

// Not awaited here: parts of the bundle that are loaded later import this file, and would wait for it for ever.
void main();
