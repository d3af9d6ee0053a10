/** The HTTP server: GraphQL, the page and health on one port, and every failure as JSON. */
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createAnalysisPool, type AnalysisPool } from '../analysis/worker/analysis-pool.ts';
import type { ProjectionKeeper } from '../projection/projection-keeper.ts';
import type { InputOutputTable } from '../projection/input-output-table.ts';
import { openTo, type AccessControl } from '../access/access-control.ts';
import type { AuditLog } from '../access/audit/audit-log.ts';
import { Refusals } from '../access/audit/refusals.ts';
import { holdsKey } from '../access/keys/key-text.ts';
import { Buckets } from '../access/limits/buckets.ts';
import { ALLOWANCE, ATTEMPTS, BEGINNINGS, type Allowance } from '../access/limits/token-bucket.ts';
import type { SignIn } from '../access/sign-in/sign-in.ts';
import { LOCAL } from '../access/principal.ts';
import { oneEdition, type Editions } from '../edition/editions.ts';
import { createContext } from '../resolvers/context.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { registerAccess } from './access/access-routes.ts';
import { registerGuard } from './access/guard.ts';
import { answerTimeMs } from './answer-time.ts';
import { registerConsole } from './console.ts';
import { Admission, ADMISSION, type AdmissionOptions } from './door/admission.ts';
import {
  answerClientFault,
  CONNECTION_LIMITS,
  httpOptions,
  limitConnections,
  type ConnectionLimits,
} from './door/connections.ts';
import { finishWhatWasBegun } from './door/stopping.ts';
import { errorBody, httpErrorAnswer } from './error-answers.ts';
import { startGraphqlServer } from './graphql-server.ts';
import { registerHealth } from './health.ts';
import { registerMetrics } from './metrics/metrics.ts';
import { hasPage, registerPage } from './page.ts';
import { registerQuestions } from './question-route.ts';
import { safeListOf } from './safe-list.ts';
import type { Tracing } from './tracing/tracing.ts';
import { keepNothingUnasked, RAW_SECURITY_HEADERS, securityHeaders } from './security-headers.ts';

export interface ServerParts {
  readonly store: GraphStore;
  readonly keeper: ProjectionKeeper;
  readonly logger: Logger;
  /** Which graph who asks is answered from; default: store and keeper, for everybody. Stays the caller's to close. */
  readonly editions?: Editions | undefined;
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
  /** Default: {@link OPEN_HERE}. */
  readonly access?: Access | undefined;
  readonly limits?: Partial<ServerLimits> | undefined;
  /** Closed with the server; default: nothing is traced. */
  readonly tracing?: Tracing | undefined;
}

/** Who may come in, and how. */
export interface Access {
  readonly control: AccessControl;
  /** With a provider; null: there is none. */
  readonly signIn: SignIn | null;
  /** Told of what is refused, of exports and of who signs in; null: nobody is. */
  readonly audit: AuditLog | null;
  /** What whoever is known may ask at once, and again every second, in objects of answers. */
  readonly allowance: Allowance;
  /** Addresses of proxies whose word on where a request comes from is taken. */
  readonly proxies: readonly string[];
  /** Hosts that lead here besides the address itself, as browsers write them: `sentra.example.id`. */
  readonly hosts: readonly string[];
  /** Whether only names of this machine are answered to. */
  readonly loopbackOnly: boolean;
}

/** For whoever sits at this machine. */
export const OPEN_HERE: Access = {
  control: openTo(LOCAL),
  signIn: null,
  audit: null,
  allowance: ALLOWANCE,
  proxies: [],
  hosts: [],
  loopbackOnly: true,
};

export interface ServerLimits {
  /** Milliseconds that an answer may take; null: by the size of the graph (answer-time.ts). */
  readonly answerMs: number | null;
  readonly connections: ConnectionLimits;
  readonly admission: AdmissionOptions;
}

const LIMITS: ServerLimits = { answerMs: null, connections: CONNECTION_LIMITS, admission: ADMISSION };

const MOST_BODY_BYTES = 1_048_576;

/** The path without its query, which may hold what a person searched for, and without a key, which is refused there. */
function pathOf(url: string): string {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  return holdsKey(path) ? '/…' : path;
}

/** As whoever stands in front calls it, so that both logs can be laid side by side; one of ours where it is none. */
const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

function requestIdOf({ headers }: { readonly headers: NodeJS.Dict<string | string[]> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) && !holdsKey(given) ? given : randomUUID();
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
function logRequests(app: FastifyInstance, tracing: Tracing | null): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const traceId = tracing?.traceIdOf(request.id);
    request.log.info(
      {
        ...(traceId === undefined ? {} : { traceId }),
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
  const { answerMs, connections, admission: most } = { ...LIMITS, ...parts.limits };
  const { control, signIn, audit, allowance, proxies, ...origins } = parts.access ?? OPEN_HERE;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    bodyLimit: MOST_BODY_BYTES,
    trustProxy: proxies.length === 0 ? false : [...proxies],
    // Bodies are looked at by their schema and copied nowhere; looking for such keys costs a long one half of its time.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: connections.requestMs,
    keepAliveTimeout: connections.idleMs,
    http: httpOptions(connections),
    forceCloseConnections: 'idle',
    // Said in our own form.
    return503OnClosing: false,
    clientErrorHandler: answerClientFault,
    // An address that cannot be read never reaches the error handler.
    frameworkErrors: (error, _request, reply) => {
      const { status, answer } = httpErrorAnswer(error);
      void reply.hijack();
      reply.raw.writeHead(status, { ...RAW_SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8' });
      reply.raw.end(JSON.stringify(errorBody(answer)));
    },
  });
  const waiting = limitConnections(app.server, connections);
  answerFailuresAsJson(app);
  const tracing = parts.tracing ?? null;
  logRequests(app, tracing);
  tracing?.register(app);
  finishWhatWasBegun(app, waiting);
  await app.register(helmet, securityHeaders(styleHashes));
  keepNothingUnasked(app);

  const refusals = audit === null ? null : new Refusals(audit, (error) => logger.error({ err: error }, 'not audited'));
  app.addHook('onClose', async () => refusals?.stop());
  const guard = registerGuard(app, {
    control,
    refusals,
    attempts: new Buckets(ATTEMPTS),
    spending: new Buckets(allowance),
    beginnings: new Buckets(BEGINNINGS),
    waysIn: { key: true, provider: signIn !== null },
  });
  const graphql = await startGraphqlServer({ logger });
  app.addHook('onClose', () => graphql.apollo.stop());
  const analyses = parts.analyses ?? createAnalysisPool();
  app.addHook('onClose', () => analyses.close());
  const editions = parts.editions ?? oneEdition({ store, keeper, tableFiles: parts.tableFiles ?? [] });
  const admission = new Admission(most);
  app.addHook('onClose', async () => admission.stop());
  registerMetrics(app, { store, editions, admission });
  registerQuestions(app, {
    ...graphql,
    origins,
    admission,
    guard,
    list: safeListOf(),
    timeLimitMs: (edition) => answerMs ?? answerTimeMs(edition.keeper.current().projection.relationCount),
    editions,
    contextOf: (asking, edition) => {
      const sources = { ...edition, analyses, engine: store.engine };
      return createContext(tracing?.traced(asking.requestId, sources) ?? sources, asking);
    },
  });
  registerAccess(app, { guard, control, audit, signIn, origins });
  registerHealth(app, { store, editions, control, audit });
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
