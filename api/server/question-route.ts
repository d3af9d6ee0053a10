/** POST and GET /graphql: from what HTTP brings to Apollo's answer, within a time limit. */
import { setMaxListeners } from 'node:events';
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may, maySeeRestricted } from '../access/principal.ts';
import type { Edition, Editions } from '../edition/editions.ts';
import type { Asking, RequestContext } from '../resolvers/context.ts';
import type { Guard } from './access/guard.ts';
import { NOT_LISTED, readQuestion } from './asked-question.ts';
import { compressAnswer } from './compression.ts';
import { sendBusy, type Admission } from './door/admission.ts';
import { ownOriginOnly, type OriginOptions } from './door/origin.ts';
import { errorBody } from './error-answers.ts';
import type { GraphqlServer } from './graphql-server.ts';
import { refuseLongText } from './question-limits/long-text.ts';
import type { AskedQuestion } from './question-limits/question-reader.ts';
import type { SafeList } from './safe-list.ts';

export interface QuestionRouteParts extends GraphqlServer {
  readonly origins: OriginOptions;
  readonly admission: Admission;
  readonly guard: Guard;
  readonly list: SafeList;
  /** Milliseconds that an answer may take. */
  readonly timeLimitMs: (edition: Edition) => number;
  /** Its signal is aborted when nobody waits for the answer any more. */
  readonly contextOf: (asking: Asking, edition: Edition) => RequestContext;
  readonly editions: Editions;
}

/** Why an answer was given up. */
type GivenUp = 'GONE' | 'LATE';

/** Ends with the answer, the time limit or the client. */
class Waiting {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  /** Resolves when the answer is to be given up. */
  readonly over: Promise<GivenUp>;

  constructor({ raw }: FastifyReply, timeLimitMs: number) {
    const { promise, resolve } = withResolver<GivenUp>();
    this.over = promise;
    // Every question to the store listens to it, and a request may need many.
    setMaxListeners(0, this.#controller.signal);
    const giveUp = (why: GivenUp): void => {
      resolve(why);
      this.#controller.abort(why);
    };
    this.#timer = setTimeout(() => giveUp('LATE'), timeLimitMs);
    raw.once('close', () => {
      clearTimeout(this.#timer);
      if (!raw.writableFinished) giveUp('GONE');
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Node 20 has no Promise.withResolvers. */
function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A question that was read already goes to Apollo as one form, however it came. */
async function execute(
  apollo: ApolloServer<RequestContext>,
  { query, variables, operationName }: AskedQuestion,
  accept: string | undefined,
  context: () => RequestContext,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  if (accept !== undefined) headers.set('accept', accept);
  return apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query, variables, operationName } },
    context: async () => context(),
  });
}

function sendGivenUp(reply: FastifyReply, why: GivenUp, timeLimitMs: number): FastifyReply {
  // Nobody reads it; the status is for the log, as others write it.
  if (why === 'GONE') return reply.code(499).send();
  return reply
    .code(503)
    .header('retry-after', RETRY_LATE_S)
    .header('cache-control', 'no-store')
    .send(
      errorBody({
        message: `The answer took longer than ${timeLimitMs / 1_000} s and was given up; ask for less, or again later.`,
        code: 'TOOK_TOO_LONG',
      }),
    );
}

/** Who may not see restricted records is answered from an edition without them, which is not there yet. */
function sendPreparing(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .header('retry-after', RETRY_PREPARING_S)
    .header('cache-control', 'no-store')
    .send(
      errorBody({ message: 'The graph is being made ready; ask again in a few seconds.', code: 'STORE_UNAVAILABLE' }),
    );
}

const RETRY_LATE_S = '10';
const RETRY_PREPARING_S = '5';

/** The question, once it is one, whoever asks may ask it and can afford it; null once it was refused. */
function admitted(
  request: FastifyRequest,
  reply: FastifyReply,
  { reader, guard, list }: QuestionRouteParts,
): AskedQuestion | null {
  const question = readQuestion(request, reply, list);
  if (question === null) return null;
  const principal = guard.principalOf(request);
  if (!may(principal, 'askAny') && !list.has(question.query)) {
    if (principal.kind === 'anybody') void reply.code(403).send(errorBody(NOT_LISTED));
    else guard.forbid(request, reply, 'askAny');
    return null;
  }
  const read = reader.read(question);
  if (read.refusal !== null) {
    const { status, errors } = read.refusal;
    if (status === 405) void reply.header('allow', 'POST');
    void reply.code(status).send({ errors });
    return null;
  }
  const missing = [...read.rights].find((right) => !may(principal, right));
  if (missing !== undefined) guard.forbid(request, reply, missing);
  return missing === undefined && guard.affords(request, reply, read.cost) ? question : null;
}

async function answer(request: FastifyRequest, reply: FastifyReply, parts: QuestionRouteParts): Promise<unknown> {
  const { apollo, guard, contextOf, admission } = parts;
  const question = admitted(request, reply, parts);
  if (question === null) return reply;
  const principal = guard.principalOf(request);
  const seesRestricted = maySeeRestricted(principal);
  const edition = parts.editions.of(seesRestricted);
  if (edition === null) return sendPreparing(reply);
  const timeLimitMs = parts.timeLimitMs(edition);
  const waiting = new Waiting(reply, timeLimitMs);
  try {
    const { signal } = waiting;
    const { accept } = request.headers;
    const answering = admission.admit(
      () => execute(apollo, question, accept, () => contextOf({ principal, requestId: request.id, signal }, edition)),
      signal,
    );
    const outcome = await Promise.race([waiting.over, answering]);
    if (outcome === null) return sendBusy(reply);
    if (typeof outcome === 'string') return sendGivenUp(reply, outcome, timeLimitMs);
    if (!seesRestricted && !(await parts.editions.stillOpen(edition))) return sendPreparing(reply);
    const { headers, body, status } = outcome;
    for (const [name, value] of headers) void reply.header(name, value);
    void reply.code(status ?? 200);
    // Nothing in the schema is answered in parts.
    if (body.kind !== 'complete') throw new Error('an answer in parts');
    return body.string;
  } finally {
    waiting.end();
  }
}

export function registerQuestions(app: FastifyInstance, parts: QuestionRouteParts): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: ownOriginOnly(parts.origins),
    preParsing: refuseLongText,
    onSend: compressAnswer,
    handler: (request, reply) => answer(request, reply, parts),
  });
}
