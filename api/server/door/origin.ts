/**
 * Who may send a request: nobody on behalf of another site. Looked at before the body is read. CORS is closed besides: no answer carries
 * a header that would let another site read it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { errorBody, type ErrorAnswer } from '../error-answers.ts';

interface Turned {
  readonly status: number;
  readonly answer: ErrorAnswer;
}

/** Below this an unwanted body is read and dropped, and the connection kept. */
const CHEAP_TO_DROP_BYTES = 65_536;

/** A browser asks the other site first before it sends one of these, and the answer is no. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;

const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

const foreignOrigin = (message: string): Turned => ({ status: 403, answer: { message, code: 'FOREIGN_ORIGIN' } });

const NEEDS_JSON: Turned = {
  status: 415,
  answer: {
    message: 'The body has to be JSON; send it with content-type: application/json.',
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
};

const NEEDS_PREFLIGHT: Turned = {
  status: 400,
  answer: {
    message: `A question with GET needs a header that other sites cannot send: ${PREFLIGHT_HEADERS[0]}: 1.`,
    code: 'BAD_REQUEST',
  },
};

/** `host:port` of an origin, or null for `null` and what is none. */
function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/\s]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json\s*(?:;|$)/i.test(type);
}

function carriesPreflight(headers: IncomingHttpHeaders): boolean {
  return isJson(headers['content-type']) || PREFLIGHT_HEADERS.some((name) => (headers[name] ?? '') !== '');
}

export interface OriginOptions {
  /** Hosts besides the one that was asked, as in `sentra.example.id`: a proxy's own, where it does not pass its name on. */
  readonly hosts: readonly string[];
  /** Only names of this machine are answered to: another name that leads here is somebody's trick (DNS rebinding). */
  readonly loopbackOnly: boolean;
}

function turnedAway({ method, headers }: FastifyRequest, options: OriginOptions): Turned | null {
  const host = (headers.host ?? '').toLowerCase();
  const known = options.hosts.includes(host);
  if (options.loopbackOnly && !known && !LOOPBACK_NAME.test(host)) {
    return foreignOrigin(
      'This server answers to names of its own machine only, such as localhost; SENTRA_HOSTS names others that lead here.',
    );
  }
  if (headers.origin !== undefined) {
    const origin = hostOf(headers.origin);
    if (origin === null || (origin !== host && !options.hosts.includes(origin))) {
      return foreignOrigin('Pages of other sites may not ask here; SENTRA_HOSTS names those that may.');
    }
  }
  if (method === 'POST') return isJson(headers['content-type']) ? null : NEEDS_JSON;
  return carriesPreflight(headers) ? null : NEEDS_PREFLIGHT;
}

/** Whether what follows of the request is worth less than the connection. */
function isLong({ headers }: FastifyRequest): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && Number(length) > CHEAP_TO_DROP_BYTES);
}

/** A refused request whose body would be long ends its connection. */
export function closesLong(request: FastifyRequest, reply: FastifyReply): void {
  if (isLong(request)) void reply.header('connection', 'close');
}

/** Fastify's onRequest hook of routes that answer questions. */
export function ownOriginOnly(options: OriginOptions): onRequestAsyncHookHandler {
  return async (request, reply): Promise<FastifyReply | undefined> => {
    const turned = turnedAway(request, options);
    if (turned === null) return undefined;
    closesLong(request, reply);
    return reply.code(turned.status).send(errorBody(turned.answer));
  };
}
