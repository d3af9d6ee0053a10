/**
 * Connections that wait for their client: opened and silent, in the middle of a request, or between two. Each may do so for a while only,
 * and of all together only so many: the one that has waited longest makes room. Who asks at once is never in the way.
 */
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { errorBody, type ErrorAnswer } from '../error-answers.ts';
import { RAW_SECURITY_HEADERS } from '../security-headers.ts';

export interface ConnectionLimits {
  /** Milliseconds for the head of a request to arrive, from the opening of the connection on. */
  readonly headMs: number;
  /** Milliseconds for a whole request to arrive. */
  readonly requestMs: number;
  /** Milliseconds between two requests. */
  readonly idleMs: number;
  /** Milliseconds between two looks at who is late. */
  readonly lookMs: number;
  /** Connections that wait for their client at the same time. */
  readonly mostWaiting: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  headMs: 10_000,
  requestMs: 20_000,
  idleMs: 65_000,
  lookMs: 2_000,
  mostWaiting: 1_000,
};

/** What Node's server looks after by itself. */
export function httpOptions({ headMs, lookMs }: ConnectionLimits): ServerOptions {
  return { headersTimeout: headMs, connectionsCheckingInterval: lookMs };
}

/** The one that has waited longest first. It is closed without a word: nothing was asked. */
export class WaitingConnections {
  /** True: in the middle of a request. */
  readonly #sockets = new Map<Socket, boolean>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(socket: Socket): void {
    if (socket.destroyed) return;
    this.#sockets.delete(socket);
    this.#sockets.set(socket, false);
    if (this.#sockets.size <= this.#most) return;
    const [oldest] = this.#sockets.keys();
    if (oldest === undefined) return;
    this.#sockets.delete(oldest);
    oldest.destroy();
  }

  /** The head of a request has arrived. */
  began(socket: Socket): void {
    if (this.#sockets.has(socket)) this.#sockets.set(socket, true);
  }

  remove(socket: Socket): void {
    this.#sockets.delete(socket);
  }

  /** Closes those on which nothing was begun. */
  endSilent(): void {
    for (const [socket, began] of this.#sockets) if (!began) socket.destroy();
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Before the server listens. */
export function limitConnections(server: Server, { mostWaiting }: ConnectionLimits): WaitingConnections {
  const waiting = new WaitingConnections(mostWaiting);
  server.on('connection', (socket: Socket) => {
    waiting.add(socket);
    socket.once('close', () => waiting.remove(socket));
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    // A whole request waits for us.
    if (hasBody(request)) {
      waiting.began(socket);
      request.once('end', () => waiting.remove(socket));
    } else waiting.remove(socket);
    response.once('finish', () => waiting.add(socket));
  });
  return waiting;
}

interface ClientFault {
  readonly status: number;
  readonly reason: string;
  readonly answer: ErrorAnswer;
}

const CLIENT_FAULTS: Readonly<Record<string, ClientFault>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    answer: { message: 'The request did not arrive whole in time.', code: 'REQUEST_TIMEOUT' },
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    answer: {
      message: 'The head of the request is larger than 16 kB; send the question with POST.',
      code: 'REQUEST_TOO_LARGE',
    },
  },
};

const NOT_HTTP: ClientFault = {
  status: 400,
  reason: 'Bad Request',
  answer: { message: 'The request cannot be understood.', code: 'BAD_REQUEST' },
};

/** Fastify's clientErrorHandler: what Node could not read as a request, or not in time. */
export function answerClientFault(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, reason, answer } = CLIENT_FAULTS[error.code ?? ''] ?? NOT_HTTP;
  const body = JSON.stringify(errorBody(answer));
  const headers = {
    ...RAW_SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${head.join('')}\r\n${body}`, () => socket.destroy());
}
