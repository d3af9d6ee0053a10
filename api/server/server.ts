/** The HTTP server: GraphQL, the page and health on one port, and every failure as JSON. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createAnalysisPool, type AnalysisPool } from '../analysis/worker/analysis-pool.ts';
import type { ProjectionKeeper } from '../projection/projection-keeper.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import { createContext } from '../resolvers/context.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { compressAnswer } from './compression.ts';
import { registerConsole } from './console.ts';
import { errorBody, httpErrorAnswer } from './error-answers.ts';
import { startGraphqlServer } from './graphql-server.ts';
import { registerHealth } from './health.ts';
import { hasPage, registerPage } from './page.ts';
import { textLimits } from './question-limits/text-limits.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerParts {
  readonly store: GraphStore;
  readonly keeper: ProjectionKeeper;
  readonly logger: Logger;
  /** Input-output tables beside the dataset's; default none. */
  readonly tableFiles?: readonly InputOutputTable[] | undefined;
  /** Closed with the server; default: one of its own. */
  readonly analyses?: AnalysisPool | undefined;
  /** Where the built page is; without one, `/` says how to build it. */
  readonly pageFolder: string | null;
  /** Where the built console is; without one, `/console` says how to build it. */
  readonly consoleFolder: string | null;
  /** For the content security policy. */
  readonly styleHashes: readonly string[];
}

const MOST_BODY_BYTES = 1_048_576;
/** For a request to arrive whole. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The path without its query, which may hold what a person searched for. */
function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** Aborted when the connection goes before the answer was sent. */
function goneAway(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function answerFailuresAsJson(app: FastifyInstance): void {
  app.setErrorHandler<Error & { readonly statusCode?: number; readonly code?: string }>((error, request, reply) => {
    const { status, answer } = httpErrorAnswer(error);
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    return reply.code(status).send(errorBody(answer));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(
      errorBody({
        message:
          'There is nothing here. The page is at /, the console at /console, GraphQL at /graphql, health at /health/live and /health/ready.',
        code: 'NOT_FOUND',
      }),
    ),
  );
}

/** One line a request: what, how it ended and how long it took; no query and no value. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: pathOf(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}

/** Ready to listen. Closing it stops GraphQL too; store and keeper stay the caller's to close. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { store, keeper, logger, pageFolder, consoleFolder, styleHashes } = parts;
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // An address that cannot be read never reaches the error handler.
    frameworkErrors: (error, _request, reply) => {
      const { status, answer } = httpErrorAnswer(error);
      void reply.hijack();
      reply.raw.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      reply.raw.end(JSON.stringify(errorBody(answer)));
    },
  });
  answerFailuresAsJson(app);
  logRequests(app);
  await app.register(helmet, securityHeaders(styleHashes));

  const graphql = await startGraphqlServer(logger);
  app.addHook('onClose', () => graphql.stop());
  const analyses = parts.analyses ?? createAnalysisPool();
  app.addHook('onClose', () => analyses.close());
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: textLimits,
    onSend: compressAnswer,
    handler: fastifyApolloHandler(graphql, {
      context: async (request, reply) =>
        createContext(
          {
            store,
            currentSnapshot: () => keeper.current(),
            refresh: () => keeper.refresh(),
            tableFiles: parts.tableFiles ?? [],
            analyses,
          },
          request.id,
          goneAway(reply.raw),
        ),
    }),
  });
  registerHealth(app, store, keeper);
  await registerConsole(app, consoleFolder);
  if (pageFolder !== null && hasPage(pageFolder)) {
    await registerPage(app, pageFolder);
  } else {
    app.get('/', (_request, reply) =>
      reply
        .code(404)
        .send(errorBody({ message: 'The page is not built; `npm run build` builds it.', code: 'NOT_FOUND' })),
    );
  }
  return app;
}
